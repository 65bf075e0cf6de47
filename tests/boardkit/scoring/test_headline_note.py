"""The headline in a few plain values, and the sentence that is made of them later."""

import json

import pytest
from pydantic import JsonValue

from boardkit.examples import shipped_example
from boardkit.formats import Formats
from boardkit.scoring import Scoring, score
from boardkit.scoring.headline_note import headline_note, headline_text
from boardkit.scoring.uncertainty import drawn
from tests.support.companies import company, questionnaire

DISPLAY = questionnaire().methodology.display


def test_it_says_the_score_its_interval_and_its_band() -> None:
    example = shipped_example("paperclip-2026-q3")
    scoring = Scoring(example.questionnaire, example.assessment)
    intervals = drawn(scoring).intervals
    result = score(example.questionnaire, example.assessment)
    note = headline_note(result, intervals, DISPLAY)
    spread = intervals.headline.claimed
    assert spread is not None
    assert spread.interval is not None
    low, high = round(spread.interval.p10, 1), round(spread.interval.p90, 1)
    assert json.loads(json.dumps(note)) == note
    assert headline_text(note, Formats()) == (
        f"Saaspocalypse exposure {result.headline.claimed:.1f}, exposed in "
        f"{spread.chance('exposed'):.0%} of draws; eight times out of ten between {low} and {high}"
    )


def test_without_draws_it_names_no_band() -> None:
    example = shipped_example("paperclip-2026-q3")
    note = headline_note(score(example.questionnaire, example.assessment), None, DISPLAY)
    assert headline_text(note, Formats("de")) == "Saaspocalypse exposure 42,0"


def test_too_few_answers_have_no_headline() -> None:
    note = headline_note(score(questionnaire(), company()), None, DISPLAY)
    assert headline_text(note, Formats()) == "Too early to say"


@pytest.mark.parametrize("strange", [None, 7, "text", []])
def test_what_somebody_else_kept_is_not_guessed_at(strange: JsonValue) -> None:
    assert headline_text(strange, Formats()) == ""
