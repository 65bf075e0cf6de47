"""Text in drawings, which must stay whole at any size on any reader."""

from io import BytesIO

import pikepdf
import pytest

from boardkit.charts.svg import Drawing
from boardkit.documents.rendering import pdf
from boardkit.typefaces import text_width
from tests.support.svg_texts import texts_of


def drawn(anchor: str, text: str = "67.3", turn: float = 0) -> str:
    made = Drawing(200, 40, says="A figure")
    made.text(100, 20, text, "#000000", anchor=anchor, turn=turn)
    return made.svg()


@pytest.mark.parametrize(("anchor", "left"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
def test_text_stands_where_its_anchor_says(anchor: str, left: float) -> None:
    (text,) = texts_of(drawn(anchor))
    assert text.left == pytest.approx(100 - left * text_width("67.3", 11), abs=0.01)


def test_turned_text_turns_about_its_anchor() -> None:
    assert 'transform="rotate(-90 100 20)"' in drawn("middle", turn=-90)


def test_text_of_unknown_width_is_left_to_the_reader() -> None:
    assert 'x="100"' in drawn("end", "株式会社")
    assert 'text-anchor="end"' in drawn("end", "株式会社")


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_no_text_of_a_printed_chart_has_a_box_that_cuts_it_off(anchor: str) -> None:
    source = (
        '<!DOCTYPE html><html lang="en"><head><title>T</title>'
        '<link rel="stylesheet" href="bundle:type.css"/></head>'
        f"<body><h1>Hello</h1>{drawn(anchor)}</body></html>"
    )
    with pikepdf.open(BytesIO(pdf(source, identifier=b"x" * 16))) as made:
        resources = made.pages[0].Resources
        assert not [one for one in resources.get("/XObject", {}).values() if "/BBox" in one]
