"""Drivers: how much of a score's doubt each answer carries, beside how much the answer weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing
from boardkit.formats import Formats
from boardkit.typefaces import shortened, text_width, wrapped

TOP, FOOT, ROW, LINE = 20.0, 26.0, 29.0, 12.0
DOUBT, WEIGHT = 9.0, 4.0  # how thick the bars are
COLUMN = 50.0


@dataclass(frozen=True)
class DriverBars:
    """One answer; shares are of the score that it belongs to, 0 to 1."""

    title: str
    of: str  # the score
    color: str
    weight: float
    doubt: float


def drivers_chart(
    rows: Sequence[DriverBars], palette: Palette, formats: Formats, *, width: float
) -> str:
    """Two bars an answer, from nought, in the order given, as SVG."""
    left, right = width * 0.42, width - 2 * COLUMN - 10
    titles = [wrapped(row.title, 11.5, left - 16, lines=2) for row in rows]
    heights = [ROW + LINE * (len(lines) - 1) for lines in titles]
    drawing = Drawing(width, TOP + FOOT + sum(heights), _says(rows, formats))
    top = _end(rows)
    scale = (right - left) / top
    bottom = drawing.height - FOOT
    for step in range(5):
        x = left + (right - left) * step / 4
        drawing.line(x, TOP, x, bottom, palette.faint if step else palette.muted)
        tick = formats.percent(100 * top * step / 4, 0)
        drawing.text(x, TOP - 6, tick, palette.muted, size=10.5, anchor="middle")
    for end, title in ((width - COLUMN, "doubt"), (width, "weight")):
        drawing.text(end, TOP - 6, title, palette.muted, size=10.5, anchor="end")
    y = TOP
    for row, lines, height in zip(rows, titles, heights, strict=True):
        middle = y + height / 2
        first = middle - LINE * len(lines) / 2 + 3
        for place, line in enumerate(lines):
            drawing.text(left - 8, first + LINE * place, line, palette.ink, size=11.5, anchor="end")
        of = shortened(row.of, 9.5, left - 16)
        drawing.text(
            left - 8, first + LINE * len(lines) - 1, of, palette.muted, size=9.5, anchor="end"
        )
        drawing.rect(left, middle - 8, max(row.doubt * scale, 1.5), DOUBT, row.color)
        drawing.rect(
            left, middle + 3, max(row.weight * scale, 1.5), WEIGHT, palette.ground,
            stroke=palette.muted,
        )  # fmt: skip
        drawing.text(
            width - COLUMN, middle + 4, _share(row.doubt, formats), palette.ink, size=11.5,
            weight=600, anchor="end",
        )  # fmt: skip
        weight = _share(row.weight, formats)
        drawing.text(width, middle + 4, weight, palette.muted, size=11.5, anchor="end")
        y += height
    _legend(drawing, palette, left)
    return drawing.svg()


def _end(rows: Sequence[DriverBars]) -> float:
    """Where the axis ends: a quarter, a half or all of a score's doubt."""
    most = max((max(row.doubt, row.weight) for row in rows), default=1.0)
    return next(end for end in (0.2, 0.4, 0.6, 0.8, 1.0) if most <= end or end == 1.0)


def _legend(drawing: Drawing, palette: Palette, left: float) -> None:
    y = drawing.height - 8
    parts = (("share of its score’s doubt", DOUBT), ("share of its score’s weight", WEIGHT))
    room = sum(30 + text_width(text, 10.5) for text, _ in parts)
    x = max(min(left, drawing.width - room), 0)
    for text, high in parts:
        hollow = high == WEIGHT
        drawing.rect(
            x, y - 4 - high / 2, 14, high, palette.ground if hollow else palette.muted,
            stroke=palette.muted if hollow else "",
        )  # fmt: skip
        drawing.text(x + 19, y, text, palette.muted, size=10.5)
        x += 34 + text_width(text, 10.5)


def _share(share: float, formats: Formats) -> str:
    return formats.percent(100 * share, 0)


def _says(rows: Sequence[DriverBars], formats: Formats) -> str:
    said = "; ".join(
        f"{row.title} carries {_share(row.doubt, formats)} of the doubt about {row.of} "
        f"and weighs {_share(row.weight, formats)} of it"
        for row in rows
    )
    return f"What the doubt comes from: {said}."
