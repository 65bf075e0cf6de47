"""Last time's ranges and forecasts, held against what happened."""

from datetime import date, timedelta
from typing import Any

import pytest

from boardkit.assessment import Answer, Assessment, Follows, PastForecast, PastPath, PastRange
from boardkit.decisions import Decision
from boardkit.economics import forecast
from boardkit.examples import shipped_example
from boardkit.following import next_assessment
from boardkit.following.keeping_score import Score, kept_score, past_forecast
from boardkit.following.wording import decisions_sentence, path_sentence, ranges_sentence
from boardkit.formats import Formats
from boardkit.reading import Reading
from tests.support.companies import company, questionnaire

ON = date(2027, 12, 14)
GIVEN = {"low": 2, "likely": 5, "high": 12}


def score_of(answers: dict[str, Any], follows: Follows, on: date = ON) -> Score:
    return kept_score(Reading(questionnaire(), company(answers, follows=follows)), on)


def after(*ranges: PastRange, forecasts: tuple[PastForecast, ...] = ()) -> Follows:
    return Follows(assessment="before", ranges=ranges, forecasts=forecasts)


def span(low: float, likely: float, high: float) -> dict[str, float]:
    return {"low": low, "likely": likely, "high": high}


@pytest.mark.parametrize(
    ("now", "where"), [(1, "below"), (2, "inside"), (7, "inside"), (12, "inside"), (13, "above")]
)
def test_a_range_holds_what_lies_between_its_ends(now: float, where: str) -> None:
    score = score_of({"B03": span(now, now, now)}, after(PastRange(question="B03", **GIVEN)))
    assert [(one.now, one.where) for one in score.ranges] == [(now, where)]
    assert score.held == (where == "inside")


def test_a_part_of_an_answer_is_held_against_the_same_part() -> None:
    follows = after(PastRange(question="A02", part="seats", **GIVEN))
    score = score_of({"A02": {"seats": span(20, 30, 40), "usage": span(4, 5, 6)}}, follows)
    assert [(one.now, one.where) for one in score.ranges] == [(30, "above")]


@pytest.mark.parametrize(
    "now",
    [
        None,
        Answer(value=span(4, 5, 6), basis="export", to_confirm=True),
        Answer(value=span(4, 5, 6), basis="judgement"),
        Answer(value=GIVEN, basis="export"),
        Answer(state="dont_know"),
    ],
    ids=["no answer", "unconfirmed", "judgement", "unchanged", "don't know"],
)
def test_what_was_not_measured_proves_nothing(now: Answer | None) -> None:
    given = PastRange(question="B03", **GIVEN)
    score = score_of({"B03": now}, after(given))
    assert (score.ranges, score.unproven) == ((), (given,))


def test_a_question_that_is_no_longer_there_proves_nothing() -> None:
    gone = PastRange(question="Z99", **GIVEN)
    assert score_of({}, after(gone)).unproven == (gone,)


def test_an_assessment_that_follows_none_has_no_score() -> None:
    assert kept_score(Reading(questionnaire(), company()), ON) == Score((), (), ())


# Forecasts


def made(days_ago: int) -> PastForecast:
    path = PastPath(strategy="do_nothing", likely=195e6, p10=180e6, p90=210e6)
    return PastForecast(made=ON - timedelta(days_ago), opening=190e6, paths=(path,))


@pytest.mark.parametrize(("days", "counted"), [(334, 0), (335, 1), (365, 1), (395, 1), (396, 0)])
def test_a_forecast_is_looked_back_on_when_its_first_year_is_over(days: int, counted: int) -> None:
    assert len(score_of({}, after(forecasts=(made(days),))).paths) == counted


@pytest.mark.parametrize(("arr", "where"), [(179e6, "below"), (180e6, "inside"), (211e6, "above")])
def test_a_forecast_s_first_year_is_held_against_arr_now(arr: float, where: str) -> None:
    (kept,) = score_of({"A01": arr}, after(forecasts=(made(364),))).paths
    assert (kept.now, kept.where) == (arr, where)


def test_arr_that_was_only_carried_over_is_not_what_happened() -> None:
    carried = Answer(value=2e8, basis="export", to_confirm=True)
    assert score_of({"A01": carried}, after(forecasts=(made(364),))).paths == ()


def test_of_a_forecast_the_first_year_of_every_strategy_is_kept() -> None:
    example = shipped_example("paperclip-2026-q3")
    whole = forecast(example.questionnaire, example.assessment)
    kept = past_forecast(whole, ON)
    assert kept.opening == whole.strategies[0].arr.likely[0] == pytest.approx(200e6)
    assert {path.strategy: (path.p10, path.likely, path.p90) for path in kept.paths} == {
        s.id: (s.arr.p10[1], s.arr.likely[1], s.arr.p90[1]) for s in whole.strategies
    }


def test_a_quarter_later_the_same_company_is_scored_by_what_it_said() -> None:
    example = shipped_example("paperclip-2026-q3")
    following: Assessment = next_assessment(
        example.questionnaire, example.assessment, "n", period="Q4 2026"
    )
    score = kept_score(Reading(example.questionnaire, following), ON)
    assert score.ranges == ()
    assert len(score.unproven) >= 5


# Sentences


def told(inside: int, outside: int, unproven: int) -> str:
    given = PastRange(question="B03", **GIVEN)
    one = score_of({"B03": span(5, 6, 7)}, after(given)).ranges
    other = score_of({"B03": span(50, 60, 70)}, after(given)).ranges
    return ranges_sentence(Score(one * inside + other * outside, (given,) * unproven, ()))


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((0, 0, 0), ""),
        ((0, 0, 1), "The one range given last time has not been measured since."),
        ((1, 0, 0), "One range was given last time, and it held what happened."),
        ((0, 1, 0), "One range was given last time, and it did not hold what happened."),
        ((0, 0, 4), "Of 4 ranges given last time, none has been measured since."),
        ((1, 0, 4), "Of 5 ranges given last time, one has been measured since, and it held what "
                    "happened."),
        ((9, 3, 0), "Of 12 ranges given last time, 9 held what happened; eight in ten is what they "
                    "promised."),
        ((0, 3, 0), "Of 3 ranges given last time, none held what happened; eight in ten is what "
                    "they promised."),
        ((8, 0, 4), "Of 12 ranges given last time, 8 have been measured since, and all of them held "
                    "what happened; eight in ten is what they promised."),
    ],
)  # fmt: skip
def test_how_ranges_did_is_said_in_a_sentence(counts: tuple[int, int, int], sentence: str) -> None:
    assert told(*counts) == sentence


def test_how_a_forecast_did_is_said_in_a_sentence() -> None:
    (kept,) = score_of({"A01": 200e6}, after(forecasts=(made(364),))).paths
    assert path_sentence(kept, "Do nothing", Formats()) == (
        "On 15 December 2026 “Do nothing” was forecast to bring ARR of between $180m and $210m "
        "after a year; it is $200m, as forecast."
    )


@pytest.mark.parametrize(
    ("fates", "sentence"),
    [
        ("", ""),
        ("done", "The one decision of last time is done."),
        ("open", "The one decision of last time is not yet reported on."),
        ("done done late dropped open", "Of the 5 decisions of last time, 2 are done, 1 is late, "
                                        "1 is dropped and 1 is not yet reported on."),
    ],
)  # fmt: skip
def test_what_became_of_decisions_is_said_in_a_sentence(fates: str, sentence: str) -> None:
    decisions = [
        Decision.model_validate({"decision": "Sell", "fate": fate}) for fate in fates.split()
    ]
    assert decisions_sentence(decisions) == sentence
