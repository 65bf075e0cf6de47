"""What a checker of accessible and archival PDF looks for, in every document: structure, not looks."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from boardkit.documents.making import document_pdf
from boardkit.documents.material import gathered
from boardkit.examples import shipped_example
from boardkit.pack_options import Document, PackOptions

DOCUMENTS: tuple[Document, ...] = ("full", "one_page", "blank")


@pytest.fixture(scope="module", params=DOCUMENTS)
def printed(request: pytest.FixtureRequest) -> bytes:
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
    tables = [node for kind, node in elements(pdf.Root.StructTreeRoot) if kind == "/Table"]
    assert tables
    for table in tables:
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
    assert str(pdf.Root.PageLabels.Nums[1].S) == "/D"


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(printed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    path.write_bytes(printed)
    done = subprocess.run(
        ["qpdf", "--check", str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
