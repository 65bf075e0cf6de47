"""The pages that say where a company stands, what drives it and what to do."""

from __future__ import annotations

from functools import cache

import pytest

from boardkit.assessment import Answer
from boardkit.documents.material import Material, gathered
from boardkit.documents.pages.cover import cover_page
from boardkit.documents.pages.drives import drives_page, to_do_page
from boardkit.documents.pages.standing import StandingPage, dimensions_page, standing_page
from boardkit.documents.pages.summary import summary_page
from tests.support.made_up_answers import assessment_of
from tests.support.made_up_indices import composite, index, number
from tests.support.telling_cases import UNSURE_CASES


def standing_of(material: Material) -> StandingPage:
    found = standing_page(material)
    assert found is not None
    return found


@cache
def material(name: str) -> Material:
    return gathered(*UNSURE_CASES[name]())


@pytest.mark.parametrize("name", UNSURE_CASES)
def test_no_page_states_a_verdict_without_its_chance(name: str) -> None:
    found = material(name)
    if found.result.verdict is None or found.result.headline.too_early:
        return
    cover, summary, standing = cover_page(found), summary_page(found), standing_of(found)
    assert "verdict" in cover.how_sure
    assert "in every draw" in summary.answer or "of draws" in summary.answer
    assert found.result.verdict.title in standing.so_what
    assert "draw" in standing.so_what.partition(found.result.verdict.title)[2].split(".")[0]


@pytest.mark.parametrize("name", UNSURE_CASES)
def test_every_page_has_a_title_of_two_lines_at_most_and_a_so_what(name: str) -> None:
    found = material(name)
    for page in (to_do_page(found), drives_page(found)):
        assert page is not None
        assert 10 < len(page.title) <= 110
        assert not page.title.endswith(".")
        assert page.so_what.endswith(".")
        assert page.so_what[0].isupper()


def test_the_moves_add_up_to_where_they_lead() -> None:
    page = to_do_page(material("paperclip-2026-q3"))
    assert page is not None
    assert [(row.question, row.points, row.after) for row in page.rows] == [
        ("B07", "−5.8", "36.2"),
        ("B01", "−2.0", "34.2"),
    ]
    assert [one.title for one in page.options] == [
        "Change nothing", "The least, wherever it is", "Gross exposure alone",
        "First-derivative leverage alone", "Resale readiness alone",
    ]  # fmt: skip
    assert page.options[0].after == "42.0"
    assert page.options[1].after == page.rows[-1].after


def test_the_choices_of_method_that_matter_most_come_first() -> None:
    page = drives_page(material("paperclip-2026-q3"))
    assert page is not None
    assert page.choices[0].title == "How much a half-built way out covers"
    assert page.choices[0].less_score == "32.0, manageable"
    assert page.tried == 38


def test_while_it_is_too_early_nothing_is_advised_but_finding_out() -> None:
    page = to_do_page(material("half-timbered-2026-q3"))
    assert page is not None
    assert not page.rows
    assert not page.options
    assert page.firmings
    assert "No band is named" in standing_of(material("half-timbered-2026-q3")).so_what


def test_another_subject_goes_through_the_same_pages() -> None:
    found = material("another-subject")
    assert standing_page(found) is None  # nothing to draw: the cover says all that it would
    assert "96%" in cover_page(found).how_sure
    assert dimensions_page(found).so_what.startswith("Least is known about ")
    page = to_do_page(found)
    assert page is not None
    assert page.title == "Five changes would bring it to Good, in 60% of draws"
    assert page.options == ()


def test_published_data_leave_nothing_to_firm_up() -> None:
    found = material("index-without-ways-out")
    page, drives = to_do_page(found), drives_page(found)
    assert page is not None
    assert drives is not None
    assert page.firm_up == "Every answer is as firm as it can be."
    assert not drives.drivers
    assert dimensions_page(found).so_what == "The answers leave no doubt about any dimension."


def test_what_was_measured_stands_in_place_of_an_opinion() -> None:
    page = drives_page(material("lanternfish-2026-q3"))
    assert page is not None
    assert [(one.question, one.replaces) for one in page.measured] == [("D09", "D01")]
    other = drives_page(material("half-timbered-2026-q3"))
    assert other is not None
    assert not other.measured


def test_what_rounding_would_put_on_a_limit_is_told_apart() -> None:
    page = to_do_page(material("switchback-2026-q3"))
    assert page is not None
    assert page.rows[-1].after == "just under 15.0"


def test_what_does_not_apply_bounds_a_score_without_a_bridge_too() -> None:
    plain = index(
        [number("a", 1, "x", may_not_apply=True), number("b", 2, "x"), number("c", 3, "x")],
        [composite("all", ["x"])],
    )
    given = {key: Answer(value=50, basis="exact") for key in "bc"}
    away = Answer(state="not_applicable", reason="There is none.")
    bounds = "Counting what does not apply at its best and at its worst, it would lie between "
    found = gathered(plain, assessment_of(plain, {"a": away, **given}))
    assert dimensions_page(found).bounds == f"{bounds}33.3 and 66.7."
    assert dimensions_page(gathered(plain, assessment_of(plain, given))).bounds == ""
    ours = material("paperclip-2026-q3")
    assert dimensions_page(ours).bounds == ""
    assert standing_of(ours).bounds == f"{bounds}35.0 and 44.4."
