"""Colours that stand for lighter ones."""

import pytest

from boardkit.charts.palette import DARK, PAPER, Palette


@pytest.mark.parametrize("palette", [PAPER, DARK])
def test_a_tint_lies_between_the_ground_and_its_colour(palette: Palette) -> None:
    assert palette.tint(palette.resale, 0) == palette.ground
    assert palette.tint(palette.resale, 1) == palette.resale


def test_a_tint_is_what_would_be_seen_through_it() -> None:
    assert PAPER.tint("#000000", 0.2) == "#cccccc"
    assert DARK._replace(ground="#000000").tint("#ff8000", 0.5) == "#804000"
