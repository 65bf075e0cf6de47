"""Which truths a condition can have, found by trying every combination of answers that matters.

Numbers are tried at, below, between and above the values that they are compared with; derived
values are tried as if they were free. So more is tried than can happen, never less: what no try
makes true, no company's answers make true either.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise, product
from typing import Any

from boardkit.conditions import (
    ABSENT,
    UNKNOWN,
    Answered,
    Compare,
    Condition,
    Operand,
    Truth,
    names_used,
)
from boardkit.linting.domains import domain_of
from boardkit.linting.walking import inside_condition
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Domain, Kind

TRIES = 20_000  # combinations, beyond which nothing is said about a condition
OPTIONS = 6  # options of a multiple choice, beyond which the same holds

Truths = frozenset[Truth]
Thing = tuple[str, str, str | None]  # what is read: its kind, its id, its part
Values = Mapping[Thing, Any]

_ANSWERED, _OPEN, _NOT_APPLICABLE = "answered", "open", "not applicable"


def truths_of(questionnaire: Questionnaire, condition: Condition) -> Truths | None:
    """The truths that the condition can have; None when there are too many answers to try."""
    choices = _Choices(questionnaire, _together(questionnaire, condition)).all()
    tries = math.prod(len(values) for values in choices.values())
    if tries > TRIES:
        return None
    found: set[Truth] = set()
    for values in product(*choices.values()):
        world = World(questionnaire, dict(zip(choices, values, strict=True)))
        found.add(condition.truth(world))
        if {True, False} <= found:
            break
    return frozenset(found)


def rows_that_pass(
    questionnaire: Questionnaire, conditions: tuple[Condition, ...]
) -> frozenset[int] | None:
    """Which of several tests on a row can be the first that a row passes."""
    choices = _Choices(questionnaire, conditions).all()
    if math.prod(len(values) for values in choices.values()) > TRIES:
        return None
    found: set[int] = set()
    for values in product(*choices.values()):
        world = World(questionnaire, dict(zip(choices, values, strict=True)))
        passed = (i for i, condition in enumerate(conditions) if condition.truth(world))
        found.update([next(passed, -1)])
    return frozenset(found)


class World:
    """One combination of answers, as conditions read it; hidden questions have none."""

    def __init__(self, questionnaire: Questionnaire, values: Values) -> None:
        self._questionnaire = questionnaire
        self._values = values
        self._hidden: dict[str, bool] = {}

    def read(self, operand: Operand) -> Any:
        """The value tried, UNKNOWN or ABSENT."""
        thing = _thing(operand)
        if operand.question is not None:
            state = self._state(operand.question)
            if state != _ANSWERED:
                return UNKNOWN if state == _OPEN else ABSENT
        return self._values.get(thing, UNKNOWN)

    def is_answered(self, question: str) -> bool:
        """Whether the question is asked and answered."""
        return self._state(question) == _ANSWERED

    def truth_of(self, name: str) -> Truth:
        """Whether the shared condition of that name holds."""
        return self._questionnaire.conditions[name].truth(self)

    def _state(self, question_id: str) -> str:
        if question_id not in self._hidden:
            asked_if = self._questionnaire.question(question_id).asked_if
            self._hidden[question_id] = asked_if is not None and asked_if.truth(self) is False
        if self._hidden[question_id]:
            return _NOT_APPLICABLE
        return str(self._values.get(("state", question_id, None), _ANSWERED))


def _thing(operand: Operand) -> Thing:
    if operand.question is not None:
        return ("question", operand.question, operand.part)
    if operand.derived is not None:
        return ("derived", operand.derived, None)
    return ("column", operand.column or "", None)


def _together(questionnaire: Questionnaire, condition: Condition) -> tuple[Condition, ...]:
    """The condition, the shared ones it names, and those that hide the questions it reads."""
    found: dict[Condition, None] = {}
    waiting = [condition]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found[one] = None
        waiting.extend(questionnaire.conditions[name] for name in names_used(one))
        for operand in one.operands():
            if operand.question is not None:
                asked_if = questionnaire.question(operand.question).asked_if
                waiting.extend([asked_if] if asked_if is not None else [])
    return tuple(found)


class _Choices:
    """The values worth trying for everything that some conditions read."""

    def __init__(self, questionnaire: Questionnaire, conditions: Iterable[Condition]) -> None:
        self._questionnaire = questionnaire
        parts = [part for one in conditions for _, part in inside_condition(one, ())]
        self._compares = [part for part in parts if isinstance(part, Compare)]
        self._asked_for = {part.answered for part in parts if isinstance(part, Answered)}
        self._linked = {
            _thing(operand)
            for compare in self._compares
            for operand in compare.operands()
            if isinstance(compare.other, Operand)
        }

    def all(self) -> dict[Thing, list[Any]]:
        """Everything that is read → the values to try."""
        operands = [operand for compare in self._compares for operand in compare.operands()]
        choices = {_thing(operand): self._values_of(operand) for operand in operands}
        asked = {operand.question for operand in operands if operand.question}
        for question_id in sorted(asked | self._asked_for):
            choices["state", question_id, None] = self._states_of(question_id)
        return choices

    def _states_of(self, question_id: str) -> list[Any]:
        """Not being answered matters only where a condition asks for it."""
        states = [_ANSWERED]
        if question_id in self._asked_for:
            states.append(_OPEN)
        if self._questionnaire.question(question_id).may_not_apply:
            states.append(_NOT_APPLICABLE)
        return states

    def _values_of(self, operand: Operand) -> list[Any]:
        domain = domain_of(self._questionnaire, operand)
        thing = _thing(operand)
        if domain is None:
            return [UNKNOWN]
        if domain.kind is Kind.NUMBER:
            return list(self._numbers(thing, domain))
        if domain.kind is Kind.LEVEL:
            return list(range(domain.levels))
        if domain.kind is Kind.SEVERAL:
            return _subsets(domain, self._compared_with(thing))
        if domain.kind is Kind.TEXT:
            return [*self._compared_with(thing), ""]
        return [True, False] if domain.kind is Kind.YES_NO else list(domain.ids)

    def _compared_with(self, thing: Thing) -> dict[Any, None]:
        """The plain values that something is compared with."""
        return {
            compare.other: None
            for compare in self._compares
            if _thing(compare) == thing and not isinstance(compare.other, Operand)
        }

    def _numbers(self, thing: Thing, domain: Domain) -> Iterator[float]:
        """Each value it is compared with, and values below, between and above.

        Numbers that are compared with one another need a choice of values between the same two.
        """
        group = self._linked if thing in self._linked else {thing}
        cuts = {float(value) for one in group for value in self._compared_with(one)}
        for one in group:
            cuts.update(self._bounds(one))
        spots = sorted(cuts) or [0.0]
        each = min(len(group), 3)
        between = [
            low + (high - low) * i / (each + 1)
            for low, high in pairwise(spots)
            for i in range(1, each + 1)
        ]
        outside = [x for i in range(1, each + 1) for x in (spots[0] - i, spots[-1] + i)]
        for value in (*spots, *between, *outside):
            if domain.minimum <= value <= domain.maximum:
                yield value

    def _bounds(self, thing: Thing) -> Iterator[float]:
        kind, name, part = thing
        if kind == "question":
            domain = domain_of(self._questionnaire, Operand(question=name, part=part))
            bounds = (domain.minimum, domain.maximum) if domain else ()
            yield from (bound for bound in bounds if math.isfinite(bound))


def _subsets(domain: Domain, named: Iterable[Any]) -> list[Any]:
    """What may be chosen: each exclusive option alone, or any of the others together."""
    exclusive = {option.id for option in domain.options if option.exclusive}
    named = set(named)
    apart = [option for option in domain.ids if option not in exclusive and option in named]
    rest = [option for option in domain.ids if option not in exclusive and option not in named]
    free = [*apart[:OPTIONS], *rest[:1]]
    sets: list[Any] = [[option] for option in domain.ids if option in exclusive]
    for size in range(len(free) + 1):
        sets.extend(list(chosen) for chosen in combinations(free, size))
    return sets
