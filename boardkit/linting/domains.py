"""What an answer, a part of one, a derived value or a table's cell can hold."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from boardkit.conditions import Operand
from boardkit.questionnaire import Questionnaire
from boardkit.questions import (
    ChoicePart,
    Column,
    LevelColumn,
    LevelQuestion,
    MoneyQuestion,
    MultipleQuestion,
    NumberColumn,
    NumberPart,
    NumberQuestion,
    Option,
    Part,
    PercentQuestion,
    Question,
    RangePart,
    RangeQuestion,
    SeriesQuestion,
    SingleQuestion,
    SplitQuestion,
    TableQuestion,
    ValuesQuestion,
    YesNoColumn,
)


class Kind(Enum):
    """Kinds of value, as a sentence calls them."""

    LEVEL = "a choice of levels"
    CHOICE = "a choice of one option"
    SEVERAL = "a choice of several options"
    NUMBER = "a number"
    RANGE = "a range"
    YES_NO = "yes or no"
    PARTS = "an answer of several parts"
    SERIES = "a series"
    TABLE = "a table"
    TEXT = "a text"


@dataclass(frozen=True)
class Domain:
    """The values that something can take."""

    kind: Kind
    options: tuple[Option, ...] = ()
    levels: int = 0
    minimum: float = -math.inf
    maximum: float = math.inf

    @property
    def ids(self) -> tuple[str, ...]:
        """The options, or the levels, as a lookup names them."""
        if self.kind is Kind.LEVEL:
            return tuple(str(level) for level in range(self.levels))
        return tuple(option.id for option in self.options)


NUMBER = Domain(Kind.NUMBER)


def domain_of(questionnaire: Questionnaire, operand: Operand) -> Domain | None:
    """What an operand can hold; None when it names nothing that exists."""
    if operand.derived is not None:
        known = any(derived.id == operand.derived for derived in questionnaire.derived)
        return NUMBER if known else None
    if operand.column is not None:
        column = _row_columns(questionnaire).get(operand.column)
        return None if column is None else domain_of_column(column)
    if operand.question is None or not questionnaire.has_question(operand.question):
        return None
    return domain_of_answer(questionnaire.question(operand.question), operand.part)


def _row_columns(questionnaire: Questionnaire) -> dict[str, Column]:
    """The columns that tests on a row can read."""
    position = questionnaire.roles.position
    if position is None or not questionnaire.has_question(position.table):
        return {}
    table = questionnaire.question(position.table)
    return {c.id: c for c in table.columns} if isinstance(table, TableQuestion) else {}


def domain_of_answer(question: Question, part: str | None) -> Domain | None:
    """What a question's answer, or a part of it, can hold; None when there is no such part."""
    if part is None:
        return _domain_of_whole(question)
    if isinstance(question, ValuesQuestion):
        return next((_domain_of_part(p) for p in question.parts if p.id == part), None)
    if part not in question.part_ids():
        return None
    if isinstance(question, SplitQuestion):
        return Domain(Kind.NUMBER, minimum=0, maximum=100)
    if isinstance(question, RangeQuestion):
        return _numbers(question)
    return Domain(Kind.TABLE)


def _domain_of_whole(question: Question) -> Domain:
    if isinstance(question, LevelQuestion):
        return Domain(Kind.LEVEL, levels=len(question.levels))
    if isinstance(question, SingleQuestion):
        return Domain(Kind.CHOICE, question.options)
    if isinstance(question, MultipleQuestion):
        return Domain(Kind.SEVERAL, question.options)
    if isinstance(question, NumberQuestion | PercentQuestion | MoneyQuestion):
        return _numbers(question)
    if isinstance(question, RangeQuestion):
        return Domain(Kind.RANGE)
    if isinstance(question, SplitQuestion | ValuesQuestion):
        return Domain(Kind.PARTS)
    if isinstance(question, SeriesQuestion):
        return Domain(Kind.SERIES)
    return Domain(Kind.TABLE if isinstance(question, TableQuestion) else Kind.TEXT)


def _domain_of_part(part: Part) -> Domain:
    if isinstance(part, ChoicePart):
        return Domain(Kind.CHOICE, part.options)
    return Domain(Kind.RANGE) if isinstance(part, RangePart) else _numbers(part)


def domain_of_column(column: Column) -> Domain:
    """What a cell of a table's column can hold."""
    if isinstance(column, NumberColumn):
        return _numbers(column)
    if isinstance(column, LevelColumn):
        return Domain(Kind.LEVEL, levels=len(column.levels))
    return Domain(Kind.YES_NO if isinstance(column, YesNoColumn) else Kind.TEXT)


def _numbers(
    bounded: NumberQuestion
    | PercentQuestion
    | MoneyQuestion
    | RangeQuestion
    | NumberPart
    | NumberColumn,
) -> Domain:
    low = -math.inf if bounded.minimum is None else bounded.minimum
    high = math.inf if bounded.maximum is None else bounded.maximum
    return Domain(Kind.NUMBER, minimum=low, maximum=high)
