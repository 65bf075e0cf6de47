"""Answers made up for tests: one level everywhere, or anything at all."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from boardkit.assessment import Answer, Assessment, Details, Pin, admit
from boardkit.questionnaire import Questionnaire
from boardkit.questions import (
    LevelQuestion,
    MultipleQuestion,
    Question,
    RangeQuestion,
    SplitQuestion,
    ValuesQuestion,
)
from tests.support.made_up_values import value_for


def assessment_of(
    questionnaire: Questionnaire, answers: dict[str, Answer], **details: Any
) -> Assessment:
    """An assessment that holds these answers, each checked against its question."""
    admitted = {
        key: admit(questionnaire, questionnaire.question(key), answer)
        for key, answer in answers.items()
    }
    return Assessment(
        id="made-up",
        questionnaire=Pin.of(questionnaire),
        details=Details(company="Made-up Company", **details),
        answers=admitted,
    )


def level_everywhere(
    questionnaire: Questionnaire, level: int, basis: str = "exact"
) -> dict[str, Answer]:
    """Every level question at one level, and every scored number at the same credit."""
    values: dict[str, Any] = {
        "C08": "some", "E01": ["credits"], "A06": 5e6, "A01": 2e8,
        "C09": {"with_ai": _raw([[0, 0], [10, 50], [25, 100]], 25 * level), "without_ai": 0},
        "F01": {"price": 1, "cost": 1 - _raw([[0, 0], [25, 40], [60, 100]], 25 * level) / 100,
                "success": 100},
    }  # fmt: skip
    for question in questionnaire.questions:
        if question.score is not None:
            values[question.id] = _value_at(question, level)
    return {key: Answer(value=value, basis=basis) for key, value in values.items()}


def _value_at(question: Question, level: int) -> Any:
    if isinstance(question, LevelQuestion):
        return level
    if isinstance(question, MultipleQuestion):
        counted = [option.id for option in question.options if not option.exclusive]
        return counted[:level] or [option.id for option in question.options if option.exclusive]
    assert question.score is not None
    assert question.score.goalposts is not None
    raw = _raw(question.score.goalposts, 25 * level)
    if isinstance(question, SplitQuestion):
        return {"seats": raw, "usage": 100 - raw}
    if isinstance(question, ValuesQuestion):
        return {question.score.of: raw}
    if isinstance(question, RangeQuestion):
        return {"low": raw, "likely": raw, "high": raw}
    return raw


def _raw(goalposts: Any, credit: float) -> float:
    posts = sorted((points, raw) for raw, points in goalposts)
    return float(np.interp(credit, [p for p, _ in posts], [r for _, r in posts]))


@st.composite
def any_answers(
    draw: st.DrawFn, questionnaire: Questionnaire, *, all_answered: bool = False
) -> dict[str, Answer]:
    """Some answers in any state, each of which fits its question."""
    bases = [basis.id for basis in questionnaire.methodology.basis]
    answers = {}
    for question in questionnaire.questions:
        state = draw(st.sampled_from(["answered", "answered", "dont_know", "open", "na"]))
        if all_answered or state == "answered":
            value = draw(value_for(question))
            answers[question.id] = Answer(value=value, basis=draw(st.sampled_from(bases)))
        elif state == "dont_know":
            answers[question.id] = Answer(state="dont_know")
        elif state == "na" and question.may_not_apply:
            answers[question.id] = Answer(state="not_applicable", reason="We have none.")
    return answers
