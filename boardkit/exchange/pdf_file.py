"""The assessment inside a PDF that Boardkit printed, taken out again as if an enemy had put it there."""

from __future__ import annotations

from typing import Any

from boardkit.errors import FileError
from boardkit.exchange.boardkit_file import FILE_LIMIT
from boardkit.pdfium import PDFIUM

ASSESSMENT = "assessment.boardkit"
BEFORE = "last-time.boardkit"
NUMBERS = "numbers.json"
LOGO = "logo.png"
NUMBERS_LIMIT = 20_000_000  # bytes
LOGO_LIMIT = 10_000_000
FILES_LIMIT = 50  # attached to one PDF
SIGNATURE = b"%PDF-"


def attached_assessment(data: bytes, name: str) -> bytes:
    """The bytes of the .boardkit file in a PDF, not yet looked into.

    Raises FileError, in which the PDF is called ``name``, when it is damaged, locked, or holds none.
    """
    return _wanted(data, name, ASSESSMENT, FILE_LIMIT)


def attached_numbers(data: bytes, name: str) -> bytes:
    """The JSON of the numbers that were printed, not yet looked into; raises FileError as above."""
    return _wanted(data, name, NUMBERS, NUMBERS_LIMIT)


def attached_before(data: bytes, name: str) -> bytes | None:
    """The .boardkit file of what the document is set beside; None where it is set beside nothing."""
    return _attached(data, name, BEFORE, FILE_LIMIT)


def attached_logo(data: bytes, name: str) -> bytes:
    """The logo on the cover, as a file that nobody has looked at; nothing where there is none."""
    return _attached(data, name, LOGO, LOGO_LIMIT) or b""


def _wanted(data: bytes, name: str, wanted: str, limit: int) -> bytes:
    found = _attached(data, name, wanted, limit)
    if found is None:
        what = "assessment is" if wanted == ASSESSMENT else "list of its numbers is"
        raise FileError(
            f"{name} was not opened: no {what} attached to it. It may have been printed "
            "without, or by another program. Ask for the .boardkit file. Nothing was changed."
        )
    return found


def _attached(data: bytes, name: str, wanted: str, limit: int) -> bytes | None:
    import pypdfium2

    try:
        with PDFIUM, pypdfium2.PdfDocument(data) as document:
            return _file(document, wanted, limit, name)
    except pypdfium2.PdfiumError as fault:
        locked = "password" in str(fault).lower()
        why = "it is locked with a password" if locked else "it is damaged, or is no PDF"
        raise FileError(f"{name} was not opened: {why}. Nothing was changed.") from fault


def _file(document: Any, wanted: str, limit: int, name: str) -> bytes | None:
    import ctypes

    import pypdfium2.raw as pdfium

    count = document.count_attachments()
    if count > FILES_LIMIT:
        raise FileError(
            f"{name} was not opened: {count} files are attached to it, more than to any of ours. "
            "Nothing was changed."
        )
    for index in range(count):
        attachment = document.get_attachment(index)
        if attachment.get_name() != wanted:
            continue
        length = ctypes.c_ulong()
        pdfium.FPDFAttachment_GetFile(attachment, None, 0, length)
        if length.value > limit:
            raise FileError(
                f"{name} was not opened: what is attached to it is larger than "
                f"{limit // 1_000_000} MB. Nothing was changed."
            )
        return bytes(attachment.get_data())
    return None
