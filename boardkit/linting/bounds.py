"""Bounds that fit no number, or nothing that they stand by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from boardkit.faults import Fault, shown
from boardkit.linting.walking import questions
from boardkit.questionnaire import Questionnaire
from boardkit.questions import TableQuestion, ValuesQuestion
from boardkit.sources import Loc


def crossed_bounds(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Questions, parts and columns to which no number fits."""
    for loc, question in questions(questionnaire):
        yield from _crossed(question, question.id, loc)
        if isinstance(question, ValuesQuestion):
            yield from _inside(question.parts, question.id, (*loc, "parts"))
        elif isinstance(question, TableQuestion):
            yield from _inside(question.columns, question.id, (*loc, "columns"))


def _inside(things: Sequence[Any], whose: str, loc: Loc) -> Iterator[Fault]:
    for i, thing in enumerate(things):
        yield from _crossed(thing, f"{whose}.{thing.id}", (*loc, i))


def idle_usual_from(questionnaire: Questionnaire) -> Iterator[Fault]:
    """“usual_from” beside what is no amount of money, where nobody is asked about millions."""
    for loc, question in questions(questionnaire):
        yield from _not_money(question, question.id, loc)
        if isinstance(question, ValuesQuestion):
            for i, part in enumerate(question.parts):
                yield from _not_money(part, f"{question.id}.{part.id}", (*loc, "parts", i))


def _not_money(thing: Any, name: str, loc: Loc) -> Iterator[Fault]:
    if getattr(thing, "usual_from", None) is None:
        return
    kind = getattr(thing, "of", None) or thing.kind
    if kind != "money":
        what = f"“usual_from” asks whether millions were meant, and {name} is no amount of money."
        yield Fault(what, "Remove it.", (*loc, "usual_from"))


def _crossed(thing: Any, name: str, loc: Loc) -> Iterator[Fault]:
    low, high = getattr(thing, "minimum", None), getattr(thing, "maximum", None)
    if low is not None and high is not None and low > high:
        what = f"No number fits {name}: its minimum, {shown(low)}, is above its maximum, {shown(high)}."
        yield Fault(what, "Change places, or correct one.", (*loc, "minimum"))
