"""The page on what changed since last time, and what it adds to the pages before it."""

from __future__ import annotations

from functools import cache

from boardkit.comparison.wording import ComparisonWords
from boardkit.documents.making import document_pdf
from boardkit.documents.material import Material, gathered
from boardkit.documents.pages.changed import FIRST, changed_page
from boardkit.documents.pages.standing import dimensions_page
from boardkit.documents.pages.summary import summary_page
from boardkit.examples import shipped_example
from boardkit.verification import verify
from tests.support.comparisons import example


@cache
def made(*, before: bool = True) -> Material:
    """The later quarter, set beside the earlier one."""
    found = shipped_example("paperclip-2026-q3")
    side = example("paperclip-2026-q2") if before else None
    return gathered(found.questionnaire, found.assessment, before=side)


def test_without_a_last_time_there_is_no_page() -> None:
    assert changed_page(made(before=False)) is None
    assert "since" not in " ".join(
        " ".join(tile.notes) for tile in summary_page(made(before=False)).tiles
    )


def test_says_what_the_comparison_says() -> None:
    page = changed_page(made())
    assert page is not None
    comparison = made().comparison
    assert comparison is not None
    words = ComparisonWords(comparison, made().formats)
    assert page.title == words.title()
    assert page.names == ("Q2 2026", "Q3 2026")
    assert page.so_what == words.done_or_known()
    assert [one.change for one in page.scores] == ["−7.4", "−5.6", "+5.6", "+2.1"]
    assert len(page.answers) == FIRST
    assert page.more == len(comparison.answers) - FIRST


def test_tiles_and_dimensions_tell_the_change() -> None:
    notes = {tile.label: " ".join(tile.notes) for tile in summary_page(made()).tiles}
    assert notes["Saaspocalypse exposure"].endswith("▼ −7.4 since Q2 2026")
    assert notes["Resale readiness"].endswith("▲ +5.6 since Q2 2026")
    assert "last time" in str(dimensions_page(made()).dimensions)
    assert "last time" not in str(dimensions_page(made(before=False)).dimensions)


def test_the_pack_can_be_verified_with_it() -> None:
    pack = document_pdf(made())
    found = verify(pack, "pack.pdf")
    assert found.verdict == "right", found.differences
