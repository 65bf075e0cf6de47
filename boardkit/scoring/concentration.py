"""How concentrated revenue is, from the shares of the largest customers that were given.

Where some are missing, every figure is a pair of bounds: the least and the most that any customers
could make of it whose shares fall from the first to the last and agree with what was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from boardkit.assessment import Answer
from boardkit.scoring.engine import Scoring
from boardkit.scoring.result import Bounds

RANKS = (
    "top_one", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
TOGETHER = "top_ten"
SHOWN = (1, 3, 5, 10)
SLACK = 1e-6  # of a percent: what rounding to a few decimals leaves
PERCENT = 100.0
HALVINGS = 60  # of the interval in which a level is sought
MOST_AFTER = 100  # customers after the tenth of which each is tried at the same size


@dataclass(frozen=True, slots=True)
class TopShare:
    """What the largest few customers hold together, in percent."""

    customers: int
    share: Bounds


@dataclass(frozen=True, slots=True)
class Concentration:
    """How concentrated revenue is."""

    question: str
    basis: str | None
    hhi: Bounds  # Herfindahl–Hirschman index: the sum of squared shares, 0–1
    effective: Bounds  # 1/HHI: as many customers of equal size would be as concentrated
    top: tuple[TopShare, ...]
    exact: bool  # every share of the ten largest is known; bounds are then of the customers after


def concentration(scoring: Scoring) -> Concentration | None:
    """From the question that the roles name; None when it has no answer, or one that cannot be."""
    role = scoring.questionnaire.roles.concentration
    answer = scoring.reading.answer(role.question) if role is not None else None
    if role is None or answer is None or not isinstance(answer.value, Mapping):
        return None
    shares = _Shares.of(
        {
            key: float(share)
            for key, share in answer.value.items()
            if key in (*RANKS, TOGETHER) and isinstance(share, int | float)
        }
    )
    if shares is None:
        return None
    hhi = Bounds(shares.least_hhi() / PERCENT**2, shares.most_hhi() / PERCENT**2)
    if hhi.low <= 0:
        return None
    return Concentration(
        question=role.question,
        basis=_basis(scoring, answer),
        hhi=hhi,
        effective=Bounds(1 / hhi.high, 1 / hhi.low),
        top=shares.top(),
        exact=all(low == high for low, high in zip(shares.lows, shares.highs, strict=True)),
    )


def _basis(scoring: Scoring, answer: Answer) -> str | None:
    """The weakest basis of its parts."""
    parts = answer.value if isinstance(answer.value, Mapping) else ()
    found = [answer.basis_of(part) for part in parts]
    return min(found, key=lambda basis: scoring.scheme.basis(basis)[0], default=None)


@dataclass(frozen=True, slots=True)
class _Shares:
    """The ten largest shares, in percent: between what limits each lies, and what they sum to."""

    lows: tuple[float, ...]
    highs: tuple[float, ...]
    least: float  # of their sum
    most: float

    @classmethod
    def of(cls, given: Mapping[str, float]) -> _Shares | None:
        """Each share is at most the one before it and at least the one after; None if none fit."""
        whole = given.get(TOGETHER, PERCENT)
        known = [given.get(rank) for rank in RANKS]
        highs = list(accumulate((whole if x is None else x for x in known), min))
        lows = list(accumulate((0.0 if x is None else x for x in reversed(known)), max))[::-1]
        falls = all(x is None or high >= x - SLACK for x, high in zip(known, highs, strict=True))
        low, high = sum(lows), min(sum(highs), PERCENT)
        fits = low <= whole + SLACK and (TOGETHER not in given or high >= whole - SLACK)
        rises = any(a > b + SLACK for a, b in zip(lows, highs, strict=True))
        if not given or not falls or not fits or rises or whole > PERCENT + SLACK:
            return None
        least, most = (whole, whole) if TOGETHER in given else (low, high)
        return cls(tuple(map(min, lows, highs)), tuple(highs), least, most)

    def most_uneven(self, total: float, smallest: float = 0.0) -> list[float]:
        """The largest as large as can be, down to the tenth; sums to ``total``."""
        found = [max(low, smallest) for low in self.lows]
        left = total - sum(found)
        for rank, high in enumerate(self.highs):
            more = min(max(high - found[rank], 0.0), max(left, 0.0))
            found[rank] += more
            left -= more
        return found

    def most_even(self, total: float) -> list[float]:
        """All on one level, as far as their limits let them; sums to ``total``."""
        low, high = 0.0, PERCENT
        for _ in range(HALVINGS):
            level = (low + high) / 2
            low, high = (level, high) if sum(self._held(level)) < total else (low, level)
        return self._held(high)

    def _held(self, level: float) -> list[float]:
        return [min(max(level, low), high) for low, high in zip(self.lows, self.highs, strict=True)]

    def least_hhi(self) -> float:
        """Everybody after the tenth is too small to count."""
        return sum(share**2 for share in self.most_even(self.least))

    def most_hhi(self) -> float:
        """Everybody after the tenth is as large as the tenth.

        For a given tenth share the most uneven ten are the most concentrated. Between the tenth
        shares that are tried the sum is convex, so that none in between has more.
        """
        rest = max(PERCENT - self.most, 0.0)
        return max(self._hhi_with(tenth, rest) for tenth in self._tenths(rest))

    def _hhi_with(self, tenth: float, rest: float) -> float:
        ten = self.most_uneven(self.most, tenth)[:-1]
        ten.append(self.most - sum(ten))
        return sum(share**2 for share in ten) + _of_equals(rest, tenth)

    def _tenths(self, rest: float) -> list[float]:
        """Tenth shares at which something changes: a share meets its limit, or a customer is added."""
        low = self.lows[-1]
        high = max(min(self.highs[-1], self.most_even(self.most)[-1]), low)
        found = {low, high, *self.lows, *self.highs}
        found |= {rest / customers for customers in range(1, MOST_AFTER)}
        found |= {self._full_to(rank, high) for rank in range(len(RANKS))}
        return [tenth for tenth in found if low <= tenth <= high]

    def _full_to(self, rank: int, high: float) -> float:
        """The tenth share at which those before a rank are at their limit, and no more is left."""
        low = 0.0
        for _ in range(HALVINGS):
            tenth = (low + high) / 2
            total = sum(self.highs[:rank]) + sum(max(x, tenth) for x in self.lows[rank:])
            low, high = (tenth, high) if total < self.most else (low, tenth)
        return low

    def top(self) -> tuple[TopShare, ...]:
        """What the largest few hold together."""
        least = list(accumulate(self.most_even(self.least)))
        most = list(accumulate(self.most_uneven(self.most)))
        return tuple(TopShare(k, Bounds(least[k - 1], most[k - 1])) for k in SHOWN)


def _of_equals(rest: float, each: float) -> float:
    """The most that the squares of shares up to ``each`` can sum to, when the shares sum to ``rest``."""
    if each <= 0:
        return 0.0
    whole = int(rest // each)
    return whole * each**2 + (rest - whole * each) ** 2
