"""Formulas: how a derived value follows from answers, declared in the questionnaire, never coded.

A formula is a number, an operand, or one operation on formulas. Its value is a float, or ``None``
when something that it needs is not there (or it would divide by zero).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Tag

from boardkit.conditions import Operand
from boardkit.formulas.arithmetic import (
    Difference,
    Exponential,
    Logarithm,
    Power,
    Product,
    Ratio,
    Sum,
)
from boardkit.formulas.figures import Figures, evaluate
from boardkit.formulas.several import Average, Deviation, First, Highest, Lowest, Median
from boardkit.formulas.shaping import Along, Choice, Clip, Lookup
from boardkit.formulas.tables import ClassShare, WeightedMean

__all__ = [
    "Along",
    "Average",
    "Choice",
    "ClassShare",
    "Clip",
    "Deviation",
    "Difference",
    "Exponential",
    "Figures",
    "First",
    "Formula",
    "Highest",
    "Logarithm",
    "Lookup",
    "Lowest",
    "Median",
    "Power",
    "Product",
    "Ratio",
    "Sum",
    "WeightedMean",
    "evaluate",
    "operands",
    "reads_position",
]

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
    "median": "median",
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
    | Annotated[Median, Tag("median")]
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


for _model in (
    Sum, Difference, Product, Ratio, Power, Logarithm, Exponential, Lowest, Highest, Average,
    Median, Deviation, Along, Clip, First, Choice,
):  # fmt: skip
    _model.model_rebuild(_types_namespace={"Formula": Formula})
