"""Logos come from files that nobody has looked at."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from boardkit.errors import BoardkitError
from boardkit.library.evidence import EvidenceStore
from ui.logos import keep_logo, kept_logo

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="40" height="20">{}</svg>'
)


@pytest.fixture
def store(tmp_path: Path) -> EvidenceStore:
    return EvidenceStore.beside(tmp_path / "library.sqlite3")


def a_file(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def picture(kind: str, size: tuple[int, int] = (40, 20)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_pictures_are_kept_as_clean_png(kind: str, store: EvidenceStore, tmp_path: Path) -> None:
    sha256 = keep_logo(store, a_file(tmp_path, f"logo.{kind}", picture(kind)))
    with Image.open(io.BytesIO(kept_logo(store, sha256))) as kept:
        assert (kept.format, kept.size) == ("PNG", (40, 20))


def test_a_drawing_becomes_a_sharp_picture(
    qapp: QApplication, store: EvidenceStore, tmp_path: Path
) -> None:
    drawing = SVG.format('<rect width="40" height="20" fill="#1e2832"/>').encode()
    sha256 = keep_logo(store, a_file(tmp_path, "logo.svg", drawing))
    with Image.open(io.BytesIO(kept_logo(store, sha256))) as kept:
        assert kept.width > 800
        assert kept.width == 2 * kept.height
        assert kept.convert("RGB").getpixel((400, 200)) == (0x1E, 0x28, 0x32)


def bomb() -> str:
    """A shape used ten times by one that is used ten times, and so on."""
    parts = ['<g id="a0"><rect width="1" height="1"/></g>']
    for level in range(1, 12):
        uses = f'<use xlink:href="#a{level - 1}"/>' * 10
        parts.append(f'<g id="a{level}">{uses}</g>')
    return "".join(parts)


@pytest.mark.parametrize(
    "inside",
    [
        '<image xlink:href="/etc/hostname" width="40" height="20"/>',
        '<image href="https://example.org/logo.png" width="40" height="20"/>',
        '<g id="a"><use xlink:href="#a"/></g>',
        bomb(),
        "<rect",
    ],
)
def test_a_drawing_that_reaches_elsewhere_or_never_ends_is_refused(
    inside: str, qapp: QApplication, store: EvidenceStore, tmp_path: Path
) -> None:
    with pytest.raises(BoardkitError, match="Save it as a PNG picture"):
        keep_logo(store, a_file(tmp_path, "logo.svg", SVG.format(inside).encode()))
    assert not store.folder.exists()


def test_entities_are_refused(qapp: QApplication, store: EvidenceStore, tmp_path: Path) -> None:
    data = b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("<text>&a;</text>").encode()
    with pytest.raises(BoardkitError, match="Save it as a PNG picture"):
        keep_logo(store, a_file(tmp_path, "logo.svg", data))


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n cut off"])
def test_what_is_no_picture_is_refused(data: bytes, store: EvidenceStore, tmp_path: Path) -> None:
    with pytest.raises(BoardkitError, match="not a PNG or JPEG"):
        keep_logo(store, a_file(tmp_path, "logo.png", data))


def test_what_is_too_large_is_not_even_read(store: EvidenceStore, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    with pytest.raises(BoardkitError, match="larger than 5 MB"):
        keep_logo(store, path)


def test_a_logo_that_is_not_here_is_nothing(store: EvidenceStore) -> None:
    assert kept_logo(store, "") == b""
    assert kept_logo(store, "0" * 64) == b""
