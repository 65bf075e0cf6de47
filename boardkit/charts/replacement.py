"""How much new revenue earns what one unit of seat revenue does, as bars from nought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing
from boardkit.formats import Formats
from boardkit.typefaces import shortened, text_width

ROW, BAR, SIZE = 28.0, 15.0, 11.5


@dataclass(frozen=True)
class Bar:
    """New revenue for one of seat revenue; None where no amount would do."""

    title: str
    color: str
    multiple: float | None


def replacement_chart(
    bars: Sequence[Bar], palette: Palette, formats: Formats, *, width: float
) -> str:
    """A bar each, with its figure at its end; a line stands at one, as SVG."""
    drawing = Drawing(width, ROW * len(bars) + 4, _says(bars, formats))
    left = min(max(text_width(bar.title, SIZE) for bar in bars) + 10, width * 0.42)
    texts = [_text(bar, formats) for bar in bars]
    most = max([1.0, *(bar.multiple or 0.0 for bar in bars)])
    ends = [text_width(text, SIZE, 600) for text in texts]
    unit = (width - left - max(ends) - 12) / most
    for number, (bar, text) in enumerate(zip(bars, texts, strict=True)):
        y = 2 + ROW * number
        name = shortened(bar.title, SIZE, left - 10)
        drawing.text(0, y + BAR + 1, name, palette.ink, size=SIZE)
        length = unit * (bar.multiple or 0.0)
        drawing.rect(left, y + (ROW - BAR) / 2 - 2, length, BAR, bar.color)
        drawing.text(left + length + 6, y + BAR + 1, text, palette.ink, size=SIZE, weight=600)
    drawing.line(left, 0, left, drawing.height, palette.muted)
    drawing.line(left + unit, 0, left + unit, drawing.height, palette.ink, dashes="3 3")
    return drawing.svg()


def _text(bar: Bar, formats: Formats) -> str:
    if bar.multiple is None:
        return "no amount would do"
    return formats.number(bar.multiple, 2, exact=True)


def _says(bars: Sequence[Bar], formats: Formats) -> str:
    told = "; ".join(f"{bar.title} {_text(bar, formats)}" for bar in bars)
    return f"New revenue that earns what 1 of seat revenue does: {told}."
