"""Sentences about what is carried over and what came true, for screens and the pack."""

from __future__ import annotations

from collections.abc import Sequence

from boardkit.assessment import Follows
from boardkit.decisions import Decision, Fate
from boardkit.english import listed
from boardkit.following.ageing import Aged
from boardkit.following.confirming import Confirming
from boardkit.following.keeping_score import PathKept, RangeKept, Score
from boardkit.formats import Formats
from boardkit.questions import Question, RangePart, RangeQuestion, ValuesQuestion, figure_text

FATES: dict[Fate, str] = {
    "done": "done", "late": "late", "dropped": "dropped", "open": "not yet reported on",
}  # fmt: skip
PROMISE = "eight in ten is what they promised"


def carried_from(follows: Follows, formats: Formats) -> str:
    """What an assessment follows, in a word or two: “Q3 2026”."""
    return follows.name or formats.day(follows.board_date) or "last time"


def left_to_confirm(left: Confirming, formats: Formats) -> str:
    """How much of the answers is still to be confirmed; nothing when nothing is."""
    if not left.waiting:
        return ""
    share = formats.percent(100 * left.share, 0)
    number = len(left.waiting)
    noun = "answer is" if number == 1 else "answers are"
    return f"{number} {noun} still to be confirmed, {share} of what is asked."


def aged_sentence(aged: Aged) -> str:
    """Why an answer's evidence is called old."""
    return f"What backs this is {aged.days} days old; {aged.allowed} are allowed."


def decisions_sentence(decisions: Sequence[Decision]) -> str:
    """What became of last time's decisions; nothing when there were none."""
    if not decisions:
        return ""
    if len(decisions) == 1:
        return f"The one decision of last time is {FATES[decisions[0].fate]}."
    counts = [(sum(one.fate == fate for one in decisions), word) for fate, word in FATES.items()]
    said = listed(f"{count} {_is(count)} {word}" for count, word in counts if count)
    return f"Of the {len(decisions)} decisions of last time, {said}."


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def ranges_sentence(score: Score) -> str:
    """How last time's ranges have done; nothing when there were none."""
    measured, given = len(score.ranges), len(score.ranges) + len(score.unproven)
    if not given:
        return ""
    if given == 1:
        return _only_range(score)
    start = f"Of {given} ranges given last time, "
    if not measured:
        return f"{start}none has been measured since."
    if measured == 1:
        return f"{start}one has been measured since, and {_it_held(score)} what happened."
    held = "all" if score.held == measured else str(score.held or "none")
    if measured == given:
        return f"{start}{held} held what happened; {PROMISE}."
    return f"{start}{measured} have been measured since, and {held} of them held what happened; {PROMISE}."


def _only_range(score: Score) -> str:
    if not score.ranges:
        return "The one range given last time has not been measured since."
    return f"One range was given last time, and {_it_held(score)} what happened."


def _it_held(score: Score) -> str:
    return "it held" if score.held else "it did not hold"


def range_line(kept: RangeKept, question: Question, formats: Formats) -> str:
    """One range, what was found, and where that lies: “… between 2% and 12%; now 14%, above it”."""
    given = kept.given
    numbers = {"low": given.low, "likely": given.likely, "high": given.high}
    value = {given.part: numbers} if given.part else numbers
    (text,) = question.lines(value, formats)
    now = figure_text(_kind(question, given.part), kept.now, formats)
    where = "inside it" if kept.where == "inside" else f"{kept.where} it"
    return f"{question.short} ({question.id}): {text}; now {now}, {where}"


def _kind(question: Question, part: str) -> str:
    """Whether a range is of numbers, percents or money."""
    if isinstance(question, ValuesQuestion):
        parts = (one for one in question.parts if one.id == part and isinstance(one, RangePart))
        return next((one.of for one in parts), "number")
    return question.of if isinstance(question, RangeQuestion) else "number"


def path_sentence(kept: PathKept, title: str, formats: Formats) -> str:
    """How a forecast of a year ago has done under one strategy, called ``title``."""
    between = f"between {formats.money(kept.path.p10)} and {formats.money(kept.path.p90)}"
    verdict = {
        "inside": "as forecast",
        "below": "below all but one in ten of the forecast’s outcomes",
        "above": "above all but one in ten of the forecast’s outcomes",
    }[kept.where]
    return (
        f"On {formats.day(kept.made)} “{title}” was forecast to bring ARR of {between} after a "
        f"year; it is {formats.money(kept.now)}, {verdict}."
    )
