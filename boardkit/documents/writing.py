"""The bytes of a PDF's objects, each made once.

pydyf makes them twice: to write them, and for the hash beside the identifier. It compresses streams
as tightly as can be, both times. Here an object keeps its bytes, which are then only copied.
"""

from __future__ import annotations

import zlib
from typing import Any

import pydyf

LEVEL = 6  # of compression: well enough, in a sixth of the time of the tightest


class _Written(pydyf.Object):  # type: ignore[misc]  # pydyf ships no types
    """An object that will not change any more."""

    data = b""
    compressible = False

    def __init__(self, one: Any) -> None:
        super().__init__()
        self.number = one.number
        self.compressible = one.compressible
        self.data = one.data


def write_once(pdf: Any) -> None:
    """Fix the bytes of all objects of a PDF in which nothing is left to be done."""
    for number, one in enumerate(pdf.objects):
        if one.free == "f":
            continue
        if isinstance(one, pydyf.Stream) and one.compress:
            _compress(one)
        pdf.objects[number] = _Written(one)


def _compress(stream: Any) -> None:
    plain = pydyf.Stream(stream.stream).data.removesuffix(b"\nendstream")
    stream.stream = [zlib.compress(plain.split(b"stream\n", 1)[1], LEVEL)]
    stream.extra["Filter"] = "/FlateDecode"
    stream.compress = False
