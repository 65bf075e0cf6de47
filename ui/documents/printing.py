"""Printing a finished document: a page at a time at 300 dots an inch, in the background.

A page at a printer's full resolution would take half a gigabyte. Programs that show PDF hand the document
over as it is, which is why opening it elsewhere stays one click away.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from boardkit.documents.viewing import POINTS_PER_INCH, PdfPages
from boardkit.errors import PrintingError
from ui.documents.page_pictures import drawn
from ui.jobs import Cancelled, Progress

DOTS = 300  # an inch
NO_START = "The printer did not take the document. See that it is switched on and connected, or choose another."
BROKEN_OFF = "The printer stopped at page {page}. The pages before it may have been printed."


def printer_for(pages: PdfPages, name: str) -> QPrinter:
    """The usual printer, set to the document's own paper."""
    printer = QPrinter()
    printer.setResolution(DOTS)
    printer.setDocName(name)
    across, down = pages.sizes[0]
    paper = QPageSize(
        QSizeF(across, down), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    printer.setPageSize(paper)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def wanted_pages(printer: QPrinter, count: int, present: int) -> tuple[int, ...]:
    """The pages that were chosen in the dialog, counted from 0, in the order to print them."""
    ranges = printer.pageRanges()
    pages = list(range(count))
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        pages = [present]
    elif not ranges.isEmpty():
        pages = [page for page in pages if ranges.contains(page + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    if printer.supportsMultipleCopies():
        return tuple(pages)
    copies = printer.copyCount()
    if printer.collateCopies():
        return tuple(pages * copies)
    return tuple(page for page in pages for _ in range(copies))


def print_pages(
    printer: QPrinter, pages: PdfPages, wanted: tuple[int, ...], progress: Progress
) -> int:
    """Print these pages, and return how many there were; raises PrintingError, and Cancelled."""
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingError(NO_START)
    try:
        for number, page in enumerate(wanted):
            progress.say(number / len(wanted), f"Printing page {number + 1} of {len(wanted)}")
            if number and not printer.newPage():
                raise PrintingError(BROKEN_OFF.format(page=page + 1))
            _print(painter, pages, page)
    except (Cancelled, PrintingError):
        printer.abort()
        raise
    finally:
        ended = painter.end()
    if not ended or printer.printerState() is QPrinter.PrinterState.Error:
        raise PrintingError(NO_START)
    return len(wanted)


def _print(painter: QPainter, pages: PdfPages, page: int) -> None:
    """One page as large as the paper allows, in its middle."""
    across, down = pages.sizes[page]
    image = drawn(pages, page, round(across / POINTS_PER_INCH * DOTS), for_print=True)
    paper = QRectF(painter.viewport())
    scale = min(paper.width() / across, paper.height() / down)
    size = QSizeF(across * scale, down * scale)
    corner = paper.center() - QRectF(0, 0, size.width(), size.height()).center()
    painter.drawImage(QRectF(corner, size), image)
