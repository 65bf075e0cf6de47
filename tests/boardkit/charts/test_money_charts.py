"""Fans, payback and replacement: on one scale from nought, with labels that stand clear."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkit.charts.fan import FanRow, Panel, fan_chart
from boardkit.charts.palette import DARK, PAPER
from boardkit.charts.payback import Way, payback_chart
from boardkit.charts.replacement import Bar, replacement_chart
from boardkit.formats import Formats
from tests.support.svg_texts import clipped, collisions, texts_of

USD = Formats("en", "USD")
STEADY = Panel("Do nothing", "#555555", (200e6, 220e6), (200e6, 180e6), (200e6, 260e6))


def rows(*paths: tuple[float, float, float]) -> list[FanRow]:
    """A row of panels that run from 100m to the given low, likely and high."""
    panels = [
        Panel(f"Way {number}", "#555555", *((100e6, end) for end in (likely, low, high)))
        for number, (low, likely, high) in enumerate(paths, 1)
    ]
    return [FanRow("ARR", "a year", panels), FanRow("Profit", "a year", panels, level=100e6)]


def test_it_says_where_each_path_starts_and_ends() -> None:
    svg = fan_chart([FanRow("ARR", "a year", [STEADY])], PAPER, USD, width=300)
    title = ET.fromstring(svg)[0].text
    assert title == "ARR: $200m today; in year 1, Do nothing $220m, from $180m to $260m."


def test_every_panel_has_the_same_scale_from_nought() -> None:
    svg = fan_chart(rows((90e6, 100e6, 120e6), (50e6, 200e6, 400e6)), PAPER, USD, width=640)
    bases = [one for one in texts_of(svg) if one.text == "$0"]
    tops = [one for one in texts_of(svg) if one.text == "$400m"]
    assert len(bases) == 2
    assert bases[0].bottom - min(t.bottom for t in tops) == pytest.approx(150, abs=1)
    dots = [float(y) for y in re.findall(r'<circle cx="[\d.]+" cy="([\d.]+)"', svg)]
    assert dots[0] - dots[1] == pytest.approx(150 * 100 / 400, abs=0.05)
    assert dots[2] - dots[3] == pytest.approx(dots[0] - dots[1], abs=0.05)


def test_a_certain_path_has_one_figure_at_its_end() -> None:
    svg = fan_chart(rows((120e6, 120e6, 120e6)), PAPER, USD, width=300)
    assert [one.text for one in texts_of(svg)].count("$120m") == 2  # one a row


def test_a_loss_stands_below_nought() -> None:
    svg = fan_chart(rows((-80e6, -50e6, -10e6)), PAPER, USD, width=300)
    texts = {one.text: one for one in texts_of(svg)}
    assert texts["−$50m"].bottom > texts["$0"].bottom
    assert not clipped(svg)


PATHS = st.tuples(*[st.floats(-1e15, 1e15, allow_nan=False)] * 3).map(sorted)


@settings(max_examples=60)
@given(
    st.lists(PATHS, min_size=4, max_size=4),
    st.sampled_from([380, 480, 578, 860]),
    st.sampled_from(["en", "de", "sv"]),
)
def test_texts_never_collide_nor_leave_the_drawing(
    paths: list[tuple[float, float, float]], width: float, locale: str
) -> None:
    svg = fan_chart(rows(*paths), PAPER, Formats(locale, "SEK"), width=width, cell=110)
    assert collisions(svg) == []
    assert clipped(svg) == []


def test_dark_screens_get_no_colour_of_paper() -> None:
    panel = Panel("Way", DARK.resale, (1.0, 2.0), (1.0, 1.5), (1.0, 3.0))
    svg = fan_chart([FanRow("ARR", "a year", [panel], level=1.0)], DARK, USD, width=300)
    for name in ("ink", "muted", "faint", "resale"):
        assert getattr(PAPER, name) not in svg


def ways(*ends: float) -> list[Way]:
    return [
        Way(f"Way {n}", PAPER.ink, (0.0, -1e6, end), 2 if end >= 0 else None)
        for n, end in enumerate(ends, 1)
    ]


def test_a_ring_marks_the_year_that_pays_back() -> None:
    svg = payback_chart(ways(5e6, -2e6), PAPER, USD, width=400)
    assert svg.count("<circle") == 1
    says = ET.fromstring(svg)[0].text or ""
    assert says.endswith("Way 1 $5m, paid back in year 2; Way 2 −$2m, not paid back.")


@given(st.lists(st.floats(-1e15, 1e15, allow_nan=False), min_size=3, max_size=3))
def test_names_at_the_ends_stand_clear(ends: list[float]) -> None:
    svg = payback_chart(ways(*ends), PAPER, USD, width=420)
    assert collisions(svg) == []
    assert clipped(svg) == []


def test_bars_start_at_nought_and_one_is_marked() -> None:
    bars = [Bar("Seats", PAPER.muted, 1.0), Bar("Resell", PAPER.resale, 2.0)]
    svg = replacement_chart(bars, PAPER, USD, width=400)
    lengths = [float(x) for x in re.findall(r'<rect [^>]*? width="([\d.]+)"', svg)]
    assert lengths[1] == pytest.approx(2 * lengths[0], abs=0.05)
    assert "1.00" in svg
    assert collisions(svg) == []


def test_what_earns_nothing_has_no_bar() -> None:
    bars = [Bar("Seats", PAPER.muted, 1.0), Bar("Resell", PAPER.resale, None)]
    svg = replacement_chart(bars, PAPER, USD, width=400)
    assert "no amount would do" in svg
    assert clipped(svg) == []
