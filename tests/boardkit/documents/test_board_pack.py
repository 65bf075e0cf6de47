"""The board pack as a reader, a screen reader and a checker find it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from boardkit.assessment import Answer, Assessment, Details, Pin
from boardkit.content import load_questionnaire, shipped_questionnaire
from boardkit.decisions import Decision
from boardkit.documents.board_pack import BoardPack
from boardkit.documents.material import gathered
from boardkit.documents.pages.answers import AnswersPage
from boardkit.examples import shipped_examples
from boardkit.exchange import open_file
from boardkit.pack_options import PackOptions, Paper
from boardkit.questionnaire import Questionnaire
from tests.support.made_up_answers import assessment_of
from tests.support.pdf_texts import page_texts
from tests.support.places import FIXTURES

NAMES = tuple(example.name for example in shipped_examples())
NASTY = '<script>alert(1)</script> {{ 7 * 7 }} & "quotes" <b>bold</b>'


def pack_of(questionnaire: Questionnaire, assessment: Assessment, paper: Paper = "a4") -> BoardPack:
    options = PackOptions(document="full", paper=paper)
    assessment = assessment.with_details(pack=options)
    return BoardPack(gathered(questionnaire, assessment))


@cache
def example_pack(name: str, paper: Paper = "a4") -> BoardPack:
    example = next(e for e in shipped_examples() if e.name == name)
    return pack_of(example.questionnaire, example.assessment, paper)


@cache
def example_pdf(name: str, paper: Paper = "a4") -> bytes:
    return example_pack(name, paper).pdf()


def opened(data: bytes) -> pikepdf.Pdf:
    from io import BytesIO

    return pikepdf.Pdf.open(BytesIO(data))


def structure(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Every structure element, in reading order, with its type."""

    def walk(node: Any) -> Iterator[tuple[str, pikepdf.Object]]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield str(node["/S"]), node
            if "/K" in node:
                yield from walk(node["/K"])
        elif isinstance(node, pikepdf.Dictionary) and "/K" in node:
            yield from walk(node["/K"])

    yield from walk(pdf.Root.StructTreeRoot)


@pytest.mark.parametrize("name", NAMES)
def test_the_pack_holds_the_headline_the_money_and_every_answer(name: str) -> None:
    pack = example_pack(name)
    say = pack.material.wording
    pages = page_texts(example_pdf(name))
    whole = " ".join(pages)
    assert say.conclusion() in pages[0]
    assert say.standing() in pages[0]
    assert say.money_sentence() in pages[1]
    assert say.answer() in pages[1]
    answers = next(page.content for page in pack.pages() if page.id == "answers")
    assert isinstance(answers, AnswersPage)
    for section in answers.sections:
        for row in section.rows:
            assert row.id in whole
    assert pack.material.result.questionnaire_digest in whole.replace(" ", "")


def test_contents_name_the_pages_where_things_are() -> None:
    pages = page_texts(example_pdf("paperclip-2026-q3"))
    listed = {
        title: number
        for number, title in re.findall(
            r"(\d+) (Summary|Where we stand|By dimension|Every answer, with its basis|"
            r"Facts and sources|Method, limits and terms)", pages[1].split("In this pack")[1],
        )
    }  # fmt: skip
    assert len(listed) == 6
    for title, number in listed.items():
        assert title in pages[int(number) - 1]
    assert sorted(map(int, listed.values())) == list(map(int, listed.values()))
    assert int(listed["Summary"]) == 2


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_paper_has_its_size_and_the_pages_that_are_read_stay_one_page_each(paper: Paper) -> None:
    with opened(example_pdf("paperclip-2026-q3", paper)) as pdf:
        width, height = (float(x) for x in pdf.pages[0].mediabox[2:])
        expected = {"a4": (595.28, 841.89), "letter": (612, 792)}[paper]
        assert (width, height) == pytest.approx(expected, abs=0.5)
    pages = page_texts(example_pdf("paperclip-2026-q3", paper))
    starts = [
        "Exposed,", "Summary", "Where we stand", "By dimension", "The money", "What to do",
        "What drives it", "Every answer",
    ]  # fmt: skip
    for page, start in zip(pages, starts, strict=False):
        assert start in page


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_summary_stays_on_its_page(paper: Paper) -> None:
    pages = page_texts(example_pdf("paperclip-2026-q3", paper))
    assert "In this pack" in pages[1]
    assert "Source: answers of Paperclip" in pages[1]


