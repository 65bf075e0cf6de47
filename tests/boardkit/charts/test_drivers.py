"""Drivers: doubt beside weight."""

import pytest

from boardkit.charts.drivers import DriverBars, drivers_chart
from boardkit.charts.palette import PAPER
from boardkit.formats import Formats
from tests.support.svg_texts import clipped, collisions, says, texts_of

LONG = (
    "Seat ARR at renewals where the buyer already runs agents and cuts the seats that they replace"
)


def chart(*rows: DriverBars, width: float = 640) -> str:
    return drivers_chart(rows, PAPER, Formats(), width=width)


@pytest.mark.parametrize("width", [440, 640, 1000])
def test_nothing_collides_or_is_clipped(width: float) -> None:
    svg = chart(
        DriverBars(LONG, LONG, PAPER.resale, 1.0, 1.0),
        DriverBars("x", "y", PAPER.exposure, 0.0, 0.0),
        DriverBars(LONG, "Gross exposure", PAPER.plain, 0.3, 0.02),
        width=width,
    )
    assert collisions(svg) == []
    assert clipped(svg) == []


def test_it_says_both_shares() -> None:
    svg = chart(DriverBars("Response to volume", "First-derivative leverage", "#000000", 0.1, 0.71))
    assert {"71%", "10%"} <= {one.text for one in texts_of(svg)}
    assert says(svg) == (
        "What the doubt comes from: Response to volume carries 71% of the doubt about "
        "First-derivative leverage and weighs 10% of it."
    )


def test_the_axis_begins_at_nought_and_holds_the_longest_bar() -> None:
    ticks = [one.text for one in texts_of(chart(DriverBars("a", "b", "#000000", 0.1, 0.35)))][:5]
    assert ticks == ["0%", "10%", "20%", "30%", "40%"]
