"""From what was gathered to the PDF of the document that was chosen."""

from __future__ import annotations

from boardkit.documents.blank import blank_pdf
from boardkit.documents.board_pack import BoardPack
from boardkit.documents.logo import clean_logo
from boardkit.documents.material import Material
from boardkit.documents.one_page import one_page_pdf


def document_pdf(material: Material, *, logo: bytes = b"") -> bytes:
    """The document that the assessment's options choose.

    ``logo`` is a picture's file, PNG or JPEG. Raises RenderingError.
    """
    if material.options.document == "blank":
        return blank_pdf(material)
    if material.options.document == "one_page":
        return one_page_pdf(material)
    picture = clean_logo(logo) if logo else b""
    return BoardPack(material, picture).pdf()
