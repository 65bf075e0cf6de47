"""What stands beside the strategies, and how the inputs are grouped."""

from __future__ import annotations

import pytest

from boardkit.assumptions import SYMBOLS
from boardkit.economics import forecast, forecast_of, inputs_of
from boardkit.economics.measures import Measure, measures_of
from boardkit.economics.subjects import SUBJECTS
from boardkit.economics.wording import ForecastWords
from boardkit.formats import Formats
from tests.support.companies import company, questionnaire, sample


def measures(scenario: str = "base", currency: str = "USD") -> dict[str, Measure]:
    made = forecast(questionnaire(), sample(), scenario)
    words = ForecastWords(made, questionnaire(), Formats("en", currency))
    return {one.id: one for one in measures_of(words)}


def test_every_input_has_one_subject() -> None:
    grouped = [symbol for subject in SUBJECTS for symbol in subject.symbols]
    assert sorted(grouped) == sorted(SYMBOLS)


@pytest.mark.parametrize(
    ("key", "figures"),
    [
        ("arr", ("$253m", "$298m", "$278m", "$323m")),
        ("gross_profit", ("$188m", "$207m", "$207m", "$226m")),
        ("worth", ("–", "$35.2m", "$40.5m", "$75.7m")),
        ("break_even", ("–", "year 4", "year 3", "year 3")),
        ("replacement", ("–", "1.84", "1.05", "1.45")),
        ("dilution", ("−2.7 points", "−7.4 points", "−2.6 points", "−6.9 points")),
        ("runway", ("beyond year 7",)),
        ("unit_margin", ("36%",)),
    ],
)
def test_the_sample_has_these_figures(key: str, figures: tuple[str, ...]) -> None:
    assert measures()[key].figures == figures


@pytest.mark.parametrize("scenario", ["base", "mild", "severe", "boom", "stall"])
def test_each_has_one_sentence(scenario: str) -> None:
    for measure in measures(scenario).values():
        assert measure.sentence.endswith("."), measure.id
        assert measure.sentence[0].isupper(), measure.id
        assert len(measure.figures) in (1, 4), measure.id


def test_sentences_follow_the_outcome() -> None:
    assert measures()["gross_profit"].sentence == (
        "Today it is $154m; every path ends with that or more."
    )
    assert measures("severe")["gross_profit"].sentence == (
        "Today it is $154m; no path ends with as much."
    )
    assert measures("stall")["break_even"].figures[1] == "not in 7 years"
    some = inputs_of(questionnaire(), sample()).changed({"delta": 0.32})
    words = ForecastWords(forecast_of(some), questionnaire(), Formats("en", "USD"))
    assert words.enough() == (
        "Today it is $154m; only reselling, the first derivative and both ways together end with "
        "that or more."
    )


def test_those_that_are_wanted_are_as_among_all() -> None:
    made = forecast(questionnaire(), sample())
    words = ForecastWords(made, questionnaire(), Formats("en", "USD"))
    every = measures_of(words)
    assert len(every) == 11
    for one in every:
        assert measures_of(words, {one.id}) == (one,)
    assert measures_of(words, ()) == ()


def test_money_is_in_the_assessments_currency() -> None:
    assert measures(currency="GBP")["arr"].figures[0] == "£253m"


def test_without_a_unit_margin_it_says_what_is_missing() -> None:
    words = ForecastWords(forecast(questionnaire(), company()), questionnaire(), Formats())
    unit = measures_of(words)[-1]
    assert unit.figures == ("–",)
    assert unit.sentence == "Price, cost and success rate of the main AI unit are not answered."


def test_where_it_is_too_early_nothing_is_claimed() -> None:
    words = ForecastWords(forecast(questionnaire(), company()), questionnaire(), Formats())
    assert words.beside_conclusion().startswith("If what is assumed holds, doing nothing ends")
    assert "% of draws" not in words.beside_conclusion()


def test_the_register_says_whose_each_input_is_and_for_how_long() -> None:
    made = forecast(questionnaire(), company())
    words = ForecastWords(made, questionnaire(), Formats())
    rows = {row.symbol: row for row in made.register}
    assert words.custody(rows["v1"]) == (
        "Technology, set 30 June 2026, look again by 31 December 2026."
    )
    assert words.where_from(rows["c1"]) == (
        "Assumed. Twilio and Uber 17%; Fastly and TikTok 12% (S21, S22)."
    )
    moved = forecast_of(inputs_of(questionnaire(), company()).changed({"delta": 0.2}))
    by_hand = next(row for row in moved.register if row.symbol == "delta")
    assert words.custody(by_hand) == "Not saved yet."
    assert words.register_counts() == "43 inputs, 42 of them assumed"
