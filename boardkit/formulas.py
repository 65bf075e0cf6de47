"""Formulas: how a derived value follows from answers, declared in the questionnaire, never coded.

A formula is a number, an operand, or one operation on formulas. Its value is a float, or ``None``
when something that it needs is not there (or it would divide by zero).
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Annotated, Any, Literal, Protocol, TypeAlias

from pydantic import Discriminator, Field, Tag, model_validator

from boardkit.conditions import Condition, Operand, Reader
from boardkit.frozen import Frozen
from boardkit.goalposts import credit_of


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


class Sum(Frozen):
    """The sum of its terms."""

    sum: tuple[Formula, ...] = Field(min_length=2)

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing."""
        terms = _values(self.sum, figures)
        return None if terms is None else sum(terms)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.sum


class Difference(Frozen):
    """The first less the second."""

    difference: tuple[Formula, Formula]

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing."""
        terms = _values(self.difference, figures)
        return None if terms is None else terms[0] - terms[1]

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.difference


class Product(Frozen):
    """The product of its factors."""

    product: tuple[Formula, ...] = Field(min_length=2)

    def value(self, figures: Figures) -> float | None:
        """None when a factor is missing."""
        terms = _values(self.product, figures)
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
        terms = _values(self.ratio, figures)
        return None if terms is None or terms[1] == 0 else terms[0] / terms[1]

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.ratio


class Power(Frozen):
    """The first raised to the second; a square root is a power of 0.5."""

    power: tuple[Formula, Formula]

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing, or there is no such power: the root of a number under nought."""
        terms = _values(self.power, figures)
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


class Lowest(Frozen):
    """The lowest of its terms."""

    lowest: tuple[Formula, ...] = Field(min_length=2)

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing."""
        terms = _values(self.lowest, figures)
        return None if terms is None else min(terms)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.lowest


class Highest(Frozen):
    """The highest of its terms."""

    highest: tuple[Formula, ...] = Field(min_length=2)

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing."""
        terms = _values(self.highest, figures)
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
        pairs = (_values(pair, figures) for pair in zip(self.average, weights, strict=True))
        known = [pair for pair in pairs if pair is not None]
        total = sum(weight for _, weight in known)
        if len(known) < self.at_least or total <= 0:
            return None
        return sum(value * weight for value, weight in known) / total

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return (*self.average, *self.weights)


class Deviation(Frozen):
    """How far its terms lie apart: their standard deviation, as of a whole population."""

    deviation: tuple[Formula, ...] = Field(min_length=2)

    def value(self, figures: Figures) -> float | None:
        """None when a term is missing."""
        terms = _values(self.deviation, figures)
        return None if terms is None else statistics.pstdev(terms)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return self.deviation


