"""The map: names that can be read, ranges, and the path of the moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkit.charts.on_the_map import Axes, Cross, Dot
from boardkit.charts.palette import PAPER
from boardkit.charts.ways_map import ways_map
from boardkit.formats import Formats
from tests.support.svg_texts import clipped, collisions, lines_of, says, texts_of

AXES = Axes(
    "Resale readiness", "First-derivative leverage", ("None", "Resell", "First", "Both"), 60
)
LONG = "The Honourable Company of Makers of Extraordinarily Long Names and Their Successors"


def drawn(claimed: Dot, *, proven: Dot | None = None, width: float = 640, **more: object) -> str:
    return ways_map(
        AXES, claimed, proven, more.pop("references", ()), PAPER, Formats(),  # type: ignore[arg-type]
        width=width, height=320, **more,  # type: ignore[arg-type]
    )  # fmt: skip


PLACES = st.floats(0, 100)


@given(PLACES, PLACES, PLACES, PLACES, st.sampled_from([LONG, "Okta"]))
def test_names_keep_inside_and_off_one_another(
    x: float, y: float, a: float, b: float, name: str
) -> None:
    svg = drawn(
        Dot(name, x, y), proven=Dot("proven", a, b), path=[Dot("after two moves", b, a)],
        cross=Cross((max(x - 10, 0), min(x + 10, 100)), None),
    )  # fmt: skip
    assert collisions(svg) == []
    assert clipped(svg) == []


@given(st.floats(35, 75), st.floats(35, 75))
def test_no_line_strikes_through_a_name(x: float, y: float) -> None:
    svg = drawn(Dot("Paperclip Workflow", x, y))
    name = next(one for one in texts_of(svg) if one.text == "Paperclip Workflow")
    for x1, y1, x2, y2 in lines_of(svg, "3 3"):
        beside = name.right < min(x1, x2) or name.left > max(x1, x2)
        above = name.bottom < min(y1, y2) or name.top > max(y1, y2)
        assert beside or above


def test_it_says_how_sure_it_is_and_where_the_moves_lead() -> None:
    svg = drawn(
        Dot("Okta", 45, 46.5),
        cross=Cross((40, 50), (39.4, 53)),
        path=[Dot("after one move", 60, 47)],
    )
    said = says(svg)
    assert "Eight times out of ten it has resale readiness between 40 and 50" in said
    assert "The moves lead to resale readiness 60, first-derivative leverage 47." in said
    assert "after one move" in [one.text for one in texts_of(svg)]


@pytest.mark.parametrize("ends", [None, (40.0, 50.0)])
def test_a_capped_score_has_no_arm_of_the_cross(ends: tuple[float, float] | None) -> None:
    svg = drawn(Dot("Okta", 40, 46.5), cross=Cross(ends, None))
    assert ('fill-opacity="0.22"' in svg) is (ends is not None)


def test_references_lead_to_what_is_public_about_them() -> None:
    svg = drawn(Dot("Okta", 10, 10), references=[Dot("SAP", 40, 40, "0 of 45", key="SAP")])
    assert svg.count('data-key="SAP"') == 2


@pytest.mark.parametrize(("across", "up"), [(0.0, 0.0), (50.0, 50.0), (98.0, 96.0)])
def test_where_it_stood_before_is_named_and_joined_by_an_arrow(across: float, up: float) -> None:
    now, before = Dot("Q3 2026", across, up), Dot("Q2 2026", 40.0, 70.0)
    svg = ways_map(AXES, now, None, (), PAPER, Formats(), width=600, height=320, previous=before)
    assert collisions(svg) == []
    assert clipped(svg) == []
    assert "Q2 2026" in [one.text for one in texts_of(svg)]
    assert "Q2 2026 stands at resale readiness 40" in says(svg)
    assert svg.count("<path") == 1
