"""What conditions and formulas read: whether it exists, and whether it can be read that way."""

from __future__ import annotations

from collections.abc import Iterator

from boardkit.conditions import Compare, Operand, Operator, Scalar
from boardkit.english import listed, with_article
from boardkit.faults import Fault, shown, suggestion
from boardkit.formulas import Lookup, WeightedMean
from boardkit.linting.domains import domain_of
from boardkit.linting.walking import (
    Read,
    formulas,
    inside_formula,
    named,
    reads,
    shared_conditions_used,
)
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Domain, Kind, LevelColumn, NumberColumn, TableQuestion
from boardkit.sources import Loc

_ORDERED: tuple[Operator, ...] = ("is", "above", "at_least", "below", "at_most")
_OPERATORS: dict[Kind, tuple[Operator, ...]] = {
    Kind.LEVEL: _ORDERED,
    Kind.NUMBER: _ORDERED,
    Kind.CHOICE: ("is",),
    Kind.SEVERAL: ("includes",),
    Kind.YES_NO: ("is",),
}


def operand_faults(questionnaire: Questionnaire) -> Iterator[Fault]:
    """References in conditions and formulas that lead nowhere, or to what does not fit there."""
    for read in reads(questionnaire):
        if read.way == "table":
            continue
        found = list(_unknown(questionnaire, read)) or list(_misread(questionnaire, read))
        yield from found
    for computed in formulas(questionnaire):
        for loc, formula in inside_formula(computed.formula, computed.loc):
            if isinstance(formula, WeightedMean):
                yield from _weighted_mean(questionnaire, formula, loc, computed.whose)
            elif isinstance(formula, Lookup):
                yield from _lookup(questionnaire, formula, loc, computed.whose)
    for loc, name, stated in shared_conditions_used(questionnaire):
        if stated.on_row:
            what = f"{stated.whose} uses the shared condition “{name}”, and a row knows none."
            yield Fault(what, "Write the test out, on the row's own columns.", loc)


# Whether it exists


def _unknown(q: Questionnaire, read: Read) -> Iterator[Fault]:
    operand = read.operand
    wrong = _wrong_scope(read)
    if wrong is not None:
        yield wrong
    elif operand.derived is not None:
        known = [derived.id for derived in q.derived]
        if operand.derived not in known:
            what = f"{read.whose} asks for “{operand.derived}”, which is no derived value."
            remedy = suggestion(operand.derived, known, "Declare it under “derived”.")
            yield Fault(what, remedy, (*read.loc, "derived"))
    elif operand.column is not None:
        yield from _unknown_column(q, read, operand.column)
    elif operand.question is not None and not q.has_question(operand.question):
        key = "answered" if read.way == "answered" else "question"
        known = [question.id for question in q.questions]
        what = f"{read.whose} asks for “{operand.question}”, which is no question."
        remedy = suggestion(operand.question, known, "Name a question that exists.")
        yield Fault(what, _as_part(q, operand.question) or remedy, (*read.loc, key))
    elif operand.question is not None and operand.part is not None:
        yield from _unknown_part(q, read, operand.question, operand.part)


def _as_part(q: Questionnaire, name: str) -> str:
    """How a part is named that was written as a check's message has it: A03.seats."""
    question, _, part = name.partition(".")
    if not q.has_question(question) or part not in q.question(question).part_ids():
        return ""
    return f"Write {{question: {question}, part: {part}}}."


def _wrong_scope(read: Read) -> Fault | None:
    """A column outside a row, or anything else inside one."""
    if read.on_row and read.operand.column is None:
        what = f"{read.whose} tests a row, and asks for something that is not in it."
        return Fault(what, "Name a column of the table: {column: …}.", read.loc)
    if not read.on_row and read.operand.column is not None:
        what = (
            f"{read.whose} asks for the column “{read.operand.column}”, and there is no row here."
        )
        return Fault(what, "Name a question or a derived value.", (*read.loc, "column"))
    return None


def _unknown_column(q: Questionnaire, read: Read, name: str) -> Iterator[Fault]:
    position = q.roles.position
    table = q.question(position.table) if position and q.has_question(position.table) else None
    if isinstance(table, TableQuestion) and name not in table.part_ids():
        what = f"{read.whose} asks for “{name}”, which is no column of {table.id}."
        yield Fault(what, suggestion(name, table.part_ids(), ""), (*read.loc, "column"))


def _unknown_part(q: Questionnaire, read: Read, question_id: str, part: str) -> Iterator[Fault]:
    parts = q.question(question_id).part_ids()
    if not parts:
        what = f"{read.whose} asks for part “{part}” of {question_id}, which has no parts."
        yield Fault(what, "Remove “part”.", (*read.loc, "part"))
    elif part not in parts:
        what = f"{read.whose} asks for “{part}”, which is no part of {question_id}."
        yield Fault(what, suggestion(part, parts, ""), (*read.loc, "part"))


# Whether it can be read that way


def _misread(q: Questionnaire, read: Read) -> Iterator[Fault]:
    domain = domain_of(q, read.operand)
    if domain is None or read.way == "answered":
        return
    name = named(read.operand)
    if read.compare is not None:
        yield from _miscompared(q, read, read.compare, domain)
    elif read.way == "lookup":
        if domain.kind not in (Kind.LEVEL, Kind.CHOICE):
            what = f"{read.whose} looks up {name}, which is {domain.kind.value}."
            yield Fault(
                what, "Look up a question with levels, or with one option to choose.", read.loc
            )
    elif not _is_number(domain, read):
        what = f"{read.whose} takes {name} for a number, and it is {domain.kind.value}."
        yield Fault(what, _instead(q, read.operand, domain), read.loc)


