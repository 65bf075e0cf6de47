"""How long answering takes, as people say it: rough, since the minutes of a question are a guess."""

from __future__ import annotations

from collections.abc import Iterable

from boardkit.questions import Question


def minutes_of(questions: Iterable[Question]) -> float:
    """The minutes of all these questions; those that turn out hidden make it less."""
    return sum(question.minutes for question in questions)


def rough_minutes(minutes: float) -> int:
    """To the minute below ten, to five minutes below forty, to ten from there on."""
    step = 1 if minutes < 10 else 5 if minutes < 40 else 10
    return max(1, step * int(minutes / step + 0.5))


def minutes_text(minutes: float) -> str:
    """“1 minute”, “25 minutes”, “40 minutes”."""
    rough = rough_minutes(minutes)
    return "1 minute" if rough == 1 else f"{rough} minutes"
