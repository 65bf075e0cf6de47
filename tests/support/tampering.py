"""Documents altered by somebody who knows what a PDF is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf

_PAIR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]{4})>")


def altered(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The document after a change to its objects."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        change(document)
        document.save(out)
    return out.getvalue()


def with_attached(data: bytes, name: str, content: bytes) -> bytes:
    """The document with something else in one of the files attached to it."""

    def change(document: pikepdf.Pdf) -> None:
        document.attachments[name].obj.EF.F.write(content)

    return altered(data, change)


def without_attached(data: bytes, name: str) -> bytes:
    """The document without one of its files."""

    def change(document: pikepdf.Pdf) -> None:
        del document.attachments[name]

    return altered(data, change)


def with_text(data: bytes, page: int, old: str, new: str) -> bytes:
    """The document with one printed text replaced by another as long, in the letters of its font."""

    def change(document: pikepdf.Pdf) -> None:
        found = document.pages[page]
        instructions = pikepdf.parse_content_stream(found)
        font: dict[str, bytes] = {}
        for place, one in enumerate(instructions):
            operands, operator = list(one.operands), one.operator
            if str(operator) == "Tf":
                font = _glyphs(found.Resources.Font[str(operands[0])])
            elif str(operator) == "TJ" and _said(operands[0], font) == old:
                drawn = pikepdf.Array([pikepdf.String(b"".join(font[letter] for letter in new))])
                instructions[place] = pikepdf.ContentStreamInstruction([drawn], operator)
                found.Contents = document.make_stream(pikepdf.unparse_content_stream(instructions))
                return
        raise AssertionError(f"“{old}” is not printed on page {page + 1}.")

    return altered(data, change)


def with_drawn_over(data: bytes, page: int, drawing: bytes) -> bytes:
    """The document with a drawing on top of a page."""

    def change(document: pikepdf.Pdf) -> None:
        document.pages[page].contents_add(b"q " + drawing + b" Q")

    return altered(data, change)


def _glyphs(font: Any) -> dict[str, bytes]:
    """The code of each letter that a font draws."""
    table = font.ToUnicode.read_bytes().partition(b"beginbfchar")[2]
    return {
        bytes.fromhex(letter.decode()).decode("utf-16-be"): bytes.fromhex(code.decode())
        for code, letter in _PAIR.findall(table)
    }


def _said(drawn: Any, font: dict[str, bytes]) -> str:
    letters = {code: letter for letter, code in font.items()}
    return "".join(letters.get(code, "?") for code in _codes(drawn))


def _codes(drawn: Any) -> Iterator[bytes]:
    for part in drawn:
        if isinstance(part, pikepdf.String):
            text = bytes(part)
            yield from (text[place : place + 2] for place in range(0, len(text), 2))
