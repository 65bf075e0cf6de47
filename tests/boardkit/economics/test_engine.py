"""Whole forecasts: what they hold, and that they are the same every time."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from boardkit.assessment import Answer
from boardkit.economics import Forecast, forecast, forecast_of, inputs_of
from boardkit.economics.draws import sampled_values
from boardkit.economics.equations import project
from boardkit.economics.fans import inverted, percentiles
from boardkit.economics.result import Range
from boardkit.errors import ForecastError
from boardkit.examples import Example, shipped_examples
from tests.support.companies import company, questionnaire, sample

GROWING = {
    part: {"low": 5, "likely": 5, "high": 5} for part in ("seats", "usage", "platform")
}  # % a year


@pytest.fixture(scope="module")
def base() -> Forecast:
    return forecast(questionnaire(), sample())


def test_the_same_assessment_gives_the_same_forecast(base: Forecast) -> None:
    assert forecast(questionnaire(), sample()) == base


def test_the_four_strategies_come_in_order(base: Forecast) -> None:
    assert [one.id for one in base.strategies] == [
        "do_nothing",
        "resell",
        "first_derivative",
        "both",
    ]
    assert base.strategy("both") is base.strategies[3]


def test_paths_run_from_today_to_the_last_year(base: Forecast) -> None:
    assert base.years == 7
    for one in base.strategies:
        paths = (one.arr.likely, one.gross_profit.p90, one.margin, one.ai_share,
                 one.inference_beta, one.revenue_at_risk, one.parts.seats)  # fmt: skip
        assert {len(path) for path in paths} == {8}
        assert one.arr.likely[0] == pytest.approx(200e6)


def test_fans_open_and_hold_the_likely_path(base: Forecast) -> None:
    for one in base.strategies:
        for fan in (one.arr, one.gross_profit):
            assert all(a <= b <= c for a, b, c in zip(fan.p10, fan.p50, fan.p90, strict=True))
            assert all(a <= b <= c for a, b, c in zip(fan.p10, fan.likely, fan.p90, strict=True))
            widths = np.array(fan.p90) - np.array(fan.p10)
            assert widths[-1] > 3 * widths[0]


def test_parts_sum_to_arr(base: Forecast) -> None:
    for one in base.strategies:
        parts = one.parts
        sums = [
            sum(year)
            for year in zip(parts.seats, parts.platform, parts.other_usage, parts.ai_usage,
                            parts.resale, strict=True)
        ]  # fmt: skip
        assert sums == pytest.approx(one.arr.likely)


def test_chances_agree_with_the_fans(base: Forecast) -> None:
    both = base.strategy("both")
    assert both.chance_worthwhile > 0.9
    assert both.net_present_value.p10 > 0  # which is the same, said otherwise
    assert base.strategy("do_nothing").chance_worthwhile == 0
    assert 0.5 < base.strategy("do_nothing").chance_enough < both.chance_enough


def test_measures_of_the_last_year_have_ranges(base: Forecast) -> None:
    """Each beside its likeliest figure, worked out once more from the draws themselves."""
    values = sampled_values(inputs_of(questionnaire(), sample()))
    made = project(values, base.years)
    for i, one in enumerate(base.strategies):
        moved = values.beta * made.ai_usage[i, -1] + made.resale[i, -1]
        margins = made.gross_profit[i] / made.arr[i]
        for draws, told in (
            (100 * (margins[-1] - margins[0]), one.ranges.dilution),
            (moved / made.arr[i, -1], one.ranges.inference_beta),
            (values.c1 * values.phi * made.ai_usage[i, -1], one.ranges.revenue_at_risk),
        ):
            wanted = np.quantile(draws, [0.1, 0.5, 0.9])
            assert (told.p10, told.p50, told.p90) == pytest.approx(tuple(wanted))
    both = made.gross_profit[3, -1] - made.gross_profit[0, -1]
    multiples = values.gm_s / (both / (made.arr[3, -1] - made.arr[0, -1]))
    found = base.strategy("both").ranges.replacement_multiple
    assert (multiples > 0).all()
    wanted = np.quantile(multiples, [0.1, 0.5, 0.9])
    assert (found.p10, found.p50, found.p90) == pytest.approx(tuple(wanted), rel=1e-3)


def test_what_earns_nothing_in_most_draws_has_no_multiple() -> None:
    inputs = inputs_of(questionnaire(), sample())
    nothing = {"y": 0.0, "mu": 0.0, "b": 0.0, "w": 0.0, "c_star": 0.1}
    found = forecast_of(inputs.changed(nothing)).strategy("resell").ranges
    assert found.replacement_multiple == Range(None, None, None)
    assert inverted(Range(-0.5, 0.5, 2.0)) == Range(0.5, 2.0, None)


def test_shared_optimism_makes_the_fan_wider() -> None:
    inputs = inputs_of(questionnaire(), sample())
    alone = inputs.model_copy(update={"correlation": 0.0})

    def width(made: Forecast) -> float:
        fan = made.strategy("both").gross_profit
        return fan.p90[-1] - fan.p10[-1]

    assert width(forecast_of(inputs)) > 1.3 * width(forecast_of(alone))


def test_a_certain_company_has_no_fan() -> None:
    inputs = inputs_of(questionnaire(), sample())
    made = forecast_of(inputs.changed(inputs.values))
    for one in made.strategies:
        assert one.arr.p10 == pytest.approx(one.arr.likely)
        assert one.arr.p90 == pytest.approx(one.arr.likely)
        assert one.chance_enough in (0, 1)


def test_the_market_has_its_volume_spend_and_growth(base: Forecast) -> None:
    assert base.market.volume[:2] == pytest.approx((1, 2.5))
    assert base.market.spend[0] == 60e6
    assert base.market.spend_growth == pytest.approx(0.324, abs=0.0005)


def test_seats_have_two_runways() -> None:
    severe = forecast(questionnaire(), sample(), "severe").seats
    assert (severe.runway, severe.share, severe.chance) == (5, 0.5, 1.0)
    assert severe.constant_runway == pytest.approx(3.49, abs=0.005)
    mild = forecast(questionnaire(), sample(), "mild").seats
    assert (mild.runway, mild.constant_runway, mild.chance) == (None, None, 0.0)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({}, "none_needed"),
        ({"delta": 0.4, "g_s": 0.02, "kappa": 0.1}, "neither"),
        ({"delta": 0.32}, "either"),
        ({"delta": 0.5}, "both"),
        ({"delta": 0.32, "w": 0.001}, "first_derivative"),
        ({"delta": 0.32, "c_star": 0.1}, "resell"),
    ],
)
def test_each_outcome_can_come(changes: dict[str, float], kind: str) -> None:
    inputs = inputs_of(questionnaire(), sample())
    made = forecast_of(inputs.changed(changes))
    assert made.outcome.kind == kind


def test_ways_that_cost_more_than_they_bring_are_worse_than_nothing() -> None:
    inputs = inputs_of(questionnaire(), sample()).changed({"K_r": 60e6, "K_f": 60e6})
    assert forecast_of(inputs).outcome.best == "do_nothing"


def test_the_register_knows_what_has_expired_by_the_meeting() -> None:
    inputs = inputs_of(questionnaire(), company())
    assert not any(row.expired for row in forecast_of(inputs).register)
    late = forecast_of(inputs, on=date(2027, 1, 21)).register
    assert [row.symbol for row in late if row.expired] == ["v1", "v_inf", "lambda", "v_cap"]
    meeting = company(board_date=date(2027, 8, 1))
    assert all(
        row.expired for row in forecast(questionnaire(), meeting).register if row.state == "assumed"
    )


def test_a_register_row_says_where_a_value_is_from(base: Forecast) -> None:
    rows = {row.symbol: row for row in base.register}
    assert rows["e0"].where_from == "Answers A01 and A05: system export."
    assert rows["delta"].where_from == "Answer B03: judgement."
    assert rows["v1"].where_from.startswith("Our reading of the market")
    assert (rows["delta"].prior, rows["delta"].optimistic) == (0.15, "low")
    assert all(row.owner for row in base.register)
    assert all(row.set_on and row.expires for row in base.register)


@pytest.mark.parametrize("example", shipped_examples(), ids=lambda example: example.name)
def test_every_example_has_a_forecast_under_every_scenario(example: Example) -> None:
    economics = example.questionnaire.economics
    assert economics is not None
    for scenario in economics.scenarios:
        made = forecast(example.questionnaire, example.assessment, scenario.id)
        assert made.scenario.id == scenario.id
        assert all(np.isfinite(one.arr.p90).all() for one in made.strategies)


def test_a_questionnaire_without_economics_has_no_forecast() -> None:
    bare = questionnaire().model_copy(update={"economics": None})
    with pytest.raises(ForecastError, match="has no forecast"):
        forecast(bare, sample())


def test_a_company_that_only_grows_needs_no_way_out() -> None:
    answers = {"A02": GROWING, "A03": {"usage": 100}, "C08": "none", "A05": Answer(value=0)}
    made = forecast(questionnaire(), company(answers))
    assert made.outcome.kind == "none_needed"
    assert made.seats.runway is None


def test_percentiles_are_those_of_numpy() -> None:
    draws = np.random.default_rng(1).normal(size=(3, 101))
    np.testing.assert_allclose(
        percentiles(draws), np.quantile(draws, [0.1, 0.5, 0.9], axis=-1), rtol=1e-12
    )
