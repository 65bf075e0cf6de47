"""What the forecast is held against, and the published cases that its constants come from."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import numpy as np
import pytest

from boardkit.assumptions import Economics, Parameter
from boardkit.economics import Forecast, forecast, forecast_of, inputs_of
from boardkit.economics.outputs import yearly_growth
from boardkit.economics.plausibility import out_of_line
from boardkit.economics.result import Market
from boardkit.economics.wording import ForecastWords
from boardkit.formats import Formats
from tests.support.companies import company, questionnaire, sample


def economics() -> Economics:
    found = questionnaire().economics
    assert found is not None
    return found


def parameter(symbol: str) -> Parameter:
    return economics().parameters[symbol]


def figures(fact: str) -> list[float]:
    """The numbers in a fact's figure, in order."""
    return [float(x) for x in re.findall(r"\d+(?:\.\d+)?", questionnaire().fact(fact).figure)]


# What is said


def said(made: Forecast) -> list[str]:
    words = ForecastWords(made, questionnaire(), Formats())
    return [words.out_of_line(found) for found in made.out_of_line]


def test_the_sample_is_in_line() -> None:
    assert said(forecast(questionnaire(), sample())) == []


def test_a_spend_path_outside_the_published_forecasts_is_said() -> None:
    assert said(forecast(questionnaire(), sample(), "stall")) == [
        "Customers’ inference spend falls by 1.9% a year here; published forecasts have it grow by "
        "13.7% to 46.3% a year (S61)."
    ]
    fast = inputs_of(questionnaire(), sample()).changed({"pi": 0.0})
    (found,) = forecast_of(fast).out_of_line
    assert (found.kind, found.facts) == ("spend", ("S61",))
    assert found.figure > 0.463


@pytest.mark.parametrize("scenario", ["base", "mild", "severe", "boom"])
def test_other_scenarios_stay_within_the_published_forecasts(scenario: str) -> None:
    made = forecast(questionnaire(), sample(), scenario)
    assert made.market.spend_growth is not None
    assert 0.137 <= made.market.spend_growth <= 0.463


def test_a_workflow_vendor_with_30_percent_ai_in_year_2_is_out_of_line_with_every_case() -> None:
    inputs = inputs_of(questionnaire(), sample()).changed({"w": 0.9})
    found = forecast_of(inputs).out_of_line
    assert [one.strategy for one in found] == ["resell", "both"]
    assert found[0].figure > 0.3
    assert found[0].year == 2
    assert found[0].high == 0.26
    assert found[0].facts == ("S35", "S37", "S33", "S32")
    (first, _) = said(forecast_of(inputs))
    assert first.startswith("AI would be 3")
    assert "Salesforce 2.7%, ServiceNow (a target) 9.5%, Microsoft 11%, Databricks 26%" in first
    assert first.endswith("(S35, S37, S33, S32).")


def market(growth: float | None) -> Market:
    return Market(volume=(1.0,), spend=(1.0,), spend_growth=growth)


@pytest.mark.parametrize(
    ("growth", "kinds"),
    [
        (0.137, []), (0.1369, ["spend"]), (0.463, []), (0.4631, ["spend"]),
        (0.0, ["spend"]), (-0.5, ["spend"]), (None, []),
    ],
)  # fmt: skip
def test_growth_of_spend_is_in_line_up_to_either_published_forecast(
    growth: float | None, kinds: list[str]
) -> None:
    found = out_of_line(economics().plausibility, (), market(growth))
    assert [one.kind for one in found] == kinds


@pytest.mark.parametrize(("share", "is_said"), [(0.26, False), (0.2601, True), (None, False)])
def test_an_ai_share_is_in_line_up_to_the_highest_published_case(
    share: float | None, is_said: bool
) -> None:
    both = forecast(questionnaire(), sample()).strategy("both")
    in_year_2 = replace(both, ai_share=(0.9, 0.9, share, *both.ai_share[3:]))
    found = out_of_line(economics().plausibility, [in_year_2], market(0.3))
    assert [one.kind for one in found] == ["ai_share"] * is_said
    assert all(one.year == 2 and one.strategy == "both" for one in found)


def test_one_sentence_a_kind_names_every_strategy_that_it_is_so_of() -> None:
    inputs = inputs_of(questionnaire(), sample()).changed({"w": 0.9, "pi": 0.0})
    words = ForecastWords(forecast_of(inputs), questionnaire(), Formats())
    shares, spend = words.doubts()
    assert re.match(
        r"AI would be [\d.]+% of ARR in year 2 under “Resell” and [\d.]+% under “Both”, above every "
        r"published case: Salesforce 2\.7%",
        shares,
    )
    assert spend.startswith("Customers’ inference spend grows by ")
    assert (
        ForecastWords(forecast(questionnaire(), sample()), questionnaire(), Formats()).doubts()
        == ()
    )


