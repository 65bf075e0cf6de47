"""The page on what changed since last time, and what it adds to the pages before it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache

import pytest

from boardkit.assessment import Answer
from boardkit.comparison import Side
from boardkit.comparison.last_time import last_time
from boardkit.comparison.wording import ComparisonWords
from boardkit.documents.making import document_pdf
from boardkit.documents.material import Material, gathered
from boardkit.documents.pages.changed import FIRST, changed_page
from boardkit.documents.pages.standing import dimensions_page
from boardkit.documents.pages.summary import summary_page
from boardkit.examples import shipped_example
from boardkit.library import Library
from boardkit.pack_options import PackOptions, Paper
from boardkit.verification import verify
from tests.support.comparisons import example
from tests.support.pdf_texts import page_texts


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


EIGHTH = "The extraordinary board of June 2026, with the revised plan and the new finance chief"


@pytest.fixture(scope="module")
def eighth(tmp_path_factory: pytest.TempPathFactory) -> tuple[Side, Material]:
    """What eight boards saw before, a quarter apart; the last, beside what the ninth sees."""
    now = datetime(2024, 9, 12, 9, tzinfo=UTC)
    found = shipped_example("paperclip-2026-q3")
    key = found.assessment.id
    folder = tmp_path_factory.mktemp("eight")
    with Library.open(folder / "library.sqlite3", "Tester", lambda: now) as library:
        library.add(found.assessment, found.questionnaire)
        for board in range(1, 9):
            for number, question in enumerate(("B01", "B10", "J03", "D03", "E08", "E03", "E07")):
                answer = Answer(value=(board + number) % 4, basis="management")
                library.record(key, question, answer)
            library.keep_milestone(key, EIGHTH if board == 8 else f"Board {board}")
            now += timedelta(days=91)
        for question in ("B01", "B10", "J03", "D03", "E08", "E03", "E07"):
            library.record(key, question, found.assessment.answers[question])
        state = library.assessment(key)
        side = last_time(library, state)
    assert side is not None
    return side, gathered(found.questionnaire, state, before=side)


def test_of_eight_milestones_the_last_is_last_time(eighth: tuple[Side, Material]) -> None:
    side, material = eighth
    assert side.name == EIGHTH
    assert len(material.previous) == len(material.result.dimensions)
    notes = [" ".join(tile.notes) for tile in summary_page(material).tiles]
    assert [EIGHTH in note for note in notes] == [False] * 4  # it is wider than a tile
    assert "since last time" in notes[0]
    page = changed_page(material)
    assert page is not None
    assert page.names[0].startswith("The extraordinary")
    assert len(page.names[0]) < len(EIGHTH)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_each_page_stays_one_sheet_with_a_long_past(
    eighth: tuple[Side, Material], paper: Paper
) -> None:
    side, material = eighth
    options = PackOptions(document="board", paper=paper)
    state = material.assessment.with_details(pack=options)
    printed = gathered(material.questionnaire, state, before=side)
    pages = page_texts(document_pdf(printed))
    titles = ["Exposed", "The board is asked", "The ways out", "Most of what is at risk", "Doing",
              "Two changes", "Of all the answers", "Saaspocalypse exposure"]  # fmt: skip
    assert [text[: len(title)] for text, title in zip(pages, titles, strict=True)] == titles
    assert changed_page(printed).more >= 2  # type: ignore[union-attr]
    assert all("Source: answers of" in text for text in pages[1:])
