"""Numbers, money and dates as a person writes them, in their locale and currency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from math import floor, log10

from babel import Locale
from babel.dates import format_date
from babel.numbers import (
    NumberPattern,
    format_currency,
    format_decimal,
    get_currency_name,
    get_currency_symbol,
    parse_pattern,
)

MINUS = "\u2212"
_STEPS = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k"))


@dataclass(frozen=True)
class Formats:
    """How one person reads numbers: a Babel locale, and the assessment's currency."""

    locale: str = "en"
    currency: str = "USD"

    def number(self, value: float, decimals: int = 1, *, exact: bool = False) -> str:
        """1,234.5; with at most ``decimals`` decimals, or exactly so many."""
        digits = ("0" if exact else "#") * decimals
        pattern = "#,##0" + (f".{digits}" if decimals else "")
        return _written(_unsigned_nought(value, decimals), pattern, self.locale)

    def signed(self, value: float, decimals: int = 1) -> str:
        """+1.2 or −1.2, with exactly so many decimals; nought has no sign."""
        text = self.number(abs(value), decimals, exact=True)
        if not any(digit in text for digit in "123456789"):
            return text
        return ("+" if value > 0 else MINUS) + text

    def percent(self, value: float, decimals: int = 1) -> str:
        """12.5%, for 12.5."""
        return self.number(value, decimals) + "%"

    def money(self, value: float) -> str:
        """$1.25bn, $200m, $4.9m, $950k or $120: three figures at the most."""
        return _money(value, self.currency, self.locale)

    def money_in_words(self, value: float) -> str:
        """200 US dollars."""
        name = get_currency_name(self.currency, count=value, locale=self.locale)
        return f"{self.number(value, 2)} {name}"

    def day(self, value: date | datetime | None) -> str:
        """15 December 2026; nothing for none."""
        return "" if value is None else format_date(value, "d MMMM y", locale=self.locale)

    def short_day(self, value: date | None) -> str:
        """15 Dec 2026, for tables; nothing for none."""
        return "" if value is None else format_date(value, "d MMM y", locale=self.locale)


@lru_cache(maxsize=1024)  # a chart measures, places and tells the same few amounts
def _money(value: float, currency: str, locale: str) -> str:
    formats, symbol = Formats(locale, currency), _symbol(currency, locale)
    if symbol == currency:
        symbol += "\u00a0"
    sign = MINUS if value < 0 else ""
    size = abs(value)
    shown = round_to_figures(size, 3)
    for step, suffix in _STEPS:
        if shown >= step:
            rounded = round_to_figures(size / step, 3)
            decimals = 0 if rounded >= 100 else 1 if rounded >= 10 else 2
            return f"{sign}{symbol}{formats.number(rounded, decimals)}{suffix}"
    if size == round(size):
        return f"{sign}{symbol}{formats.number(size, 0)}"
    return _true_minus(format_currency(value, currency, locale=locale))


@lru_cache(maxsize=8192)  # a page says the same figure several times, and draws itself often
def _written(value: float, pattern: str, locale: str) -> str:
    parsed = _locale(locale)
    return _true_minus(format_decimal(value, _pattern(pattern), parsed))


@cache
def _locale(identifier: str) -> Locale:
    return Locale.parse(identifier)


@cache
def _pattern(pattern: str) -> NumberPattern:
    return parse_pattern(pattern)


@cache
def _symbol(currency: str, locale: str) -> str:
    return get_currency_symbol(currency, locale)


def round_to_figures(value: float, figures: int) -> float:
    """Rounded to so many significant figures."""
    if value == 0:
        return 0.0
    return round(value, figures - 1 - floor(log10(abs(value))))


def _unsigned_nought(value: float, decimals: int) -> float:
    rounded = round(value, decimals)
    return 0.0 if rounded == 0 else value


def _true_minus(text: str) -> str:
    return text.replace("-", MINUS)
