"""How far the headline hangs on the method itself: the same answers under other constants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from boardkit.methodology import Composite, Methodology
from boardkit.scoring import verdicts
from boardkit.scoring.aggregation import Structure, aggregate, make_plan
from boardkit.scoring.draws import places_of
from boardkit.scoring.engine import Scoring
from boardkit.scoring.result import BandResult
from boardkit.scoring.sampling import Sample, sample
from boardkit.scoring.spreads import Interval
from boardkit.scoring.uncertainty import TENTHS, quantiles

STEP = 0.25  # by which a weight and the covers' exponent are made smaller and larger
POWER_STEP = 1.0  # by which a mean leans further to its weak parts, and less


@dataclass(frozen=True, slots=True)
class Setting:
    """The headline under one other value of a constant."""

    value: float
    headline: float
    band: BandResult
    interval: Interval


@dataclass(frozen=True, slots=True)
class Constant:
    """One constant of the method, and the headline with less and with more of it."""

    kind: str  # mean, correlation, cover_exponent, weight
    of: str | None  # the composite or dimension that it belongs to
    title: str  # of that composite or dimension
    value: float
    less: Setting
    more: Setting

    @property
    def swing(self) -> float:
        """How far the headline goes from one to the other."""
        return abs(self.more.headline - self.less.headline)


@dataclass(frozen=True, slots=True)
class _Change:
    kind: str
    of: str | None
    title: str
    value: float
    less: float
    more: float


def method_sensitivity(scoring: Scoring) -> tuple[Constant, ...]:
    """Every constant's row, in the method's order; none without a headline.

    Means by a whole power down and up (0 geometric, 1 arithmetic), the correlation at nought and
    doubled, the covers' exponent and each weight by a quarter.
    """
    if scoring.claimed.headline is None:
        return ()
    drawn = sample(scoring)
    return tuple(
        Constant(
            change.kind, change.of, change.title, change.value,
            _setting(scoring, drawn, change, change.less),
            _setting(scoring, drawn, change, change.more),
        )
        for change in _changes(scoring)
    )  # fmt: skip


def _changes(scoring: Scoring) -> Iterator[_Change]:
    method = scoring.method
    there = {node.id for node in scoring.plan.nodes}
    counts = _behind_headline(scoring.structure)
    composites = [c for c in method.composites if c.id in there and c.id in counts]
    for one in composites:
        if len(one.members) > 1:
            yield _Change("mean", one.id, one.title, one.mean, one.mean - POWER_STEP,
                          one.mean + POWER_STEP)  # fmt: skip
    rho = method.correlation
    if rho > 0:
        yield _Change("correlation", None, "", rho, 0.0, min(2 * rho, 0.99))
    if method.headline.covered_by:
        c = method.headline.cover_exponent
        yield _Change("cover_exponent", None, "", c, c * (1 - STEP), c * (1 + STEP))
    titles = {one.id: one.title for one in method.dimensions}
    titles |= {one.id: one.title for one in method.composites}
    for one in composites:
        members = [m for m in one.members if m.of in there and m.weight > 0]
        for member in members if len(members) > 1 else ():
            w = member.weight
            yield _Change("weight", member.of, titles[member.of], w, w * (1 - STEP), w * (1 + STEP))


def _behind_headline(structure: Structure) -> set[str]:
    """The composites that the headline is made from."""
    head = structure.methodology.headline
    reached = {head.composite, *head.covered_by}
    for composite in reversed(structure.composites_inner_first):
        if composite.id in reached:
            reached |= {member.of for member in composite.members}
    return reached


def _setting(scoring: Scoring, drawn: Sample, change: _Change, value: float) -> Setting:
    method = _changed(scoring.method, change, value)
    plan = make_plan(replace(scoring.structure, methodology=method), scoring.weights)
    expected = aggregate(plan, scoring.means[:, None], scoring.caps).headline
    if change.kind == "correlation":
        places = places_of(scoring.scheme.draws, value, method.draws)
        draws = sample(scoring, places=places).scores.headline
    else:
        draws = drawn.under(plan).scores.headline
    assert expected is not None
    assert draws is not None
    headline = float(expected[0])
    band = verdicts.band(method, headline)
    assert band is not None
    return Setting(value, headline, band, Interval(*quantiles(draws, TENTHS)))


def _changed(method: Methodology, change: _Change, value: float) -> Methodology:
    """The method with one constant at another value."""
    if change.kind == "correlation":
        return method.model_copy(update={"correlation": value})
    if change.kind == "cover_exponent":
        head = method.headline.model_copy(update={"cover_exponent": value})
        return method.model_copy(update={"headline": head})
    return method.model_copy(
        update={"composites": tuple(_of_composite(c, change, value) for c in method.composites)}
    )


def _of_composite(composite: Composite, change: _Change, value: float) -> Composite:
    if change.kind == "mean":
        own = composite.id == change.of
        return composite.model_copy(update={"mean": value}) if own else composite
    members = tuple(
        member.model_copy(update={"weight": value}) if member.of == change.of else member
        for member in composite.members
    )
    return composite.model_copy(update={"members": members})
