"""The scores and the answers of a comparison in words, line by line, for screens and for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boardkit.comparison.result import AnswerChange, Comparison, ScoreChange, Scored
from boardkit.comparison.wording import ComparisonWords
from boardkit.scoring.spreads import Interval, ScoreSpread

NOTHING = 1e-9  # points, below which an answer moved nothing


@dataclass(frozen=True)
class ScoreLine:
    """One score on both sides, in printed figures."""

    id: str
    title: str
    before: str
    after: str
    before_range: str  # “55–68”, where it lies eight times out of ten; nothing where not drawn
    after_range: str
    change: str
    better: bool | None  # None where it did not move, in print
    odds: str
    range: str  # between what the change lies, in a sentence


@dataclass(frozen=True)
class AnswerLine:
    """One answer that changed, in words."""

    question: str
    title: str
    before: str
    after: str
    basis: str
    kind: str
    amount: str
    better: bool | None  # None where it moved nothing, in print
    who: str
    note: str
    printed: bool  # whether its questionnaire lets it be printed

    @property
    def moved(self) -> bool:
        """Whether it says something else, and is not only known otherwise."""
        return self.before != self.after


def score_lines(words: ComparisonWords) -> tuple[ScoreLine, ...]:
    """The headline, then every composite that is not called the same."""
    comparison = words.comparison
    shown = {comparison.headline.title: comparison.headline}
    for one in comparison.composites:
        shown.setdefault(one.title, one)
    return tuple(_score_line(words, one) for one in shown.values())


def _score_line(words: ComparisonWords, one: ScoreChange) -> ScoreLine:
    sides = words.comparison.before, words.comparison.after
    ranges = [_range(words, _spread(side, words.comparison, one)) for side in sides]
    return ScoreLine(
        one.id, one.title, words.score(one.before), words.score(one.after), ranges[0], ranges[1],
        words.change(one), one.better if words.moved(one) else None, words.odds(one), words.range(one),
    )  # fmt: skip


def _spread(side: Scored, comparison: Comparison, one: ScoreChange) -> ScoreSpread | None:
    if one is comparison.headline:
        return side.intervals.headline
    return next((spread for spread in side.intervals.composites if spread.id == one.id), None)


def _range(words: ComparisonWords, spread: ScoreSpread | None) -> str:
    found: Interval | None = spread.claimed.interval if spread and spread.claimed else None
    if found is None:
        return ""
    low, high = words.score(found.p10), words.score(found.p90)
    return f"{low}–{high}" if low != high else ""


def answer_lines(words: ComparisonWords) -> Iterator[AnswerLine]:
    """The answers that changed, those that moved the headline most first."""
    return (_answer_line(words, one) for one in words.comparison.answers)


def _answer_line(words: ComparisonWords, one: AnswerChange) -> AnswerLine:
    display = words.method.display
    moved = (one.amount or 0.0) * display.scale / 100
    amount = words.amount(moved) if abs(moved) > NOTHING else ""
    falling_is_good = words.comparison.headline.shown == "exposure"
    told = any(digit in amount for digit in "123456789")
    return AnswerLine(
        question=one.question,
        title=one.title,
        before=words.before(one),
        after=words.after(one),
        basis=words.basis(one),
        kind=words.tag(one.tag),
        amount=amount,
        better=(moved < 0) == falling_is_good if told else None,
        who=words.who(one),
        note=one.after.note if one.after is not None else "",
        printed=words.comparison.questionnaire.question(one.question).printed,
    )
