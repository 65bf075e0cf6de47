"""What the answers say about one input: its range, which questions it comes from, who said it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from boardkit.assessment import Answer
from boardkit.conditions import UNKNOWN, Missing, Operand, Truth
from boardkit.formulas import Formula, evaluate, operands, reads_position
from boardkit.methodology import Basis
from boardkit.questionnaire import Questionnaire
from boardkit.reading import Reading, Standing


@dataclass(frozen=True, slots=True)
class Figure:
    """A formula's value for the answers: likely, and where a range was answered its ends."""

    low: float
    likely: float
    high: float

    @property
    def is_range(self) -> bool:
        """Whether the answers gave one."""
        return self.low < self.high


def figure_of(formula: Formula, reading: Reading) -> Figure | None:
    """The value at each end of every range that it reads; None while something is missing."""
    likely = evaluate(formula, reading)
    if likely is None:
        return None
    ends = [evaluate(formula, _End(reading, end)) for end in ("low", "high")]
    low, high = sorted(likely if end is None else end for end in ends)
    return Figure(min(low, likely), likely, max(high, likely))


class _End:
    """The answers with every range at one of its ends."""

    def __init__(self, reading: Reading, end: str) -> None:
        self._reading = reading
        self._end = end

    def number(self, operand: Operand) -> float | None:
        """As the reading's own, but for ranges and what is derived from them."""
        if operand.derived is not None:
            derived = self._reading.questionnaire.derived_value(operand.derived)
            return evaluate(derived.formula, self)
        value = self._reading.read(operand)
        if isinstance(value, Mapping) and self._end in value:
            return float(value[self._end])
        return self._reading.number(operand)

    def read(self, operand: Operand) -> Any:
        """What conditions and lookups read."""
        return self._reading.read(operand)

    def is_answered(self, question: str) -> bool:
        """Whether the question was asked and answered."""
        return self._reading.is_answered(question)

    def truth_of(self, name: str) -> Truth:
        """Whether the shared condition of that name holds."""
        return self._reading.truth_of(name)

    def rows(self, table: str) -> tuple[Mapping[str, Any], ...]:
        """The rows of a table."""
        return self._reading.rows(table)

    def level_credit(self, table: str, column: str, value: Any) -> float | None:
        """The points of a level in a table's column."""
        return self._reading.level_credit(table, column, value)

    def class_share(self, classes: tuple[str, ...]) -> float | None:
        """The share of product lines in these classes."""
        return self._reading.class_share(classes)


def operands_of(questionnaire: Questionnaire, formula: Formula) -> Iterator[Operand]:
    """Every answer that a formula reads, through derived values too."""
    for operand in operands(formula):
        if operand.derived is not None:
            inner = questionnaire.derived_value(operand.derived).formula
            yield from operands_of(questionnaire, inner)
        elif operand.question is not None:
            yield operand
    position = questionnaire.roles.position
    if position is not None and reads_position(formula):
        yield Operand(question=position.table)


def questions_of(questionnaire: Questionnaire, formula: Formula) -> tuple[str, ...]:
    """The questions that a formula reads, in the questionnaire's order."""
    read = {operand.question for operand in operands_of(questionnaire, formula)}
    return tuple(question.id for question in questionnaire.questions if question.id in read)


def missing_for(formula: Formula, reading: Reading) -> tuple[str, ...]:
    """The questions that could still be answered, and whose answers the formula lacks."""
    lacking = {
        operand.question
        for operand in operands_of(reading.questionnaire, formula)
        if _is_unknown(operand, reading)
    }
    return tuple(q.id for q in reading.questionnaire.questions if q.id in lacking)


def _is_unknown(operand: Operand, reading: Reading) -> bool:
    whole = reading.read(Operand(question=operand.question))
    if isinstance(whole, Missing | list):
        return whole is UNKNOWN
    return reading.read(operand) is UNKNOWN


@dataclass(frozen=True, slots=True)
class Testimony:
    """Who gave the answers behind an input, when, and how they know; the weakest link of each."""

    owner: str
    oldest: date | None
    basis: Basis


def testimony_of(formula: Formula, reading: Reading) -> Testimony:
    """Of the answers that a formula rests on."""
    method = reading.questionnaire.methodology
    given = list(_answers_behind(formula, reading))
    owners = dict.fromkeys(answer.author for answer, _ in given if answer.author)
    days = [answer.at.date() for answer, _ in given if answer.at is not None]
    bases = [method.basis_of(basis) for answer, part in given for basis in _bases(answer, part)]
    weakest = min(bases, key=method.basis.index, default=method.basis[0])
    return Testimony(", ".join(owners), min(days, default=None), weakest)


def _answers_behind(formula: Formula, reading: Reading) -> Iterator[tuple[Answer, str | None]]:
    for operand in operands_of(reading.questionnaire, formula):
        assert operand.question is not None
        answer = reading.answer(operand.question)
        if answer is not None and reading.standing(operand.question) is Standing.ANSWERED:
            yield answer, operand.part


def _bases(answer: Answer, part: str | None) -> tuple[str | None, ...]:
    if isinstance(answer.value, list) and answer.bases:
        rows = range(len(answer.value))
        return tuple(answer.bases.get(str(row), answer.basis) for row in rows)
    return (answer.basis_of(part),)
