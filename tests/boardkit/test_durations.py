"""Minutes as people say them."""

import pytest

from boardkit.content import shipped_questionnaire
from boardkit.durations import minutes_of, minutes_text, rough_minutes, work_text


@pytest.mark.parametrize(
    ("minutes", "rough"),
    [
        (0.25, 1),
        (1.4, 1),
        (3.5, 4),
        (9.4, 9),
        (12, 10),
        (27.25, 25),
        (38, 40),
        (43.5, 40),
        (97, 100),
    ],
)
def test_minutes_are_rounded_as_one_would_say_them(minutes: float, rough: int) -> None:
    assert rough_minutes(minutes) == rough


def test_one_minute_is_singular() -> None:
    assert minutes_text(0.5) == "1 minute"
    assert minutes_text(43.5) == "40 minutes"


def test_the_minutes_of_questions_are_their_sum() -> None:
    questions = shipped_questionnaire().asked_in(("core",))
    assert minutes_of(questions) == sum(q.minutes for q in questions) > 30
    assert minutes_of(()) == 0


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (30, "30 minutes"), (60, "an hour"), (120, "2 hours"), (240, "4 hours"),
        (480, "a day of work"), (960, "2 days of work"), (1440, "3 days of work"),
    ],
)  # fmt: skip
def test_work_is_told_in_hours_and_days(minutes: float, text: str) -> None:
    assert work_text(minutes) == text
