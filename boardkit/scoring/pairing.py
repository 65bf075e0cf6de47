"""Two assessments in the same draws, so that a difference between them means something.

Common random numbers: an answer that did not change has the same draw on both sides, and one whose
value or basis changed is drawn anew. Two companies share nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from boardkit.scoring.aggregation import Aggregate, aggregate
from boardkit.scoring.credits import Credit
from boardkit.scoring.draws import Source, places_of
from boardkit.scoring.engine import Scoring
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.sampling import sample
from boardkit.scoring.spreads import Interval
from boardkit.scoring.uncertainty import TENTHS, quantiles


@dataclass(frozen=True, eq=False)
class Pair:
    """The scores of two assessments, draw by draw."""

    before: Aggregate
    after: Aggregate

    @property
    def headlines(self) -> tuple[Floats, Floats] | None:
        """Both headlines, shape (draws,); None when one has none."""
        first, second = self.before.headline, self.after.headline
        return None if first is None or second is None else (first, second)


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the headline went, the later less the earlier."""

    interval: Interval
    lower: float  # the share of draws in which it is lower than before
    higher: float


def paired(before: Scoring, after: Scoring, same_company: bool = True) -> Pair:
    """The draws of two assessments of one company, or of two.

    Both take the number of draws and the correlation of the later one's method.
    """
    method = after.method
    rho, count = method.correlation, method.draws
    first = sample(before, places=places_of(before.scheme.draws, rho, count))
    kept = places_of(after.scheme.draws, rho, count)
    anew = places_of(after.scheme.draws, rho, count, Source(1, 1))
    earlier = _by_id(before) if same_company else {}
    rows = tuple(
        np.empty(0)
        if credit.weight <= 0
        else (kept if is_unchanged(earlier.get(one.id), credit) else anew).row(row, credit.claimed)
        for row, (one, credit) in enumerate(
            zip(after.scheme.indicators, after.credits, strict=True)
        )
    )
    return Pair(first.scores, aggregate(after.plan, rows, after.caps))


def is_unchanged(old: Credit | None, new: Credit) -> bool:
    """Whether an answer says the same on the same basis; what was unknown and is still so, does."""
    return old is not None and _said(old) == _said(new)


def _said(credit: Credit) -> tuple[object, ...]:
    return credit.raw, credit.basis.id if credit.basis else None, credit.claimed


def _by_id(scoring: Scoring) -> Mapping[str, Credit]:
    return {
        one.id: credit
        for one, credit in zip(scoring.scheme.indicators, scoring.credits, strict=True)
    }


def difference(pair: Pair) -> Difference | None:
    """What changed between them in the headline, and how sure that is."""
    heads = pair.headlines
    return None if heads is None else difference_of(*heads)


def difference_of(before: Floats, after: Floats) -> Difference:
    """What changed in one score, draw by draw, and how sure that is."""
    change = after - before
    return Difference(
        Interval(*quantiles(change, TENTHS)), float(np.mean(change < 0)), float(np.mean(change > 0))
    )
