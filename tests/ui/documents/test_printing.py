"""Printing, to a file in place of paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from boardkit.documents.rendering import pdf
from boardkit.documents.viewing import PdfPages
from boardkit.errors import PrintingError
from ui.documents.printing import print_pages, printer_for, wanted_pages
from ui.jobs import Cancelled, Progress

SOURCE = """
<html lang="en"><head><title>Colours</title><style>@page { size: A4; margin: 0 }
div { height: 297mm; break-after: page }</style></head><body>
<div style="background: #ff0000">.</div><div style="background: #00ff00">.</div>
<div style="background: #0000ff">.</div></body></html>
"""
COLOURS = {(255, 0, 0): "red", (0, 255, 0): "green", (0, 0, 255): "blue"}


@pytest.fixture(scope="module")
def pages() -> PdfPages:
    return PdfPages(pdf(SOURCE, identifier=b"colours"))


def printer_to(path: Path, pages: PdfPages) -> QPrinter:
    printer = printer_for(pages, "Colours")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def quiet() -> Progress:
    return Progress(1, lambda number, share, what: None)


def colour(pages: PdfPages, page: int) -> str:
    picture = pages.picture(page, 60)
    middle = 4 * (picture.width * (picture.height // 2) + picture.width // 2)
    blue, green, red = (round(value / 255) * 255 for value in picture.data[middle : middle + 3])
    return COLOURS[(red, green, blue)]


def test_pages_come_out_as_they_are_on_their_own_paper(
    qapp: QApplication, pages: PdfPages, tmp_path: Path
) -> None:
    printer = printer_to(tmp_path / "paper.pdf", pages)
    said: list[str] = []
    told = Progress(1, lambda number, share, what: said.append(what))
    assert print_pages(printer, pages, (0, 2), told) == 2
    paper = PdfPages((tmp_path / "paper.pdf").read_bytes())
    assert [colour(paper, page) for page in range(paper.count)] == ["red", "blue"]
    assert paper.sizes[0] == pytest.approx(pages.sizes[0], abs=1)
    assert said == ["Printing page 1 of 2", "Printing page 2 of 2"]


def test_what_was_chosen_is_printed_in_its_order(qapp: QApplication, pages: PdfPages) -> None:
    printer = printer_for(pages, "Colours")
    assert wanted_pages(printer, 3, 1) == (0, 1, 2)
    printer.setPageRanges(QPageRanges.fromString("1,3"))
    assert wanted_pages(printer, 3, 1) == (0, 2)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_pages(printer, 3, 1) == (2, 0)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert wanted_pages(printer, 3, 1) == (1,)


def test_copies_are_made_here_where_the_printer_makes_none(
    qapp: QApplication, pages: PdfPages, tmp_path: Path
) -> None:
    printer = printer_to(tmp_path / "paper.pdf", pages)
    printer.setCopyCount(2)
    assert not printer.supportsMultipleCopies()
    printer.setCollateCopies(True)
    assert wanted_pages(printer, 2, 0) == (0, 1, 0, 1)
    printer.setCollateCopies(False)
    assert wanted_pages(printer, 2, 0) == (0, 0, 1, 1)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(
    qapp: QApplication, pages: PdfPages, tmp_path: Path
) -> None:
    printer = printer_to(tmp_path / "nowhere" / "paper.pdf", pages)
    with pytest.raises(PrintingError, match="did not take the document"):
        print_pages(printer, pages, (0,), quiet())


def test_it_can_be_stopped(qapp: QApplication, pages: PdfPages, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "paper.pdf", pages)
    progress = Progress(1, lambda number, share, what: progress.cancel())
    with pytest.raises(Cancelled):
        print_pages(printer, pages, (0, 1, 2), progress)
