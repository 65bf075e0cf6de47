"""The few SVG marks that charts are made of.

Text stays text, in a single family (QSvgRenderer reads only one). Fills are flat. A drawing carries a
title and a description, which become its alternative text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from boardkit.typefaces import SANS, has_all, text_width


def number(value: float) -> str:
    """A coordinate, short: two decimals at the most."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


@dataclass
class Drawing:
    """An SVG in the making, in CSS pixels."""

    width: float
    height: float
    says: str  # what the chart says, for those who cannot see it
    ground: str | None = None
    marks: list[str] = field(default_factory=list)

    def rect(
        self, x: float, y: float, width: float, height: float, fill: str, *,
        radius: float = 0, stroke: str = "", opacity: float = 1,
    ) -> None:  # fmt: skip
        """A filled rectangle."""
        extra = f' rx="{number(radius)}"' if radius else ""
        extra += f' stroke="{stroke}" stroke-width="1"' if stroke else ""
        extra += f' fill-opacity="{number(opacity)}"' if opacity < 1 else ""
        self.marks.append(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(max(width, 0))}" '
            f'height="{number(max(height, 0))}" fill="{fill}"{extra}/>'
        )

    def line(
        self, x1: float, y1: float, x2: float, y2: float, stroke: str, *,
        width: float = 1, dashes: str = "",
    ) -> None:  # fmt: skip
        """A straight line."""
        extra = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.marks.append(
            f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" '
            f'stroke="{stroke}" stroke-width="{number(width)}"{extra}/>'
        )

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str,
        *,
        stroke: str = "",
        width: float = 1.5,
    ) -> None:
        """A dot; hollow with fill “none” and a stroke."""
        extra = f' stroke="{stroke}" stroke-width="{number(width)}"' if stroke else ""
        self.marks.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}"{extra}/>'
        )

    def path(self, commands: str, fill: str, *, stroke: str = "", width: float = 1) -> None:
        """Any other shape."""
        extra = f' stroke="{stroke}" stroke-width="{number(width)}"' if stroke else ""
        self.marks.append(f'<path d="{commands}" fill="{fill}"{extra}/>')

    def text(
        self, x: float, y: float, text: str, fill: str, *,
        size: float = 11, weight: int = 400, anchor: str = "start", turn: float = 0,
    ) -> None:  # fmt: skip
        """A line of text on its baseline; ``anchor``: where of it x is, start, middle or end."""
        extra = f' font-weight="{weight}"' if weight != 400 else ""
        extra += f' transform="rotate({number(turn)} {number(x)} {number(y)})"' if turn else ""
        left = x
        if anchor != "start" and has_all(text, weight):
            # WeasyPrint puts anchored text into a box of its own that cuts off the edges of glyphs:
            # at 72 dpi “67” looks like “57”. So it is placed by its start wherever that is known.
            left -= text_width(text, size, weight) / (1 if anchor == "end" else 2)
        elif anchor != "start":
            extra += f' text-anchor="{anchor}"'
        self.marks.append(
            f'<text x="{number(left)}" y="{number(y)}" font-size="{number(size)}" '
            f'fill="{fill}"{extra}>{escape(text)}</text>'
        )

    def region(
        self, key: str, x: float, y: float, width: float, height: float, tip: str = ""
    ) -> None:
        """A place that leads somewhere when the chart stands on a screen; it draws nothing."""
        self.marks.append(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" '
            f'height="{number(height)}" fill="none" data-key="{escape(key)}" data-tip="{escape(tip)}"/>'
        )

    def svg(self) -> str:
        """The whole drawing."""
        ground = (
            f'<rect width="{number(self.width)}" height="{number(self.height)}" fill="{self.ground}"/>'
            if self.ground
            else ""
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{number(self.width)}" '
            f'height="{number(self.height)}" viewBox="0 0 {number(self.width)} {number(self.height)}" '
            f'font-family="{SANS}"><title>{escape(self.says)}</title>{ground}{"".join(self.marks)}</svg>'
        )
