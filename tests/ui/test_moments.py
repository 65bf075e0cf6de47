"""Days and moments in a list."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ui.moments import following_quarter, lately, quarter, short_day

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC).astimezone().replace(hour=12)


def test_days_are_short() -> None:
    assert short_day(date(2026, 12, 15)) == "15 Dec 2026"
    assert short_day(date(2026, 12, 15), "de") == "15 Dez. 2026"
    assert short_day(None) == ""


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (timedelta(hours=2), "today 10:00"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=30), "23 Oct"),
        (timedelta(days=365), "22 Nov 2025"),
    ],
)
def test_moments_are_as_near_as_they_are(before: timedelta, text: str) -> None:
    assert lately(NOON - before, NOON) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 1, 1), "Q1 2026"),
        (date(2026, 3, 31), "Q1 2026"),
        (date(2026, 4, 1), "Q2 2026"),
        (date(2026, 12, 31), "Q4 2026"),
    ],
)
def test_quarters(day: date, text: str) -> None:
    assert quarter(day) == text


@pytest.mark.parametrize(
    ("period", "following"),
    [("Q3 2026", "Q4 2026"), ("Q4 2026", "Q1 2027"), ("q1-2027", "Q2 2027"), ("H1 2026", "Q2 2026"),
     ("", "Q2 2026")],
)  # fmt: skip
def test_the_period_after_a_quarter_is_the_next_one(period: str, following: str) -> None:
    assert following_quarter(period, date(2026, 5, 1)) == following
