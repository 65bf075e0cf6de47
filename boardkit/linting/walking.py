"""Every condition and formula of a questionnaire, and what each reads, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from boardkit.conditions import All, Answered, AnyOf, Compare, Condition, Named, Not, Operand
from boardkit.formulas import (
    Along,
    Average,
    Choice,
    ClassShare,
    Clip,
    Exponential,
    Formula,
    Logarithm,
    Lookup,
    WeightedMean,
)
from boardkit.frozen import Frozen
from boardkit.methodology import Gate
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Question, Score
from boardkit.sources import Loc

Role = Literal["asked_if", "shared", "check", "gate", "class", "proof", "choice"]
Way = Literal["compare", "answered", "number", "lookup", "table"]


@dataclass(frozen=True)
class Stated:
    """A condition as the file states it, with whose it is: “B09”, “Gate rights”."""

    loc: Loc
    condition: Condition
    whose: str
    role: Role

    @property
    def on_row(self) -> bool:
        """Whether it is a test on a table's row rather than on answers."""
        return self.role == "class"


@dataclass(frozen=True)
class Computed:
    """A formula as the file states it, with whose it is."""

    loc: Loc
    formula: Formula
    whose: str


@dataclass(frozen=True)
class Read:
    """One thing that a condition or formula reads, and in which way."""

    loc: Loc
    operand: Operand
    whose: str
    way: Way
    on_row: bool = False
    compare: Compare | None = None  # the comparison that it is the left side of


def questions(questionnaire: Questionnaire) -> Iterator[tuple[Loc, Question]]:
    """Every question, in order."""
    for i, section in enumerate(questionnaire.sections):
        for j, question in enumerate(section.questions):
            yield ("sections", i, "questions", j), question


def scores(questionnaire: Questionnaire) -> Iterator[tuple[Loc, str, Score]]:
    """Every indicator: where its score stands, and the id of its question or derived value."""
    for loc, question in questions(questionnaire):
        if question.score is not None:
            yield (*loc, "score"), question.id, question.score
    for i, derived in enumerate(questionnaire.derived):
        if derived.score is not None:
            yield ("derived", i, "score"), derived.id, derived.score


def gates(questionnaire: Questionnaire) -> Iterator[tuple[Loc, Gate]]:
    """Every gate of every composite."""
    for i, composite in enumerate(questionnaire.methodology.composites):
        for j, gate in enumerate(composite.gates):
            yield ("methodology", "composites", i, "gates", j), gate


def conditions(questionnaire: Questionnaire) -> Iterator[Stated]:
    """Every condition, those inside formulas included; conditions inside conditions are not."""
    for loc, question in questions(questionnaire):
        if question.asked_if is not None:
            yield Stated((*loc, "asked_if"), question.asked_if, question.id, "asked_if")
    for name, condition in questionnaire.conditions.items():
        yield Stated(("conditions", name), condition, f"Condition {name}", "shared")
    for i, check in enumerate(questionnaire.checks):
        yield Stated(("checks", i, "holds"), check.holds, f"Check {check.id}", "check")
    for loc, gate in gates(questionnaire):
        yield Stated((*loc, "when"), gate.when, f"Gate {gate.id}", "gate")
    yield from _class_conditions(questionnaire)
    for computed in formulas(questionnaire):
        for loc, part in inside_formula(computed.formula, computed.loc):
            if isinstance(part, Choice):
                yield Stated((*loc, "when"), part.when, computed.whose, "choice")


def _class_conditions(questionnaire: Questionnaire) -> Iterator[Stated]:
    position = questionnaire.roles.position
    for i, kind in enumerate(position.classes if position else ()):
        loc, whose = ("roles", "position", "classes", i), f"Class {kind.id}"
        yield Stated((*loc, "when"), kind.when, whose, "class")
        if kind.proven_if is not None:
            yield Stated((*loc, "proven_if"), kind.proven_if, whose, "proof")


def formulas(questionnaire: Questionnaire) -> Iterator[Computed]:
    """Every formula; formulas inside formulas are not."""
    for i, derived in enumerate(questionnaire.derived):
        yield Computed(("derived", i, "formula"), derived.formula, f"Derived value {derived.id}")
    money = questionnaire.roles.money
    if money is not None:
        yield Computed(("roles", "money", "total"), money.total, "The money line")
        for i, part in enumerate(money.parts):
            yield Computed(("roles", "money", "parts", i, "amount"), part.amount, "The money line")
    for symbol, formula in questionnaire.roles.forecast.items():
        yield Computed(("roles", "forecast", symbol), formula, f"Forecast input {symbol}")
    economics = questionnaire.economics
    if economics is not None and economics.unit_margin is not None:
        yield Computed(("economics", "unit_margin"), economics.unit_margin, "The unit margin")


