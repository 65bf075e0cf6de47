"""The assessment inside a PDF that Boardkit printed, taken out again as if an enemy had put it there."""

from __future__ import annotations

from typing import Any

from boardkit.errors import FileError
from boardkit.exchange.boardkit_file import FILE_LIMIT

ASSESSMENT = "assessment.boardkit"
NUMBERS = "numbers.json"
NUMBERS_LIMIT = 20_000_000  # bytes
FILES_LIMIT = 50  # attached to one PDF
SIGNATURE = b"%PDF-"


def attached_assessment(data: bytes, name: str) -> bytes:
    """The bytes of the .boardkit file in a PDF, not yet looked into.

    Raises FileError, in which the PDF is called ``name``, when it is damaged, locked, or holds none.
    """
    return _attached(data, name, ASSESSMENT, FILE_LIMIT)


def attached_numbers(data: bytes, name: str) -> bytes:
    """The JSON of the numbers that were printed, not yet looked into; raises FileError as above."""
    return _attached(data, name, NUMBERS, NUMBERS_LIMIT)


def _attached(data: bytes, name: str, wanted: str, limit: int) -> bytes:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            found = _file(document, wanted, limit, name)
    except pypdfium2.PdfiumError as fault:
        locked = "password" in str(fault).lower()
        why = "it is locked with a password" if locked else "it is damaged, or is no PDF"
        raise FileError(f"{name} was not opened: {why}. Nothing was changed.") from fault
    if found is None:
        raise FileError(
            f"{name} was not opened: no assessment is attached to it. It may have been printed "
            "without, or by another program. Ask for the .boardkit file. Nothing was changed."
        )
    return found


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
