"""An assessment as its questionnaire reads it: what is asked, what is hidden, what follows.

The answers *on path* are those of questions that are asked. A hidden answer is kept but read by
nothing, so that showing its question again brings it back, and so that it is never scored.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cached_property
from typing import Any

from boardkit.assessment import Answer, Assessment
from boardkit.conditions import ABSENT, UNKNOWN, Missing, Operand, Truth
from boardkit.formulas import evaluate
from boardkit.methodology import Check, Derived, Position, PositionClass
from boardkit.questionnaire import Questionnaire
from boardkit.questions import (
    LevelColumn,
    Question,
    TableQuestion,
)


class Standing(Enum):
    """How a question stands in an assessment."""

    OUT = "outside the chosen modules"
    HIDDEN = "not asked"
    OPEN = "asked, not answered yet"
    ANSWERED = "answered"
    DONT_KNOW = "don't know"
    NOT_APPLICABLE = "not applicable"


_STANDING = {
    "answered": Standing.ANSWERED,
    "dont_know": Standing.DONT_KNOW,
    "not_applicable": Standing.NOT_APPLICABLE,
}


class Reading:
    """The answers on path, and every value that conditions and formulas can ask for."""

    def __init__(self, questionnaire: Questionnaire, assessment: Assessment) -> None:
        self.questionnaire = questionnaire
        self.assessment = assessment
        self._modules = frozenset(assessment.modules_of(questionnaire))
        self._standing: dict[str, Standing] = {}
        self._derived: dict[str, float | None] = {}
        self._truths: dict[str, Truth] = {}

    def standing(self, question_id: str) -> Standing:
        """How the question stands."""
        standing = self._standing.get(question_id)
        if standing is None:
            standing = self._standing[question_id] = self._find_standing(question_id)
        return standing

    def _find_standing(self, question_id: str) -> Standing:
        question = self.questionnaire.question(question_id)
        if question.module not in self._modules:
            return Standing.OUT
        if question.asked_if is not None and question.asked_if.truth(self) is False:
            return Standing.HIDDEN
        answer = self.assessment.answers.get(question_id)
        return Standing.OPEN if answer is None else _STANDING[answer.state]

    def answer(self, question_id: str) -> Answer | None:
        """The answer on path, whatever its state."""
        if self.standing(question_id) in (Standing.OUT, Standing.HIDDEN):
            return None
        return self.assessment.answers.get(question_id)

    def asked(self) -> tuple[Question, ...]:
        """The questions that are asked, in order."""
        return self._asked

    @cached_property
    def _asked(self) -> tuple[Question, ...]:
        out = (Standing.OUT, Standing.HIDDEN)
        return tuple(q for q in self.questionnaire.questions if self.standing(q.id) not in out)

    # What conditions read

    def truth_of(self, name: str) -> Truth:
        """Whether the shared condition of that name holds: found once, though many questions ask."""
        if name not in self._truths:
            self._truths[name] = self.questionnaire.conditions[name].truth(self)
        return self._truths[name]

    def is_answered(self, question: str) -> bool:
        """Whether the question was asked and answered with a value."""
        return self.standing(question) is Standing.ANSWERED

    def read(self, operand: Operand) -> Any:
        """The operand's value, UNKNOWN or ABSENT."""
        if operand.derived is not None:
            number = self.derived(operand.derived)
            return UNKNOWN if number is None else number
        assert operand.question is not None, "a column is read from a row"
        standing = self.standing(operand.question)
        if standing in (Standing.HIDDEN, Standing.NOT_APPLICABLE):
            return ABSENT
        if standing is not Standing.ANSWERED:
            return UNKNOWN
        answer = self.assessment.answers[operand.question]
        return part_of(answer.value, operand.part)

    # What formulas read

    def number(self, operand: Operand) -> float | None:
        """The operand as a number, or None."""
        value = self.read(operand)
        if isinstance(value, Mapping):
            value = value.get("likely", UNKNOWN)
        if isinstance(value, Missing) or not isinstance(value, int | float):
            return None
        return float(value)

    def rows(self, table: str) -> tuple[Mapping[str, Any], ...]:
        """The rows of a table question; none when it is not answered."""
        if not self.is_answered(table):
            return ()
        value: Any = self.assessment.answers[table].value
        return tuple(value) if isinstance(value, list) else ()

    def level_credit(self, table: str, column: str, value: Any) -> float | None:
        """The points of a level in a table's column, or the number itself."""
        if value is None:
            return None
        question = self.questionnaire.question(table)
        assert isinstance(question, TableQuestion)
        kind = question.column(column)
        if isinstance(kind, LevelColumn):
            return kind.levels[int(value)].points
        return float(value)

    def class_share(self, classes: tuple[str, ...]) -> float | None:
        """The percent of revenue in product lines of these classes."""
        lines = self.product_lines
        return sum(share for _, share, kind in lines if kind.id in classes) if lines else None

    @cached_property
    def product_lines(self) -> tuple[tuple[str, float, PositionClass], ...]:
        """Each product line's name, percent of revenue, and the first class whose tests it passes."""
        position = self.questionnaire.roles.position
        return () if position is None else _product_lines(position, self)

    def derived(self, derived_id: str) -> float | None:
        """A derived value, or None while something that it needs is missing."""
        if derived_id not in self._derived:
            derived = self.questionnaire.derived_value(derived_id)
            self._derived[derived_id] = evaluate(derived.formula, self)
        return self._derived[derived_id]

    def derived_shown_with(self, question_id: str) -> tuple[tuple[Derived, float], ...]:
        """The derived values that stand under a question, as far as they can be computed."""
        shown = (d for d in self.questionnaire.derived if d.shown_with == question_id)
        values = ((d, self.derived(d.id)) for d in shown)
        return tuple((d, value) for d, value in values if value is not None)

    def disagreements(self) -> tuple[Check, ...]:
        """The checks that do not hold, among answers that were all given."""
        return self._disagreements

    @cached_property
    def _disagreements(self) -> tuple[Check, ...]:
        return tuple(
            check
            for check in self.questionnaire.checks
            if all(self.is_answered(question) for question in check.questions)
            and check.holds.truth(self) is False
        )


def part_of(value: Any, part: str | None) -> Any:
    """One part of a stored value; UNKNOWN when that part was left out."""
    if part is None:
        return value
    if isinstance(value, Mapping):
        found = value.get(part)
        return UNKNOWN if found is None else found
    return UNKNOWN


class _Row:
    """A table's row, as conditions read it."""

    def __init__(self, cells: Mapping[str, Any]) -> None:
        self._cells = cells

    def read(self, operand: Operand) -> Any:
        """The cell; a cell that was left out counts as no."""
        return self._cells.get(operand.column or "", False)

    def is_answered(self, question: str) -> bool:
        """Rows hold no questions."""
        return False

    def truth_of(self, name: str) -> Truth:
        """Rows know no shared conditions."""
        raise KeyError(name)


def _product_lines(
    position: Position, reading: Reading
) -> tuple[tuple[str, float, PositionClass], ...]:
    lines = []
    for number, row in enumerate(reading.rows(position.table), 1):
        kind = _classify(position, _Row(row))
        if kind is not None and row.get(position.share) is not None:
            name = str(row.get(position.name) or f"Line {number}")
            lines.append((name, float(row[position.share]), kind))
    return tuple(lines)


def _classify(position: Position, row: _Row) -> PositionClass | None:
    return next((kind for kind in position.classes if kind.when.truth(row)), None)
