"""The answers that changed, as both sides gave them."""

from __future__ import annotations

from collections.abc import Sequence

from boardkit.comparison.like_for_like import Alike
from boardkit.comparison.result import AnswerChange, Part
from boardkit.comparison.tags import Said, Tag, tag_of
from boardkit.questions import Question


def changed_answers(
    alike: Alike, parts: Sequence[Part], same_company: bool
) -> tuple[AnswerChange, ...]:
    """Every question that both sides can be asked and that is answered otherwise, or on another
    basis; those that moved the headline most come first."""
    found = []
    for question in alike.newer.questions:
        if question.id in alike.left_out:
            continue
        own = [part for part in parts if part.question == question.id and part.tag != "gate"]
        change = _change(alike, question, own, same_company)
        if change is not None:
            found.append(change)
    return tuple(
        sorted(found, key=lambda one: (one.amount is None, -abs(round(one.amount or 0.0, 9))))
    )


def _change(
    alike: Alike, question: Question, own: Sequence[Part], same_company: bool
) -> AnswerChange | None:
    readings = alike.before.reading, alike.after.reading
    standings = readings[0].standing(question.id), readings[1].standing(question.id)
    answers = readings[0].answer(question.id), readings[1].answer(question.id)
    method = alike.newer.methodology
    tag: Tag | None = tag_of(
        Said.of_answer(standings[0], answers[0], method),
        Said.of_answer(standings[1], answers[1], method),
        same_company,
    )
    if tag is None:
        return None
    # What the score read decides: an answer may have other parts.
    scored = next((part.tag for part in own if part.id == question.id), tag)
    amount = sum(part.amount for part in own) if own or question.score is not None else None
    return AnswerChange(
        question.id, question.short, scored, answers[0], answers[1], standings, amount
    )
