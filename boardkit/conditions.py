"""Conditions: structured, three-valued statements about answers.

A condition is a tree of *all*, *any*, *not*, *compare* and *answered*. It is true, false or unknown
(``None``): an answer that is not there yet, or is "don't know", makes a comparison unknown, never
false. An answer that cannot come, because its question is hidden or does not apply, makes it false.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from operator import ge, gt, le, lt
from typing import Annotated, Any, Literal, Protocol, TypeAlias, get_args

from pydantic import Discriminator, Field, Tag, model_validator

from boardkit.frozen import Frozen

Truth: TypeAlias = bool | None
Scalar: TypeAlias = bool | int | float | str
Operator: TypeAlias = Literal["is", "includes", "above", "at_least", "below", "at_most"]

OPERATORS: tuple[Operator, ...] = get_args(Operator)


class Missing:
    """Why a value is not there: ``UNKNOWN`` may still come, ``ABSENT`` cannot."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


UNKNOWN = Missing("UNKNOWN")
ABSENT = Missing("ABSENT")


class Operand(Frozen):
    """What a condition or a formula reads: an answer, one part of it, or a derived value."""

    question: str | None = Field(None, description="The id of a question.")
    part: str | None = Field(None, description="The id of one part of that question's answer.")
    derived: str | None = Field(None, description="The id of a derived value.")
    column: str | None = Field(None, description="The id of a column, in a condition on a row.")

    @model_validator(mode="after")
    def _names_one_thing(self) -> Operand:
        named = [name for name in (self.question, self.derived, self.column) if name is not None]
        if len(named) != 1:
            raise ValueError("name exactly one of question, derived or column")
        if self.part is not None and self.question is None:
            raise ValueError("a part belongs to a question: name the question too")
        return self


class Reader(Protocol):
    """Where conditions find values; the answers on path are one, a table's row is another."""

    def read(self, operand: Operand) -> Any:
        """The operand's value, ``UNKNOWN`` or ``ABSENT``."""

    def is_answered(self, question: str) -> bool:
        """Whether the question was asked and answered with a value."""

    def truth_of(self, name: str) -> Truth:
        """Whether the shared condition of that name holds."""


class Compare(Operand):
    """True when the operand stands in the given relation to a value or to another operand."""

    is_: Scalar | None = Field(None, alias="is")
    includes: str | None = Field(None, description="An option that the answer contains.")
    above: float | Operand | None = None
    at_least: float | Operand | None = None
    below: float | Operand | None = None
    at_most: float | Operand | None = None

    @model_validator(mode="after")
    def _compares_once(self) -> Compare:
        given = [name for name in OPERATORS if self._operand(name) is not None]
        if len(given) != 1:
            raise ValueError(f"compare with exactly one of {', '.join(OPERATORS)}")
        return self

    def _operand(self, name: Operator) -> Scalar | Operand | None:
        value: Scalar | Operand | None = getattr(self, "is_" if name == "is" else name)
        return value

    @cached_property  # asked thousands of times at each answer
    def operator(self) -> Operator:
        """The relation that is tested."""
        return next(name for name in OPERATORS if self._operand(name) is not None)

    @cached_property
    def other(self) -> Scalar | Operand:
        """What the operand is compared with."""
        other = self._operand(self.operator)
        assert other is not None
        return other

    def truth(self, reader: Reader) -> Truth:
        """True, false or unknown for what ``reader`` holds."""
        left, other = reader.read(self), self.other
        right = reader.read(other) if isinstance(other, Operand) else other
        if left is ABSENT or right is ABSENT:
            return False
        if left is UNKNOWN or right is UNKNOWN:
            return None
        return _related(left, self.operator, right)

    def operands(self) -> Iterator[Operand]:
        """Everything that is read."""
        yield self
        if isinstance(self.other, Operand):
            yield self.other


_ORDERS: Mapping[Operator, Callable[[float, float], bool]] = {
    "above": gt, "at_least": ge, "below": lt, "at_most": le,
}  # fmt: skip


