"""The way from an assessment, or from inputs moved by hand, to a forecast."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from boardkit.assessment import Assessment
from boardkit.economics import outputs
from boardkit.economics.attention import ask_next, moves_of, support_of, weights_of
from boardkit.economics.draws import likely_values, sampled_values
from boardkit.economics.equations import Floats, Projection, Values, project
from boardkit.economics.fans import (
    chance,
    fans,
    inverted,
    optional,
    optional_path,
    path,
    ranges,
    spreads,
    year,
)
from boardkit.economics.gathering import inputs_of
from boardkit.economics.inputs import Inputs
from boardkit.economics.plausibility import out_of_line
from boardkit.economics.register import register_of
from boardkit.economics.result import (
    Forecast,
    Market,
    Outcome,
    Parts,
    Ranges,
    ScenarioUsed,
    Seats,
    StrategyForecast,
)
from boardkit.economics.strategies import STRATEGIES
from boardkit.questionnaire import Questionnaire


def forecast(
    questionnaire: Questionnaire, assessment: Assessment, scenario: str | None = None
) -> Forecast:
    """The forecast of an assessment under a scenario, by its id or title; deterministic.

    Without one it is the scenario that the assessment shows first. Raises ForecastError when the
    questionnaire has no forecast, ARR is not answered, or there is no such scenario.
    """
    inputs = inputs_of(questionnaire, assessment, scenario)
    return forecast_of(inputs, on=assessment.details.board_date)


def forecast_of(inputs: Inputs, on: date | None = None) -> Forecast:
    """The forecast that follows from inputs; ``on`` is the day by which some have expired.

    Pure, and quick enough to follow a slider: draws are kept, and one changed input costs one row.
    """
    return _Forecasting(inputs, on).result()


@dataclass(frozen=True)
class _Run:
    """The equations and outputs for one set of values: likely ones, or all the draws."""

    values: Values
    inputs: Inputs

    @cached_property
    def projection(self) -> Projection:
        return project(self.values, self.inputs.economics.years)

    @cached_property
    def gains(self) -> Floats:
        spent = outputs.commitments(self.values)
        return outputs.gains(self.projection, spent, self.inputs.economics.commitment_years)

    @cached_property
    def net_present_value(self) -> Floats:
        return outputs.net_present_value(self.gains, self.values.r)

    @cached_property
    def break_even(self) -> Floats:
        return outputs.break_even(self.gains, self.values.lag, self.nought)

    @cached_property
    def nought(self) -> Floats:
        return outputs.nought(self.projection)

    @cached_property
    def enough(self) -> np.ndarray:
        profit = self.projection.gross_profit
        return np.asarray(profit[:, -1] >= profit[:, 0] - self.nought)

    @cached_property
    def runway(self) -> Floats:
        return outputs.seat_runway(self.projection.seats, self.inputs.economics.runway_share)


@dataclass(frozen=True)
class _Forecasting:
    inputs: Inputs
    on: date | None

    @cached_property
    def likely(self) -> _Run:
        return _Run(likely_values(self.inputs), self.inputs)

    @cached_property
    def drawn(self) -> _Run:
        return _Run(sampled_values(self.inputs), self.inputs)

    def result(self) -> Forecast:
        strategies, market = self._strategies(), self._market()
        moves = moves_of(self.inputs)
        weights = weights_of(self.inputs, moves)
        economics = self.inputs.economics
        return Forecast(
            scenario=self._scenario(),
            years=economics.years,
            strategies=strategies,
            seats=self._seats(),
            market=market,
            outcome=self._outcome(),
            unit_margin=self.inputs.unit_margin,
            hurdle=self.inputs["r"].value,
            out_of_line=out_of_line(economics.plausibility, strategies, market),
            support=support_of(self.inputs, weights),
            ask_next=ask_next(self.inputs, moves),
            register=register_of(self.inputs, moves, self.on),
        )

    def _scenario(self) -> ScenarioUsed:
        chosen = self.inputs.scenario
        values = tuple(sorted(chosen.values.items()))
        return ScenarioUsed(chosen.id, chosen.title, chosen.about, chosen.own, values)

    def _strategies(self) -> tuple[StrategyForecast, ...]:
        likely, drawn = self.likely, self.drawn
        arr = fans(likely.projection.arr, drawn.projection.arr)
        profit = fans(likely.projection.gross_profit, drawn.projection.gross_profit)
        worth = spreads(likely.net_present_value, drawn.net_present_value)
        added = outputs.new_margin(likely.projection)
        multiple = outputs.replacement_multiple(likely.values.gm_s, added)
        pays_back = outputs.pays_back(drawn.gains, drawn.values.lag, drawn.nought)
        paths, ranges_ = self._paths(), self._ranges()
        return tuple(
            StrategyForecast(
                id=one.id,
                title=one.title,
                arr=arr[i],
                gross_profit=profit[i],
                margin=optional_path(paths["margin"][i]),
                parts=self._parts(i),
                ai_share=optional_path(paths["ai_share"][i]),
                inference_beta=optional_path(paths["beta"][i]),
                revenue_at_risk=path(paths["at_risk"][i]),
                dilution=optional(paths["dilution"][i, -1]),
                new_margin=optional(added[i]),
                replacement_multiple=optional(multiple[i]),
                ranges=ranges_[i],
                so_far=path(paths["so_far"][i]),
                break_even=year(likely.break_even[i]),
                net_present_value=worth[i],
                enough=bool(likely.enough[i, 0]),
                chance_enough=chance(drawn.enough[i]),
                chance_worthwhile=chance(drawn.net_present_value[i] > drawn.nought),
                chance_break_even=chance(pays_back[i]),
            )
            for i, one in enumerate(STRATEGIES)
        )

    def _ranges(self) -> tuple[Ranges, ...]:
        """How sure the measures of the last year are, by strategy."""
        values, projection = self.drawn.values, self.drawn.projection
        worth = outputs.seat_worth(values.gm_s, outputs.new_margin(projection))
        last = projection.last
        dilution, worths, beta, at_risk = ranges(
            (
                outputs.dilution(projection.ends)[:, -1],
                worth,
                outputs.inference_beta(values, last)[:, -1],
                outputs.revenue_at_risk(values, last)[:, -1],
            )
        )
        multiples = map(inverted, worths)
        return tuple(Ranges(*one) for one in zip(dilution, multiples, beta, at_risk, strict=True))

    def _paths(self) -> dict[str, Floats]:
        """Outputs by strategy and year, with every input at its likeliest."""
        values, projection = self.likely.values, self.likely.projection
        return {
            "margin": outputs.margin(projection),
            "ai_share": outputs.ai_share(projection),
            "beta": outputs.inference_beta(values, projection),
            "at_risk": outputs.revenue_at_risk(values, projection),
            "dilution": outputs.dilution(projection),
            "so_far": outputs.gains_so_far(self.likely.gains),
        }

    def _parts(self, strategy: int) -> Parts:
        projection = self.likely.projection
        return Parts(
            seats=path(projection.seats),
            platform=path(projection.platform),
            other_usage=path(projection.other_usage),
            ai_usage=path(projection.ai_usage[strategy]),
            resale=path(projection.resale[strategy]),
        )

    def _seats(self) -> Seats:
        share = self.inputs.economics.runway_share
        return Seats(
            share=share,
            runway=year(self.likely.runway),
            constant_runway=optional(outputs.constant_runway(self.likely.values, share)),
            chance=chance(np.isfinite(self.drawn.runway)),
        )

    def _market(self) -> Market:
        projection = self.likely.projection
        spend = projection.spend[:, 0]
        growth = outputs.yearly_growth(spend[:1], spend[-1:], self.inputs.economics.years)
        return Market(path(projection.volume), path(spend), optional(growth))

    def _outcome(self) -> Outcome:
        enough = {one.id: bool(self.likely.enough[i, 0]) for i, one in enumerate(STRATEGIES)}
        worth = self.likely.net_present_value[:, 0]
        return Outcome(
            kind=outcome_kind(enough),
            opening=float(self.likely.projection.gross_profit[0, 0, 0]),
            best=STRATEGIES[int(np.argmax(worth))].id,
        )


def outcome_kind(enough: dict[str, bool]) -> str:
    """What is enough, in a word: see Outcome."""
    if enough["do_nothing"]:
        return "none_needed"
    if enough["resell"] and enough["first_derivative"]:
        return "either"
    if enough["resell"]:
        return "resell"
    if enough["first_derivative"]:
        return "first_derivative"
    return "both" if enough["both"] else "neither"
