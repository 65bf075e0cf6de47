"""The trend of several states."""

import pytest

from boardkit.charts.palette import PAPER
from boardkit.charts.trend import TrendSeries, TrendState, trend_chart
from boardkit.comparison import Side
from boardkit.comparison.trend import trend
from boardkit.documents.comparison_pictures import trend_picture
from boardkit.formats import Formats
from tests.support.comparisons import made_up
from tests.support.svg_texts import clipped, collisions, says, texts_of


@pytest.mark.parametrize("count", [3, 5, 9])
@pytest.mark.parametrize("width", [480, 640, 1100])
@pytest.mark.parametrize("score", [0.0, 50.0, 100.0])
def test_nothing_collides_or_is_clipped(count: int, width: float, score: float) -> None:
    states = [
        TrendState(f"A milestone with a long name {i}", i % 2 == 0, "−12.3") for i in range(count)
    ]
    series = [
        TrendSeries("A very long name of a score that goes on", PAPER.exposure, [score] * count,
                    [(max(score - 9, 0), min(score + 9, 100))] * count, main=place == 0)
        for place in range(3)
    ]  # fmt: skip
    svg = trend_chart(states, series, PAPER, Formats(), width=width, height=280)
    assert collisions(svg) == []
    assert clipped(svg) == []


def test_a_trend_names_its_states_marks_its_milestones_and_says_what_moved() -> None:
    first = made_up("Q1 board", level=1)
    kept = Side(first.name, first.questionnaire, first.assessment, "milestone")
    found = trend([kept, made_up("Q2 board"), made_up("Now", level=3)])
    svg = trend_picture(found, width=640, height=300, formats=Formats())
    written = [one.text for one in texts_of(svg)]
    assert {"Q1 board", "Q2 board", "Now"} <= set(written)
    heads = [round(point.score or 0.0, 1) for point in found.lines[0].points]
    assert Formats().signed(heads[1] - heads[0]) in written
    assert svg.count("<path") == 3  # a diamond for each line at the one milestone
    assert says(svg).startswith("Saaspocalypse exposure: Q1 board ")


def test_a_state_without_a_score_leaves_a_gap() -> None:
    states = [TrendState("One"), TrendState("Two"), TrendState("Three")]
    series = [TrendSeries("Score", PAPER.exposure, [40, None, 50], [None, None, None], main=True)]
    svg = trend_chart(states, series, PAPER, Formats(), width=600, height=260)
    assert "Two no score" in says(svg)
    assert f'stroke="{PAPER.exposure}" stroke-width="2.5"' not in svg
