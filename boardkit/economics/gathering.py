"""From answers to the inputs of the inference P&L.

An answer goes first. What is missing takes the prior for the kind of product, where the questionnaire
has one, or else the documented prior, scaled with ARR where it is an amount. A scenario is set on top.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from boardkit.assessment import Assessment
from boardkit.assumptions import PRIOR, SCALE, SYMBOLS, Economics, Parameter
from boardkit.economics.answers import (
    Figure,
    figure_of,
    missing_for,
    questions_of,
    testimony_of,
)
from boardkit.economics.inputs import Input, Inputs, set_to
from boardkit.economics.scenarios import ScenarioChoice, economics_of, scenario_of
from boardkit.errors import ForecastError
from boardkit.formulas import Formula, evaluate
from boardkit.methodology import Basis
from boardkit.questionnaire import Questionnaire
from boardkit.questions import SingleQuestion
from boardkit.reading import Reading


def inputs_of(
    questionnaire: Questionnaire, assessment: Assessment, scenario: str | None = None
) -> Inputs:
    """Every input under a scenario: by its id or title, or else the one that is shown first.

    Raises ForecastError when the questionnaire has no forecast, ARR is not answered, or there is no
    such scenario.
    """
    economics = economics_of(questionnaire)
    gathering = _Gathering(questionnaire, economics, Reading(questionnaire, assessment))
    chosen = scenario_of(questionnaire, assessment, scenario, gathering.scale)
    items = (gathering.input_of(symbol) for symbol in SYMBOLS)
    method = questionnaire.methodology
    return Inputs(
        economics=economics,
        scenario=chosen,
        items=tuple(gathering.under(chosen, item) for item in items),
        pert_lambda=method.pert_lambda,
        correlation=method.correlation,
        answered_minimum=method.answered_minimum,
        unit_margin=gathering.unit_margin,
    )


@dataclass(frozen=True)
class _Gathering:
    questionnaire: Questionnaire
    economics: Economics
    reading: Reading

    @cached_property
    def scale(self) -> float:
        """The company's ARR over the one that the priors are meant for."""
        formula = self._formula(SCALE)
        arr = None if formula is None else evaluate(formula, self.reading)
        if arr is None or arr <= 0:
            asked = () if formula is None else questions_of(self.questionnaire, formula)
            raise ForecastError(
                "There is no forecast yet: every amount in it is scaled from ARR, which must be "
                f"answered and above nought ({', '.join(asked)})."
            )
        return arr / self.economics.parameters[SCALE].value

    @cached_property
    def unit_margin(self) -> float | None:
        formula = self.economics.unit_margin
        return None if formula is None else evaluate(formula, self.reading)

    def _formula(self, symbol: str) -> Formula | None:
        return self.questionnaire.roles.forecast.get(symbol)

    # One input

    def input_of(self, symbol: str) -> Input:
        """As the answers have it, or its prior."""
        formula = self._formula(symbol)
        figure = None if formula is None else figure_of(formula, self.reading)
        if formula is not None and figure is not None:
            return self._answered(symbol, formula, figure)
        return self._archetype(symbol) or self._assumed(symbol)

    def _assumed(self, symbol: str) -> Input:
        parameter, formula = self.economics.parameters[symbol], self._formula(symbol)
        low, value, high = self._prior(symbol)
        known = () if formula is None else questions_of(self.questionnaire, formula)
        return Input(
            symbol=symbol, title=parameter.title, of=parameter.of, unit=parameter.unit,
            minimum=parameter.minimum, maximum=parameter.maximum,
            optimistic=parameter.optimistic, usual_from=parameter.usual_from, value=value, low=low, high=high,
            prior=(low, value, high), state="assumed", questions=known,
            missing=() if formula is None else missing_for(formula, self.reading),
            source=parameter.source, facts=parameter.facts,
            owner=self._person(parameter.owner), set_on=self.economics.as_of,
            expires=self.economics.expiry_of(parameter),
        )  # fmt: skip

    def _prior(self, symbol: str) -> tuple[float, float, float]:
        """Low, value and high before anybody answers."""
        parameter = self.economics.parameters[symbol]
        factor = self.scale if parameter.scaled else 1.0
        low, high = _spread(self.economics, parameter, parameter.value)
        low = low if parameter.low is None else parameter.low
        high = high if parameter.high is None else parameter.high
        least, value, most = sorted(
            _held(parameter, x * factor) for x in (low, parameter.value, high)
        )
        return least, value, most

    def _archetype(self, symbol: str) -> Input | None:
        """With the prior for the kind of product, where the file has one and the kind is known."""
        formula = self._formula(symbol + PRIOR)
        value = None if formula is None else evaluate(formula, self.reading)
        if formula is None or value is None:
            return None
        assumed, parameter = self._assumed(symbol), self.economics.parameters[symbol]
        value = _held(parameter, value)
        low, high = _spread(self.economics, parameter, value)
        source = f"The prior for this kind of product: {self._kind(formula)}."
        told = {"value": value, "low": low, "high": high, "state": "archetype", "source": source}
        return assumed.model_copy(update=told)

    def _kind(self, formula: Formula) -> str:
        """The answer that the prior hangs on, in words: “workflow application (A07)”."""
        read = questions_of(self.questionnaire, formula)
        question = self.questionnaire.question(read[0])
        answer = self.reading.answer(question.id)
        options = question.options if isinstance(question, SingleQuestion) else ()
        given = answer.value if answer is not None else None
        text = next((option.text for option in options if option.id == given), str(given))
        return f"{text[:1].lower()}{text[1:]} ({question.id})"

    def _answered(self, symbol: str, formula: Formula, figure: Figure) -> Input:
        parameter, testimony = (
            self.economics.parameters[symbol],
            testimony_of(formula, self.reading),
        )
        value = _held(parameter, figure.likely)
        low, high = figure.low, figure.high
        if not figure.is_range and parameter.optimistic is not None:
            doubt = abs(value) * doubt_of(testimony.basis, self.questionnaire)
            low, high = value - doubt, value + doubt
        hold = self.economics.answers_hold
        told = {
            "value": value,
            "low": min(_held(parameter, low), value),
            "high": max(_held(parameter, high), value),
            "state": "answered",
            "missing": (),
            "basis": testimony.basis.title,
            "held": value != figure.likely,
            "source": "",
            "facts": (),
            "owner": testimony.owner,
            "set_on": testimony.oldest,
            "expires": None if testimony.oldest is None else _later(testimony.oldest, hold),
        }
        return self._assumed(symbol).model_copy(update=told)

    def _person(self, person_id: str) -> str:
        return next((p.title for p in self.questionnaire.people if p.id == person_id), person_id)

    # Scenarios

    def under(self, scenario: ScenarioChoice, item: Input) -> Input:
        """The input as a scenario sets it, if it does."""
        value = scenario.values.get(item.symbol)
        if value is None:
            return item
        parameter = self.economics.parameters[item.symbol]
        return set_to(
            item,
            _held(parameter, value),
            state="scenario",
            source=f"Scenario “{scenario.title}”.",
            owner=scenario.owner or self._person(parameter.owner),
            set_on=scenario.decided if scenario.own else self.economics.as_of,
            expires=scenario.expires if scenario.own else self.economics.expiry_of(parameter),
        )


def doubt_of(basis: Basis, questionnaire: Questionnaire) -> float:
    """How far the 10th and 90th percentile of a single figure lie from it, as a part of it.

    A basis is half a width in hundredths: of credit in the scores, and here of the figure itself.
    """
    return basis.half_width / 100 * _percentile_of_width(questionnaire.methodology.pert_lambda)


@lru_cache(maxsize=16)
def _percentile_of_width(weight: float) -> float:
    """How far out the 90th percentile of an even PERT lies, as a part of half its width."""
    from scipy.special import betaincinv

    return 1 - 2 * float(betaincinv(1 + weight / 2, 1 + weight / 2, 0.1))


def _spread(economics: Economics, parameter: Parameter, value: float) -> tuple[float, float]:
    """The range of a value that has none of its own; none at all for what is never drawn."""
    if parameter.optimistic is None:
        return value, value
    low, high = sorted(_held(parameter, value * factor) for factor in economics.spread)
    return low, high


def _held(parameter: Parameter, value: float) -> float:
    return min(max(value, parameter.minimum), parameter.maximum)


def _later(day: date, months: int) -> date:
    """So many months later, on the last day of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    return date(day.year + years, month + 1, day.day)
