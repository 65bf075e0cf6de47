"""Bands and verdicts at their limits: the order in which a score was summed up decides none."""

import numpy as np
import pytest

from boardkit.content import shipped_questionnaire
from boardkit.scoring.verdicts import band, outcomes

METHOD = shipped_questionnaire().methodology
ROUNDED = 1e-12  # what sums in another order may differ by
MORE = 1e-6


@pytest.mark.parametrize("limit", [one.below for one in METHOD.headline.bands if one.below])
def test_a_headline_on_a_limit_is_in_the_upper_band_however_it_was_rounded(limit: float) -> None:
    places = [one.id for one in METHOD.headline.bands]
    below, on, above = (band(METHOD, limit + by) for by in (-MORE, -ROUNDED, MORE))
    assert below is not None
    assert on is not None
    assert on == above
    assert places.index(on.id) == places.index(below.id) + 1


def kind(exposure: float, first: float, second: float) -> str:
    """What the verdict is where the exposure is so much, and the ways out stand so."""
    rules = METHOD.verdict
    assert rules is not None
    shown = METHOD.composite(METHOD.headline.composite).shown
    credit = 100 - exposure if shown == "exposure" else exposure
    scores = {
        METHOD.headline.composite: credit,
        rules.ways_out[0]: first,
        rules.ways_out[1]: second,
    }
    found = outcomes(METHOD, {key: np.asarray(value) for key, value in scores.items()})
    (told,) = [one.kind for one in found if one.holds]
    return told


def test_a_way_out_on_its_limit_is_not_open_and_one_at_near_is_near_however_rounded() -> None:
    rules = METHOD.verdict
    assert rules is not None
    for by in (-ROUNDED, 0.0, ROUNDED):
        assert kind(80, rules.open_above + by, 0) == "near"
        assert kind(80, rules.near_from + by, 0) == "near"
        assert kind(rules.none_needed_below + by, 0, 0) == "none"
    assert kind(80, rules.open_above + MORE, 0) == "one_open"
    assert kind(80, rules.near_from - MORE, 0) == "none"
    assert kind(rules.none_needed_below - MORE, 0, 0) == "none_needed"
