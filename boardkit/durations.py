"""How long things take, as people say it: rough, since the minutes of a question are a guess."""

from __future__ import annotations

from collections.abc import Iterable

from boardkit.questions import Question

HOUR = 60
DAY = 8 * HOUR  # of work


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


def work_text(minutes: float) -> str:
    """“30 minutes”, “an hour”, “4 hours”, “a day of work”, “2 days of work”."""
    if minutes < 0.9 * HOUR:
        return minutes_text(minutes)
    if minutes < 0.9 * DAY:
        hours = round(minutes / HOUR)
        return "an hour" if hours == 1 else f"{hours} hours"
    days = round(minutes / DAY)
    return "a day of work" if days == 1 else f"{days} days of work"
