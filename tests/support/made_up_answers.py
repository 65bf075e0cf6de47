"""Answers made up for tests: one level everywhere, or anything at all."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from boardkit.assessment import Answer, Assessment, Details, Pin, admit
from boardkit.questionnaire import Questionnaire
from boardkit.questions import (
    ChoicePart,
    LevelColumn,
    LevelQuestion,
    MoneyQuestion,
    MultipleQuestion,
    NumberColumn,
    NumberQuestion,
    PercentQuestion,
    Question,
    RangePart,
    RangeQuestion,
    SeriesQuestion,
    SingleQuestion,
    SplitQuestion,
    TableQuestion,
    TextColumn,
    TextQuestion,
    ValuesQuestion,
)


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


def value_for(question: Question) -> st.SearchStrategy[Any]:
    """Values that fit a question."""
    if isinstance(question, LevelQuestion):
        return st.integers(0, len(question.levels) - 1)
    if isinstance(question, SingleQuestion):
        return st.sampled_from([option.id for option in question.options])
    if isinstance(question, MultipleQuestion):
        free = [option.id for option in question.options if not option.exclusive]
        return st.lists(st.sampled_from(free), min_size=1, unique=True)
    if isinstance(question, SplitQuestion):
        return st.permutations(question.part_ids()).flatmap(
            lambda ids: st.integers(0, 100).map(lambda x: {ids[0]: x, ids[1]: 100 - x})
        )
    if isinstance(question, ValuesQuestion):
        return st.fixed_dictionaries({part.id: _part(part) for part in question.parts})
    if isinstance(question, RangeQuestion):
        return _range(question)
    if isinstance(question, SeriesQuestion):
        count = len(question.periods)
        return st.lists(_number(question), min_size=count, max_size=count)
    if isinstance(question, TableQuestion):
        row = st.fixed_dictionaries({c.id: _cell(c, question.rows) for c in question.columns})
        return st.lists(row, min_size=1, max_size=min(3, question.rows))
    if isinstance(question, TextQuestion):
        return st.text(min_size=1, max_size=30).filter(lambda text: bool(text.strip()))
    assert isinstance(question, NumberQuestion | PercentQuestion | MoneyQuestion)
    return _number(question)


def _number(bounds: Any) -> st.SearchStrategy[float]:
    low = -1000.0 if bounds.minimum is None else bounds.minimum
    high = max(
        low + 1, 1e9 if getattr(bounds, "type", getattr(bounds, "kind", "")) == "money" else 1000.0
    )
    return st.floats(low, high if bounds.maximum is None else bounds.maximum)


def _range(bounds: Any) -> st.SearchStrategy[dict[str, float]]:
    return st.lists(_number(bounds), min_size=3, max_size=3).map(
        lambda three: dict(zip(("low", "likely", "high"), sorted(three), strict=True))
    )


def _part(part: Any) -> st.SearchStrategy[Any]:
    if isinstance(part, ChoicePart):
        return st.sampled_from([option.id for option in part.options])
    return _range(part) if isinstance(part, RangePart) else _number(part)


def _cell(column: Any, rows: int) -> st.SearchStrategy[Any]:
    if isinstance(column, TextColumn):
        return st.sampled_from(["One", "Two", "Three"])
    if isinstance(column, LevelColumn):
        return st.integers(0, len(column.levels) - 1)
    if isinstance(column, NumberColumn):
        return st.floats(0, (column.total or 100) / max(rows, 1))
    return st.booleans()
