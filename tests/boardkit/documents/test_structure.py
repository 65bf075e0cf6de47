"""What a checker of accessible and archival PDF looks for, in every document: structure, not looks."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from boardkit.comparison.forecasts import forecasts
from boardkit.content import shipped_questionnaire
from boardkit.documents.comparison_report import ComparisonReport
from boardkit.documents.have_ready import have_ready_pdf
from boardkit.documents.making import document_pdf
from boardkit.documents.material import gathered
from boardkit.examples import shipped_example
from boardkit.pack_options import PackOptions
from tests.support.comparisons import PAIRS, compared

DOCUMENTS = ("full", "one_page", "blank", "comparison", "have-ready")


@pytest.fixture(scope="module", params=DOCUMENTS)
def printed(request: pytest.FixtureRequest) -> bytes:
    if request.param == "comparison":
        sides = PAIRS["one-quarter-on"]()
        return ComparisonReport(compared("one-quarter-on"), forecasts(*sides)).pdf()
    if request.param == "have-ready":
        return have_ready_pdf(shipped_questionnaire(), modules=())
    example = shipped_example("paperclip-2026-q3")
    options = PackOptions(document=request.param)
    return document_pdf(
        gathered(example.questionnaire, example.assessment.with_details(pack=options))
    )


@pytest.fixture
def pdf(printed: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(printed)) as document:
        yield document


def elements(node: Any) -> Iterator[tuple[str, Any]]:
    """Every structure element below a node, in reading order, with its type."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node["/S"]), node
        if "/K" in node:
            yield from elements(node["/K"])