def inside_condition(condition: Condition, loc: Loc) -> Iterator[tuple[Loc, Condition]]:
    """A condition and every condition in it; what a shared condition holds is not in it."""
    yield loc, condition
    for inner_loc, member in members(condition, loc):
        yield from inside_condition(member, inner_loc)


def members(condition: Condition, loc: Loc) -> tuple[tuple[Loc, Condition], ...]:
    """The conditions right inside a condition."""
    if isinstance(condition, All):
        return tuple(((*loc, "all", i), member) for i, member in enumerate(condition.all))
    if isinstance(condition, AnyOf):
        return tuple(((*loc, "any", i), member) for i, member in enumerate(condition.any))
    if isinstance(condition, Not):
        return (((*loc, "not"), condition.not_),)
    return ()


def inside_formula(formula: Formula, loc: Loc) -> Iterator[tuple[Loc, Formula]]:
    """A formula and every formula in it."""
    yield loc, formula
    for key, member in _formula_members(formula):
        yield from inside_formula(member, (*loc, *key))


def _formula_members(formula: Formula) -> Iterator[tuple[Loc, Formula]]:
    if isinstance(formula, Choice):
        yield ("then",), formula.then
        yield ("otherwise",), formula.otherwise
    elif isinstance(formula, Average):
        yield from ((("average", i), member) for i, member in enumerate(formula.average))
        yield from ((("weights", i), member) for i, member in enumerate(formula.weights))
    elif isinstance(formula, Along | Clip | Logarithm | Exponential):
        yield (_first_key(formula),), formula.members()[0]
    elif not isinstance(formula, int | float | Operand):
        key = _first_key(formula)
        yield from (((key, i), member) for i, member in enumerate(formula.members()))


def _first_key(formula: Frozen) -> str:
    return next(iter(type(formula).model_fields))


def reads(questionnaire: Questionnaire) -> Iterator[Read]:
    """Everything that any condition or formula reads."""
    for stated in conditions(questionnaire):
        yield from reads_of_condition(stated)
    for computed in formulas(questionnaire):
        yield from reads_of_formula(computed)


def reads_of_condition(stated: Stated) -> Iterator[Read]:
    """What a condition reads, shared conditions left out."""
    for loc, condition in inside_condition(stated.condition, stated.loc):
        if isinstance(condition, Compare):
            yield Read(loc, condition, stated.whose, "compare", stated.on_row, condition)
            if isinstance(condition.other, Operand):
                other = (*loc, condition.operator)
                yield Read(other, condition.other, stated.whose, "compare", stated.on_row)
        elif isinstance(condition, Answered):
            operand = Operand(question=condition.answered)
            yield Read(loc, operand, stated.whose, "answered", stated.on_row)


def reads_of_formula(computed: Computed) -> Iterator[Read]:
    """What a formula reads, its conditions left out."""
    whose = computed.whose
    for loc, formula in inside_formula(computed.formula, computed.loc):
        if isinstance(formula, Operand):
            yield Read(loc, formula, whose, "number")
        elif isinstance(formula, Lookup):
            yield Read((*loc, "lookup"), formula.lookup, whose, "lookup")
        elif isinstance(formula, WeightedMean):
            for key, column in (("weighted_mean", formula.weighted_mean), ("by", formula.by)):
                operand = Operand(question=formula.table, part=column)
                yield Read((*loc, key), operand, whose, "table")


def shared_conditions_used(questionnaire: Questionnaire) -> Iterator[tuple[Loc, str, Stated]]:
    """Each use of a shared condition's name, in which condition."""
    for stated in conditions(questionnaire):
        for loc, condition in inside_condition(stated.condition, stated.loc):
            if isinstance(condition, Named):
                yield (*loc, "condition"), condition.condition, stated


def classes_used(questionnaire: Questionnaire) -> Iterator[tuple[Loc, str, str]]:
    """Each use of a position class in a formula, and whose formula it is."""
    for computed in formulas(questionnaire):
        for loc, formula in inside_formula(computed.formula, computed.loc):
            if isinstance(formula, ClassShare):
                for i, name in enumerate(formula.class_share):
                    yield (*loc, "class_share", i), name, computed.whose


def named(operand: Operand) -> str:
    """What is read, as a sentence calls it: “A03.seats”."""
    name = operand.question or operand.derived or operand.column or ""
    return f"{name}.{operand.part}" if operand.part else name
