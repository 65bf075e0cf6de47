"""The two typefaces, the same on screen and on paper, and how wide a text is in them."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

SANS = "Source Sans Pro"
SERIF = "Source Serif Pro"

# CSS weight and style → the file that holds it; static TTF renders faster than WOFF2 or variable fonts.
FACES = {
    (SANS, 400, "normal"): ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    (SANS, 400, "italic"): ("font_source_sans_pro", "SourceSansPro-It.ttf"),
    (SANS, 600, "normal"): ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    (SANS, 700, "normal"): ("font_source_sans_pro", "SourceSansPro-Bold.ttf"),
    (SERIF, 400, "normal"): ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    (SERIF, 600, "normal"): ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
}


def face_path(package: str, file: str) -> Path:
    """Where a font file lies."""
    return _folder(package) / file


@cache
def _folder(package: str) -> Path:
    """The font packages are never imported, since they list their folders."""
    spec = find_spec(package)
    assert spec is not None, f"{package} is not installed"
    assert spec.origin is not None
    return Path(spec.origin).parent / "files"


@cache
def _advances(weight: int) -> tuple[dict[int, int], int, int]:
    from fontTools.ttLib import TTFont

    with TTFont(face_path(*FACES[(SANS, weight, "normal")]), lazy=True) as font:
        metrics = font["hmtx"].metrics
        widths = {code: metrics[name][0] for code, name in font.getBestCmap().items()}
        return widths, metrics[".notdef"][0], font["head"].unitsPerEm


def text_width(text: str, size: float, weight: int = 400) -> float:
    """The width of a line of the sans typeface, in the unit of ``size`` (kerning left out).

    A character that the face lacks counts as one em, since a fallback font may be that wide.
    """
    widths, _, em = _advances(weight)
    return sum(widths.get(ord(character), em) for character in text) * size / em


def has_all(text: str, weight: int = 400) -> bool:
    """Whether the sans typeface has every character, so that its width is known."""
    widths = _advances(weight)[0]
    return all(ord(character) in widths for character in text)


def shortened(text: str, size: float, room: float, weight: int = 400) -> str:
    """The text, cut with an ellipsis where it is wider than ``room``."""
    if text_width(text, size, weight) <= room:
        return text
    kept = text
    while kept and text_width(kept.rstrip() + "…", size, weight) > room:
        kept = kept[: max(0, min(len(kept) - 1, int(len(kept) * 0.98)))]
    return kept.rstrip() + "…"


def wrapped(text: str, size: float, room: float, weight: int = 400, lines: int = 2) -> list[str]:
    """The text in at most ``lines`` lines no wider than ``room``; what is left over is cut."""
    rows: list[str] = []
    words = text.split()
    while words and len(rows) < lines:
        if len(rows) == lines - 1:
            rows.append(shortened(" ".join(words), size, room, weight))
            break
        row = words.pop(0)
        while words and text_width(f"{row} {words[0]}", size, weight) <= room:
            row = f"{row} {words.pop(0)}"
        rows.append(shortened(row, size, room, weight))
    return rows
