"""Days and moments as short as a list needs them; Qt writes them, since it is there already."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale

_QUARTER = re.compile(r"[Qq](?P<number>[1-4])[ -]?(?P<year>\d{4})")


@lru_cache(4096)  # a list of thousands has few days
def short_day(day: date | None, locale: str = "en") -> str:
    """“15 Dec 2026”; nothing for none."""
    return "" if day is None else _written(day, "d MMM yyyy", locale)


def lately(moment: datetime, now: datetime, locale: str = "en") -> str:
    """“today 14:05”, “yesterday”, “12 Sep”, or “12 Sep 2025” of another year; in local time."""
    here, today = moment.astimezone(), now.astimezone().date()
    if here.date() == today:
        return f"today {here:%H:%M}"
    if here.date() == today - timedelta(days=1):
        return "yesterday"
    return _written(here.date(), "d MMM" if here.year == today.year else "d MMM yyyy", locale)


def quarter(day: date) -> str:
    """“Q4 2026”."""
    return f"Q{(day.month + 2) // 3} {day.year}"


def following_quarter(period: str, today: date) -> str:
    """“Q1 2027” after “Q4 2026”; after what is no quarter, that of today."""
    found = _QUARTER.fullmatch(period.strip())
    if found is None:
        return quarter(today)
    number, year = int(found["number"]), int(found["year"])
    return f"Q{number % 4 + 1} {year + number // 4}"


def _written(day: date, form: str, locale: str) -> str:
    return QLocale(locale).toString(QDate(day.year, day.month, day.day), form)