class Along(Frozen):
    """A value read off straight lines between goalposts, and held at the ends, as in a score."""

    along: Formula
    goalposts: tuple[tuple[float, float], ...] = Field(
        min_length=2, description="Pairs of a value and what it becomes, values rising."
    )
    scale: Literal["linear", "log"] = Field(
        "linear", description="log: straight lines in the logarithm of the value."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Along:
        values = [value for value, _ in self.goalposts]
        if any(high <= low for low, high in pairwise(values)):
            raise ValueError("list the goalposts from the lowest value to the highest")
        if self.scale == "log" and values[0] <= 0:
            raise ValueError("the goalposts of “scale: log” start above 0")
        return self

    def value(self, figures: Figures) -> float | None:
        """None when the value is missing."""
        value = evaluate(self.along, figures)
        return None if value is None else credit_of(value, self.goalposts, self.scale)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return (self.along,)


class Clip(Frozen):
    """A value held between two bounds."""

    clip: Formula
    low: float
    high: float

    def value(self, figures: Figures) -> float | None:
        """None when the value is missing."""
        value = evaluate(self.clip, figures)
        return None if value is None else min(max(value, self.low), self.high)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return (self.clip,)


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


class Choice(Frozen):
    """One formula when a condition is true, another when it is not."""

    when: Condition
    then: Formula
    otherwise: Formula

    def value(self, figures: Figures) -> float | None:
        """An unknown condition counts as not true."""
        return evaluate(self.then if self.when.truth(figures) else self.otherwise, figures)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return (self.then, self.otherwise)


class Lookup(Frozen):
    """A number for each level or option of an answer."""

    lookup: Operand
    values: dict[str, float] = Field(description="By the level's number or the option's id.")

    def value(self, figures: Figures) -> float | None:
        """None when there is no answer, or none for it in the list."""
        return self.values.get(str(figures.read(self.lookup)))

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside: none."""
        return ()


class WeightedMean(Frozen):
    """The mean of one column of a table, weighted by another; levels count with their points."""

    weighted_mean: str = Field(description="The id of a column.")
    by: str = Field(description="The id of the column of weights.")
    table: str = Field(description="The id of a table question.")

    def value(self, figures: Figures) -> float | None:
        """None when no row has both, or the weights sum to nought."""
        total = weights = 0.0
        for row in figures.rows(self.table):
            weight = row.get(self.by)
            credit = figures.level_credit(
                self.table, self.weighted_mean, row.get(self.weighted_mean)
            )
            if weight is None or credit is None:
                continue
            total += weight * credit
            weights += weight
        return total / weights if weights > 0 else None

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside: none."""
        return ()


class ClassShare(Frozen):
    """The share (percent) of revenue that the product lines in some classes hold."""

    class_share: tuple[str, ...] = Field(min_length=1, description="Ids of position classes.")

    def value(self, figures: Figures) -> float | None:
        """None when there is no table of product lines."""
        return figures.class_share(self.class_share)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside: none."""
        return ()


_KINDS = {
    "sum": "sum",
    "difference": "difference",
    "product": "product",
    "ratio": "ratio",
    "power": "power",
    "ln": "ln",
    "exp": "exp",
    "lowest": "lowest",
    "highest": "highest",
    "average": "average",
    "deviation": "deviation",
    "along": "along",
    "clip": "clip",
    "first": "first",
    "when": "choice",
    "lookup": "lookup",
    "weighted_mean": "weighted_mean",
    "class_share": "class_share",
}


def _kind(value: Any) -> str:
    if isinstance(value, int | float):
        return "number"
    keys = value if isinstance(value, Mapping) else getattr(type(value), "model_fields", ())
    return next((kind for key, kind in _KINDS.items() if key in keys), "operand")


Formula: TypeAlias = Annotated[
    Annotated[float, Tag("number")]
    | Annotated[Sum, Tag("sum")]
    | Annotated[Difference, Tag("difference")]
    | Annotated[Product, Tag("product")]
    | Annotated[Ratio, Tag("ratio")]
    | Annotated[Power, Tag("power")]
    | Annotated[Logarithm, Tag("ln")]
    | Annotated[Exponential, Tag("exp")]
    | Annotated[Lowest, Tag("lowest")]
    | Annotated[Highest, Tag("highest")]
    | Annotated[Average, Tag("average")]
    | Annotated[Deviation, Tag("deviation")]
    | Annotated[Along, Tag("along")]
    | Annotated[Clip, Tag("clip")]
    | Annotated[First, Tag("first")]
    | Annotated[Choice, Tag("choice")]
    | Annotated[Lookup, Tag("lookup")]
    | Annotated[WeightedMean, Tag("weighted_mean")]
    | Annotated[ClassShare, Tag("class_share")]
    | Annotated[Operand, Tag("operand")],
    Discriminator(_kind),
]


def evaluate(formula: Formula, figures: Figures) -> float | None:
    """The value of a formula for the given figures; None when something is missing."""
    if isinstance(formula, int | float):
        return float(formula)
    if isinstance(formula, Operand):
        return figures.number(formula)
    return formula.value(figures)


def operands(formula: Formula) -> Iterator[Operand]:
    """Everything that a formula reads, its conditions included."""
    if isinstance(formula, int | float):
        return
    if isinstance(formula, Operand):
        yield formula
        return
    if isinstance(formula, WeightedMean):
        yield Operand(question=formula.table, part=formula.weighted_mean)
        yield Operand(question=formula.table, part=formula.by)
    if isinstance(formula, Lookup):
        yield formula.lookup
    if isinstance(formula, Choice):
        yield from formula.when.operands()
    for member in formula.members():
        yield from operands(member)


def reads_position(formula: Formula) -> bool:
    """Whether a formula reads how the product lines are classified."""
    if isinstance(formula, int | float | Operand):
        return False
    return isinstance(formula, ClassShare) or any(map(reads_position, formula.members()))


def _values(formulas: Sequence[Formula], figures: Figures) -> list[float] | None:
    values = [evaluate(formula, figures) for formula in formulas]
    known = [value for value in values if value is not None]
    return known if len(known) == len(values) else None


def _computed(function: Callable[..., float], *terms: float) -> float | None:
    try:
        return function(*terms)
    except (ValueError, OverflowError):
        return None


for _model in (
    Sum, Difference, Product, Ratio, Power, Logarithm, Exponential, Lowest, Highest, Average,
    Deviation, Along, Clip, First, Choice,
):  # fmt: skip
    _model.model_rebuild()
