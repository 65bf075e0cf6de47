"""What nothing reads: options, questions, conditions, derived values, modules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardkit.conditions import Compare, Operand
from boardkit.english import listed
from boardkit.faults import Fault
from boardkit.formulas import Lookup
from boardkit.linting.walking import (
    conditions,
    formulas,
    inside_condition,
    inside_formula,
    questions,
    reads,
    shared_conditions_used,
)
from boardkit.questionnaire import Questionnaire
from boardkit.questions import MultipleQuestion, Question, SingleQuestion
from boardkit.sources import Loc

_PLACEHOLDER = re.compile(r"\{([A-Za-z0-9_-]+)[^{}]*\}")


def unused(questionnaire: Questionnaire) -> Iterator[Fault]:
    """What could be taken out without changing anything."""
    yield from _conditions(questionnaire)
    yield from _derived(questionnaire)
    yield from _modules(questionnaire)
    yield from _answers(questionnaire)
    yield from _evidence_days(questionnaire)


def _conditions(q: Questionnaire) -> Iterator[Fault]:
    used = {name for _, name, _ in shared_conditions_used(q)}
    for name in q.conditions:
        if name not in used:
            yield Fault(f"Nothing uses the condition {name}.", "Remove it.", ("conditions", name))


def _derived(q: Questionnaire) -> Iterator[Fault]:
    used = {read.operand.derived for read in reads(q)} | _told(q)
    for i, derived in enumerate(q.derived):
        if derived.id not in used and derived.shown_with is None and derived.score is None:
            what = f"Nothing reads the derived value {derived.id}."
            remedy = "Show it with a question (“shown_with”), or remove it."
            yield Fault(what, remedy, ("derived", i))


def _modules(q: Questionnaire) -> Iterator[Fault]:
    used = {question.module for question in q.questions}
    for i, module in enumerate(q.modules):
        if module.id not in used:
            what = f"No question is in the module {module.id}."
            yield Fault(what, "Put one in, or remove the module.", ("modules", i))


def _evidence_days(q: Questionnaire) -> Iterator[Fault]:
    used = {question.type for question in q.questions if question.evidence_days is None}
    for name in q.methodology.evidence_days.by_type:
        if name not in used:
            what = f"“evidence_days” names the type {name}, and no question of it reads that."
            yield Fault(what, "Remove it.", ("methodology", "evidence_days", "by_type", name))


def _told(q: Questionnaire) -> set[str | None]:
    """What the messages of checks name."""
    return {name for check in q.checks for name in _PLACEHOLDER.findall(check.message)}


def _answers(q: Questionnaire) -> Iterator[Fault]:
    """Answers that are neither printed nor scored, and which nothing tells apart."""
    read = {one.operand.question for one in reads(q)} | _told(q) | _roles(q)
    told = _told(q) | _roles(q)
    named = _options_named(q)
    for loc, question in questions(q):
        if question.printed or question.score is not None:
            continue
        if question.id not in read:
            what = f"{question.id} is neither printed nor scored, and nothing reads its answer."
            yield Fault(what, "Remove it, or leave out “printed: false”.", loc)
        elif question.id not in told:
            yield from _options(question, named.get(question.id, set()), loc)


def _roles(q: Questionnaire) -> set[str | None]:
    """The questions that roles read whole."""
    roles = q.roles
    table = roles.position.table if roles.position else None
    largest = roles.concentration.question if roles.concentration else None
    return {roles.prior_view, roles.archetype, table, largest}


def _options_named(q: Questionnaire) -> dict[str, set[str]]:
    """The options that conditions and lookups name, by question."""
    named: dict[str, set[str]] = {}
    for stated in conditions(q):
        for _, condition in inside_condition(stated.condition, stated.loc):
            if isinstance(condition, Compare) and not isinstance(condition.other, Operand):
                named.setdefault(condition.question or "", set()).add(str(condition.other))
    for computed in formulas(q):
        for _, formula in inside_formula(computed.formula, computed.loc):
            if isinstance(formula, Lookup):
                named.setdefault(formula.lookup.question or "", set()).update(formula.values)
    return named


def _options(question: Question, named: set[str], loc: Loc) -> Iterator[Fault]:
    if not isinstance(question, SingleQuestion | MultipleQuestion):
        return
    idle = [i for i, option in enumerate(question.options) if option.id not in named]
    ids = [question.options[i].id for i in idle]
    remedy = "Name one in a condition or a lookup, print the answer, or remove an option."
    if isinstance(question, MultipleQuestion):
        for i, option in zip(idle, ids, strict=True):
            what = f"Nothing reads the option {option} of {question.id}."
            yield Fault(what, remedy, (*loc, "options", i))
    elif len(idle) > 1:  # a single one that is left over stands for “none of the others”
        what = f"Nothing tells the options {listed(ids)} of {question.id} apart."
        yield Fault(what, remedy, (*loc, "options", idle[0]))
