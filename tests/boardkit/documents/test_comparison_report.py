"""The comparison report as a reader, a screen reader and a checker find it."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from boardkit.comparison import Side, compare
from boardkit.comparison.forecasts import forecasts
from boardkit.content import shipped_questionnaire
from boardkit.documents.comparison_report import ComparisonReport
from boardkit.migration import migrate
from boardkit.pack_options import Paper
from tests.support.comparisons import PAIRS, compared, example, made_up, said
from tests.support.pdf_texts import page_texts
from tests.support.second_edition import second_edition

NASTY = '<script>alert(1)</script> {{ 7 * 7 }} & "quotes" <b>bold</b>'


@cache
def report_pdf(name: str, paper: Paper = "a4") -> bytes:
    sides = PAIRS[name]()
    return ComparisonReport(compared(name), forecasts(*sides), paper=paper).pdf()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_first_page_holds_the_sentence_the_scores_and_the_parts(paper: Paper) -> None:
    first, second, *_ = page_texts(report_pdf("one-quarter-on", paper))
    assert "Saaspocalypse exposure fell by 7.4: 5.3 was done, and 2.1 is only restated" in first
    assert "−7.4 = −5.3 done, −2.1 restated without evidence." in first
    assert "First-derivative leverage 44.4 46.5 +2.1 higher in 97% of draws" in first
    assert "Like-for-like seats" in first
    assert "Both $222m $226m +$4.35m" in f"{first} {second}"


def test_every_changed_answer_has_both_sides_its_basis_who_and_note() -> None:
    text = " ".join(page_texts(report_pdf("one-quarter-on")))
    for one in compared("one-quarter-on").answers:
        assert one.question in text
    assert "1 · Down 3–10%" in text
    assert "2 · Down up to 3%" in text
    assert "Sales, 10 November 2026" in text


@pytest.mark.parametrize(
    "name", ["nothing-changed", "two-companies", "two-references", "no-score", "too-early-before"]
)
def test_every_kind_of_pair_can_be_printed(name: str) -> None:
    pages = page_texts(report_pdf(name))
    assert pages[0]
    assert f"{len(pages)} / {len(pages)}" in pages[-1]


def test_what_cannot_be_compared_has_a_page() -> None:
    side = example("paperclip-2026-q3")
    carried, _ = migrate(side.assessment, side.questionnaire, second_edition())
    found = compare(side, Side("Q4 2026", second_edition(), carried))
    last = page_texts(ComparisonReport(found).pdf())[-1]
    assert "Two versions of the questionnaire" in last
    assert "E21, E22" in last
    assert "split into several" in last


def test_a_question_that_is_not_printed_keeps_its_answers_to_itself() -> None:
    asked = shipped_questionnaire()
    private = asked.question("B10").model_copy(update={"printed": False, "score": None})
    sections = tuple(
        one.model_copy(update={"questions": tuple(
            private if q.id == private.id else q for q in one.questions)})
        for one in asked.sections
    )  # fmt: skip
    quiet = asked.model_copy(update={"sections": sections})
    levels = said(1, "management"), said(3, "management")
    sides = [made_up("Q2", {"B10": level}, questionnaire=quiet) for level in levels]
    found = compare(*sides)
    assert [one.question for one in found.answers] == ["B10"]
    html = ComparisonReport(found).html()
    assert private.short not in html
    assert "Every core workflow" not in html


def test_names_and_notes_are_text_and_never_markup() -> None:
    answer = said(3, "export").model_copy(update={"note": NASTY, "author": NASTY})
    found = compare(made_up(NASTY, company=NASTY), made_up("Q3", {"B10": answer}, company=NASTY))
    html = ComparisonReport(found).html()
    assert "<script>" not in html
    assert "<b>bold" not in html
    assert "{{ 7 * 7 }}" in html
    assert ComparisonReport(found).pdf()


def test_the_same_comparison_has_the_same_bytes() -> None:
    again = ComparisonReport(compared("worse")).pdf()
    assert again == ComparisonReport(compared("worse")).pdf()


def test_a_screen_reader_finds_language_title_headings_and_what_each_chart_says() -> None:
    with pikepdf.Pdf.open(BytesIO(report_pdf("one-quarter-on"))) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo["/Title"]).startswith("Saaspocalypse exposure fell by 7.4")
        kinds = list(_structure(pdf.Root.StructTreeRoot.K))
    names = [kind for kind, _ in kinds]
    assert names.count("/H1") == 1
    assert names.index("/H1") < names.index("/H2")
    told = [alt for kind, alt in kinds if kind == "/Figure"]
    assert len(told) == 5
    assert all(told)


def _structure(node: Any) -> list[tuple[str, str]]:
    if isinstance(node, pikepdf.Array):
        return [one for child in node for one in _structure(child)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    own = (str(node["/S"]), str(node.get("/Alt", "")))
    return [own, *(_structure(node["/K"]) if "/K" in node else [])]


def test_of_two_companies_no_page_is_left_to_the_forecasts_alone() -> None:
    first, second, *rest = page_texts(report_pdf("two-companies"))
    assert "Difference" in first
    assert "answers differ" in second
    (money,) = [page for page in rest if "Gross profit in the last year of each forecast" in page]
    assert len(money.split()) > 120
