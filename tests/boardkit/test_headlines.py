"""Headlines: what an assessment amounts to, as a list shows it."""

import json
import subprocess
import sys

import pytest

from boardkit.assessment import Assessment, Details, Pin
from boardkit.examples import Example, shipped_example, shipped_examples
from boardkit.headlines import Headline, headline_of
from boardkit.scoring import Scoring, score
from boardkit.scoring.uncertainty import intervals
from tests.support.places import ROOT


@pytest.mark.parametrize("example", shipped_examples(), ids=lambda example: example.name)
def test_it_says_what_the_result_says(example: Example) -> None:
    found = headline_of(example.questionnaire, example.assessment)
    result = score(example.questionnaire, example.assessment)
    assert Headline.read(json.dumps(found.data())) == found
    assert found.enough is not result.headline.too_early
    assert (found.asked, found.done) == (
        result.counts.asked,
        result.counts.asked - result.counts.open,
    )
    if result.headline.too_early:
        assert (found.score, found.band, found.verdict, found.low) == (None, "", "", None)
        return
    assert result.headline.band is not None
    assert result.headline.claimed is not None
    assert found.score == pytest.approx(result.headline.claimed, abs=0.05)
    assert found.band == result.headline.band.title
    sure = intervals(Scoring(example.questionnaire, example.assessment))
    spread = sure.headline.claimed
    assert spread is not None
    assert spread.interval is not None
    assert found.low == pytest.approx(spread.interval.p10, abs=0.05)
    assert found.high == pytest.approx(spread.interval.p90, abs=0.05)
    assert found.band_chance == pytest.approx(spread.chance(result.headline.band.id), abs=1e-5)
    assert sure.ways_out is not None
    assert found.verdict_chance == pytest.approx(sure.ways_out.stated, abs=1e-5)


def test_the_lowest_band_of_exposure_is_good_and_the_upper_half_is_not() -> None:
    tones = {}
    for example in shipped_examples():
        found = headline_of(example.questionnaire, example.assessment)
        tones[found.band] = found.tone
    assert tones == {
        "": "plain",
        "Insulated": "better",
        "Manageable": "plain",
        "Exposed": "exposure",
        "Critical": "exposure",
    }


def test_nothing_answered_shows_nothing() -> None:
    questionnaire = shipped_example("paperclip-2026-q3").questionnaire
    nothing = Assessment(
        id="a", questionnaire=Pin.of(questionnaire), details=Details(company="Acme")
    )
    found = headline_of(questionnaire, nothing)
    assert (found.score, found.enough, found.given, found.done) == (None, False, 0, 0)
    assert found.needed > 0


@pytest.mark.parametrize("text", [None, "", "null", "{}", "[1]", '{"title": "x"}', "{"])
def test_what_is_no_headline_is_none(text: str | None) -> None:
    assert Headline.read(text) is None


def test_reading_one_waits_for_nothing() -> None:
    code = (
        "import sys, boardkit.headlines;"
        " print(sorted({'pydantic', 'numpy', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
