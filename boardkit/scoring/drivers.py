"""What drives the headline: how much of its doubt each answer carries, beside what it weighs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.scoring.aggregation import Aggregate
from boardkit.scoring.draws import Places, Source, places_of
from boardkit.scoring.engine import Scoring
from boardkit.scoring.sampling import Sample, sample
from boardkit.scoring.sobol import Indices, indices

NOTHING = Indices(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Driver:
    """One indicator or dimension: what it weighs, and how much of the doubt comes from it."""

    id: str
    title: str
    question: str | None  # that answers it; None for a dimension
    composite: str | None  # that it belongs to
    weight: float  # its nominal share of that composite, 0–1
    importance: float  # its share of the doubt in that composite, 0–1: its effective weight
    first: float  # its share of the headline's variance by itself, 0–1
    total: float  # the same with all its interactions


@dataclass(frozen=True, slots=True)
class Drivers:
    """Everything that the headline's variance comes from, strongest first."""

    optimism: Indices  # what all answers share: how hopeful the people are who gave them
    indicators: tuple[Driver, ...]
    dimensions: tuple[Driver, ...]
    exact: bool  # the headline's shares are by formula rather than from draws


def drivers(scoring: Scoring) -> Drivers | None:
    """Sobol' indices of every answer and of shared optimism; None without a headline.

    In closed form where the headline is a plain weighted sum of independent answers; otherwise by
    the design of Saltelli and Jansen over ε_i and z_0.
    """
    if scoring.claimed.headline is None:
        return None
    exact = scoring.method.correlation == 0 and _is_plain_sum(scoring)
    design = _Design.of(scoring)

    def listed(parts: Sequence[_Part]) -> tuple[Driver, ...]:
        return _listed(parts, [_effect(scoring, design, part, exact) for part in parts])

    return Drivers(
        optimism=NOTHING if exact else design.of_optimism(scoring),
        indicators=listed(_indicators(scoring)),
        dimensions=listed(_dimensions(scoring)),
        exact=exact,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """Some rows that are drawn anew together."""

    id: str
    title: str
    question: str | None
    composite: str | None
    weight: float
    rows: tuple[int, ...]


def _indicators(scoring: Scoring) -> list[_Part]:
    owners = scoring.structure.owners
    return [
        _Part(
            id=one.id,
            title=one.title,
            question=one.question.id,
            composite=owner.id if (owner := owners.get(one.score.dimension)) else None,
            weight=scoring.shares[row],
            rows=(row,),
        )
        for row, one in enumerate(scoring.scheme.indicators)
        if scoring.weights[row] > 0
    ]


def _dimensions(scoring: Scoring) -> list[_Part]:
    owners = scoring.structure.owners
    return [
        _Part(
            id=node.id,
            title=scoring.method.dimension(node.id).title,
            question=None,
            composite=owner.id if (owner := owners.get(node.id)) else None,
            weight=sum(scoring.shares[int(row)] for row in node.inputs),
            rows=tuple(int(row) for row in node.inputs),
        )
        for node in scoring.plan.dimensions
    ]


@dataclass(frozen=True, slots=True)
class _Effect:
    headline: Indices
    composite: float  # total effect on the composite that holds the part


def _listed(parts: Sequence[_Part], effects: Sequence[_Effect]) -> tuple[Driver, ...]:
    whole: dict[str | None, float] = defaultdict(float)
    for part, effect in zip(parts, effects, strict=True):
        whole[part.composite] += effect.composite
    found = [
        Driver(
            id=part.id,
            title=part.title,
            question=part.question,
            composite=part.composite,
            weight=part.weight,
            importance=effect.composite / (whole[part.composite] or 1.0),
            first=effect.headline.first,
            total=effect.headline.total,
        )
        for part, effect in zip(parts, effects, strict=True)
    ]
    return tuple(sorted(found, key=lambda driver: -driver.total))


def _effect(scoring: Scoring, design: _Design, part: _Part, exact: bool) -> _Effect:
    drawn = design.effect(part)
    return _Effect(_closed_form(scoring, part.rows), drawn.composite) if exact else drawn


@dataclass(frozen=True, eq=False)
class _Design:
    """Samples A and B, and where the rows that A borrows from B fall."""

    a: Sample
    b: Aggregate
    own: Places  # what is the indicator's own from B, the shared optimism from A

    @classmethod
    def of(cls, scoring: Scoring) -> _Design:
        b = sample(scoring, places=_places(scoring, Source(1, 1))).scores
        return cls(sample(scoring), b, _places(scoring, Source(0, 1)))

    def effect(self, part: _Part) -> _Effect:
        """Of drawing a part anew."""
        rows = list(self.a.rows)
        for row in part.rows:
            rows[row] = self.own.row(row, self.a.distributions[row])
        mixed = self.a.with_rows(rows)
        on_headline = self._on_headline(mixed)
        if part.composite is None:
            return _Effect(on_headline, 0.0)
        three = (scores.composites[part.composite] for scores in (self.a.scores, self.b, mixed))
        return _Effect(on_headline, indices(*three).total)

    def of_optimism(self, scoring: Scoring) -> Indices:
        """Of drawing the shared optimism anew, everything else as it was."""
        return self._on_headline(sample(scoring, places=_places(scoring, Source(1, 0))).scores)

    def _on_headline(self, mixed: Aggregate) -> Indices:
        a, b, both = self.a.scores.headline, self.b.headline, mixed.headline
        assert a is not None
        assert b is not None
        assert both is not None
        return indices(a, b, both)


def _places(scoring: Scoring, source: Source) -> Places:
    method = scoring.method
    return places_of(scoring.scheme.draws, method.correlation, method.draws, source)


def _is_plain_sum(scoring: Scoring) -> bool:
    """Whether the headline is a weighted sum of credits, with nothing in the way."""
    if scoring.method.headline.covered_by or scoring.caps:
        return False
    return all(node.form.is_sum_of(len(node.inputs)) for node in scoring.plan.nodes)


def _closed_form(scoring: Scoring, rows: Sequence[int]) -> Indices:
    """S = Σ a_i² Var(x_i) over the rows, divided by the same over all: it has no interactions."""
    shares = scoring.plan.shares[scoring.method.headline.composite]
    parts = [
        share**2 * credit.claimed.variance
        for share, credit in zip(shares.tolist(), scoring.credits, strict=True)
    ]
    share = sum(parts[row] for row in rows) / (sum(parts) or 1.0)
    return Indices(share, share)
