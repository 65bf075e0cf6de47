"""Days and moments as short as a list needs them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from babel.dates import format_date, format_time


def short_day(day: date | None, locale: str = "en") -> str:
    """“15 Dec 2026”; nothing for none."""
    return "" if day is None else format_date(day, "d MMM y", locale=locale)


def lately(moment: datetime, now: datetime, locale: str = "en") -> str:
    """“today 14:05”, “yesterday”, “12 Sep”, or “12 Sep 2025” of another year; in local time."""
    here, today = moment.astimezone(), now.astimezone().date()
    if here.date() == today:
        return f"today {format_time(here, 'HH:mm', locale=locale)}"
    if here.date() == today - timedelta(days=1):
        return "yesterday"
    pattern = "d MMM" if here.year == today.year else "d MMM y"
    return format_date(here, pattern, locale=locale)


def quarter(day: date) -> str:
    """“Q4 2026”."""
    return f"Q{(day.month + 2) // 3} {day.year}"
