"""Slopes of dimensions: labels that can be read, and what they say."""

import pytest

from boardkit.charts.palette import PAPER
from boardkit.charts.slopes import Slope, slope_chart
from boardkit.formats import Formats
from tests.support.svg_texts import clipped, collisions, says, texts_of

LONG = "Squeeze by laboratories and by an architecture that goes round everybody else"


def chart(slopes: list[Slope], width: float = 600, height: float = 240, **more: object) -> str:
    return slope_chart(
        "Gross exposure", "down is good", ("Q2 2026", "Q3 2026"), slopes, PAPER, Formats(),
        width=width, height=height, color=PAPER.exposure, falling_is_good=True, **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize("width", [380, 600, 1000])
@pytest.mark.parametrize("count", [1, 6, 20])
@pytest.mark.parametrize("score", [0.0, 50.0, 100.0])
def test_nothing_collides_or_is_clipped(width: float, count: int, score: float) -> None:
    slopes = [Slope(f"{LONG} {i}", score, 100 - score + i / 10) for i in range(count)]
    svg = chart([*slopes, Slope("New", None, 50.0), Slope("Gone", 0.0, None)], width)
    assert collisions(svg) == []
    assert clipped(svg) == []


def test_a_score_on_one_side_only_has_no_line_and_says_so() -> None:
    svg = chart([Slope("New", None, 50.0)])
    assert "no score" in [one.text for one in texts_of(svg)]
    assert says(svg) == "Gross exposure, from Q2 2026 to Q3 2026: New no score to 50.0."


def test_a_fall_of_exposure_is_green_and_has_its_sign() -> None:
    svg = chart([Slope("Seats", 60.0, 50.0)])
    assert "50.0 (−10.0)" in [one.text for one in texts_of(svg)]
    assert f'stroke="{PAPER.better}" stroke-width="2.2"' in svg
    worse = chart([Slope("Seats", 50.0, 60.0)])
    assert f'stroke="{PAPER.exposure}" stroke-width="2.2"' in worse


def test_what_prints_the_same_has_no_sign_and_a_thin_line() -> None:
    svg = chart([Slope("Seats", 50.01, 50.02)])
    assert "50.0" in [one.text for one in texts_of(svg)]
    assert f'stroke="{PAPER.muted}" stroke-width="1"' in svg
