"""A logo is drawn anew, or refused with a sentence."""

from __future__ import annotations

import io
from importlib import import_module

import pytest
from PIL import Image, PngImagePlugin

from boardkit.documents.logo import TALLEST, WIDEST, clean_logo
from boardkit.errors import RenderingError


def picture(
    kind: str, size: tuple[int, int] = (300, 100), mode: str = "RGB", **more: object
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 7).save(out, kind, **more)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [picture("PNG"), picture("JPEG"), picture("PNG", mode="P"), picture("JPEG", mode="CMYK")],
)
def test_a_png_or_jpeg_becomes_a_png(data: bytes) -> None:
    with Image.open(io.BytesIO(clean_logo(data))) as made:
        assert (made.format, made.size) == ("PNG", (300, 100))


def test_a_large_one_becomes_smaller_and_keeps_its_shape() -> None:
    with Image.open(io.BytesIO(clean_logo(picture("PNG", (4000, 2000))))) as made:
        assert made.width <= WIDEST
        assert made.height <= TALLEST
        assert made.width / made.height == pytest.approx(2, rel=0.01)


def test_nothing_else_of_the_file_remains() -> None:
    hidden = PngImagePlugin.PngInfo()
    hidden.add_text("Comment", "taken in Walrus Street")
    assert b"Walrus" not in clean_logo(picture("PNG", pnginfo=hidden))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a PNG or JPEG"),
        (picture("GIF", mode="P"), "not a PNG or JPEG"),
        (picture("PNG")[:60], "damaged"),
        (picture("PNG", (9000, 9000), "1"), "too many pixels"),
        (picture("PNG", (20_000, 20_000), "1"), "Choose a"),
        (b"\x89PNG" + bytes(5_000_001), "larger than 5 MB"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(data: bytes, why: str) -> None:
    import_module("weasyprint")  # which tells Pillow to make do with pictures that are cut short
    with pytest.raises(RenderingError, match=why):
        clean_logo(data)
