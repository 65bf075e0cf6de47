"""How sure every score is: where it lies in eight draws of ten, and the chance of each of its bands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce

import numpy as np
from numpy.typing import NDArray

from boardkit.methodology import Methodology
from boardkit.scoring.aggregation import Aggregate, Structure
from boardkit.scoring.engine import Scoring
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.sampling import Sample, claimed, proven, sample
from boardkit.scoring.spreads import (
    Chance,
    Held,
    Interval,
    Intervals,
    ScoreSpread,
    Spread,
    VerdictChance,
    WaysOut,
)
from boardkit.scoring.verdicts import in_direction, outcomes, verdict_title

TENTHS = (0.1, 0.5, 0.9)
HEADLINE = ""  # no dimension or composite has this id


@dataclass(frozen=True, eq=False, slots=True)
class Summary:
    """What the draws of one score come to."""

    draws: Floats
    quantiles: tuple[float, ...]  # at TENTHS, as the score is shown
    bands: tuple[Chance, ...]


# By the id of a dimension or composite, HEADLINE for the headline.
Summaries = Mapping[str, Summary]


@dataclass(frozen=True, eq=False)
class Drawn:
    """Draws and what they come to. Hand it back to ``drawn`` and only what changed is done again."""

    claimed: Sample
    proven: Sample
    summaries: tuple[Summaries, Summaries]  # of both
    intervals: Intervals


def intervals(scoring: Scoring) -> Intervals:
    """Every interval, band probability and verdict probability of an assessment."""
    return drawn(scoring).intervals


def drawn(scoring: Scoring, before: Drawn | None = None) -> Drawn:
    """The draws of an assessment; ``before`` is what was drawn before an answer changed."""
    claims = sample(scoring, claimed, [before.claimed] if before is not None else [])
    # What is proven as claimed has the same draws.
    proofs = sample(scoring, proven, [claims, *([before.proven] if before is not None else [])])
    known = before.summaries if before is not None else ()
    of_claims = _summaries(scoring, claims.scores, known)
    found = of_claims, _summaries(scoring, proofs.scores, (of_claims, *known))

    def both(key: str, name: str) -> ScoreSpread:
        first, second = (_spread(scoring, key, summaries.get(key)) for summaries in found)
        return ScoreSpread(name, first, second)

    method = scoring.method
    summary = Intervals(
        draws=method.draws,
        headline=both(HEADLINE, method.headline.id),
        composites=tuple(both(c.id, c.id) for c in method.composites),
        dimensions=tuple(both(d.id, d.id) for d in method.dimensions),
        ways_out=_ways_out(scoring, claims.scores, proofs.scores),
    )
    return Drawn(claims, proofs, found, summary)


def _summaries(scoring: Scoring, scores: Aggregate, known: Sequence[Summaries]) -> Summaries:
    draws = {key: score.value for key, score in scores.scores.items()}
    if scores.headline is not None:
        draws[HEADLINE] = scores.headline

    def of(key: str, values: Floats) -> Summary:
        old = (summaries[key] for summaries in known if key in summaries)
        kept = next((one for one in old if one.draws is values), None)
        return kept if kept is not None else _summary(scoring.structure, key, values)

    return {key: of(key, values) for key, values in draws.items()}


def _summary(structure: Structure, key: str, draws: Floats) -> Summary:
    direction = "credit" if key == HEADLINE else structure.directions[key]  # the headline is shown
    values = np.sort(100 - draws if direction == "exposure" else draws)
    return Summary(draws, of_sorted(values, TENTHS), chances(values, ranges_of(structure, key)))


def _spread(scoring: Scoring, key: str, summary: Summary | None) -> Spread | None:
    if summary is None:
        return None
    held = _held(scoring, key, summary.draws)
    # A gate that holds nine draws in ten leaves an interval no width: then it is not one.
    flat = held is not None and summary.quantiles[0] == summary.quantiles[-1]
    return Spread(None if flat else Interval(*summary.quantiles), summary.bands, held)


def _held(scoring: Scoring, key: str, draws: Floats) -> Held | None:
    bound = scoring.gates.get(key, ())
    if not bound:
        return None
    gate = min(bound, key=lambda one: one.cap)
    chance = _share(draws >= gate.cap)
    at = in_direction(scoring.structure.directions[key], gate.cap)
    return Held(gate.id, at, chance) if chance > 0 else None


def quantiles(values: Floats, at: Sequence[float]) -> tuple[float, ...]:
    """Quantiles of draws, each draw at the middle of its share (Hazen 1914)."""
    return of_sorted(np.sort(values), at)


def of_sorted(values: Floats, at: Sequence[float]) -> tuple[float, ...]:
    """The same of draws that are in order."""
    last = len(values) - 1
    found = []
    for share in at:
        place = min(max(share * len(values) - 0.5, 0.0), float(last))
        low = int(place)
        lower, upper = float(values[low]), float(values[min(low + 1, last)])
        found.append(lower + (place - low) * (upper - lower))
    return tuple(found)


# Named ranges


@dataclass(frozen=True, slots=True)
class NamedRange:
    """A part of 0–100 with a name; the last of several has no upper limit."""

    id: str
    title: str
    below: float | None


@lru_cache(maxsize=1024)
def ranges_of(structure: Structure, key: str) -> tuple[NamedRange, ...]:
    """The named ranges of a score, from low to high.

    The headline's own for whatever is shown as it is; for a way out and what is inside it, whether
    it is open; none where neither fits.
    """
    method = structure.methodology
    composite = method.headline.composite if key == HEADLINE else key
    rules = method.verdict
    if rules is not None and composite in rules.ways_out:
        return (
            NamedRange("closed", "Closed", rules.nears),
            NamedRange("near", "Near", _just_above(rules.opens)),
            NamedRange("open", "Open", None),
        )
    if structure.directions[composite] == method.composite(method.headline.composite).shown:
        return tuple(NamedRange(b.id, b.title, b.ends) for b in method.headline.bands)
    owner = structure.owners.get(composite)
    return ranges_of(structure, owner.id) if owner is not None else ()


def _just_above(limit: float) -> float:
    """A way out is open above its limit, not at it."""
    return float(np.nextafter(limit, np.inf))


def chances(values: Floats, ranges: Sequence[NamedRange]) -> tuple[Chance, ...]:
    """The share of draws in each range; the draws are in order."""
    found, under = [], 0
    for one in ranges:
        upto = len(values) if one.below is None else int(np.searchsorted(values, one.below))
        found.append(Chance(one.id, one.title, (upto - under) / len(values)))
        under = upto
    return tuple(found)


# The choice between ways out


def _ways_out(scoring: Scoring, claims: Aggregate, proofs: Aggregate) -> WaysOut | None:
    method = scoring.method
    found = outcomes(method, claims.composites) if claims.headline is not None else ()
    if not found:
        return None
    expected = {key: np.asarray(x) for key, x in scoring.claimed.composites.items()}
    stated = next(i for i, one in enumerate(outcomes(method, expected)) if one.holds)
    return WaysOut(
        stated=_share(found[stated].holds),
        verdicts=tuple(
            VerdictChance(
                one.kind, verdict_title(method, one.kind, one.ways), one.ways,
                _share(one.holds),
            )
            for one in found
        ),
        ahead=_ahead(method, claims),
        ahead_proven=_ahead(method, proofs),
    )  # fmt: skip


def _ahead(method: Methodology, scores: Aggregate) -> tuple[Chance, ...]:
    assert method.verdict is not None
    ways = method.verdict.ways_out
    credits = [scores.composites[way] for way in ways]
    best = reduce(np.maximum, credits)
    leads = [credit == best for credit in credits]
    shares = [_share(lead) for lead in leads]
    if sum(map(np.count_nonzero, leads)) > len(best):  # some draws are ties
        shares = (np.array(leads) / np.sum(leads, axis=0)).mean(axis=1).tolist()
    return tuple(
        Chance(way, method.composite(way).title, share)
        for way, share in zip(ways, shares, strict=True)
    )


def _share(holds: NDArray[np.bool_]) -> float:
    """The share of draws in which something holds; counting bits is faster than their mean."""
    return int(np.count_nonzero(holds)) / holds.size
