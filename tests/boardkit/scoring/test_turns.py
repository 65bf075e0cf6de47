"""What alone would change the conclusion, held against scoring every other answer one by one."""

from __future__ import annotations

import pytest

from boardkit.questions import LevelQuestion
from boardkit.reading import Standing
from boardkit.scoring import Scoring, verdicts
from boardkit.scoring.turns import MOST, turns
from tests.support.telling_cases import CASES, levels

TELLING = ("paperclip-2026-q3", "switchback-2026-q3", "lanternfish-2026-q3", "poor-for-noting")


def scored(name: str) -> Scoring:
    return Scoring(*CASES[name]())


def band_of(scoring: Scoring) -> str:
    found = verdicts.band(scoring.method, scoring.claimed.headline)
    assert found is not None
    return found.id


def with_level(scoring: Scoring, question: str, level: int) -> Scoring:
    answer = scoring.assessment.answers[question].model_copy(update={"value": level})
    return Scoring(scoring.questionnaire, scoring.assessment.with_answer(question, answer))


@pytest.mark.parametrize("name", TELLING)
def test_a_level_that_turns_the_band_is_the_nearest_that_does(name: str) -> None:
    scoring, found = scored(name), turns(scored(name))
    for turn in (*found.lower, *found.higher):
        if not isinstance(scoring.questionnaire.question(turn.question), LevelQuestion):
            continue
        step = 1 if turn.at > turn.raw else -1
        between = range(int(turn.raw) + step, int(turn.at), step)
        assert band_of(with_level(scoring, turn.question, int(turn.at))) == turn.band.id
        assert all(
            band_of(with_level(scoring, turn.question, n)) == band_of(scoring) for n in between
        )


@pytest.mark.parametrize("name", TELLING)
def test_where_no_answer_is_named_no_level_turns_the_band(name: str) -> None:
    scoring, found = scored(name), turns(scored(name))
    now = scoring.claimed.headline
    assert now is not None
    for row, one in enumerate(scoring.scheme.indicators):
        answered = scoring.credits[row].standing is Standing.ANSWERED
        if one.derived is not None or not isinstance(one.question, LevelQuestion) or not answered:
            continue
        for level in range(len(one.question.levels)):
            other = with_level(scoring, one.question.id, level)
            if scoring.shares[row] == 0 or band_of(other) == band_of(scoring):
                continue
            side = found.lower if (other.claimed.headline or 0.0) < now else found.higher
            named = {turn.question for turn in side}
            assert one.question.id in named or len(named) == MOST


def test_a_number_turns_it_at_the_limit() -> None:
    found = turns(scored("lanternfish-2026-q3"))
    net = next(turn for turn in found.higher if turn.question == "B05")
    assert net.raw == 112
    assert 96 < net.at < 98
    assert net.headline == pytest.approx(15.0, abs=0.1)


def test_gates_that_hold_and_gates_that_could() -> None:
    found = {turn.gate: turn for turn in turns(scored("good-but-no-right-to-resell")).gates}
    assert found["rights"].bound
    assert found["rights"].is_open
    assert found["rights"].score > 60
    assert not found["measured"].bound
    assert found["measured"].score == 50
    assert found["measured"].is_open is False
    assert found["measured"].band is not None


def test_nothing_turns_while_no_band_is_named() -> None:
    for name in ("nothing-answered", "half-timbered-2026-q3", "index-half-answered"):
        found = turns(scored(name))
        assert (found.lower, found.higher, found.gates) == ((), (), ())


def test_in_the_best_band_there_is_none_below() -> None:
    assert turns(Scoring(*levels(4))).lower == ()
