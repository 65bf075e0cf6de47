"""Bars by dimension: what they say, whatever the names and the scale."""

import re

import pytest

from boardkit.charts.dimensions import Group, Row, dimensions_chart
from boardkit.charts.palette import DARK, PAPER
from boardkit.formats import Formats
from tests.support.svg_texts import clipped, collisions, says, texts_of

LONG = "The share of recurring revenue that hangs on what somebody else decides about their prices"


def group(*rows: Row, title: str = "Readiness", good: bool = True) -> Group:
    return Group(title, "long bars are good", PAPER.plain, rows, rising_is_good=good)


def chart(*groups: Group, width: float = 640, **more: float) -> str:
    return dimensions_chart(groups, PAPER, Formats(), width=width, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [304, 440, 640, 1100])
@pytest.mark.parametrize("score", [0.0, 3.0, 50.0, 100.0])
def test_nothing_collides_or_is_clipped(width: float, score: float) -> None:
    rows = [
        Row(
            LONG, score, score / 2, low=score * 0.8, high=min(score + 10, 100), previous=100 - score
        ),
        Row("Water", 100 - score, None, low=0, high=100, previous=score),
        Row("W" * 60, None, None, note="too little of it applies"),
    ]
    svg = chart(group(*rows, title=LONG), group(*rows), width=width)
    assert collisions(svg) == []
    assert clipped(svg) == []


def test_ranges_are_drawn_and_written_out() -> None:
    svg = chart(group(Row("Water", 40.0, None, low=33.2, high=52.1)))
    assert {"40.0", "33–52", "80% range"} <= {one.text for one in texts_of(svg)}
    assert says(svg) == "Readiness: Water 40.0 (80% range 33.2 to 52.1)."


def test_it_says_what_is_proven_where_a_diamond_stands() -> None:
    svg = chart(group(Row("Water", 40.0, 30.0)))
    assert says(svg) == "Readiness: Water 40.0, 30.0 as proven."


def test_a_method_with_a_scale_of_one_has_an_axis_to_one() -> None:
    svg = chart(group(Row("Health", 92.3, None)), decimals=3, factor=0.01)
    written = [one.text for one in texts_of(svg)]
    assert written[:5] == ["0", "0.25", "0.5", "0.75", "1"]
    assert "0.923" in written
    assert "100" not in written


def test_bars_begin_at_nought_and_are_as_long_as_their_scores() -> None:
    svg = chart(group(Row("A", 25.0, None), Row("B", 100.0, None)))
    bars = re.findall(
        rf'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="11" fill="{PAPER.plain}"', svg
    )
    (left, short), (other, long) = bars
    assert left == other
    assert float(long) == pytest.approx(4 * float(short), rel=1e-3)


def test_a_change_for_the_better_is_told_by_sign_and_arrow_too() -> None:
    svg = chart(group(Row("Seats", 40.0, None, previous=46.0), good=False))
    assert "▼ −6.0" in [one.text for one in texts_of(svg)]
    assert f'fill="{PAPER.better}" font-weight="600">▼' in svg
    worse = chart(group(Row("Seats", 46.0, None, previous=40.0), good=False))
    assert f'fill="{PAPER.better}"' not in worse


def test_dark_uses_its_own_colours_alone() -> None:
    rows = (Row("A", 25.0, 20.0, low=20, high=30, previous=10),)
    svg = dimensions_chart([Group("G", "m", DARK.resale, rows)], DARK, Formats(), width=500)
    assert set(re.findall(r"#[0-9a-f]{6}", svg)) <= set(DARK)


def test_the_legend_takes_a_second_line_where_one_is_too_short() -> None:
    rows = [Row("Water", 40.0, 20.0, low=33.2, high=52.1, previous=30.0)]
    means = "proven: judgement set back to unknown"
    svg = dimensions_chart([group(*rows)], PAPER, Formats(), width=304, proven_means=means)
    found = {one.text: one for one in texts_of(svg)}
    assert means in found
    assert found[means].top > found["claimed"].bottom
    assert clipped(svg) == []
    assert collisions(svg) == []
