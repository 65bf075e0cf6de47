"""Keeping score: the ranges and forecasts of last time, held against what the answers say now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from boardkit.assessment import Follows, PastForecast, PastPath, PastRange
from boardkit.assumptions import SCALE
from boardkit.following.ageing import rests_on_proof
from boardkit.formulas import evaluate
from boardkit.reading import Reading

if TYPE_CHECKING:
    from boardkit.economics.result import Forecast

Where: TypeAlias = Literal["below", "inside", "above"]

# Days after which a forecast's first year counts as over, and is not yet long past.
YEAR = (335, 395)


@dataclass(frozen=True, slots=True)
class RangeKept:
    """A range of last time, and what was found since."""

    given: PastRange
    now: float
    where: Where


@dataclass(frozen=True, slots=True)
class PathKept:
    """Annual recurring revenue as forecast a year ago under one strategy, and what it is now."""

    made: date
    path: PastPath
    now: float
    where: Where


@dataclass(frozen=True, slots=True)
class Score:
    """How last time's ranges and forecasts have done."""

    ranges: tuple[RangeKept, ...]
    unproven: tuple[PastRange, ...]  # nothing was found since: unconfirmed, unchanged, or judgement
    paths: tuple[PathKept, ...]

    @property
    def held(self) -> int:
        """How many of the ranges hold what was found."""
        return sum(one.where == "inside" for one in self.ranges)


def kept_score(reading: Reading, on: date) -> Score:
    """Last time's ranges and forecasts against the answers as they stand on that day."""
    follows = reading.assessment.details.follows
    if follows is None:
        return Score((), (), ())
    pairs = [(given, _found(reading, given)) for given in follows.ranges]
    return Score(
        ranges=tuple(
            RangeKept(given, now, _where(now, given.low, given.high))
            for given, now in pairs
            if now is not None
        ),
        unproven=tuple(given for given, now in pairs if now is None),
        paths=tuple(_paths(reading, follows, on)),
    )


def past_forecast(forecast: Forecast, made: date) -> PastForecast:
    """What of a forecast is kept to be looked back on: the first year of every strategy."""
    return PastForecast(
        made=made,
        scenario=forecast.scenario.title,
        opening=forecast.strategies[0].arr.likely[0],
        paths=tuple(
            PastPath(strategy=s.id, likely=s.arr.likely[1], p10=s.arr.p10[1], p90=s.arr.p90[1])
            for s in forecast.strategies
        ),
    )


def _found(reading: Reading, given: PastRange) -> float | None:
    """The likeliest value now, where the answer was given anew and rests on proof."""
    if not reading.questionnaire.has_question(given.question):
        return None
    answer = reading.answer(given.question)
    if answer is None or answer.to_confirm:
        return None
    if not rests_on_proof(reading.questionnaire.methodology, answer):
        return None
    value: Any = answer.value
    if given.part:
        value = value.get(given.part) if isinstance(value, dict) else None
    if not isinstance(value, dict) or not {"low", "likely", "high"} <= value.keys():
        return None
    same = (value["low"], value["likely"], value["high"]) == (given.low, given.likely, given.high)
    return None if same else float(value["likely"])


def _paths(reading: Reading, follows: Follows, on: date) -> Iterator[PathKept]:
    now = _revenue(reading)
    for forecast in follows.forecasts:
        if now is not None and YEAR[0] <= (on - forecast.made).days <= YEAR[1]:
            for path in forecast.paths:
                yield PathKept(forecast.made, path, now, _where(now, path.p10, path.p90))


def _revenue(reading: Reading) -> float | None:
    """Annual recurring revenue now; None while it is missing, or only carried over."""
    from boardkit.economics.answers import questions_of

    formula = reading.questionnaire.roles.forecast.get(SCALE)
    if formula is None:
        return None
    answers = (reading.answer(one) for one in questions_of(reading.questionnaire, formula))
    if any(answer is not None and answer.to_confirm for answer in answers):
        return None
    return evaluate(formula, reading)


def _where(now: float, low: float, high: float) -> Where:
    if now < low:
        return "below"
    return "above" if now > high else "inside"
