"""Chances in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkit.chances import in_draws, percent, what_a_draw_is
from boardkit.formats import Formats


@given(st.floats(0, 1))
def test_only_what_is_certain_is_printed_as_certain(chance: float) -> None:
    text = percent(chance, Formats())
    assert (text == "0%") is (chance == 0)
    assert (text == "100%") is (chance == 1)


@pytest.mark.parametrize(
    ("chance", "text"),
    [
        (0, "in no draw"),
        (1 / 4096, "in under 1% of draws"),
        (0.005, "in under 1% of draws"),
        (0.006, "in 1% of draws"),
        (0.995, "in over 99% of draws"),
        (0.914, "in 91% of draws"),
        (0.9949, "in 99% of draws"),
        (4095 / 4096, "in over 99% of draws"),
        (1, "in every draw"),
    ],
)
def test_chances_in_draws(chance: float, text: str) -> None:
    assert in_draws(chance, Formats()) == text


def test_what_a_draw_is_is_said_with_their_number() -> None:
    assert what_a_draw_is(4096, Formats()) == (
        "A draw is one way in which the true answers could fall; 4,096 were tried."
    )
