"""What a comparison returns: one frozen result, from which screens, reports and JSON are made.

Scores stand in the direction in which they are printed (exposure: high is bad), 0 to 100, unrounded;
chances are from 0 to 1. ``None`` means that there is no such number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardkit.assessment import Answer
from boardkit.comparison.sides import Side
from boardkit.comparison.tags import Tag
from boardkit.questionnaire import Questionnaire
from boardkit.reading import Standing
from boardkit.scoring.pairing import Difference
from boardkit.scoring.result import Result
from boardkit.scoring.spreads import Intervals


@dataclass(frozen=True, eq=False)
class Scored:
    """One side with its own result: what its own pack prints."""

    name: str
    side: Side
    result: Result
    intervals: Intervals


@dataclass(frozen=True, slots=True)
class Part:
    """What one indicator, gate or new version of the questionnaire adds to the change."""

    id: str  # of the indicator or gate; of the method, the version
    title: str
    tag: Tag
    question: str | None  # that it leads to
    amount: float  # of the headline's change
    composites: tuple[tuple[str, float], ...]  # of each composite's change, by its id


@dataclass(frozen=True, slots=True)
class TagTotal:
    """What all parts of one kind add to the headline's change."""

    tag: Tag
    amount: float
    parts: int


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """One score on both sides."""

    id: str
    title: str
    shown: str
    before: float | None
    after: float | None
    change: float | None
    method: float  # how much of the change another version of the questionnaire makes
    difference: Difference | None  # like for like, from draws that unchanged answers share

    @property
    def better(self) -> bool | None:
        """Whether the change is for the better; None where there is none."""
        if not self.change:
            return None
        return (self.change < 0) == (self.shown == "exposure")


@dataclass(frozen=True, eq=False)
class AnswerChange:
    """One question that is answered otherwise, or on another basis."""

    question: str
    title: str
    tag: Tag
    before: Answer | None
    after: Answer | None
    standings: tuple[Standing, Standing]
    amount: float | None  # of the headline's change; None for a question that no score reads


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A question that only one side can answer, or that no longer means the same."""

    question: str
    title: str
    kind: Literal["reworded", "split", "merged", "retired", "new"]
    note: str


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a questionnaire, compared like for like by the newer one's method."""

    before: str
    after: str
    compared: int  # questions that both sides answer
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, eq=False)
class Comparison:
    """Everything that changed from one side to the other."""

    before: Scored
    after: Scored
    same_company: bool
    questionnaire: Questionnaire  # the newer of the two
    versions: Versions | None  # None where both answer the same one
    headline: ScoreChange
    composites: tuple[ScoreChange, ...]
    dimensions: tuple[ScoreChange, ...]
    parts: tuple[Part, ...]  # largest first; they sum to the headline's change
    tags: tuple[TagTotal, ...]  # in the order of ``tags.TAGS``; they sum likewise
    answers: tuple[AnswerChange, ...]  # those that moved the headline most first

    @property
    def too_early(self) -> tuple[Scored, ...]:
        """The sides of which too little is answered to name a band."""
        return tuple(one for one in (self.before, self.after) if one.result.headline.too_early)

    def total(self, *tags: Tag) -> float:
        """What parts of these kinds add to the headline's change."""
        return sum(one.amount for one in self.tags if one.tag in tags)

    def composite(self, composite_id: str) -> ScoreChange:
        """The composite of that id."""
        return next(one for one in self.composites if one.id == composite_id)
