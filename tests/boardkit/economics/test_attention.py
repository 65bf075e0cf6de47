"""How far a forecast rests on answers, and which questions would narrow it most."""

from __future__ import annotations

import pytest

from boardkit.assessment import Answer
from boardkit.economics import forecast, forecast_of, inputs_of
from boardkit.economics.attention import NAMED, Moved, ask_next, moves_of, support_of, weights_of
from tests.support.companies import company, questionnaire, sample


def test_with_nothing_but_arr_three_questions_are_named() -> None:
    made = forecast(questionnaire(), company())
    assert not made.support.enough
    assert (made.support.answered, made.support.asked, made.support.share) == (0, 32, 0.0)
    assert [one.question for one in made.ask_next] == ["B03", "A02", "A03"]
    assert made.ask_next[0].symbols == ("delta",)
    assert made.ask_next[1].symbols == ("g_s", "g_u", "g_o")
    moves = [one.moves for one in made.ask_next]
    assert moves == sorted(moves, reverse=True)


def test_what_a_question_moves_is_half_of_what_lies_between_its_ends() -> None:
    inputs = inputs_of(questionnaire(), company())
    low, high = (
        forecast_of(inputs.changed({"delta": delta})).strategy("both").gross_profit.likely[-1]
        for delta in (0.05, 0.4)
    )
    (first, *_) = ask_next(inputs, moves_of(inputs))
    assert first.moves == pytest.approx((low - high) / 2)
    assert first.decides == "enough"


def test_a_full_assessment_is_worth_reading_and_asks_nothing() -> None:
    made = forecast(questionnaire(), sample())
    assert made.support.enough
    assert made.support.share == 1
    assert made.ask_next == ()


def test_an_answer_takes_its_question_off_the_list_and_adds_support() -> None:
    before = forecast(questionnaire(), company())
    after = forecast(questionnaire(), company({"B03": {"low": 5, "likely": 15, "high": 40}}))
    assert "B03" not in [one.question for one in after.ask_next]
    assert after.support.share == pytest.approx(before.ask_next[0].share)
    assert len(after.ask_next) == NAMED


def test_dont_know_stays_on_the_list() -> None:
    made = forecast(questionnaire(), company({"B03": Answer(state="dont_know")}))
    assert made.ask_next[0].question == "B03"


def test_what_is_not_asked_is_not_on_the_list() -> None:
    made = forecast(questionnaire(), company({"A03": {"usage": 100}, "C08": "none"}))
    asked = {one.question for one in made.ask_next}
    assert not asked & {"B02", "B03", "B08", "D04", "D08", "H02", "H04"}


def test_a_scenario_settles_what_it_sets() -> None:
    made = forecast(questionnaire(), company(), "severe")
    assert "B03" not in [one.question for one in made.ask_next]


def test_an_input_that_hangs_on_several_questions_shares_its_weight_among_them() -> None:
    inputs = inputs_of(questionnaire(), company())
    only_a = {symbol: Moved(1.0 if symbol == "a" else 0.0, 0.0) for symbol in moves_of(inputs)}
    found = ask_next(inputs, only_a)
    assert [one.share for one in found] == [0.25, 0.25, 0.25]  # A03, C08, C02, C09
    known = inputs_of(questionnaire(), company({"A03": {"seats": 70, "usage": 30}, "C08": "some"}))
    assert [one.question for one in ask_next(known, only_a)] == ["C02", "C09"]


def test_without_anything_to_ask_it_is_worth_reading() -> None:
    inputs = inputs_of(questionnaire(), sample())
    certain = inputs.changed(inputs.values)
    assert weights_of(certain, moves_of(certain)) == {}
    assert support_of(certain, {}).enough
    assert ask_next(certain, moves_of(certain)) == ()


@pytest.mark.parametrize("symbol", ["delta", "v1", "gm_s", "gm_u", "w", "c_star", "beta", "pi"])
def test_an_input_moves_either_decision_by_half_of_what_it_changes(symbol: str) -> None:
    """From whole forecasts at either end: against today, and between the ways out."""
    inputs = inputs_of(questionnaire(), company())
    item = inputs[symbol]
    enough, better = [], []
    for end in (item.low, item.high):
        made = forecast_of(inputs.changed({symbol: end}))
        last = {one.id: one.gross_profit.likely[-1] for one in made.strategies}
        enough.append(last["both"] - made.outcome.opening)
        better.append(last["resell"] - last["first_derivative"])
    moved = moves_of(inputs)[symbol]
    assert moved.enough == pytest.approx(abs(enough[1] - enough[0]) / 2)
    assert moved.better == pytest.approx(abs(better[1] - better[0]) / 2)


def test_what_moves_the_ways_apart_is_said_of_the_gap_between_them() -> None:
    """Reselling up and the first derivative down leave both together where they were."""
    inputs = inputs_of(questionnaire(), company())
    moves = {symbol: Moved(0.0, 0.0) for symbol in moves_of(inputs)} | {"w": Moved(1e6, 3e6)}
    (found,) = ask_next(inputs, moves)
    assert (found.question, found.decides, found.moves, found.share) == ("E02", "better", 3e6, 1.0)


def test_a_question_is_said_to_move_what_most_of_its_weight_is_in() -> None:
    inputs = inputs_of(questionnaire(), company())
    still = {symbol: Moved(0.0, 0.0) for symbol in moves_of(inputs)}
    moves = still | {"g_s": Moved(3e6, 0.0), "g_u": Moved(0.0, 4e6), "g_o": Moved(4e6, 1e6)}
    (found,) = ask_next(inputs, moves)
    assert (found.question, found.decides, found.moves) == ("A02", "enough", 5e6)
