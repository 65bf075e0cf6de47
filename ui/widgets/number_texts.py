"""Numbers in fields: what a person typed, and how the field says it back."""

from __future__ import annotations

import re
from decimal import Decimal
from math import isfinite
from typing import Literal, TypeAlias

from babel import Locale
from babel.numbers import (
    NumberFormatError,
    format_currency,
    format_decimal,
    get_currency_symbol,
    get_decimal_symbol,
    get_group_symbol,
    parse_decimal,
)

from boardkit.errors import AnswerError
from boardkit.formats import MINUS, Formats
from boardkit.numerals import parse_number

NumberKind: TypeAlias = Literal["number", "percent", "money"]

LONGEST = 64  # characters that a number is ever written in
SHORT_DIGITS = 4  # figures up to which 12000000 is put into a field as 12m
_STEPS = ((1_000_000_000, "bn"), (1_000_000, "m"))
_DECIMALS = "#" * 10
_DIRECTIONS = re.compile("[\u200e\u200f\u061c]")  # marks that some locales put around numbers


class NumberTexts:
    """Reads and writes one kind of number in a person's locale and currency."""

    def __init__(self, kind: NumberKind, formats: Formats) -> None:
        self.kind = kind
        self.formats = formats
        self._decimal = get_decimal_symbol(formats.locale)
        self._group = get_group_symbol(formats.locale)
        self._sign = _DIRECTIONS.sub("", get_currency_symbol(formats.currency, formats.locale))

    def read(self, text: str) -> float | None:
        """The number that was typed or pasted, None when it is none."""
        plain = _DIRECTIONS.sub("", text).replace(MINUS, "-").strip()
        if plain.startswith("(") and plain.endswith(")"):  # how accountants write a loss
            plain = f"-{plain[1:-1]}"
        plain = self._unsigned(plain)
        number = parse_number(
            plain, decimal=self._decimal, group=self._group, percent=self.kind != "money"
        )
        return self._grouped_otherwise(plain) if number is None else number

    def _unsigned(self, text: str) -> str:
        """Without the sign of the person's own currency, which may be any letters: 12 kr."""
        if self.kind != "money" or len(text) > LONGEST:
            return text
        minus = "-" if text.startswith("-") else ""
        bare = text.removeprefix("-").strip()
        return minus + bare.removeprefix(self._sign).removesuffix(self._sign).strip()

    def _grouped_otherwise(self, text: str) -> float | None:
        """Where a locale groups by other than three digits: 1,00,000."""
        if len(text) > LONGEST:
            return None
        try:
            number = float(parse_decimal(text, locale=self.formats.locale, strict=True))
        except (NumberFormatError, ValueError, OverflowError):
            return None
        return number if isfinite(number) else None

    def shown(self, value: float) -> str:
        """The number as a person reads it: $12,000,000, 12.5% or 1,250."""
        if self.kind == "money":
            pattern = str(Locale.parse(self.formats.locale).currency_formats["standard"].pattern)
            decimals = "" if value == round(value) else ".00########"
            return format_currency(
                value, self.formats.currency, pattern.replace(".00", decimals),
                locale=self.formats.locale, currency_digits=False,
            ).replace("-", MINUS)  # fmt: skip
        text = format_decimal(value, f"#,##0.{_DECIMALS}", self.formats.locale)
        return text.replace("-", MINUS) + ("%" if self.kind == "percent" else "")

    def typed(self, value: float) -> str:
        """The number as somebody would type it: 12m, 12.5 or 1250."""
        exact = Decimal(str(value))
        for step, suffix in _STEPS if self.kind == "money" else ():
            if abs(value) >= step and len((exact / step).normalize().as_tuple().digits) <= (
                SHORT_DIGITS
            ):
                return self._ungrouped((exact / step).normalize()) + suffix
        return self._ungrouped(exact)

    def _ungrouped(self, value: Decimal) -> str:
        return format_decimal(value, f"0.{_DECIMALS}", self.formats.locale)

    def number(self, text: str) -> float | None:
        """The number of a field's text, None for an empty one.

        Raises AnswerError with what to type.
        """
        if not text.strip():
            return None
        number = self.read(text)
        if number is None:
            shown = text.strip() if len(text.strip()) <= 40 else f"{text.strip()[:40]}…"
            raise AnswerError(f"“{shown}” cannot be read as a number. Type it like {self.example}.")
        return number

    @property
    def example(self) -> str:
        """What to type, in the person's own way of writing."""
        small = format_decimal(12.5, locale=self.formats.locale)
        if self.kind == "money":
            return (
                f"{self.short_example} or {format_decimal(12_000_000, locale=self.formats.locale)}"
            )
        return f"{small} or {self.short_example}" if self.kind == "percent" else small

    @property
    def short_example(self) -> str:
        """One thing to type."""
        small = format_decimal(12.5, locale=self.formats.locale)
        return {"money": "12m", "percent": f"{small}%", "number": small}[self.kind]

    @property
    def sign(self) -> str:
        """What an empty field shows of what it is for: a percent sign, or the currency's."""
        return {"money": self._sign, "percent": "%", "number": ""}[self.kind]
