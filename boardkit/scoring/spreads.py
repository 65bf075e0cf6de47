"""What the draws say of each score: one frozen summary, from which screens, packs and JSON are made.

Scores stand in the direction in which they are printed, 0 to 100; chances are from 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """One draw in ten lies under ``p10`` and one in ten over ``p90``; ``p50`` is the middle one."""

    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely something with a name is, 0–1."""

    id: str
    title: str
    chance: float


@dataclass(frozen=True, slots=True)
class Held:
    """A gate that holds a score down."""

    gate: str
    at: float  # the score that it holds it at, as it is shown
    chance: float  # of it being held there


@dataclass(frozen=True, slots=True)
class Spread:
    """How far the draws of one score lie apart."""

    interval: Interval | None  # None: the gate leaves it no width, so it is “capped at …”
    bands: tuple[Chance, ...]  # in the method's order; they sum to 1
    held: Held | None

    def chance(self, band: str) -> float:
        """The chance of one band."""
        return next((one.chance for one in self.bands if one.id == band), 0.0)


@dataclass(frozen=True, slots=True)
class ScoreSpread:
    """One score, claimed and proven; None where it has no score."""

    id: str
    claimed: Spread | None
    proven: Spread | None


@dataclass(frozen=True, slots=True)
class VerdictChance:
    """One thing that the verdict could be."""

    kind: str
    title: str
    ways: tuple[str, ...]
    chance: float


@dataclass(frozen=True, slots=True)
class WaysOut:
    """How sure the choice between the ways out is."""

    stated: float  # the chance of the verdict that the expected credits give
    verdicts: tuple[VerdictChance, ...]  # they sum to 1
    ahead: tuple[Chance, ...]  # the chance that each way out is the best one; ties are shared
    ahead_proven: tuple[Chance, ...]


@dataclass(frozen=True, slots=True)
class Intervals:
    """The draws of one assessment, summed up."""

    draws: int
    headline: ScoreSpread
    composites: tuple[ScoreSpread, ...]
    dimensions: tuple[ScoreSpread, ...]
    ways_out: WaysOut | None

    def composite(self, composite_id: str) -> ScoreSpread:
        """The composite of that id."""
        return next(c for c in self.composites if c.id == composite_id)

    def dimension(self, dimension_id: str) -> ScoreSpread:
        """The dimension of that id."""
        return next(d for d in self.dimensions if d.id == dimension_id)
