"""The two typefaces, the same on screen and on paper, and how wide a text is in them."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from unicodedata import category, combining, east_asian_width

SANS = "Source Sans Pro"
SERIF = "Source Serif Pro"
SLACK = 1e-9  # for a line that rounding leaves just wider than its room

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


@lru_cache(maxsize=4096)  # a chart that moves has the same names at each step
def text_width(text: str, size: float, weight: int = 400) -> float:
    """The width of a line of the sans typeface, in the unit of ``size`` (kerning left out).

    A character that the face lacks is as wide as fallback typefaces usually have it.
    """
    widths, _, em = _advances(weight)
    ems = sum(
        widths[code] / em if (code := ord(character)) in widths else _usual_width(character)
        for character in text
    )
    return ems * size


@lru_cache(maxsize=4096)
def _usual_width(character: str) -> float:
    """In ems: one for a Chinese, Japanese or Korean character, none for a mark on another one."""
    if combining(character) or category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    return 1.0 if east_asian_width(character) in "WF" else 0.66


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
    """The text in at most ``lines`` lines no wider than ``room``; what is left over is cut.

    It breaks at spaces, between characters of scripts that write none, and inside a word that is
    wider than a line by itself.
    """
    rows: list[str] = []
    left = " ".join(text.split())
    while left and len(rows) < lines:
        if len(rows) == lines - 1:
            rows.append(shortened(left, size, room, weight))
            break
        row = _first_line(left, size, room, weight)
        rows.append(row.rstrip())
        left = left[len(row) :].lstrip()
    return rows


def in_lines(text: str, size: float, room: float, lines: int, weight: int = 400) -> str:
    """The text itself, cut with an ellipsis where it takes more than ``lines`` lines of that room."""
    whole = " ".join(text.split())
    rows, end = wrapped(whole, size, room, weight, lines), 0
    for row in rows[:-1]:
        end = whole.index(row, end) + len(row)
    rest = whole[end:]
    if not rows or rest.lstrip() == rows[-1]:
        return text
    return whole[:end] + rest[: len(rest) - len(rest.lstrip())] + rows[-1]


def _first_line(text: str, size: float, room: float, weight: int) -> str:
    """As much of the text as goes into one line, one character at the least."""
    fits, width = 0, 0.0
    for character in text:
        width += text_width(character, size, weight)
        if width > room + SLACK:
            break
        fits += 1
    if fits == len(text):
        return text
    breaks = (end for end in range(fits, 0, -1) if _breaks(text[end - 1], text[end]))
    return text[: next(breaks, max(fits, 1))]


def _breaks(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    if after == " " or before == " ":
        return True
    wide = east_asian_width(before) in "WF" or east_asian_width(after) in "WF"
    return wide and category(after)[0] in "LNS" and category(before) != "Ps"
