"""Numbers that no answer can be: a smallest value above the largest."""

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


def _crossed(thing: Any, name: str, loc: Loc) -> Iterator[Fault]:
    low, high = getattr(thing, "minimum", None), getattr(thing, "maximum", None)
    if low is not None and high is not None and low > high:
        what = f"No number fits {name}: its minimum, {shown(low)}, is above its maximum, {shown(high)}."
        yield Fault(what, "Change places, or correct one.", (*loc, "minimum"))
