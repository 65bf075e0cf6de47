"""What several terms come to: the lowest, the highest, mean, median, how far they lie apart."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from pydantic import Field, model_validator

from boardkit.formulas.figures import Figures, evaluate, values_of
from boardkit.frozen import Frozen

if TYPE_CHECKING:
    from boardkit.formulas import Formula


class Lowest(Frozen):
    """The lowest of its terms."""

    lowest: tuple[Formula, ...] = Field(min_length=2)

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing."""
        terms = values_of(self.lowest, figures)
        return None if terms is None else min(terms)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.lowest


class Highest(Frozen):
    """The highest of its terms."""

    highest: tuple[Formula, ...] = Field(min_length=2)

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing."""
        terms = values_of(self.highest, figures)
        return None if terms is None else max(terms)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.highest


class Average(Frozen):
    """The mean of those of its terms that can be computed, each with its weight."""

    average: tuple[Formula, ...] = Field(min_length=2)
    weights: tuple[Formula, ...] = Field((), description="One a term; all alike unless given.")
    at_least: int = Field(1, ge=1, description="How many of them it takes.")

    @model_validator(mode="after")
    def _can_be_reached(self) -> Average:
        if self.weights and len(self.weights) != len(self.average):
            raise ValueError(
                f"there are {len(self.weights)} weights, and {len(self.average)} are averaged"
            )
        if self.at_least > len(self.average):
            raise ValueError(
                f"“at_least” is {self.at_least}, and only {len(self.average)} are averaged"
            )
        return self

    def value(self, figures: Figures) -> float | None:
        """None when fewer than ``at_least`` can be computed, or their weights come to nought."""
        weights = self.weights or (1.0,) * len(self.average)
        pairs = (values_of(pair, figures) for pair in zip(self.average, weights, strict=True))
        known = [pair for pair in pairs if pair is not None]
        total = sum(weight for _, weight in known)
        if len(known) < self.at_least or total <= 0:
            return None
        return sum(value * weight for value, weight in known) / total

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return (*self.average, *self.weights)


class Median(Frozen):
    """The middle one of those of its terms that can be computed; of an even number, between two."""

    median: tuple[Formula, ...] = Field(min_length=2)
    at_least: int = Field(1, ge=1, description="How many of them it takes.")

    @model_validator(mode="after")
    def _can_be_reached(self) -> Median:
        if self.at_least > len(self.median):
            raise ValueError(f"“at_least” is {self.at_least}, and there are {len(self.median)}")
        return self

    def value(self, figures: Figures) -> float | None:
        """None when fewer than ``at_least`` can be computed."""
        values = (evaluate(formula, figures) for formula in self.median)
        known = [value for value in values if value is not None]
        return statistics.median(known) if len(known) >= self.at_least else None

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.median


class Deviation(Frozen):
    """How far its terms lie apart: their standard deviation, as of a whole population."""

    deviation: tuple[Formula, ...] = Field(min_length=2)

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing."""
        terms = values_of(self.deviation, figures)
        return None if terms is None else statistics.pstdev(terms)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.deviation


class First(Frozen):
    """The first of several that can be computed."""

    first: tuple[Formula, ...] = Field(min_length=2)

    def value(self, figures: Figures) -> float | None:
        """None when none can be computed."""
        values = (evaluate(formula, figures) for formula in self.first)
        return next((value for value in values if value is not None), None)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.first
