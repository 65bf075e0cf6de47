"""How sure a score is, in words."""

from dataclasses import replace

import pytest

from boardkit.assessment import Answer
from boardkit.content import load_questionnaire
from boardkit.examples import shipped_example
from boardkit.formats import Formats
from boardkit.scoring import Scoring, result_of
from boardkit.scoring.spreads import Interval
from boardkit.scoring.uncertainty import intervals
from boardkit.spread_texts import SpreadTexts, chance_text
from tests.support.places import FIXTURES

EXAMPLE = shipped_example("paperclip-2026-q3")
TEXTS = SpreadTexts(EXAMPLE.questionnaire.methodology, Formats())


@pytest.mark.parametrize(
    ("chance", "text"),
    [
        (0.0, "no draw"),
        (1 / 4096, "under 1% of draws"),
        (0.006, "1% of draws"),
        (0.914, "91% of draws"),
        (0.9949, "99% of draws"),
        (4095 / 4096, "over 99% of draws"),
        (1.0, "all draws"),
    ],
)
def test_a_chance_is_never_rounded_to_certainty(chance: float, text: str) -> None:
    assert chance_text(chance, Formats()) == text


def test_where_a_score_lies() -> None:
    assert TEXTS.interval(Interval(34.6, 42, 49.4)) == (
        "If the answers are as uncertain as their bases say, the score lies between 35 and 49 eight "
        "times out of ten."
    )
    assert "Exposure stays at 42 eight times" in TEXTS.interval(
        Interval(41.9, 42, 42.1), "Exposure"
    )


def test_ends_are_printed_on_the_scale_of_the_method() -> None:
    hdi = load_questionnaire(FIXTURES / "hdi")
    texts = SpreadTexts(hdi.methodology, Formats("de"))
    assert texts.score(70.5) == "0,705"
    assert texts.ends(Interval(65.2, 70.5, 74.9)) == ("0,65", "0,75")


def test_band_and_verdict_have_their_chances() -> None:
    scoring = Scoring(EXAMPLE.questionnaire, EXAMPLE.assessment)
    result, sure = result_of(scoring), intervals(scoring)
    band, verdict = result.headline.band, result.verdict
    assert band is not None
    assert verdict is not None
    assert sure.headline.claimed is not None
    assert sure.ways_out is not None
    chance = sure.headline.claimed.chance("exposed")
    assert TEXTS.band(band, sure.headline.claimed) == f"Exposed in {chance:.0%} of draws"
    half = replace(sure.ways_out, stated=0.5)
    assert TEXTS.verdict(verdict, half) == (
        "Neither way out is open yet. That is the verdict in 50% of draws."
    )


def test_a_cap_says_why_but_only_where_it_lowers_the_score() -> None:
    def capped(level: float) -> str:
        changed = EXAMPLE.assessment.with_answer("F02", Answer(value=level, basis="contract"))
        return TEXTS.cap(result_of(Scoring(EXAMPLE.questionnaire, changed)).composite("R"))

    assert capped(-10) == "Capped at 30: AI products lose money on every sale"
    assert capped(10) == ""
