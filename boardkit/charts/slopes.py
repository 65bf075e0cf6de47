"""A slope chart: each dimension of a composite before and after, joined by a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.charts.axis import kept_apart
from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing
from boardkit.formats import Formats
from boardkit.typefaces import shortened, text_width

TOP, FOOT, GAP = 44.0, 12.0, 15.0
SIDE = 0.32  # of the width, for names
SIZE = 11.0


@dataclass(frozen=True)
class Slope:
    """One dimension; None where it has no score."""

    title: str
    before: float | None
    after: float | None


def slope_chart(
    title: str,
    measure: str,
    sides: tuple[str, str],
    slopes: Sequence[Slope],
    palette: Palette,
    formats: Formats,
    *,
    width: float,
    height: float,
    color: str,
    falling_is_good: bool,
    top: float = 100,
    decimals: int = 1,
) -> str:
    """Two axes from nought to ``top`` with a line for each dimension, as SVG.

    What goes for the better is green and broad, for the worse vermilion and broad; a line that stands
    still is thin. Those without a score on a side have a name there and no line.
    """
    height = max(height, TOP + FOOT + GAP * len(slopes))
    drawing = Drawing(width, height, _says(title, sides, slopes, formats, decimals))
    plot = _Plot(drawing, palette, width, height, top)
    drawing.rect(0, 4, 4, 13, color)
    drawing.text(10, 15, shortened(title, 12, width * 0.6, 600), palette.ink, size=12, weight=600)
    room = width - 14 - text_width(shortened(title, 12, width * 0.6, 600), 12, 600)
    drawing.text(width, 15, shortened(measure, 10.5, room), palette.muted, size=10.5, anchor="end")
    plot.axes(sides, formats)
    for slope in slopes:
        plot.line(slope, falling_is_good, decimals)
    plot.names(slopes, falling_is_good, formats, decimals)
    return drawing.svg()


class _Plot:
    def __init__(
        self, drawing: Drawing, palette: Palette, width: float, height: float, top: float
    ) -> None:
        self.drawing, self.palette, self.top = drawing, palette, top
        self.left, self.right = width * SIDE, width * (1 - SIDE)
        self.bottom = height - FOOT

    def y(self, score: float) -> float:
        return self.bottom - (self.bottom - TOP) * score / self.top

    def axes(self, sides: tuple[str, str], formats: Formats) -> None:
        for x, name, anchor in ((self.left, sides[0], "end"), (self.right, sides[1], "start")):
            self.drawing.line(x, TOP, x, self.bottom, self.palette.muted)
            text = shortened(name, SIZE, self.left, 600)
            self.drawing.text(
                x, TOP - 10, text, self.palette.ink, size=SIZE, weight=600, anchor=anchor
            )
        for step in range(5):
            score = self.top * step / 4
            y = self.y(score)
            self.drawing.line(self.left, y, self.right, y, self.palette.faint)
            tick = formats.number(score, 2)
            middle = (self.left + self.right) / 2
            room = text_width(tick, 9) + 6
            self.drawing.rect(middle - room / 2, y - 6, room, 12, self.palette.ground)
            self.drawing.text(middle, y + 3, tick, self.palette.muted, size=9, anchor="middle")

    def line(self, slope: Slope, falling_is_good: bool, decimals: int) -> None:
        for x, score in ((self.left, slope.before), (self.right, slope.after)):
            if score is not None:
                self.drawing.circle(
                    x, self.y(score), 3, self._color(slope, falling_is_good, decimals)
                )
        if slope.before is None or slope.after is None:
            return
        still = round(slope.before, decimals) == round(slope.after, decimals)
        self.drawing.line(
            self.left, self.y(slope.before), self.right, self.y(slope.after),
            self._color(slope, falling_is_good, decimals), width=1 if still else 2.2,
        )  # fmt: skip

    def _color(self, slope: Slope, falling_is_good: bool, decimals: int) -> str:
        if slope.before is None or slope.after is None:
            return self.palette.muted
        change = round(slope.after, decimals) - round(slope.before, decimals)
        if not change:
            return self.palette.muted
        return self.palette.better if (change < 0) == falling_is_good else self.palette.exposure

    def names(
        self, slopes: Sequence[Slope], falling_is_good: bool, formats: Formats, decimals: int
    ) -> None:
        for side in (0, 1):
            told = [(slope, (slope.before, slope.after)[side]) for slope in slopes]
            told.sort(key=lambda one: self._wanted(one[1]))
            wanted = [self._wanted(score) for _, score in told]
            places = kept_apart(wanted, GAP, TOP, self.bottom + 4)
            for (slope, score), want, place in zip(told, wanted, places, strict=True):
                self._name(slope, side, score, want, place, formats, decimals)

    def _wanted(self, score: float | None) -> float:
        return self.bottom if score is None else self.y(score)

    def _name(
        self, slope: Slope, side: int, score: float | None, want: float, place: float,
        formats: Formats, decimals: int,
    ) -> None:  # fmt: skip
        figure = "no score" if score is None else formats.number(score, decimals, exact=True)
        if side and score is not None and slope.before is not None:
            change = round(score, decimals) - round(slope.before, decimals)
            figure += f" ({formats.signed(change, decimals)})" if round(change, decimals) else ""
        room = self.left - 24 - text_width(figure, SIZE, 600)
        title = shortened(slope.title, SIZE, room)
        x, anchor, step = (self.right, "start", 1) if side else (self.left, "end", -1)
        if score is not None and abs(place - want) > 2:
            self.drawing.line(
                x + 4 * step, want, x + 10 * step, place, self.palette.muted, width=0.75
            )
        x += 12 * step
        self.drawing.text(
            x, place + 4, figure, self.palette.ink, size=SIZE, weight=600, anchor=anchor
        )
        x += (text_width(figure, SIZE, 600) + 6) * step
        self.drawing.text(x, place + 4, title, self.palette.ink, size=SIZE, anchor=anchor)


def _says(
    title: str, sides: tuple[str, str], slopes: Sequence[Slope], formats: Formats, decimals: int
) -> str:
    def figure(score: float | None) -> str:
        return "no score" if score is None else formats.number(score, decimals, exact=True)

    told = "; ".join(f"{one.title} {figure(one.before)} to {figure(one.after)}" for one in slopes)
    return f"{title}, from {sides[0]} to {sides[1]}: {told}."
