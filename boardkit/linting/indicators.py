"""Indicators that cannot be computed: goalposts, parts and types that do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from boardkit.faults import Fault, shown, suggestion
from boardkit.linting.walking import questions, scores
from boardkit.methodology import Derived
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Kind, Question, RangeQuestion, Score
from boardkit.sources import Loc

_SCORED = (Kind.LEVEL, Kind.SEVERAL, Kind.NUMBER, Kind.RANGE)
_NO_GOALPOSTS = "Add “goalposts”: pairs of a value and its credit, 0 to 100."


def indicator_faults(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Scores that could not be computed."""
    for loc, question in questions(questionnaire):
        if question.score is not None:
            yield from _of_question(question, question.score, (*loc, "score"))
    for i, derived in enumerate(questionnaire.derived):
        if derived.score is not None:
            yield from _of_derived(derived, derived.score, ("derived", i, "score"))
    for loc, name, score in scores(questionnaire):
        if score.goalposts is not None:
            yield from _goalposts(name, score, score.goalposts, (*loc, "goalposts"))


def _of_question(question: Question, score: Score, loc: Loc) -> Iterator[Fault]:
    kind = question.domain().kind
    if kind is Kind.PARTS:
        misfit = _wrong_part(question, score, loc)
    elif kind not in _SCORED:
        what = f"{question.id} is {kind.value}, which cannot be scored."
        misfit = Fault(what, _instead(kind), loc)
    else:
        misfit = _needless_part(question, score, loc)
    if misfit is not None:
        yield misfit
    elif score.goalposts is None and kind is not Kind.LEVEL:
        yield Fault(f"{question.id} is scored without goalposts.", _NO_GOALPOSTS, loc)


def _wrong_part(question: Question, score: Score, loc: Loc) -> Fault | None:
    parts = {part: question.part_domain(part) for part in question.part_ids()}
    fit = [part for part, domain in parts.items() if domain and domain.kind in _SCORED]
    if score.of is None:
        what = f"{question.id} has several parts, and its score does not say which is read."
        return Fault(what, f"Add “of”: one of {', '.join(fit)}.", loc)
    if score.of not in parts:
        what = f"{question.id} scores “{score.of}”, which is none of its parts."
        return Fault(what, suggestion(score.of, fit, "Name one of its parts."), (*loc, "of"))
    if score.of not in fit:
        what = f"{question.id} scores “{score.of}”, which is a choice, not a number."
        return Fault(what, "Score a derived value that looks it up.", (*loc, "of"))
    return None


def _needless_part(question: Question, score: Score, loc: Loc) -> Fault | None:
    if score.of is None:
        return None
    if isinstance(question, RangeQuestion) and score.of in question.part_ids():
        return None
    what = f"{question.id} scores “{score.of}”, and its answer has no such part."
    return Fault(what, "Remove “of”.", (*loc, "of"))


def _instead(kind: Kind) -> str:
    if kind is Kind.CHOICE:
        return "Give it levels with points instead, or score a derived value that looks it up."
    if kind is Kind.TABLE:
        return "Score a derived value: the weighted mean of one of its columns."
    return "Remove “score”, or ask for a number."


def _of_derived(derived: Derived, score: Score, loc: Loc) -> Iterator[Fault]:
    whose = f"Derived value {derived.id}"
    if derived.shown_with is None:
        what = f"{whose} is scored, and belongs to no question."
        yield Fault(what, "Add “shown_with”: the question under which it is shown.", loc[:-1])
    if score.of is not None:
        yield Fault(f"{whose} is one number and has no parts.", "Remove “of”.", (*loc, "of"))
    if score.goalposts is None:
        yield Fault(f"{whose} is scored without goalposts.", _NO_GOALPOSTS, loc)


def _goalposts(
    name: str, score: Score, posts: tuple[tuple[float, float], ...], loc: Loc
) -> Iterator[Fault]:
    for i, ((low, _), (high, _)) in enumerate(pairwise(posts), 1):
        if high <= low:
            what = f"{name}'s goalposts are out of order: {shown(high)} comes after {shown(low)}."
            yield Fault(what, "List them from the lowest value to the highest.", (*loc, i))
    for i, (raw, credit) in enumerate(posts):
        if not 0 <= credit <= 100:
            what = f"{name}'s goalpost at {shown(raw)} has a credit of {shown(credit)}."
            yield Fault(what, "Give a credit from 0 to 100.", (*loc, i))
        if score.scale == "log" and raw <= 0:
            what = f"{name} is scored in logarithms, and has a goalpost at {shown(raw)}."
            yield Fault(what, "Start above 0, or use the linear scale.", (*loc, i))
