"""Conditions that no answer makes true, or none makes false."""

from __future__ import annotations

from collections.abc import Iterator

from boardkit.conditions import Compare, Condition, Named, Operand
from boardkit.english import listed
from boardkit.faults import Fault, shown
from boardkit.linting.walking import Role, Stated, conditions, members, named
from boardkit.linting.worlds import Truths, rows_that_pass, truths_of
from boardkit.questionnaire import Questionnaire
from boardkit.sources import Loc

# By what a condition is for: what follows when it is never true, and when it is never false.
_FOLLOWS: dict[Role, tuple[tuple[str, str], tuple[str, str]]] = {
    "asked_if": (
        ("{} is never asked", "Change the condition, or remove the question."),
        ("{} is always asked", "Remove “asked_if”, or change it."),
    ),
    "check": (
        ("{} always warns", "Change the condition, or remove the check."),
        ("{} never warns", "Change the condition, or remove the check."),
    ),
    "gate": (
        ("{} never caps anything", "Change the condition, or remove the gate."),
        ("{} always caps", "Change the condition, or remove the gate."),
    ),
    "proof": (
        ("{} is never proven", "Change “proven_if”."),
        ("{} is always proven", "Remove “proven_if”, or change it."),
    ),
    "choice": (
        ("{} never takes “then”", "Change the condition, or keep “otherwise” alone."),
        ("{} never takes “otherwise”", "Change the condition, or keep “then” alone."),
    ),
    "shared": (
        ("{} decides nothing", "Change it, or remove it."),
        ("{} decides nothing", "Change it, or remove it."),
    ),
}


def dead_branches(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Conditions, or parts of one, that come out the same whatever is answered."""
    search = _Search(questionnaire)
    for stated in conditions(questionnaire):
        if not stated.on_row:
            yield from search.faults_of(stated)
    yield from _classes_out_of_reach(questionnaire)


class _Search:
    """Looks for the innermost parts that never change, and keeps what it finds."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self._known: dict[Condition, Truths | None] = {}

    def faults_of(self, stated: Stated) -> Iterator[Fault]:
        for loc, condition in self._fixed(stated.loc, stated.condition):
            if not isinstance(condition, Named):
                never = True not in self._truths(condition)
                yield self._fault(stated, loc, condition, never=never)

    def _truths(self, condition: Condition) -> Truths:
        """The truths that it can have; both, when there are too many answers to try."""
        if condition not in self._known:
            self._known[condition] = truths_of(self._questionnaire, condition)
        return self._known[condition] or frozenset({True, False})

    def _fixed(self, loc: Loc, condition: Condition) -> list[tuple[Loc, Condition]]:
        inside = [
            fixed
            for inner_loc, member in members(condition, loc)
            for fixed in self._fixed(inner_loc, member)
        ]
        if not inside and not {True, False} <= self._truths(condition):
            return [(loc, condition)]
        return inside

    def _fault(self, stated: Stated, loc: Loc, condition: Condition, *, never: bool) -> Fault:
        truth = "true" if never else "false"
        if loc != stated.loc:
            what = f"{stated.whose}: {_called(condition)} is {truth} for no answers."
            return Fault(what, "Change it, or remove it.", loc)
        follows, remedy = _FOLLOWS[stated.role][0 if never else 1]
        what = f"{follows.format(stated.whose)}: its condition is {truth} for no answers."
        if stated.role == "shared":
            hangs = self._asked_by(stated, "never" if never else "always")
            what = f"{stated.whose} is {truth} for no answers{hangs}."
        return Fault(what, remedy, loc)

    def _asked_by(self, stated: Stated, when: str) -> str:
        """“, so B01 and B02 are never asked”."""
        name = str(stated.loc[-1])
        hangs_on_it = [
            question.id
            for question in self._questionnaire.questions
            if question.asked_if == Named(condition=name)
        ]
        if not hangs_on_it:
            return ""
        verb = "are" if len(hangs_on_it) > 1 else "is"
        return f", so {listed(hangs_on_it)} {verb} {when} asked"


def _called(condition: Condition) -> str:
    """A part of a condition, in words."""
    if not isinstance(condition, Compare):
        return "this part of its condition"
    left, operator = named(condition), condition.operator.replace("_", " ")
    other = condition.other
    right = named(other) if isinstance(other, Operand) else str(shown(other)).strip("“”")
    return f"“{left} {operator} {right}”"


def _classes_out_of_reach(questionnaire: Questionnaire) -> Iterator[Fault]:
    position = questionnaire.roles.position
    if position is None:
        return
    reached = rows_that_pass(questionnaire, tuple(kind.when for kind in position.classes))
    for i, kind in enumerate(position.classes):
        if reached is not None and i not in reached:
            what = f"No row can be of class {kind.id}: a class before it takes every row that fits."
            remedy = "Move it up, change its condition, or remove it."
            yield Fault(what, remedy, ("roles", "position", "classes", i, "when"))
