"""The bridge of a change: that it sums, that nothing collides, and that colour is never alone."""

import re

import pytest

from boardkit.charts.change_bridge import ChangeEnd, ChangeStep, change_bridge
from boardkit.charts.palette import DARK, PAPER
from boardkit.documents.comparison_pictures import ComparisonPictures
from boardkit.formats import Formats
from tests.support.comparisons import PAIRS, compared
from tests.support.svg_texts import clipped, collisions, says, texts_of

LONG = "The share of recurring revenue that hangs on what somebody else decides about their prices"


def chart(
    before: float, steps: list[ChangeStep], after: float, width: float = 600, **more: object
) -> str:
    return change_bridge(
        ChangeEnd("Q2", before), steps, ChangeEnd("Q3", after), PAPER, Formats(), width=width,
        falling_is_good=True, **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize("width", [420, 600, 1000])
@pytest.mark.parametrize("start", [0.0, 4.0, 50.0, 100.0])
def test_nothing_collides_or_is_clipped(width: float, start: float) -> None:
    away = 90.0 if start < 50 else -90.0
    steps = [
        ChangeStep(LONG, away, "No longer applies"), ChangeStep("W" * 60, -away / 2, LONG, False),
        ChangeStep("Nothing", 0.0, "Better known", False), ChangeStep("Seats", away / 20, "Done"),
    ]  # fmt: skip
    svg = chart(start, steps, min(max(start + sum(s.amount for s in steps), 0), 100), width)
    assert collisions(svg) == []
    assert clipped(svg) == []


@pytest.mark.parametrize("name", PAIRS)
def test_every_case_is_drawn_without_collision_in_both_palettes(name: str) -> None:
    for palette in (PAPER, DARK):
        pictures = ComparisonPictures(compared(name), width=440, formats=Formats(), palette=palette)
        roles = compared(name).questionnaire.methodology.composites
        for svg in (pictures.bridge(), pictures.map(), *(pictures.slopes(c.id) for c in roles)):
            if svg:
                assert collisions(svg) == []
                assert clipped(svg) == []
                assert set(re.findall(r"#[0-9a-f]{6}", svg)) <= set(palette)


def test_each_bar_begins_where_the_last_one_ended() -> None:
    svg = chart(60, [ChangeStep("A", -10, "Done"), ChangeStep("B", 4, "Done")], 54)
    bars = [
        (float(x), float(x) + float(width))
        for x, width, color in re.findall(
            r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="15" fill="(#\w+)"', svg
        )
        if color != PAPER.ground
    ]
    start, first, second, end = bars
    assert start[0] == end[0]
    assert first[1] == pytest.approx(start[1], abs=0.02)
    assert second[0] == pytest.approx(first[0], abs=0.02)
    assert end[1] == pytest.approx(second[1], abs=0.02)


def test_better_and_worse_have_sign_arrow_and_kind_beside_their_colour() -> None:
    steps = [ChangeStep("A", -10, "Done"), ChangeStep("B", 4, "Restated", solid=False)]
    svg = chart(60, steps, 54)
    written = [one.text for one in texts_of(svg)]
    assert {"▼ −10.0", "▲ +4.0", "Done", "Restated"} <= set(written)
    assert f'fill="{PAPER.better}" font-weight="600">▼' in svg
    assert f'fill="{PAPER.exposure}" font-weight="600">▲' in svg
    assert f'fill="{PAPER.ground}" stroke="{PAPER.exposure}"' in svg  # hollow: only said


def test_the_alternative_text_has_every_part_and_both_ends() -> None:
    svg = chart(60, [ChangeStep("Seats", -10, "Done")], 50)
    assert says(svg) == "Q2 is 60.0; Seats −10.0 (Done); Q3 is 50.0."


def test_a_part_leads_to_its_question() -> None:
    assert (
        'data-key="B01"'
        in ComparisonPictures(compared("one-quarter-on"), width=600, formats=Formats()).bridge()
    )


@pytest.mark.parametrize(
    ("before", "moved", "top", "marks"),
    [
        (0.6, -0.1, 1, ("0", "0.2", "0.4", "0.6")),
        (49.4, -7.4, 100, ("0", "10", "20", "30", "40", "50")),
        (7.9, 34.1, 100, ("0", "10", "20", "30", "40", "50")),
        (93.0, -91.0, 100, ("0", "20", "40", "60", "80", "100")),
        (0.0, 0.1, 100, ("0", "1", "2", "3", "4", "5")),
    ],
)
def test_the_axis_runs_from_nought_to_the_first_round_score_that_no_bar_passes(
    before: float, moved: float, top: float, marks: tuple[str, ...]
) -> None:
    svg = chart(before, [ChangeStep("A", moved, "Done")], before + moved, top=top, decimals=3)
    foot = max(one.bottom for one in texts_of(svg))
    assert tuple(one.text for one in texts_of(svg) if one.bottom == foot) == marks