def test_it_says_its_language_its_title_and_what_it_is_built_to(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root
    assert str(root.Lang) == "en"
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "3A"
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == str(pdf.docinfo["/Title"])
    assert str(root.OutputIntents[0].S) == "/GTS_PDFA1"
    assert "/ID" in pdf.trailer
    assert "/Encrypt" not in pdf.trailer


def test_headings_descend_one_by_one(pdf: pikepdf.Pdf) -> None:
    found = [kind for kind, _ in elements(pdf.Root.StructTreeRoot)]
    levels = [int(kind[2]) for kind in found if re.fullmatch(r"/H\d", kind)]
    assert levels[0] == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


def test_every_figure_says_what_it_shows(pdf: pikepdf.Pdf) -> None:
    figures = [node for kind, node in elements(pdf.Root.StructTreeRoot) if kind == "/Figure"]
    assert all(len(str(figure.get("/Alt", ""))) > 20 for figure in figures)


def test_every_cell_of_a_table_names_the_heads_that_it_stands_under(pdf: pikepdf.Pdf) -> None:
    for table in (node for kind, node in elements(pdf.Root.StructTreeRoot) if kind == "/Table"):
        inside = list(elements(table))
        heads = {str(node.ID) for kind, node in inside if kind == "/TH"}
        cells = [node for kind, node in inside if kind == "/TD"]
        assert heads
        assert all({str(head) for head in cell.A.Headers} <= heads for cell in cells)
        assert all(len(cell.A.Headers) for cell in cells)


def test_a_head_says_whether_it_stands_over_a_column_or_beside_a_row(pdf: pikepdf.Pdf) -> None:
    heads = [node for kind, node in elements(pdf.Root.StructTreeRoot) if kind == "/TH"]
    assert {str(head.A.Scope) for head in heads} <= {"/Column", "/Row"}


def test_a_cell_stands_under_no_group_but_its_own(pdf: pikepdf.Pdf) -> None:
    for table in (node for kind, node in elements(pdf.Root.StructTreeRoot) if kind == "/Table"):
        rows = [node for kind, node in elements(table) if kind == "/TR"]
        heads = {str(n.ID): n for kind, n in elements(table) if kind == "/TH"}
        groups = {str(row.K[0].ID) for row in rows[1:] if len(row.K) == 1}
        for cell in (node for kind, node in elements(table) if kind == "/TD"):
            named = [str(head) for head in cell.A.Headers]
            assert len(set(named)) == len(named)
            assert len(groups.intersection(named)) <= 1
            beside = [one for one in named if one in heads and heads[one].A.Scope == "/Row"]
            assert len(beside) <= 1


# What may stand right in a list or a table, and in what its parts may stand, as ISO 32000-1 has it.
HOLDS = {
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
}
STANDS_IN = {
    "/LI": {"/L"},
    "/LBody": {"/LI"},
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
}


def test_lists_hold_items_and_tables_hold_rows(pdf: pikepdf.Pdf) -> None:
    for kind, node in elements(pdf.Root.StructTreeRoot):
        for inner in (str(one["/S"]) for one in children(node)):
            assert inner in HOLDS.get(kind, {inner}), f"{inner} in {kind}"
            assert kind in STANDS_IN.get(inner, {kind}), f"{inner} in {kind}"


def children(node: Any) -> list[Any]:
    """The structure elements right below one."""
    below = node.get("/K", [])
    every = below if isinstance(below, pikepdf.Array) else [below]
    return [one for one in every if isinstance(one, pikepdf.Dictionary) and "/S" in one]


def test_what_stands_in_the_margins_is_no_part_of_the_text(pdf: pikepdf.Pdf) -> None:
    """Nobody who listens hears a page number amid a sentence, and nothing else is kept from them."""
    root = pdf.Root.StructTreeRoot
    linked = {node.objgen for _, node in elements(root)}
    for number, page in enumerate(pdf.pages):
        marks, apart = marked(page)
        owners = root.ParentTree.Nums[2 * number + 1]
        owned = {mark for mark, owner in enumerate(owners) if owner is not None}
        assert marks == owned
        assert all(owners[mark].objgen in linked for mark in owned)
        assert apart <= 4  # left and right of head and foot


def marked(page: pikepdf.Page) -> tuple[set[int], int]:
    """The marks of what is text, and how many texts of a page are set apart as pagination."""
    marks, apart = set(), 0
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "BDC":
            kind, about = instruction.operands
            if str(kind) == "/Artifact":
                assert about.Type == "/Pagination"
                apart += 1
            else:
                marks.add(int(about.MCID))
    return marks, apart


def test_everything_on_a_page_is_marked(pdf: pikepdf.Pdf) -> None:
    """Text that is shown outside marked content is read by nobody who listens."""
    for page in pdf.pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            if name in ("BDC", "BMC"):
                depth += 1
            elif name == "EMC":
                depth -= 1
            elif name in ("Tj", "TJ"):
                assert depth > 0, instruction.operands
        assert depth == 0


def test_fonts_are_embedded_and_can_be_read_back(pdf: pikepdf.Pdf) -> None:
    fonts = {
        str(font.BaseFont): font
        for page in pdf.pages
        for font in page.Resources.get("/Font", {}).values()
    }
    assert fonts
    for name, font in fonts.items():
        assert "/ToUnicode" in font, name
        descendant = font.DescendantFonts[0]
        assert {"/FontFile2", "/FontFile3"} & set(descendant.FontDescriptor.keys()), name


def test_links_lead_somewhere_and_pages_are_numbered_as_printed(pdf: pikepdf.Pdf) -> None:
    names = set()
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        names = {str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]}
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            assert str(link.Subtype) == "/Link"
            destination = link.get("/Dest") or link.A.get("/D")
            assert isinstance(destination, pikepdf.Array) or str(destination) in names
            assert int(link.F) & 4  # printed
            assert str(link.Contents)  # what is heard of it
    assert str(pdf.Root.PageLabels.Nums[1].S) == "/D"


def test_bookmarks_go_through_the_document_from_its_first_page_on(pdf: pikepdf.Pdf) -> None:
    places = [page.objgen for page in pdf.pages]
    with pdf.open_outline() as outline:
        found = list(bookmarks(outline.root))
    assert all(item.title for item in found)
    targets: list[Any] = [item.destination for item in found]
    pages = [places.index(target[0].objgen) for target in targets]
    assert pages == sorted(pages)
    assert pages[0] == 0


def bookmarks(items: Iterable[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    """Every bookmark, each before those within it."""
    for item in items:
        yield item
        yield from bookmarks(item.children)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(printed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    path.write_bytes(printed)
    done = subprocess.run(
        ["qpdf", "--check", str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