def test_it_is_tagged_for_those_who_listen() -> None:
    with opened(example_pdf("paperclip-2026-q3")) as pdf:
        root = pdf.Root
        assert str(root.Lang) == "en"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert "Paperclip & Sons Workflow" in str(pdf.docinfo["/Title"])
        elements = list(structure(pdf))
        kinds = [kind for kind, _ in elements]
        figures = [node for kind, node in elements if kind == "/Figure"]
        assert len(figures) >= 5
        assert all(len(str(figure.get("/Alt", ""))) > 40 for figure in figures)
        headings = [int(kind[2]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
        assert headings[0] == 1
        assert all(b <= a + 1 for a, b in pairwise(headings))
        assert kinds.count("/TH") > 10
        assert "/Table" in kinds


def test_bookmarks_links_and_fonts() -> None:
    with opened(example_pdf("paperclip-2026-q3")) as pdf:
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
            inner = [item.title for item in outline.root[0].children]
        wording = example_pack("paperclip-2026-q3").material.wording
        assert titles == [wording.conclusion_with_chances()]
        assert len(inner) >= 5
        for page in pdf.pages:
            for font in page.Resources.get("/Font", {}).values():
                assert "/ToUnicode" in font
        links = [
            annotation
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if annotation.Subtype == "/Link"
        ]
        assert len(links) >= 9


def test_the_same_assessment_gives_the_same_bytes() -> None:
    assert example_pack("half-timbered-2026-q3").pdf() == example_pdf("half-timbered-2026-q3")


def test_half_answered_says_what_is_missing_and_names_no_band() -> None:
    pages = page_texts(example_pdf("half-timbered-2026-q3"))
    assert pages[0].startswith("Too early to say")
    assert "What is missing" in pages[1]
    assert "Answers needed to name a band" in pages[1]


def test_nothing_answered_still_prints() -> None:
    questionnaire = shipped_questionnaire()
    pages = page_texts(pack_of(questionnaire, assessment_of(questionnaire, {})).pdf())
    assert "Too early to say" in pages[0]


def test_hostile_and_endless_text_is_only_text_and_stays_on_the_sheet(tmp_path: Path) -> None:
    questionnaire = shipped_questionnaire()
    example = next(e for e in shipped_examples() if e.name == "paperclip-2026-q3")
    answers = dict(example.assessment.answers)
    answers["D02"] = Answer(value=NASTY, note=f"{NASTY} " + "word " * 5000, author=NASTY)
    answers["J06"] = answers["J06"].model_copy(update={"companion": "against " * 2000})
    answers["A01"] = answers["A01"].model_copy(update={"value": 123_456_789_012_345})
    endless = ("Antidisestablishmentarian" * 16)[:400]
    assessment = Assessment(
        id="nasty",
        questionnaire=Pin.of(questionnaire),
        details=Details(
            company=endless, sponsor=endless, period=endless, classification=endless,
            decisions=(Decision(decision=NASTY, owner=endless),),
        ),
        answers=answers,
    )  # fmt: skip
    data = pack_of(questionnaire, assessment).pdf()
    pages = page_texts(data)
    whole = " ".join(pages)
    assert "<script>alert(1)</script>" in whole
    assert "{{ 7 * 7 }}" in whole
    assert "$123tn" in whole
    assert "The board is asked" in pages[1]
    assert whole.count("(Shortened: all of it is in the assessment inside this file.)") == 2
    (tmp_path / "pack.pdf").write_bytes(data)
    kept = open_file(tmp_path / "pack.pdf").assessment.answers  # nothing vanishes
    assert kept["D02"].note.count("word ") == 5000
    assert kept["J06"].companion == answers["J06"].companion
    assert "In this pack" in pages[1]  # what the board reads first is still one page
    assert min(map(len, pages)) > 400  # and no page is left all but empty before a long answer
    assert beyond(data) == []


def beyond(data: bytes) -> list[tuple[int, str]]:
    """Characters outside the sheet, less a margin of 20 points, with their page."""
    found = []
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            width, height = page.get_size()
            words = page.get_textpage()
            for index in range(words.count_chars()):
                left, bottom, right, top = words.get_charbox(index)
                if left < 20 or bottom < 20 or right > width - 20 or top > height - 20:
                    found.append((number, words.get_text_range(index, 1)))
    return found


def decided(count: int, text: str) -> Assessment:
    example = next(e for e in shipped_examples() if e.name == "paperclip-2026-q3")
    rows = tuple(Decision(decision=f"Decision {n}: {text}") for n in range(1, count + 1))
    options = PackOptions(document="board", paper="letter")
    return example.assessment.with_details(pack=options, decisions=rows)


@pytest.mark.parametrize(
    ("count", "text"), [(13, "renew the seat contracts of the largest customers " * 4), (9, "go.")]
)
def test_many_decisions_leave_the_summary_one_page_and_stand_in_full_on_another(
    count: int, text: str
) -> None:
    pages = page_texts(BoardPack(gathered(shipped_questionnaire(), decided(count, text))).pdf())
    assert "In this pack" in pages[1]
    assert "Source: answers of" in pages[1]
    more = re.search(r"… and (\d+) more, all of them in full on page (\d+)\.", pages[1])
    assert more is not None
    assert len(re.findall(r"Decision \d+:", pages[1])) == count - int(more[1])
    full = " ".join(pages[int(more[2]) - 1 : int(more[2]) + 1])
    assert all(f"Decision {n}: {text.strip()[:60]}" in full for n in range(1, count + 1))


def test_few_decisions_need_no_page_of_their_own() -> None:
    pack = BoardPack(gathered(shipped_questionnaire(), decided(2, "go.")))
    suggested = [example_pack(name) for name in NAMES]
    for one in (pack, *suggested):
        assert "decisions" not in [page.id for page in one.pages()]


@pytest.mark.parametrize("fixture", ["hdi", "tiny-questionnaire"])
def test_any_questionnaire_prints_what_it_has(fixture: str) -> None:
    questionnaire = load_questionnaire(FIXTURES / fixture)
    pages = page_texts(pack_of(questionnaire, assessment_of(questionnaire, {})).pdf())
    assert questionnaire.methodology.headline.title in " ".join(pages)
    assert not any(page.startswith("Where we stand") for page in pages)  # the cover has it all


def test_weights_and_bands_are_printed() -> None:
    whole = " ".join(page_texts(example_pdf("paperclip-2026-q3")))
    assert "Seats 50%, Substitution 30%, Squeeze by labs and architecture 20%" in whole
    assert "Insulated below 15; Manageable below 35; Exposed below 60; Critical from 60." in whole
