"""Where each input comes from: answers, the kind of product, a prior, a scenario, a hand."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkit.assessment import Answer, Details, OwnScenario
from boardkit.assumptions import SYMBOLS
from boardkit.economics import Inputs, forecast, inputs_of
from boardkit.economics.brief import brief
from boardkit.economics.gathering import _later
from boardkit.economics.json import forecast_json
from boardkit.errors import ForecastError
from tests.support.companies import company, questionnaire, sample
from tests.support.made_up_answers import any_answers, assessment_of


def inputs(answers: dict[str, object] | None = None, scenario: str | None = None) -> Inputs:
    return inputs_of(questionnaire(), company(answers), scenario)


# Answers


def test_every_symbol_is_an_input_in_the_order_of_the_register() -> None:
    assert tuple(item.symbol for item in inputs().items) == SYMBOLS


def test_an_answer_says_where_it_is_from_and_how_long_it_holds() -> None:
    at = datetime(2026, 11, 10, tzinfo=UTC)
    answer = Answer(value=20, basis="management", author="Sales", at=at)
    found = inputs({"A03": {"seats": 100}, "B08": answer})["kappa"]
    assert (found.state, found.questions, found.missing) == ("answered", ("B08",), ())
    assert (found.value, found.basis, found.owner) == (0.2, "Management data", "Sales")
    assert (found.set_on, found.expires) == (date(2026, 11, 10), date(2027, 11, 10))
    assert found.source == ""


def test_a_range_is_taken_at_its_ends() -> None:
    found = inputs({"B03": {"low": 2, "likely": 8, "high": 30}})["delta"]
    assert (found.low, found.value, found.high) == (0.02, 0.08, 0.3)


def test_a_range_that_counts_backwards_is_turned_round() -> None:
    found = inputs({"A06": 1e6, "F07": {"low": -30, "likely": -15, "high": -4}})["pi"]
    assert (found.low, found.value, found.high) == pytest.approx((0.04, 0.15, 0.3))


def test_a_range_inside_an_answer_of_several_values_is_taken_too() -> None:
    growth = {
        "seats": {"low": 3, "likely": 6, "high": 8},
        "usage": {"low": 1, "likely": 1, "high": 1},
    }
    found = inputs({"A02": growth})
    assert (found["g_s"].low, found["g_s"].high) == (0.03, 0.08)
    assert found["g_u"].value == 0.01
    assert found["g_o"].state == "assumed"
    assert found["g_o"].missing == ("A02",)


@pytest.mark.parametrize(
    ("basis", "half_width"), [("judgement", 25), ("contract", 2.5), ("exact", 0), (None, 25)]
)
def test_a_single_figure_is_as_wide_as_its_basis_is_weak(basis: str, half_width: float) -> None:
    seats = Answer(value={"seats": 80, "usage": 20}, basis="exact")
    found = inputs({"A03": seats, "B02": Answer(value=40, basis=basis)})["rho"]
    # The 90th percentile of an even PERT lies at 0.507 of half its width.
    assert found.high - found.value == pytest.approx(0.4 * half_width / 100 * 0.507, abs=1e-4)
    assert found.value - found.low == pytest.approx(found.high - found.value)


def test_a_part_has_a_basis_of_its_own() -> None:
    answer = Answer(
        value={"today": 10, "planned": 30}, basis="exact", bases={"planned": "judgement"}
    )
    found = inputs({"C08": Answer(value="some", basis="exact"), "D08": answer})
    assert found["c0"].is_certain
    assert not found["c_star"].is_certain


def test_what_is_derived_is_as_sure_and_as_old_as_its_weakest_answer() -> None:
    old, new = (datetime(2026, month, 1, tzinfo=UTC) for month in (3, 9))
    found = inputs(
        {
            "A03": Answer(value={"seats": 70, "usage": 20, "platform": 10}, basis="export", at=new),
            "C08": Answer(value="some", basis="export", author="Technology", at=new),
            "C02": Answer(value=44, basis="contract", author="Finance", at=new),
            "C09": Answer(
                value={"with_ai": 21, "without_ai": 10}, basis="judgement", author="Finance", at=old
            ),
        }
    )["a"]
    assert found.value == pytest.approx(0.20)
    assert found.basis == "Judgement"
    assert found.owner == "Technology, Finance"
    assert found.set_on == date(2026, 3, 1)


def test_an_answer_past_what_the_equations_can_take_is_held_there_and_said() -> None:
    found = inputs({"A06": 1e6, "F02": 100})["gm_p"]
    assert (found.value, found.high, found.held) == (0.95, 0.95, True)
    assert not inputs({"A06": 1e6, "F02": 52})["gm_p"].held


def test_an_agent_is_no_principal_and_is_not_drawn() -> None:
    found = inputs({"F10": Answer(value={"role": "agent"}, basis="judgement")})["principal"]
    assert (found.low, found.value, found.high) == (0, 0, 0)


# Priors


def test_what_is_missing_takes_the_documented_prior_with_its_source() -> None:
    found = inputs()["delta"]
    assert (found.state, found.value, found.low, found.high) == ("assumed", 0.15, 0.05, 0.4)
    assert found.missing == ("B03",)
    assert "no public series" in found.source
    assert (found.facts, found.owner) == (("S39", "S33", "S49"), "Chief executive")
    assert (found.set_on, found.expires) == (date(2026, 6, 30), date(2027, 6, 30))


def test_a_prior_without_a_range_runs_from_half_to_one_and_a_half_times_itself() -> None:
    found = inputs()["rho"]
    assert (found.low, found.value, found.high) == (0.25, 0.5, 0.75)
    assert inputs()["gm_s"].high == 1.0  # held at what a margin can be


def test_amounts_are_scaled_with_arr() -> None:
    found = inputs({"A01": 50e6})
    assert found["I0"].value == 15e6
    assert (found["I0"].low, found["I0"].high) == (7.5e6, 22.5e6)
    assert (found["K_r"].value, found["K_f"].value) == (0.75e6, 1e6)
    assert found["delta"].value == 0.15


def test_what_nobody_can_answer_has_no_question() -> None:
    market = {"v1", "v_inf", "lambda", "v_cap", "tau", "lag", "ramp", "g_e", "gm_f", "p"}
    assert {item.symbol for item in inputs().items if not item.questions} == market
    assert not any(inputs()[symbol].is_asked for symbol in market)
    assert (inputs()["v1"].low, inputs()["v1"].high) == (0.4, 2.2)


def test_without_an_elasticity_the_kind_of_product_gives_one() -> None:
    found = inputs({"A07": "observability"})["beta"]
    assert found.state == "archetype"
    assert (found.low, found.value, found.high) == pytest.approx((0.2, 0.4, 0.6))
    assert (
        found.source
        == "The prior for this kind of product: observability (monitoring, logs, traces) (A07)."
    )
    assert found.missing == ("D04",)
    assert inputs({"A07": "other"})["beta"].value == 0.1
    assert inputs({"A07": "content_knowledge"})["beta"].is_certain
    assert inputs()["beta"].state == "assumed"
    assert inputs({"A07": "other", "D04": {"low": 1, "likely": 2, "high": 3}})["beta"].value == 0.2


def test_dont_know_is_missing_and_can_still_be_asked() -> None:
    found = inputs({"B03": Answer(state="dont_know")})["delta"]
    assert (found.state, found.missing) == ("assumed", ("B03",))


def test_what_is_not_asked_is_assumed_and_cannot_be_asked() -> None:
    found = inputs({"A03": {"seats": 0, "usage": 100}})
    assert found["delta"].state == "assumed"
    assert found["delta"].missing == ()
    assert not found["delta"].is_asked


@pytest.mark.parametrize("arr", [None, 0, Answer(state="dont_know")])
def test_there_is_no_forecast_before_arr(arr: object) -> None:
    with pytest.raises(ForecastError, match=r"scaled from ARR.*\(A01\)"):
        inputs({"A01": arr})


# Without an AI cohort, without usage, with nothing but ARR


def test_a_company_without_an_ai_cohort_starts_a_meter_from_nought() -> None:
    found = inputs({"C08": "none", "A03": {"seats": 80, "usage": 20}})
    assert (found["a"].value, found["a"].state) == (0, "answered")
    assert (found["c0"].value, found["c0"].state) == (0, "answered")
    assert (found["c_star"].value, found["c_star"].state) == (0.3, "assumed")
    assert not found["c_star"].is_asked  # D08 is hidden
    made = forecast(questionnaire(), company({"C08": "none", "A03": {"seats": 80, "usage": 20}}))
    nothing, derivative = made.strategy("do_nothing"), made.strategy("first_derivative")
    assert nothing.ai_share[-1] == 0
    assert derivative.parts.ai_usage[0] == 0
    assert derivative.parts.ai_usage[-1] > 0
    assert derivative.parts.other_usage == nothing.parts.other_usage
    assert nothing.parts.other_usage[0] == pytest.approx(40e6)


def test_a_company_without_usage_has_none_that_ai_caused() -> None:
    split = {"seats": 90, "platform": 10}
    made = forecast(questionnaire(), company({"C08": "some", "A03": split}))
    assert made.strategy("do_nothing").parts.other_usage == (0,) * 8
    assert made.strategy("do_nothing").parts.ai_usage == (0,) * 8
    assert made.strategy("first_derivative").parts.ai_usage[-1] > 0


def test_nothing_but_arr_is_a_forecast_that_is_all_assumed() -> None:
    found = inputs()
    assert [item.symbol for item in found.items if item.state == "answered"] == ["A0"]
    assert {item.state for item in found.items} == {"answered", "assumed"}


# Scenarios and what-ifs


def test_a_scenario_is_set_on_top_of_answers_and_is_certain() -> None:
    found = inputs({"B03": {"low": 2, "likely": 8, "high": 30}}, "severe")
    assert (found["delta"].state, found["delta"].value) == ("scenario", 0.4)
    assert found["delta"].is_certain
    assert found["delta"].source == "Scenario “Severe”."
    assert found.overrides == {"delta": 0.4, "kappa": 0.1, "g_s": 0.02}


def test_a_hand_may_change_an_input_on_top_of_a_scenario() -> None:
    found = inputs(scenario="severe").changed({"delta": 0.3, "v1": 1})
    assert (found["delta"].state, found["delta"].value) == ("what_if", 0.3)
    assert found.overrides == {"delta": 0.3, "kappa": 0.1, "g_s": 0.02, "v1": 1}
    assert inputs()["delta"].value == 0.15


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"delta": 1.5}, r"Seats not renewed because of agents \(delta\) is 1.5, not 0 to 1"),
        ({"detla": 0.1}, "The forecast has no input “detla”. Did you mean “delta”?"),
    ],
)
def test_a_change_that_does_not_fit_is_refused(change: dict[str, float], said: str) -> None:
    with pytest.raises(ForecastError, match=said):
        inputs().changed(change)


def test_what_a_company_set_itself_has_its_owner_and_dates() -> None:
    own = OwnScenario(
        id="ours", title="Our plan", values={"delta": 0.1}, owner="Chair",
        decided=date(2026, 9, 1), expires=date(2027, 3, 1),
    )  # fmt: skip
    details = Details(company="Acme").model_copy(
        update={"forecast": Details(company="A").forecast.model_copy(update={"scenarios": (own,)})}
    )
    found = inputs_of(questionnaire(), sample().model_copy(update={"details": details}), "ours")
    assert found["delta"].owner == "Chair"
    assert (found["delta"].set_on, found["delta"].expires) == (date(2026, 9, 1), date(2027, 3, 1))


# Anything at all


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_any_answers_make_a_forecast_or_lack_arr(data: st.DataObject) -> None:
    answers = data.draw(any_answers(questionnaire()))
    assessment = assessment_of(questionnaire(), answers)
    arr = answers.get("A01")
    if arr is None or not arr.is_answered or not arr.value:
        with pytest.raises(ForecastError):
            inputs_of(questionnaire(), assessment)
        return
    found = inputs_of(questionnaire(), assessment)
    for item in found.items:
        assert item.minimum <= item.low <= item.value <= item.high <= item.maximum
        assert item.owner or item.state == "answered"
        assert item.source or item.state == "answered"
    made = forecast(questionnaire(), assessment)
    assert brief(questionnaire(), assessment, made)
    assert json.dumps(forecast_json(questionnaire(), assessment, made), allow_nan=False)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 3), 12, date(2027, 11, 3)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_months_later_is_a_day_that_there_is(day: date, months: int, then: date) -> None:
    assert _later(day, months) == then
