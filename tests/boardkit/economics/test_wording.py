"""What a forecast says, by case."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from boardkit.economics import Forecast, Inputs, forecast, forecast_of, inputs_of
from boardkit.economics.brief import brief
from boardkit.economics.measures import measures_of
from boardkit.economics.wording import ForecastWords
from boardkit.examples import shipped_example, shipped_examples
from boardkit.formats import Formats
from tests.support.companies import company, questionnaire, sample


def words(made: Forecast, currency: str = "USD") -> ForecastWords:
    return ForecastWords(made, questionnaire(), Formats("en", currency))


def under(scenario: str) -> ForecastWords:
    return words(forecast(questionnaire(), sample(), scenario))


def changed(**values: float) -> ForecastWords:
    return words(forecast_of(inputs_of(questionnaire(), sample()).changed(values)))


def test_neither_path_is_enough() -> None:
    assert under("severe").conclusion() == (
        "Neither path is enough: even both together end year 7 with $149m of gross profit, below "
        "today’s $154m."
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"delta": 0.32}, "Either way out alone is enough to make it up."),
        ({"delta": 0.5}, "Neither way out alone is enough to make it up; both together are."),
        ({"delta": 0.32, "w": 0.001},
         "The first derivative alone is enough to make it up; reselling alone is not."),
        ({"delta": 0.32, "c_star": 0.1},
         "Reselling alone is enough to make it up; the first derivative alone is not."),
    ],
)  # fmt: skip
def test_which_way_is_enough(values: dict[str, float], said: str) -> None:
    text = changed(**values).conclusion()
    assert text.startswith("Doing nothing ends year 7 with $")
    assert text.endswith(f"below today’s $154m. {said}")


def test_no_way_is_needed_and_which_adds_most() -> None:
    assert under("base").conclusion() == (
        "Doing nothing ends year 7 with $188m of gross profit, not below today’s $154m. The most "
        "value is added by both ways together: $75.7m today, at 12% a year."
    )
    assert (
        under("stall")
        .conclusion()
        .endswith("The most value is added by the first derivative: $12.9m today, at 12% a year.")
    )
    assert changed(K_r=60e6, K_f=60e6).conclusion().endswith("No way out adds value.")


def test_too_few_answers_are_too_early_to_say() -> None:
    found = words(forecast(questionnaire(), company()))
    assert found.conclusion() == (
        "Too early to say: nothing but ARR is answered, and each of the other 32 inputs that are "
        "asked for is assumed."
    )
    assert found.ask_lead() == "These three questions would do most to make it worth reading:"
    first = found.ask(found.forecast.ask_next[0])
    assert first.startswith("B03 Seats lost to agents, of 100 (module Money): moves gross profit")


def test_a_forecast_worth_reading_says_what_would_narrow_it() -> None:
    answers = {key: answer for key, answer in sample().answers.items() if key != "F10"}
    made = forecast(questionnaire(), sample().model_copy(update={"answers": answers}))
    assert made.support.enough
    assert words(made).ask_lead() == "This question would narrow it most:"
    assert under("base").ask_lead() == ""


def test_what_new_revenue_must_replace() -> None:
    assert under("base").replacement() == (
        "To earn what 1 of seat revenue earns, it takes 1.84 by reselling (1.74 to 1.96 in eight "
        "draws of ten) or 1.05 by the first derivative (1 to 1.6 in eight draws of ten)."
    )
    assert changed(gm_p=0.0, mu=0.0, b=0.0).replacement() == (
        "To earn what 1 of seat revenue earns, it takes 1.05 by the first derivative (1 to 1.6 in "
        "eight draws of ten); reselling would earn nothing."
    )
    assert changed(gm_p=0.0, mu=0.0, b=0.0, c_star=0.1).replacement() == (
        "Reselling would earn nothing, so no amount of it replaces seats."
    )
    assert changed(w=0.0, c_star=0.1).replacement() == (
        "Neither way adds any revenue, so no amount of it replaces seats."
    )


def test_when_a_way_pays_back() -> None:
    stall = under("stall")
    assert [stall.pays_back(one) for one in stall.forecast.strategies] == [
        "–", "not in 7 years", "year 4", "year 5"
    ]  # fmt: skip


def test_how_long_seats_last() -> None:
    assert under("severe").seats() == "Seat ARR falls below 50% of today’s in year 5."
    assert under("severe").how_sure_of_seats() == "It falls below that in every draw."
    assert under("severe").runway() == "year 5"
    assert under("base").seats() == "Seat ARR stays above 50% of today’s through year 7."
    assert under("base").how_sure_of_seats() == "It falls below that in 20% of draws."
    assert under("mild").how_sure_of_seats() == ""
    assert changed(s=0.0).seats() == "There is no seat ARR that could be lost."
    assert under("base").runway() == "beyond year 7"


def test_what_stands_beside_the_strategies() -> None:
    base = under("base")
    assert base.at_risk() == (
        "If the top AI customer cuts, $2.83m of ARR goes in year 7 by both ways together ($964k to "
        "$8.61m in eight draws of ten)."
    )
    assert base.leverage() == (
        "In year 7, 1% more inference volume would move ARR by 0.19% by both ways together (0.06% "
        "to 0.41% in eight draws of ten)."
    )
    assert base.unit_margin() == (
        "The main AI unit keeps 36% of its price once failed attempts are paid for."
    )
    assert base.how_sure().startswith("Gross profit in year 7 is at least today’s in ")
    assert words(forecast(questionnaire(), company())).unit_margin() == ""


def test_a_unit_that_loses_money_says_so() -> None:
    answers: dict[str, Any] = {"A06": 1e6, "F01": {"price": 1, "cost": 1, "success": 80}}
    made = forecast(questionnaire(), company(answers))
    assert words(made).unit_margin() == (
        "The main AI unit loses 25% of its price once failed attempts are paid for."
    )


def test_what_is_beyond_all_sense_is_not_written_out() -> None:
    answers: dict[str, Any] = {"A06": 1e6, "F01": {"price": 1, "cost": 1, "success": 1e-90}}
    found = words(forecast(questionnaire(), company(answers)))
    assert found.unit_margin() == "The main AI unit costs more than ten times what it earns."
    assert found.share(-1e92) == "below −10,000%"
    assert found.share(1e92) == "over 10,000%"
    # Resale of which a unit earns a ten-thousandth.
    thin = changed(gm_p=0.0001, y=1.0, c_star=0.1)
    assert (
        thin.replacement()
        == "To earn what 1 of seat revenue earns, it takes over 100 by reselling."
    )


@pytest.mark.parametrize(
    ("symbol", "text"),
    [
        ("delta", "15% of those renewing (5% to 40%)"),
        ("I0", "€60m a year (€30m to €90m)"),
        ("lag", "1 year (0.5 to 1.5)"),
        ("ramp", "4 years (2 to 6)"),
        ("beta", "0.4 (0.25 to 0.45)"),
        ("principal", "yes"),
        ("v_inf", "20% a year"),
    ],
)
def test_an_input_is_written_with_its_unit_and_range(symbol: str, text: str) -> None:
    made = forecast(questionnaire(), company())
    row = next(row for row in made.register if row.symbol == symbol)
    assert words(made, "EUR").value_and_range(row) == text


def test_the_brief_of_a_full_assessment() -> None:
    text = brief(questionnaire(), sample(), forecast(questionnaire(), sample(), "severe"))
    lines = text.splitlines()
    assert lines[0] == "Paperclip & Sons Workflow, Q3 2026"
    assert lines[1].startswith("Scenario: Severe. Agents empty two seats in five")
    assert lines[3].startswith("Neither path is enough")
    assert any(line.startswith("First derivative  $181m ($") for line in lines)
    assert "Asked in" not in text
    assert "Past the date" not in text


def test_the_brief_of_hardly_anything_shows_what_is_assumed() -> None:
    text = brief(questionnaire(), company(), forecast(questionnaire(), company()))
    assert "Too early to say" in text
    assert (
        "Seats not renewed because of agents (delta): 15% of those renewing (5% to 40%). An "
        "assumption that the board must own: no public series exists." in text
    )
    assert "(S39, S33, S49). Asked in B03." in text
    assert text.count("(module ") == 3
    assert len(text.split("Assumed:\n")[1].splitlines()) == 42


def test_the_brief_says_what_is_past_a_bound_or_its_date() -> None:
    from datetime import date

    late = company({"A06": 1e6, "F02": 100}, board_date=date(2027, 1, 1))
    text = brief(questionnaire(), late, forecast(questionnaire(), late))
    assert (
        "Gross margin of packaged resale (F02) is taken as 95%, the furthest that it can go."
        in text
    )
    assert "Past the date by which to look again: v1, v_inf, lambda, v_cap." in text


def test_an_amount_that_may_lack_its_millions_is_asked_about() -> None:
    assessment = company({"A01": 200, "C06": {"low": 30, "likely": 60, "high": 90}})
    said = brief(questionnaire(), assessment, forecast(questionnaire(), assessment))
    assert (
        "ARR today (A01) is small. Do you mean 200 US dollars, or 200 million?\n"
        "Customers’ inference spend within reach (C06) is small. Do you mean 60 US dollars, or 60 "
        "million?\n"
    ) in said
    for amount in (200e6, 150_000):
        assert "Do you mean" not in brief(questionnaire(), company({"A01": amount}),
                                          forecast(questionnaire(), company({"A01": amount})))  # fmt: skip


def test_what_is_assumed_or_nought_is_not_asked_about() -> None:
    """Priors are scaled with ARR, and so are small with it."""
    made = forecast(questionnaire(), company({"A01": 200, "J01": {"resell": 0, "hurdle": 12}}))
    assert [row.symbol for row in made.register if row.unusual] == ["A0"]
    typed = forecast_of(inputs_of(questionnaire(), company()).changed({"K_r": 5, "K_f": 0}))
    assert [row.symbol for row in typed.register if row.unusual] == ["K_r"]


def test_the_questions_that_would_narrow_it_say_what_they_move() -> None:
    said = words(forecast(questionnaire(), company()))
    (seats, *_) = said.forecast.ask_next
    assert said.asked(seats).endswith(
        "moves gross profit in year 7, set against today’s, by $37.9m either way"
    )
    gap = replace(seats, decides="better", moves=2e6)
    assert said.asked(gap).endswith(
        "moves the gap between the two ways out in year 7 by $2m either way"
    )


def test_where_the_best_path_is_not_both_it_is_named() -> None:
    example = shipped_example("dustjacket-2026-q3")
    found = words(forecast(example.questionnaire, example.assessment))
    assert found.conclusion() == (
        "Neither path is enough: even the best, the first derivative, ends year 7 with $9.7m of "
        "gross profit, below today’s $26.2m."
    )
    assert found.so_what() == (
        "A plan for another $16.5m of gross profit a year is needed, from cost, price or other "
        "products: the ways out alone make it in under 1% of draws at the most."
    )


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (0.034, "grows by 3.4% a year"),
        (-0.019, "falls by 1.9% a year"),
        (0.0001, "stays as it is"),
        (-0.0001, "stays as it is"),
        (1e9, "grows by over 10,000% a year"),
    ],
)
def test_a_rate_is_a_verb(rate: float, said: str) -> None:
    assert under("base").grows(rate) == said


def test_no_chance_is_printed_as_certain_that_is_not() -> None:
    mild = under("mild")
    assert 0.995 < mild.forecast.strategy("both").chance_enough < 1
    assert mild.how_sure().endswith("and in over 99% of draws by both ways together.")
    certain = words(forecast_of(_certain()))
    assert "in every draw by doing nothing" in certain.how_sure()
    assert certain.worth().endswith(
        "exactly $75.7m by both ways together, and above nought in every draw."
    )
    assert "in eight draws of ten" not in certain.replacement() + certain.dilution()


def _certain() -> Inputs:
    inputs = inputs_of(questionnaire(), sample())
    return inputs.changed(inputs.values)


def sentences(found: ForecastWords) -> list[str]:
    measures = [one.sentence for one in measures_of(found)]
    doubts = [found.out_of_line(one) for one in found.forecast.out_of_line]
    return [*measures, *doubts, found.conclusion(), found.beside_conclusion(), found.so_what()]


def _cases() -> list[Forecast]:
    growth = {"low": -40, "likely": -30, "high": -20}
    shrinking = {"A02": dict.fromkeys(("seats", "usage", "platform"), growth)}
    without = {"A03": {"seats": 70, "usage": 20, "platform": 10}, "C08": "none"}
    few = [company(one) for one in ({}, without, shrinking, {"A01": 9.99e14}, {"A01": 7.0})]
    found = []
    for assessment in (*few, *(one.assessment for one in shipped_examples())):
        for scenario in ("base", "mild", "severe", "boom", "stall"):
            found.append(forecast(questionnaire(), assessment, scenario))
    return found


UNFIT = r"\b(nan|inf|None)\b|\.\.|  |: [a-z ]+: | by −|\b(0|100)% of draws"


def test_every_sentence_of_every_case_reads_as_one() -> None:
    for made in _cases():
        for sentence in sentences(words(made)):
            assert re.fullmatch(r"[A-Z].*\.", sentence), sentence
            assert not re.search(UNFIT, sentence), sentence
