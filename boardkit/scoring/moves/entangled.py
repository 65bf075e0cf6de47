"""Which answers, when raised, change more than their own indicator.

Raising an answer can hide a question, show one, or lift a gate. Every such effect goes through a
comparison of a condition, so answers that leave all comparisons as they are may be raised freely, and
those that do not fall into classes: within a class, everything but the indicator itself is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from boardkit.conditions import (
    All,
    AnyOf,
    Compare,
    Condition,
    Named,
    Not,
    Operand,
)
from boardkit.formulas import Formula, operands, reads_position
from boardkit.methodology import Gate
from boardkit.questionnaire import Questionnaire
from boardkit.scoring.engine import Scoring
from boardkit.scoring.moves.raising import Raise, raised
from boardkit.scoring.scheme import Scheme

Option = Raise | None  # None: as it is
Class = tuple[Option, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Watched:
    """One comparison that decides what is asked, or whether a gate is bound."""

    comparison: Compare
    reads: frozenset[str]  # ids of the questions and derived values behind it


def classes_of(
    scoring: Scoring, raises: Mapping[str, tuple[Raise, ...]], shared: frozenset[int]
) -> Mapping[str, tuple[Class, ...]]:
    """Each question that can be raised → its options, in classes that have the same side effects.

    Where a class cannot be told by comparisons, each option is its own: a value from which another
    indicator is derived, a comparison of two answers, an indicator in ``shared`` rows.
    """
    watched = _watched(scoring.scheme)
    found: dict[str, tuple[Class, ...]] = {}
    for question, ways in raises.items():
        options: Class = (None, *ways)
        touched = frozenset({ways[0].derived_id(scoring) or question})
        near = [one for one in watched if one.reads & touched]
        apart = (
            ways[0].row in shared
            or _feeds_another(scoring, ways[0].row, touched)
            or any(len(one.reads & raises.keys()) > 1 for one in near)
        )
        each = tuple((option,) for option in options)
        found[question] = each if apart else _alike(scoring, options, near)
    return found


def _alike(scoring: Scoring, options: Class, near: Sequence[Watched]) -> tuple[Class, ...]:
    """The options, those together under which every comparison comes out the same."""
    if not near:
        return (options,)
    groups: dict[tuple[bool | None, ...], list[Option]] = {}
    for option in options:
        reading = raised(scoring, [option] if option else []).reading
        truths = tuple(one.comparison.truth(reading) for one in near)
        groups.setdefault(truths, []).append(option)
    return tuple(tuple(group) for group in groups.values())


def _feeds_another(scoring: Scoring, row: int, touched: frozenset[str]) -> bool:
    """Whether another indicator is derived from what is raised."""
    questionnaire = scoring.questionnaire
    return any(
        one.derived is not None and touched & _behind(questionnaire, one.derived.formula)
        for other, one in enumerate(scoring.scheme.indicators)
        if other != row
    )


@lru_cache(maxsize=64)
def _watched(scheme: Scheme) -> tuple[Watched, ...]:
    questionnaire = scheme.questionnaire
    conditions = [q.asked_if for q in questionnaire.questions if q.asked_if is not None]
    conditions += [gate.when for gate in gates_of(scheme)]
    found = [one for condition in conditions for one in _comparisons(questionnaire, condition)]
    return tuple(Watched(one, _read_by(questionnaire, one)) for one in found)


def gates_of(scheme: Scheme) -> tuple[Gate, ...]:
    """Every gate of the method."""
    return tuple(gate for composite in scheme.method.composites for gate in composite.gates)


def read_by_gate(questionnaire: Questionnaire, gate: Gate) -> frozenset[str]:
    """The ids of the questions and derived values that a gate reads."""
    found = (_read_by(questionnaire, one) for one in _comparisons(questionnaire, gate.when))
    return frozenset().union(*found)


def _comparisons(questionnaire: Questionnaire, condition: Condition) -> Iterator[Compare]:
    """Every comparison inside a condition, those of shared conditions too."""
    if isinstance(condition, Compare):
        yield condition
    elif isinstance(condition, Named):
        yield from _comparisons(questionnaire, questionnaire.conditions[condition.condition])
    elif isinstance(condition, Not):
        yield from _comparisons(questionnaire, condition.not_)
    elif isinstance(condition, All | AnyOf):
        for member in condition.all if isinstance(condition, All) else condition.any:
            yield from _comparisons(questionnaire, member)


def _read_by(questionnaire: Questionnaire, comparison: Compare) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for operand in comparison.operands():
        found |= _of_operand(questionnaire, operand)
    return found


def _of_operand(questionnaire: Questionnaire, operand: Operand) -> frozenset[str]:
    if operand.derived is not None:
        inner = questionnaire.derived_value(operand.derived)
        return frozenset({operand.derived}) | _behind(questionnaire, inner.formula)
    return frozenset({operand.question}) if operand.question is not None else frozenset()


def _behind(questionnaire: Questionnaire, formula: Formula) -> frozenset[str]:
    """The ids of the questions and derived values that a formula rests on."""
    found: frozenset[str] = frozenset()
    for operand in operands(formula):
        found |= _of_operand(questionnaire, operand)
    position = questionnaire.roles.position
    if position is not None and reads_position(formula):
        found |= {position.table}
    return found
