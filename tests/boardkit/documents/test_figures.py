"""Figures as they are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkit.documents.figures import Figures, counted
from boardkit.formats import Formats
from boardkit.methodology import Display
from boardkit.scoring.spreads import Interval

HUNDRED = Figures(Display(scale=100, decimals=1), Formats())
ONE = Figures(Display(scale=1, decimals=3), Formats())


@given(st.floats(0, 1))
def test_only_what_is_certain_is_printed_as_certain(share: float) -> None:
    text = HUNDRED.percent(share)
    assert (text == "0%") is (share == 0)
    assert (text == "100%") is (share == 1)


@pytest.mark.parametrize(
    ("chance", "text"),
    [(0, "in no draw"), (0.001, "in under 1% of draws"), (0.5, "in 50% of draws"),
     (0.999, "in over 99% of draws"), (1, "in every draw")],
)  # fmt: skip
def test_chances_in_draws(chance: float, text: str) -> None:
    assert HUNDRED.draws(chance) == text


@pytest.mark.parametrize(
    ("figures", "low", "high", "ends"),
    [
        (HUNDRED, 33.2, 52.4, ("33", "52")),
        (HUNDRED, 2.61, 2.98, ("2.6", "3.0")),  # as roughly as tells them apart
        (HUNDRED, 2.61, 2.62, ("2.6", "2.6")),
        (ONE, 87.1, 89.4, ("0.87", "0.89")),
    ],
)
def test_the_ends_of_a_range(
    figures: Figures, low: float, high: float, ends: tuple[str, str]
) -> None:
    assert figures.ends(Interval(low, (low + high) / 2, high)) == ends


def test_small_numbers_are_words() -> None:
    assert [counted(n, "step") for n in (0, 1, 2, 12, 13)] == [
        "no steps", "one step", "two steps", "twelve steps", "13 steps",
    ]  # fmt: skip
