"""What no typeface of the computer has is printed as boxes, and that is said."""

from __future__ import annotations

import logging
from io import BytesIO

import pikepdf
import pytest

from boardkit.documents.rendering import pdf
from boardkit.documents.unprintable import Unprintable, unprintable_sentence

PAGE = "<html lang='en'><title>T</title><body><p>{}</p></body></html>"
NOWHERE = chr(0xE123)  # private: no typeface has it


def test_says_which_script_and_what_to_install() -> None:
    said = unprintable_sentence([ord("漢"), ord("字"), ord("ש")])
    assert said.startswith(
        "This computer has no typeface for Hebrew letters and Chinese characters, so they are "
        "printed as empty boxes. Install “Noto Sans Hebrew” and “Noto Sans CJK SC”"
    )
    assert unprintable_sentence([]) == ""
    assert "some characters" in unprintable_sentence([0xE123])


@pytest.mark.parametrize(("text", "heard"), [("Plain words → ≥ ✓", False), (NOWHERE, True)])
def test_is_heard_while_a_document_is_made_which_then_claims_no_standard(
    text: str, heard: bool
) -> None:
    with Unprintable() as boxes:
        made = pdf(PAGE.format(text), identifier=b"boxes")
    assert bool(boxes.sentence()) is heard
    with pikepdf.open(BytesIO(made)) as document, document.open_metadata() as told:
        assert told.pdfa_status == ("" if heard else "3A")
        assert ("pdfuaid:part" in told) is not heard
    assert boxes not in logging.getLogger("weasyprint").handlers
