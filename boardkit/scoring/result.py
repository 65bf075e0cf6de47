"""What scoring returns: one frozen result, from which screens, packs and JSON are made.

Scores stand in the direction in which they are printed (exposure: high is bad), 0 to 100, unrounded;
``credit`` and ``mean`` are credit (high is good). ``None`` means that there is no score.
"""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.reading import Standing


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that a score can be, whatever the answers left out would say."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """One scored question or derived value."""

    id: str
    question: str
    title: str
    dimension: str
    standing: Standing
    basis: str | None  # the id of a basis
    proven: bool
    raw: float | None
    credit: float | None  # of the answer as given; None where nothing was answered
    mean: float  # expected credit, doubt included
    weight: float  # its share of the composite that it belongs to, 0–1, as things apply
    at_stake: float | None  # how far the headline would improve if this alone were at its best


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """A group of indicators."""

    id: str
    title: str
    about: str
    composite: str | None
    shown: str
    claimed: float | None
    proven: float | None
    weight: float  # its share of its composite, 0–1, as things apply
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class BoundGate:
    """A gate whose condition holds."""

    id: str
    cap: float
    because: str
    move: str
    lowers: bool  # whether the score would be higher without it


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what was asked is answered."""

    answered: int
    asked: int
    needed: int  # the fewest answers that would be enough to judge
    share: float  # of the asked weight
    enough: bool


@dataclass(frozen=True, slots=True)
class CompositeResult:
    """A composite of dimensions or other composites."""

    id: str
    title: str
    short: str
    about: str
    shown: str
    claimed: float | None
    proven: float | None
    uncapped: float | None
    gates: tuple[BoundGate, ...]
    bounds: Bounds | None  # with every “not applicable” at its worst and at its best
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class BandResult:
    """A named range of the headline."""

    id: str
    title: str
    phrase: str


@dataclass(frozen=True, slots=True)
class BridgeStep:
    """What one way out takes off."""

    composite: str
    title: str
    amount: float


@dataclass(frozen=True, slots=True)
class Bridge:
    """From what is at risk to what is left: ``start`` less the steps is ``end``."""

    start_title: str
    start: float
    steps: tuple[BridgeStep, ...]
    end_title: str
    end: float


@dataclass(frozen=True, slots=True)
class HeadlineResult:
    """The one number."""

    id: str
    title: str
    shown: str
    claimed: float | None
    proven: float | None
    band: BandResult | None  # None when it is too early to say
    proven_band: BandResult | None
    too_early: bool
    coverage: Coverage
    bounds: Bounds | None
    bridge: Bridge | None

    @property
    def proven_otherwise(self) -> BandResult | None:
        """The band of what is proven, where it is another: what is proven is never better."""
        if self.band is None or self.proven_band is None or self.proven_band.id == self.band.id:
            return None
        return self.proven_band


@dataclass(frozen=True, slots=True)
class VerdictResult:
    """Which way out is open."""

    kind: str  # none_needed, all_open, one_open, near, none
    title: str
    phrase: str
    ways: tuple[str, ...]  # ids of the open ways out
    caveat: str


@dataclass(frozen=True, slots=True)
class MoneyPartResult:
    """One part of the money line."""

    amount: float
    text: str


@dataclass(frozen=True, slots=True)
class MoneyResult:
    """What the scores stand for in money, in whole units of the currency."""

    total: float
    noun: str
    parts: tuple[MoneyPartResult, ...]


@dataclass(frozen=True, slots=True)
class LineResult:
    """One product line and the class that its tests give."""

    name: str
    share: float  # percent
    kind: str
    title: str
    proven: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How the questions stand."""

    questions: int  # in the chosen modules
    asked: int
    answered: int
    dont_know: int
    not_applicable: int
    open: int
    hidden: int
    on_judgement: int  # answered, and not proven by their basis


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A check that does not hold."""

    id: str
    questions: tuple[str, ...]


class Scored:
    """Whatever has the headline, the verdict and the composites of one assessment."""

    __slots__ = ()
    headline: HeadlineResult
    verdict: VerdictResult | None
    composites: tuple[CompositeResult, ...]

    def composite(self, composite_id: str) -> CompositeResult:
        """The composite of that id."""
        return next(c for c in self.composites if c.id == composite_id)


@dataclass(frozen=True, slots=True)
class Glance(Scored):
    """What is seen first of one assessment; the rest of its result takes as long again."""

    headline: HeadlineResult
    verdict: VerdictResult | None
    composites: tuple[CompositeResult, ...]


@dataclass(frozen=True, slots=True)
class Result(Scored):
    """Everything that scoring found in one assessment."""

    assessment: str
    questionnaire: str
    questionnaire_version: str
    questionnaire_digest: str
    method_version: str
    counts: Counts
    headline: HeadlineResult
    verdict: VerdictResult | None
    composites: tuple[CompositeResult, ...]
    dimensions: tuple[DimensionResult, ...]
    indicators: tuple[IndicatorResult, ...]
    money: MoneyResult | None
    position: tuple[LineResult, ...]
    disagreements: tuple[Disagreement, ...]
    unscored_dimensions: tuple[str, ...]  # their weight went to the others

    def dimension(self, dimension_id: str) -> DimensionResult:
        """The dimension of that id."""
        return next(d for d in self.dimensions if d.id == dimension_id)