def _is_number(domain: Domain, read: Read) -> bool:
    ranges = (Kind.RANGE,) if read.way == "number" else ()  # a formula takes the likely value
    return domain.kind in (Kind.NUMBER, Kind.LEVEL, *ranges)


def _instead(q: Questionnaire, operand: Operand, domain: Domain) -> str:
    if domain.kind is Kind.PARTS and operand.question is not None:
        return f"Name one part: {', '.join(q.question(operand.question).part_ids())}."
    if domain.kind is Kind.CHOICE:
        return "Give each option a number with “lookup”."
    if domain.kind is Kind.TABLE:
        return "Take the weighted mean of one of its columns."
    return "Name something that is a number."


def _miscompared(q: Questionnaire, read: Read, compare: Compare, domain: Domain) -> Iterator[Fault]:
    operators = _operators_for(domain, read)
    if not operators:
        yield _incomparable(q, read, domain)
    elif compare.operator not in operators:
        what = f"{read.whose}: “{compare.operator}” does not fit {named(compare)}, "
        what += f"which is {domain.kind.value}."
        quoted = [f"“{operator}”" for operator in operators]
        remedy = f"Use {quoted[0] if len(quoted) == 1 else 'one of ' + listed(quoted)}."
        yield Fault(what, remedy, (*read.loc, compare.operator))
    elif not isinstance(compare.other, Operand):
        yield from _wrong_value(read, compare, compare.other, domain)


def _operators_for(domain: Domain, read: Read) -> tuple[Operator, ...]:
    if domain.kind is Kind.TEXT and read.on_row:
        return ("is",)
    return _OPERATORS.get(domain.kind, ())


def _incomparable(q: Questionnaire, read: Read, domain: Domain) -> Fault:
    what = f"{read.whose} compares {named(read.operand)}, which is {domain.kind.value}."
    remedy = "Ask whether it is answered: {answered: " + str(read.operand.question) + "}."
    if domain.kind is Kind.PARTS:
        remedy = _instead(q, read.operand, domain)
    elif domain.kind is Kind.RANGE and read.operand.part is None:
        remedy = "Name one part: low, likely, high."
    elif domain.kind is Kind.RANGE:
        remedy = "Compare a derived value of it, which takes the likely value."
    return Fault(what, remedy, read.loc)


def _wrong_value(read: Read, compare: Compare, value: Scalar, domain: Domain) -> Iterator[Fault]:
    loc, name = (*read.loc, compare.operator), named(compare)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if domain.kind is Kind.LEVEL:
        if not is_number or not 0 <= float(value) < domain.levels:
            what = f"{read.whose} compares {name} with {shown(value)}, which is none of its levels."
            yield Fault(what, f"They are numbered from 0 to {domain.levels - 1}.", loc)
    elif domain.kind in (Kind.CHOICE, Kind.SEVERAL):
        if value not in domain.ids:
            what = f"{read.whose} asks for option {shown(value)}, which {name} does not have."
            yield Fault(
                what, suggestion(str(value), domain.ids, "Name an option that it has."), loc
            )
    elif domain.kind is Kind.NUMBER:
        if not is_number:
            what = f"{read.whose} compares {name}, a number, with {shown(value)}."
            yield Fault(what, "Write a number, without quotes.", loc)
    elif domain.kind is Kind.YES_NO and not isinstance(value, bool):
        what = f"{read.whose} compares {name}, a yes or no, with {shown(value)}."
        yield Fault(what, "Write true or false.", loc)


# Lookups and weighted means


def _lookup(q: Questionnaire, lookup: Lookup, loc: Loc, whose: str) -> Iterator[Fault]:
    domain = domain_of(q, lookup.lookup)
    if domain is None or domain.kind not in (Kind.LEVEL, Kind.CHOICE):
        return
    noun = "level" if domain.kind is Kind.LEVEL else "option"
    for key in lookup.values:
        if key not in domain.ids:
            what = f"{whose} looks up {noun} “{key}”, which {named(lookup.lookup)} does not have."
            remedy = suggestion(key, domain.ids, f"Name {with_article(noun)} that it has.")
            yield Fault(what, remedy, (*loc, "values", key))


def _weighted_mean(q: Questionnaire, mean: WeightedMean, loc: Loc, whose: str) -> Iterator[Fault]:
    tables = {one.id: one for one in q.questions if isinstance(one, TableQuestion)}
    if mean.table not in tables:
        what = f"{whose} asks for “{mean.table}”, which is no table."
        yield Fault(what, suggestion(mean.table, tables, "Name a table question."), (*loc, "table"))
        return
    columns = tables[mean.table].columns
    scored = [c.id for c in columns if isinstance(c, NumberColumn | LevelColumn)]
    weighing = [c.id for c in columns if c.domain().kind is Kind.NUMBER]
    for key, name, known, kind in (
        ("weighted_mean", mean.weighted_mean, scored, "column of numbers or levels"),
        ("by", mean.by, weighing, "column of numbers"),
    ):
        if name not in known:
            what = f"{whose} asks for “{name}”, which is no {kind} of {mean.table}."
            yield Fault(what, suggestion(name, known, f"Give it a {kind}."), (*loc, key))
