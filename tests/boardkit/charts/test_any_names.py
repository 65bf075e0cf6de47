"""Every chart with whatever names and figures: no text stands on another one, and none is cut off.

The alternative text holds every name whole, however short it had to be drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkit.charts.bridge import Limit, bridge_chart
from boardkit.charts.change_bridge import ChangeEnd, ChangeStep, change_bridge
from boardkit.charts.dimensions import Group, Row, dimensions_chart
from boardkit.charts.drivers import DriverBars, drivers_chart
from boardkit.charts.fan import FanRow, Panel, fan_chart
from boardkit.charts.on_the_map import Axes, Cross, Dot
from boardkit.charts.palette import PAPER
from boardkit.charts.payback import Way, payback_chart
from boardkit.charts.position import Piece, position_chart
from boardkit.charts.replacement import Bar, replacement_chart
from boardkit.charts.scale import Segment, scale_chart
from boardkit.charts.slopes import Slope, slope_chart
from boardkit.charts.ways_map import ways_map
from boardkit.formats import Formats
from boardkit.scoring.result import Bridge, BridgeStep
from boardkit.scoring.spreads import Interval
from tests.support.svg_texts import clipped, collisions, leaders_over_names, says

FORMATS = Formats("en", "USD")
COLOR = PAPER.exposure
WIDTHS = (356.0, 420.0, 642.0, 900.0)  # half a page and a whole one; a small screen and a large one
Draw = Callable[[Sequence[str], Sequence[float], float], str]


def bridge(names: Sequence[str], scores: Sequence[float], width: float) -> str:
    start, cover, end = scores[0], scores[0] * scores[1] / 100, scores[0] * (1 - scores[1] / 100)
    steps = (BridgeStep("a", names[1], cover), BridgeStep("b", names[2], 0.0))
    limits = [Limit(15, names[3]), Limit(35, names[4]), Limit(60, names[5])]
    return bridge_chart(
        Bridge(names[0], start, steps, names[3], end), limits, PAPER, FORMATS, width=width,
        height=190, left=Interval(max(end - 9, 0), end, min(end + 9, 100)), shorts=names[4:6],
    )  # fmt: skip


def changes(names: Sequence[str], scores: Sequence[float], width: float) -> str:
    first, last = scores[0], scores[1]
    steps = [
        ChangeStep(names[0], (last - first) / 2, names[1]),
        ChangeStep(names[2], (last - first) / 2, names[3], solid=False),
    ]
    ends = ChangeEnd(names[4], first), ChangeEnd(names[5], last)
    return change_bridge(ends[0], steps, ends[1], PAPER, FORMATS, width=width, falling_is_good=True)


def dimensions(names: Sequence[str], scores: Sequence[float], width: float) -> str:
    rows = [
        Row(name, score, 100 - score, low=max(score - 8, 0), high=min(score + 8, 100), previous=50)
        for name, score in zip(names, scores, strict=True)
    ]
    groups = [
        Group(names[0], names[1], COLOR, rows[:3]), Group(names[2], "long is good", COLOR, rows[3:]),
    ]  # fmt: skip
    return dimensions_chart(groups, PAPER, FORMATS, width=width, proven_means=names[3][:40])


def drivers(names: Sequence[str], scores: Sequence[float], width: float) -> str:
    rows = [
        DriverBars(name, names[0], COLOR, score / 100, (100 - score) / 100)
        for name, score in zip(names, scores, strict=True)
    ]
    return drivers_chart(rows, PAPER, FORMATS, width=width)


def fans(names: Sequence[str], scores: Sequence[float], width: float) -> str:
    panels = [
        Panel(name, COLOR, (50e6, score * 1e6), (50e6, score * 8e5), (50e6, score * 13e5))
        for name, score in zip(names[:4], scores, strict=False)
    ]
    return fan_chart([FanRow(names[4], names[5], panels, level=5e7)], PAPER, FORMATS, width=width)


def payback(names: Sequence[str], scores: Sequence[float], width: float) -> str:
    ways = [
        Way(name, COLOR, (0.0, -score * 1e5, (score - 30) * 1e6), 2 if score > 30 else None)
        for name, score in zip(names[:3], scores, strict=False)
    ]
    return payback_chart(ways, PAPER, FORMATS, width=width)


def position(names: Sequence[str], scores: Sequence[float], width: float) -> str:
    whole = sum(scores) or 1.0
    pieces = [
        Piece(name, 100 * score / whole, COLOR, note=names[0])
        for name, score in zip(names, scores, strict=True)
    ]
    return position_chart(pieces, PAPER, FORMATS, width=width)


def replacement(names: Sequence[str], scores: Sequence[float], width: float) -> str:
    bars = [
        Bar(name, COLOR, score / 10 if score > 5 else None)
        for name, score in zip(names[:3], scores, strict=False)
    ]
    return replacement_chart(bars, PAPER, FORMATS, width=width)


def scale(names: Sequence[str], scores: Sequence[float], width: float) -> str:
    ends = (0, 15, 35, 60, 100)
    segments = [
        Segment(name, low, high) for name, low, high in zip(names[:4], ends, ends[1:], strict=False)
    ]
    return scale_chart(
        names[4], scores[0], scores[1], segments, PAPER, FORMATS, width=width,
        sure=(min(scores[0], 90.0), min(scores[0] + 10, 100.0)),
    )  # fmt: skip


def slopes(names: Sequence[str], scores: Sequence[float], width: float) -> str:
    found = [
        Slope(name, score, 100 - score) for name, score in zip(names[:4], scores, strict=False)
    ]
    return slope_chart(
        names[4], "down is good", (names[5], names[0]), found, PAPER, FORMATS, width=width,
        height=240, color=COLOR, falling_is_good=True,
    )  # fmt: skip


def the_map(names: Sequence[str], scores: Sequence[float], width: float) -> str:
    x, y, a, b, c, d = scores
    corners = (names[0][:24], names[1][:24], names[2][:24], names[3][:24])
    return ways_map(
        Axes("Resale", "Leverage", corners, 60), Dot(names[4], x, y), Dot("proven", a, b),
        LISTED, PAPER, FORMATS, width=max(width, 642), height=300,
        cross=Cross((max(x - 9, 0), min(x + 9, 100)), (max(y - 9, 0), min(y + 9, 100))),
        path=[Dot("after two moves", c, d)],
    )  # fmt: skip


LISTED = tuple(  # as crowded as the pack has them
    Dot(f"Listed company {place}", across, up, "3 of 45")
    for place, (across, up) in enumerate(
        [(33, 46), (33, 42), (33, 38), (36, 34), (37, 33), (36, 33), (33, 33), (33, 33), (30, 33),
         (33, 32)], 1
    )
)  # fmt: skip


CHARTS: tuple[Draw, ...] = (
    bridge, changes, dimensions, drivers, fans, payback, position, replacement, scale, slopes,
    the_map,
)  # fmt: skip
LETTERS = st.characters(categories=("L", "Mn", "Nd", "P"), include_characters=" ")
NAMES = st.one_of(
    st.text(LETTERS, min_size=1, max_size=30),
    st.text("Wide ", min_size=20, max_size=120),
    st.sampled_from(["W" * 400, "株式会社" * 40, "Okta", "شركة الورق"]),
).filter(lambda name: bool(name.strip()))
SIX_NAMES = st.lists(NAMES, min_size=6, max_size=6, unique=True)
SIX_SCORES = st.lists(st.floats(0, 100), min_size=6, max_size=6)


@pytest.mark.parametrize("draw", CHARTS, ids=lambda draw: draw.__name__)
@settings(max_examples=15)
@given(names=SIX_NAMES, scores=SIX_SCORES, width=st.sampled_from(WIDTHS))
def test_no_text_stands_on_another_or_is_cut_off(
    draw: Draw, names: list[str], scores: list[float], width: float
) -> None:
    svg = draw(names, scores, width)
    assert collisions(svg) == []
    assert clipped(svg) == []
    assert len(says(svg)) > 20


@pytest.mark.parametrize("up", [8.0, 20.0, 28.0, 36.0, 50.0, 70.0, 92.0])
@pytest.mark.parametrize("across", [8.0, 25.0, 33.0, 45.0, 65.0, 92.0])
def test_no_line_from_a_dot_to_its_name_crosses_another_name(across: float, up: float) -> None:
    names = ["None", "Resell", "First", "Both", "Half-Timbered Software", ""]
    svg = the_map(names, [across, up, across - 4, up - 5, across + 5, up + 3], 642)
    assert leaders_over_names(svg) == []
    assert collisions(svg) == []
