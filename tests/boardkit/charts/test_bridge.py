"""The bridge: whole names wherever they fit, at full width and at half."""

from __future__ import annotations

import pytest

from boardkit.charts.bridge import Limit, bridge_chart
from boardkit.charts.palette import PAPER
from boardkit.formats import Formats
from boardkit.scoring.result import Bridge, BridgeStep
from boardkit.scoring.spreads import Interval
from tests.support.svg_texts import clipped, collisions, says, texts_of

LONG = "The share of recurring revenue that hangs on what somebody else decides"
LIMITS = [Limit(15, "Insulated"), Limit(35, "Manageable"), Limit(60, "Exposed")]
FULL, HALF = 642.0, 356.0


def drawn(
    width: float, way: str = "First-derivative leverage", short: str = "First derivative",
    end: str = "Saaspocalypse exposure", limits: list[Limit] = LIMITS, amount: float = 13.1,
) -> str:  # fmt: skip
    steps = (BridgeStep("a", way, amount), BridgeStep("b", "Resale readiness", 12.2))
    bridge = Bridge("Gross exposure", 67.3, steps, end, 67.3 - amount - 12.2)
    return bridge_chart(
        bridge, limits, PAPER, Formats(), width=width, height=200, shorts=[short, "Resale"]
    )


def words(svg: str) -> str:
    return " ".join(one.text for one in texts_of(svg))


@pytest.mark.parametrize("width", [FULL, HALF])
def test_every_label_is_whole(width: float) -> None:
    svg = drawn(width)
    assert "…" not in words(svg)
    for text in ("Saaspocalypse exposure", "Insulated below 15", "Covered by resale"):
        assert text in words(svg)
    assert collisions(svg) == []
    assert clipped(svg) == []


def test_it_says_how_sure_what_is_left_is_and_where_bands_end() -> None:
    steps = (BridgeStep("a", "Resale readiness", 25.3),)
    svg = bridge_chart(
        Bridge("Gross exposure", 67.3, steps, "Exposure", 42.0), LIMITS, PAPER, Formats(),
        width=FULL, height=200, left=Interval(35.04, 42.0, 48.96),
    )  # fmt: skip
    assert says(svg) == (
        "Gross exposure is 67.3 of 100; resale readiness covers 25.3; Exposure is 42. Eight times out "
        "of ten it lies between 35 and 49. Bands: Insulated below 15, Manageable below 35, Exposed "
        "below 60."
    )


def test_a_title_that_does_not_fit_gives_way_to_the_short_one() -> None:
    assert "first-derivative leverage" in words(drawn(FULL))
    assert "Covered by first derivative" in words(drawn(HALF))


@pytest.mark.parametrize("width", [FULL, HALF])
@pytest.mark.parametrize("name", [LONG, "W" * 400, "株式会社" * 40])
def test_long_names_neither_collide_nor_leave_the_picture(width: float, name: str) -> None:
    limits = [Limit(3, name), Limit(15, name), Limit(60, name)]
    svg = drawn(width, name, name, name, limits)
    assert collisions(svg) == []
    assert clipped(svg) == []


@pytest.mark.parametrize("width", [FULL, HALF])
def test_nothing_left_and_everything_left(width: float) -> None:
    for amount in (55.1, 0.0):
        svg = drawn(width, amount=amount)
        assert collisions(svg) == []
        assert clipped(svg) == []
