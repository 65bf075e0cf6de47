"""A company's logo: any picture it comes as, kept beside the library as a small clean PNG."""

from __future__ import annotations

import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from xml.parsers.expat import ExpatError

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from boardkit.assessment import Evidence
from boardkit.documents.logo import SIZE_LIMIT, TALLEST, WIDEST, clean_logo
from boardkit.errors import FileError, RenderingError
from boardkit.library.evidence import EvidenceStore

KINDS = "Pictures (*.png *.jpg *.jpeg *.svg)"
MOST_SHAPES = 20_000  # that a drawing may come to, with everything that it uses counted as often
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_BAD_DRAWING = "The logo cannot be drawn. Save it as a PNG picture and choose that."


def keep_logo(store: EvidenceStore, path: Path) -> str:
    """Keep the picture in that file, and return the hash it is kept under; raises BoardkitError."""
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise RenderingError("The logo is larger than 5 MB. Choose a smaller picture.")
        data = path.read_bytes()
    except OSError as fault:
        raise FileError(
            f"{path.name} could not be read: {fault.strerror or fault}. Choose another file."
        ) from fault
    picture = clean_logo(drawn(data) if path.suffix.lower() == ".svg" else data)
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "logo.png"
        clean.write_bytes(picture)
        return store.keep(clean).sha256


def kept_logo(store: EvidenceStore, sha256: str) -> bytes:
    """The picture that is kept under this hash; nothing when it is not on this computer."""
    if not sha256 or not store.holds(Evidence(title="", sha256=sha256)):
        return b""
    return (store.folder / sha256).read_bytes()


def drawn(svg: bytes) -> bytes:
    """A drawing as PNG; raises RenderingError when it reaches for other files or is made to exhaust."""
    _check(svg)
    renderer = QSvgRenderer(QByteArray(svg))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise RenderingError(_BAD_DRAWING)
    size = size.scaled(QSize(WIDEST, TALLEST), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())


def _check(svg: bytes) -> None:
    """Refuse what Qt would read from elsewhere, entities, and shapes used over and over."""
    if b"<!ENTITY" in svg:
        raise RenderingError(_BAD_DRAWING)
    try:
        root = ET.fromstring(svg)
    except (ET.ParseError, ExpatError, ValueError) as fault:
        raise RenderingError(_BAD_DRAWING) from fault
    named = {one.get("id"): one for one in root.iter() if one.get("id")}
    if _shapes(root, named, frozenset(), {}) > MOST_SHAPES:
        raise RenderingError(_BAD_DRAWING)


def _shapes(
    part: ET.Element, named: dict[str | None, ET.Element], within: frozenset[str],
    known: dict[ET.Element, int],
) -> int:  # fmt: skip
    """How many shapes a part comes to once everything that it uses is put in its place."""
    if part in known:
        return known[part]
    count = 1
    for href in filter(None, (part.get(name) for name in _HREFS)):
        inside = href.removeprefix("#")
        if not href.startswith("#") or inside in within:
            raise RenderingError(_BAD_DRAWING)
        if inside in named and part.tag.endswith("use"):
            count += _shapes(named[inside], named, within | {inside}, known)
    count += sum(_shapes(child, named, within, known) for child in part)
    known[part] = count
    return count
