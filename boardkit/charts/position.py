"""The position bar: recurring revenue by what makes it move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing
from boardkit.formats import Formats
from boardkit.typefaces import shortened, text_width

BAR_TOP, BAR_HEIGHT = 6.0, 26.0
LEGEND_ROW = 17.0


@dataclass(frozen=True)
class Piece:
    """One class of product lines."""

    title: str
    share: float  # percent
    color: str
    note: str = ""
    pale: bool = False  # a fill so light that text on it must be dark


def position_chart(
    pieces: Sequence[Piece], palette: Palette, formats: Formats, *, width: float
) -> str:
    """One bar of 100%, its pieces named below it, as SVG."""
    says = ", ".join(f"{piece.title} {formats.percent(piece.share)}" for piece in pieces)
    height = BAR_TOP + BAR_HEIGHT + 12 + LEGEND_ROW * len(pieces)
    drawing = Drawing(width, height, f"Recurring revenue by position: {says}.")
    drawing.rect(0, BAR_TOP, width, BAR_HEIGHT, palette.track)
    total = max(sum(piece.share for piece in pieces), 100.0)
    x = 0.0
    for piece in pieces:
        room = width * piece.share / total
        drawing.rect(x, BAR_TOP, max(room - 1.5, 0.5), BAR_HEIGHT, piece.color)
        label = formats.percent(piece.share, 0)
        if text_width(label, 12, 600) + 10 <= room:
            drawing.text(
                x + 6,
                BAR_TOP + 17.5,
                label,
                palette.ink if piece.pale else palette.ground,
                size=12,
                weight=600,
            )
        x += room
    y = BAR_TOP + BAR_HEIGHT + 18
    for piece in pieces:
        drawing.rect(0, y - 9, 11, 11, piece.color)
        share = formats.percent(piece.share)
        drawing.text(52, y, share, palette.ink, size=11.5, weight=600, anchor="end")
        text = f"{piece.title}: {piece.note}" if piece.note else piece.title
        drawing.text(60, y, shortened(text, 11.5, width - 62), palette.ink, size=11.5)
        y += LEGEND_ROW
    return drawing.svg()
