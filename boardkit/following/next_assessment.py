"""The next assessment, made from the last one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from boardkit.assessment import Assessment, Details, Follows, PastForecast, PastRange
from boardkit.decisions import Decision
from boardkit.questionnaire import Questionnaire
from boardkit.questions import RangePart, RangeQuestion, ValuesQuestion
from boardkit.reading import Reading

DECISIONS = 100  # the most that are looked back on
FORECASTS_FOR = timedelta(days=500)  # how long a forecast of a year is kept to be looked back on


def next_assessment(
    questionnaire: Questionnaire,
    previous: Assessment,
    new_id: str,
    *,
    period: str,
    board_date: date | None = None,
    milestone: str = "",
    decisions: Sequence[Decision] = (),
    forecast: PastForecast | None = None,
) -> Assessment:
    """An assessment that carries on from ``previous``, which was made with this questionnaire.

    Every answer comes along, to be confirmed, with its author and its time; what was given then as
    a range, ``forecast``, and the ``decisions`` that were asked for, are kept to be held against
    what happened.
    """
    details = previous.details
    follows = Follows(
        assessment=previous.id,
        milestone=milestone,
        name=details.period,
        board_date=details.board_date,
        decisions=_decisions(details, decisions),
        ranges=tuple(_ranges(Reading(questionnaire, previous))),
        forecasts=_forecasts(details, forecast),
    )
    update = {"period": period, "board_date": board_date, "decisions": None, "follows": follows}
    return Assessment(
        id=new_id,
        questionnaire=previous.questionnaire,
        details=details.model_copy(update=update),
        answers={
            question_id: answer.model_copy(update={"to_confirm": True})
            for question_id, answer in previous.answers.items()
        },
    )


def _ranges(reading: Reading) -> Iterator[PastRange]:
    """Every range on path that somebody gave, or confirmed, with room between its ends."""
    for question in reading.asked():
        answer = reading.answer(question.id)
        if answer is None or not answer.is_answered or answer.to_confirm:
            continue
        value: Any = answer.value
        if isinstance(question, RangeQuestion):
            given = {"": value}
        elif isinstance(question, ValuesQuestion):
            parts = [part.id for part in question.parts if isinstance(part, RangePart)]
            given = {part: value[part] for part in parts if part in value}
        else:
            continue
        for part, numbers in given.items():
            if numbers["low"] < numbers["high"]:
                yield PastRange(question=question.id, part=part, **numbers)


def _decisions(details: Details, asked: Sequence[Decision]) -> tuple[Decision, ...]:
    """What was asked last time, after what was asked before and is still not settled."""
    before = details.follows.decisions if details.follows is not None else ()
    unsettled = [one for one in before if one.fate in ("open", "late")]
    return (*unsettled, *asked)[-DECISIONS:]


def _forecasts(details: Details, newest: PastForecast | None) -> tuple[PastForecast, ...]:
    """The forecasts to look back on: a year has to pass before one can be."""
    earlier = details.follows.forecasts if details.follows is not None else ()
    made = newest.made if newest is not None else details.board_date
    kept = [one for one in earlier if made is None or timedelta() < made - one.made < FORECASTS_FOR]
    return (*kept[-19:], *([newest] if newest is not None else []))
