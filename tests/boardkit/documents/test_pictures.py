"""The charts of a result, for any width and in any colours."""

import re

import pytest

from boardkit.charts.palette import DARK, PAPER, Palette
from boardkit.documents.pictures import Pictures
from boardkit.examples import shipped_example
from boardkit.formats import Formats
from boardkit.references import references_for
from boardkit.scoring import score


def pictures(name: str, width: float = 640, palette: Palette = PAPER) -> Pictures:
    example = shipped_example(name)
    result = score(example.questionnaire, example.assessment)
    references = references_for(example.questionnaire)
    return Pictures(
        example.questionnaire, example.assessment, result, references,
        width=width, formats=Formats(), palette=palette,
    )  # fmt: skip


@pytest.mark.parametrize("width", [320, 640, 1200])
def test_they_are_as_wide_as_is_asked(width: float) -> None:
    drawn = pictures("paperclip-2026-q3", width)
    for chart in (drawn.scale(), drawn.bridge(), drawn.map(), drawn.position(), drawn.way("F")):
        assert f'viewBox="0 0 {width} ' in chart


def test_a_way_out_stands_on_the_scale_of_the_verdict() -> None:
    way = pictures("lanternfish-2026-q3").way("F")
    assert "First-derivative leverage is 71.6 of 100" in way
    assert "Bands: Closed 0 to 40, Near 40 to 60, Open 60 to 100." in way
    assert PAPER.first_derivative in way


def test_dark_charts_use_no_colour_of_paper() -> None:
    drawn = pictures("paperclip-2026-q3", palette=DARK)
    charts = drawn.scale() + drawn.bridge() + drawn.map() + drawn.position() + drawn.way("R")
    used = set(re.findall(r"#[0-9a-f]{6}", charts))
    assert used <= {value for value in DARK if str(value).startswith("#")}


def test_no_two_numbers_on_the_map_stand_on_one_another() -> None:
    drawn = pictures("lanternfish-2026-q3", width=720).map()
    label = re.compile(
        r'<text x="([\d.]+)" y="([\d.]+)" font-size="10.5" fill="#5a6478" font-weight="600">\d+<'
    )
    places = [(float(x), float(y)) for x, y in label.findall(drawn)]
    assert len(places) == len(set(places)) == 2 * 10  # on the map, and in the list beside it
    for i, (x, y) in enumerate(places):
        assert all(abs(x - a) > 5 or abs(y - b) > 9 for a, b in places[:i])
