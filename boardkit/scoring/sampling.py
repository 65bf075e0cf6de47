"""Thousands of draws of every score, of which only what changed is computed again.

A sample keeps its rows as arrays that are never written to. The next sample takes over the very same
arrays for indicators that stand as before, and so for every score that reads only those: one changed
answer costs one row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from boardkit.scoring.aggregation import Aggregate, Plan, aggregate
from boardkit.scoring.credits import Credit
from boardkit.scoring.distributions import Distribution
from boardkit.scoring.draws import Places, places_of
from boardkit.scoring.engine import Scoring
from boardkit.scoring.normalisation import Floats

Side = Callable[[Credit], Distribution]

_NOT_DRAWN: Floats = np.empty(0)


def claimed(credit: Credit) -> Distribution:
    """The answer as given."""
    return credit.claimed


def proven(credit: Credit) -> Distribution:
    """The answer, or its prior where judgement alone would raise it."""
    return credit.proven


@dataclass(frozen=True, eq=False)
class Sample:
    """Draws of every indicator that counts, and of all that is made from them."""

    places: Places
    plan: Plan
    caps: Mapping[str, float]
    distributions: tuple[Distribution, ...]
    rows: tuple[
        Floats, ...
    ]  # an array of shape (draws,) an indicator; empty where it weighs nothing
    scores: Aggregate

    def with_rows(self, rows: Sequence[Floats]) -> Aggregate:
        """The scores of other rows; what the changed ones do not reach is taken from here."""
        return aggregate(self.plan, rows, self.caps, (self.scores,))

    def under(self, plan: Plan) -> Sample:
        """The same draws under another plan: a method with other constants."""
        return replace(
            self, plan=plan, scores=aggregate(plan, self.rows, self.caps, (self.scores,))
        )


def places_for(scoring: Scoring) -> Places:
    """Where the draws of a scoring's indicators fall."""
    return places_of(scoring.scheme.draws, scoring.method.correlation, scoring.method.draws)


def sample(
    scoring: Scoring,
    side: Side = claimed,
    before: Sequence[Sample] = (),
    places: Places | None = None,
) -> Sample:
    """Draws of a scoring; ``before`` are samples to take over from what stands alike in them."""
    where = places_for(scoring) if places is None else places
    distributions = tuple(side(credit) for credit in scoring.credits)
    kept = [one for one in before if one.places is where]
    rows = tuple(
        _row(where, row, distribution, weight, kept)
        for row, (distribution, weight) in enumerate(
            zip(distributions, scoring.weights, strict=True)
        )
    )
    scores = aggregate(scoring.plan, rows, scoring.caps, [one.scores for one in kept])
    return Sample(where, scoring.plan, scoring.caps, distributions, rows, scores)


def _row(
    places: Places, row: int, distribution: Distribution, weight: float, kept: Sequence[Sample]
) -> Floats:
    if weight <= 0:
        return _NOT_DRAWN
    for one in kept:
        drawn = one.distributions[row]
        if one.rows[row].size and (drawn is distribution or drawn == distribution):
            return one.rows[row]
    return places.row(row, distribution)
