"""What is printed in a PDF, as PDFium reads it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from boardkit.pdfium import PDFIUM


def page_texts(pdf: bytes | Path) -> list[str]:
    """The text of each page, on one line; a preview may be drawing its pages meanwhile."""
    with PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def text_of(pdf: bytes | Path) -> str:
    """The text of all pages, on one line."""
    return " ".join(page_texts(pdf))
