"""Where formulas find numbers, and how a formula comes to its value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from boardkit.conditions import Operand, Reader

if TYPE_CHECKING:
    from boardkit.formulas import Formula


class Figures(Reader, Protocol):
    """Where formulas find numbers."""

    def number(self, operand: Operand) -> float | None:
        """The operand as a number (of a range: its likely value), or None."""

    def rows(self, table: str) -> tuple[Mapping[str, Any], ...]:
        """The rows of a table question; none when it is not answered."""

    def level_credit(self, table: str, column: str, value: Any) -> float | None:
        """The points of a level in a table's column, or the number itself."""

    def class_share(self, classes: tuple[str, ...]) -> float | None:
        """The share (percent) of the product lines in these classes."""


def evaluate(formula: Formula, figures: Figures) -> float | None:
    """The value of a formula for the given figures; None when something is missing."""
    if isinstance(formula, int | float):
        return float(formula)
    if isinstance(formula, Operand):
        return figures.number(formula)
    return formula.value(figures)


def values_of(formulas: Sequence[Formula], figures: Figures) -> list[float] | None:
    """The values of several; None when any is missing."""
    values = [evaluate(formula, figures) for formula in formulas]
    known = [value for value in values if value is not None]
    return known if len(known) == len(values) else None