def _related(left: Any, operator: Operator, right: Any) -> bool:
    if operator == "is":
        return bool(left == right)
    if operator == "includes":
        return right in left
    return _ORDERS[operator](float(left), float(right))


class All(Frozen):
    """True when every member is."""

    all: tuple[Condition, ...] = Field(min_length=1)

    def truth(self, reader: Reader) -> Truth:
        """False as soon as one is false; unknown when one is unknown."""
        truths = [condition.truth(reader) for condition in self.all]
        if False in truths:
            return False
        return None if None in truths else True

    def operands(self) -> Iterator[Operand]:
        """Everything that is read."""
        for condition in self.all:
            yield from condition.operands()


class AnyOf(Frozen):
    """True when at least one member is."""

    any: tuple[Condition, ...] = Field(min_length=1)

    def truth(self, reader: Reader) -> Truth:
        """True as soon as one is true; unknown when one is unknown."""
        truths = [condition.truth(reader) for condition in self.any]
        if True in truths:
            return True
        return None if None in truths else False

    def operands(self) -> Iterator[Operand]:
        """Everything that is read."""
        for condition in self.any:
            yield from condition.operands()


class Not(Frozen):
    """True when its member is false."""

    not_: Condition = Field(alias="not")

    def truth(self, reader: Reader) -> Truth:
        """Unknown stays unknown."""
        truth = self.not_.truth(reader)
        return None if truth is None else not truth

    def operands(self) -> Iterator[Operand]:
        """Everything that is read."""
        return self.not_.operands()


class Answered(Frozen):
    """True when the question was asked and has a value; never unknown."""

    answered: str = Field(description="The id of a question.")

    def truth(self, reader: Reader) -> Truth:
        """Whether there is a value."""
        return reader.is_answered(self.answered)

    def operands(self) -> Iterator[Operand]:
        """Everything that is read."""
        yield Operand(question=self.answered)


class Named(Frozen):
    """A condition that the file states once, under ``conditions:``, and uses in several places."""

    condition: str = Field(description="A name from the file's own conditions.")

    def truth(self, reader: Reader) -> Truth:
        """As the condition that is named."""
        return reader.truth_of(self.condition)

    def operands(self) -> Iterator[Operand]:
        """Nothing by itself: what the named condition reads is read there."""
        return iter(())


def _kind(value: Any) -> str:
    keys = value if isinstance(value, Mapping) else getattr(type(value), "model_fields", ())
    for kind, key in (
        ("all", "all"),
        ("any", "any"),
        ("not", "not"),
        ("not", "not_"),
        ("answered", "answered"),
        ("named", "condition"),
    ):
        if key in keys:
            return kind
    return "compare"


Condition: TypeAlias = Annotated[
    Annotated[All, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[Answered, Tag("answered")]
    | Annotated[Named, Tag("named")]
    | Annotated[Compare, Tag("compare")],
    Discriminator(_kind),
]


def names_used(condition: Condition) -> Iterator[str]:
    """The names of shared conditions that a condition uses, however deep."""
    if isinstance(condition, Named):
        yield condition.condition
    elif isinstance(condition, Not):
        yield from names_used(condition.not_)
    elif isinstance(condition, All):
        for member in condition.all:
            yield from names_used(member)
    elif isinstance(condition, AnyOf):
        for member in condition.any:
            yield from names_used(member)


def comparisons(condition: Condition) -> Iterator[Compare]:
    """Every comparison inside a condition, shared conditions left out."""
    if isinstance(condition, Compare):
        yield condition
    elif isinstance(condition, Not):
        yield from comparisons(condition.not_)
    elif isinstance(condition, All):
        for member in condition.all:
            yield from comparisons(member)
    elif isinstance(condition, AnyOf):
        for member in condition.any:
            yield from comparisons(member)


for _model in (All, AnyOf, Not):
    _model.model_rebuild()