def test_each_rule_names_its_facts_with_source_and_date() -> None:
    inputs = inputs_of(questionnaire(), sample()).changed({"w": 0.9, "pi": 0.0})
    made = forecast_of(inputs)
    words = ForecastWords(made, questionnaire(), Formats())
    facts = {fact for found in made.out_of_line for fact in found.facts}
    assert facts == {"S35", "S37", "S33", "S32", "S61"}
    assert words.source("S32") == (
        "S32: In January 2026 Databricks’ AI products ran at $1.4bn a year out of a company run "
        "rate of $5.4bn, and its net revenue retention was above 140% "
        "(dataengineeringcompanies.com; softwareseni.com, Jan 2026)."
    )
    assert words.published("S61") == (
        "S61 Fortune Business Insights via uptick.ai, Dec 2025 / Jun 2026"
    )


def test_without_published_cases_nothing_is_said() -> None:
    bare = economics().model_copy(update={"plausibility": type(economics().plausibility)()})
    other = questionnaire().model_copy(update={"economics": bare})
    assert forecast(other, company(), "stall").out_of_line == ()


# Published cases (§4)


def test_published_ai_shares_are_what_their_sums_give() -> None:
    for case in economics().plausibility.ai_shares:
        part, whole = (float(x) for x in case.sum.split(" of "))
        assert case.share == pytest.approx(part / whole, abs=0.005), case.name
        assert part in figures(case.fact), case.name


def decomposed(total: float, others: float, share: float) -> tuple[float, float]:
    """Growth of a cohort, and its share after: g = (1 − w) g_n + w g_a."""
    cohort = (total - (1 - share) * others) / share
    return cohort, share * (1 + cohort) / (1 + total)


def test_datadogs_decomposition_reproduces_its_disclosure() -> None:
    disclosed, before = figures("S16")[-2:]
    growth, share = decomposed(0.28, 0.20, before / 100)
    assert f"{growth:.0%} {share:.1%}" == "153% 11.9%"
    assert round(100 * share) == disclosed


def test_datadogs_next_quarters_follow() -> None:
    assert figures("S15")[0] == 32
    growth, share = decomposed(0.32, 0.25, 0.085)
    assert f"{growth:.0%} {share:.0%}" == "107% 13%"


@pytest.mark.parametrize(
    ("revenue", "volume", "elasticity"), [(2.53, 10, 0.40), (2.07, 5, 0.45), (1.6, 10, 0.20)]
)
def test_the_elasticity_is_calibrated_on_published_growth(
    revenue: float, volume: float, elasticity: float
) -> None:
    assert math.log(revenue) / math.log(volume) == pytest.approx(elasticity, abs=0.005)


def test_the_calibration_is_the_prior() -> None:
    assert (parameter("beta").value, parameter("beta").high) == (0.40, 0.45)


def test_what_spans_did_in_a_quarter_to_a_whole_company_stays_small() -> None:
    """Revenue +6% on three times the spans: an elasticity of 0.05."""
    assert math.log(1.06) / math.log(3) == pytest.approx(0.05, abs=0.005)


def test_the_market_identity_gives_the_slowest_forecast() -> None:
    slow, fast = economics().plausibility.spend_growth or (0, 0)
    growth = yearly_growth(np.array([103.73]), np.array([255.23]), 7)
    assert float(growth[0]) == pytest.approx(slow, abs=0.0005)
    start, end, percent, _, other = figures("S61")
    assert (start, end, percent, other) == pytest.approx((103.7, 255.2, 100 * slow, 100 * fast))


def test_the_market_is_three_times_a_database_market() -> None:
    (headline,) = figures("S01")
    assert headline / 3 == pytest.approx(83, abs=0.5)


def test_google_clouds_run_rate_backlog_and_year_before() -> None:
    note = questionnaire().fact("S03").note
    assert "$20.03bn" in note
    assert "$462bn" in note
    run_rate = 4 * 20.03
    assert f"{run_rate:.1f} {462 / run_rate:.1f} {20.03 / 1.63:.1f}" == "80.1 5.8 12.3"


def test_twilios_voice_adds_two_points_and_its_fees_blur_them() -> None:
    share, growth, _ = figures("S19")
    assert share * growth / 100 == pytest.approx(2.4)
    assert figures("S20") == [235]


def test_ranges_in_the_file_are_those_of_the_design() -> None:
    ranges = {s: (parameter(s).low, parameter(s).value, parameter(s).high)
              for s in ("delta", "v1", "beta", "gm_p")}  # fmt: skip
    assert ranges == {
        "delta": (0.05, 0.15, 0.40), "v1": (0.4, 1.5, 2.2), "beta": (0.25, 0.40, 0.45),
        "gm_p": (0.25, 0.52, 0.60),
    }  # fmt: skip
    mu, b = parameter("mu"), parameter("b")
    sums = [
        (x or 0) + (y or 0) for x, y in ((mu.low, b.low), (mu.value, b.value), (mu.high, b.high))
    ]
    assert sums == pytest.approx([0, 0.07, 0.30])
