"""What the things that conditions and formulas name can hold."""

from __future__ import annotations

from boardkit.conditions import Operand
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Column, Domain, Kind, TableQuestion

NUMBER = Domain(Kind.NUMBER)


def domain_of(questionnaire: Questionnaire, operand: Operand) -> Domain | None:
    """What an operand can hold; None when it names nothing that exists."""
    if operand.derived is not None:
        known = any(derived.id == operand.derived for derived in questionnaire.derived)
        return NUMBER if known else None
    if operand.column is not None:
        column = _row_columns(questionnaire).get(operand.column)
        return None if column is None else column.domain()
    if operand.question is None or not questionnaire.has_question(operand.question):
        return None
    question = questionnaire.question(operand.question)
    return question.domain() if operand.part is None else question.part_domain(operand.part)


def _row_columns(questionnaire: Questionnaire) -> dict[str, Column]:
    """The columns that tests on a row can read."""
    position = questionnaire.roles.position
    if position is None or not questionnaire.has_question(position.table):
        return {}
    table = questionnaire.question(position.table)
    return {c.id: c for c in table.columns} if isinstance(table, TableQuestion) else {}
