"""Which questions a figure comes from, through derived values and shared conditions."""

from __future__ import annotations

from collections.abc import Iterable

from boardkit.conditions import Condition, Operand, names_used
from boardkit.formulas import Choice, ClassShare, Formula, operands
from boardkit.questionnaire import Questionnaire


def questions_of_formula(questionnaire: Questionnaire, formula: Formula) -> tuple[str, ...]:
    """The ids of every question that a formula reads, the first read first."""
    found = _of_operands(questionnaire, operands(formula))
    for part in _parts(formula):
        if isinstance(part, ClassShare) and questionnaire.roles.position is not None:
            found.append(questionnaire.roles.position.table)
        elif isinstance(part, Choice):
            found += questions_of_condition(questionnaire, part.when)
    return tuple(dict.fromkeys(found))


def questions_of_condition(questionnaire: Questionnaire, condition: Condition) -> tuple[str, ...]:
    """The ids of every question that a condition reads, the first read first."""
    found = _of_operands(questionnaire, condition.operands())
    for name in names_used(condition):
        found += questions_of_condition(questionnaire, questionnaire.conditions[name])
    return tuple(dict.fromkeys(found))


def _of_operands(questionnaire: Questionnaire, read: Iterable[Operand]) -> list[str]:
    found: list[str] = []
    for operand in read:
        if operand.question is not None:
            found.append(operand.question)
        elif operand.derived is not None:
            derived = questionnaire.derived_value(operand.derived)
            found += questions_of_formula(questionnaire, derived.formula)
    return found


def _parts(formula: Formula) -> list[Formula]:
    """A formula and every formula in it."""
    if isinstance(formula, int | float | Operand):
        return []
    return [formula, *(part for member in formula.members() for part in _parts(member))]
