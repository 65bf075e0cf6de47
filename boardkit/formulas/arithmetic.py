"""Sums, differences, products, ratios, powers and logarithms."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from pydantic import Field

from boardkit.formulas.figures import Figures, evaluate, values_of
from boardkit.frozen import Frozen

if TYPE_CHECKING:
    from boardkit.formulas import Formula


class Sum(Frozen):
    """The sum of its terms."""

    sum: tuple[Formula, ...] = Field(min_length=2)

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing."""
        terms = values_of(self.sum, figures)
        return None if terms is None else sum(terms)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.sum


class Difference(Frozen):
    """The first less the second."""

    difference: tuple[Formula, Formula]

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing."""
        terms = values_of(self.difference, figures)
        return None if terms is None else terms[0] - terms[1]

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.difference


class Product(Frozen):
    """The product of its factors."""

    product: tuple[Formula, ...] = Field(min_length=2)

    def value(self, figures: Figures) -> float | None:
        """None when a factor is missing."""
        terms = values_of(self.product, figures)
        if terms is None:
            return None
        result = 1.0
        for term in terms:
            result *= term
        return result

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.product


class Ratio(Frozen):
    """The first divided by the second."""

    ratio: tuple[Formula, Formula]

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing or the divisor is nought."""
        terms = values_of(self.ratio, figures)
        return None if terms is None or terms[1] == 0 else terms[0] / terms[1]

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.ratio


class Power(Frozen):
    """The first raised to the second; a square root is a power of 0.5."""

    power: tuple[Formula, Formula]

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing, or there is no such power: the root of a number under nought."""
        terms = values_of(self.power, figures)
        return None if terms is None else _computed(math.pow, *terms)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.power


class Logarithm(Frozen):
    """The natural logarithm."""

    ln: Formula

    def value(self, figures: Figures) -> float | None:
        """None when the value is missing, or not above nought."""
        value = evaluate(self.ln, figures)
        return None if value is None else _computed(math.log, value)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return (self.ln,)


class Exponential(Frozen):
    """The number e raised to a value."""

    exp: Formula

    def value(self, figures: Figures) -> float | None:
        """None when the value is missing, or too large for it."""
        value = evaluate(self.exp, figures)
        return None if value is None else _computed(math.exp, value)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return (self.exp,)


def _computed(function: Callable[..., float], *terms: float) -> float | None:
    try:
        return function(*terms)
    except (ValueError, OverflowError):
        return None
