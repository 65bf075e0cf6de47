"""Fans: paths over years as small multiples on one scale, with how far they may stray."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from boardkit.charts.axis import kept_apart, span, ticks
from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing, number
from boardkit.formats import Formats
from boardkit.typefaces import shortened, text_width

HEAD, NAME, FOOT = 20.0, 19.0, 18.0  # above a row, above a panel, below it
GAP = 16.0
SMALL, USUAL = 10.5, 12.0
APART = 13.0  # from one label at the end of a path to the next


@dataclass(frozen=True)
class Panel:
    """One path by year: the likeliest, and one chance in ten of less and of more."""

    title: str
    color: str
    likely: Sequence[float]
    low: Sequence[float]
    high: Sequence[float]


@dataclass(frozen=True)
class FanRow:
    """Panels of one measure; ``level`` is a dashed line across them, such as where one stands today."""

    title: str
    measure: str
    panels: Sequence[Panel]
    level: float | None = None


def fan_chart(
    rows: Sequence[FanRow], palette: Palette, formats: Formats, *, width: float, cell: float = 150
) -> str:
    """Every row of panels on the same scale from nought, as SVG; ``cell`` is a panel's height."""
    plot = _Plot(rows, palette, formats, width, cell)
    for row in rows:
        plot.row(row)
    return plot.drawing.svg()


class _Plot:
    def __init__(
        self, rows: Sequence[FanRow], palette: Palette, formats: Formats, width: float, cell: float
    ) -> None:
        self.palette, self.formats, self.cell = palette, formats, cell
        paths = [
            p for row in rows for panel in row.panels for p in (panel.low, panel.high, panel.likely)
        ]
        self.low, self.high = span(value for path in paths for value in path)
        self.ticks = ticks(self.low, self.high)
        names = [formats.money(tick) for tick in self.ticks]
        self.left = max(text_width(name, SMALL) for name in names) + 8
        ends = [formats.money(path[-1]) for path in paths]
        self.right = max(text_width(end, USUAL, 600) for end in ends) + 8
        self.columns = self._columns(max(len(row.panels) for row in rows), width)
        self.pitch = (width - self.left + GAP) / self.columns
        one_line = all(len(row.panels) == self.columns for row in rows)
        self.named = rows[:1] if one_line else rows  # panels below one another share their names
        self.dated = rows[-1:] if one_line else rows  # and their years
        self.drawing = Drawing(width, sum(map(self._height, rows)), _says(rows, formats))
        self.top = 0.0

    def _columns(self, panels: int, width: float) -> int:
        """All panels on one line, else two, else one: as many as leave the years room."""
        years = text_width("today year 10", SMALL) + 8
        for columns in (panels, 2):
            pitch = (width - self.left + GAP) / columns
            if columns <= panels and pitch - GAP - self.right >= years:
                return columns
        return 1

    def _height(self, row: FanRow) -> float:
        lines = ceil(len(row.panels) / self.columns)
        return HEAD + lines * (self._above(row) + self.cell + self._below(row))

    def _above(self, row: FanRow) -> float:
        return NAME if row in self.named else 4.0

    def _below(self, row: FanRow) -> float:
        return FOOT if row in self.dated else GAP

    def row(self, row: FanRow) -> None:
        draw, ink = self.drawing, self.palette
        title = shortened(row.title, 12.5, draw.width * 0.7, 600)
        draw.text(0, self.top + 12, title, ink.ink, size=12.5, weight=600)
        room = draw.width - text_width(title, 12.5, 600) - 8
        draw.text(draw.width - room, self.top + 12, shortened(row.measure, 11, room), ink.muted)
        self.top += HEAD
        for first in range(0, len(row.panels), self.columns):
            self.top += self._above(row)
            self._scale()
            for column, panel in enumerate(row.panels[first : first + self.columns]):
                left = self.left + column * self.pitch
                self._panel(panel, row, left, left + self.pitch - GAP - self.right)
            self.top += self.cell + self._below(row)

    # One panel

    def _y(self, value: float) -> float:
        return self.top + self.cell * (self.high - value) / (self.high - self.low)

    def _scale(self) -> None:
        """The names of the steps, at the left of a line of panels."""
        for tick in self.ticks:
            self.drawing.text(self.left - 6, self._y(tick) + 3.5, self.formats.money(tick),
                              self.palette.muted, size=SMALL, anchor="end")  # fmt: skip

    def _panel(self, panel: Panel, row: FanRow, left: float, end: float) -> None:
        draw, ink = self.drawing, self.palette
        if row in self.named:
            name = shortened(panel.title, USUAL, end + self.right - left, 600)
            draw.text(left, self.top - 8, name, panel.color, size=USUAL, weight=600)
        years = len(panel.likely) - 1
        across = [number(left + (end - left) * year / years) for year in range(years + 1)]

        def points(path: Sequence[float]) -> list[str]:
            return [f"{x} {number(self._y(value))}" for x, value in zip(across, path, strict=True)]

        fan = [*points(panel.high), *reversed(points(panel.low))]
        draw.path("M" + "L".join(fan) + "Z", ink.tint(panel.color, 0.2))
        for tick in self.ticks:
            draw.line(left, self._y(tick), end, self._y(tick), ink.faint if tick else ink.muted)
        if row.level is not None:
            draw.line(left, self._y(row.level), end, self._y(row.level), ink.ink, dashes="3 3")
        draw.path("M" + "L".join(points(panel.likely)), "none", stroke=panel.color, width=2)
        draw.circle(end, self._y(panel.likely[-1]), 2.8, panel.color)
        self._ends(panel, end)
        if row in self.dated:
            foot = self.top + self.cell + 13
            draw.text(left, foot, "today", ink.muted, size=SMALL)
            draw.text(end, foot, f"year {years}", ink.muted, size=SMALL, anchor="end")

    def _ends(self, panel: Panel, x: float) -> None:
        """The last year's figures, from above to below, where they cannot stand on each other."""
        low, likely, high = (
            self.formats.money(p[-1]) for p in (panel.low, panel.likely, panel.high)
        )
        told = [
            (high, panel.high[-1], False),
            (likely, panel.likely[-1], True),
            (low, panel.low[-1], False),
        ]
        told = [one for one in told if one[2] or one[0] != likely]
        told.sort(key=lambda one: -one[1])
        wanted = [self._y(value) + 4 for _, value, _ in told]
        places = kept_apart(wanted, APART, self.top + 4, self.top + self.cell + 4)
        for (text, _, main), y in zip(told, places, strict=True):
            color, size = (self.palette.ink, USUAL) if main else (self.palette.muted, SMALL)
            self.drawing.text(x + 6, y, text, color, size=size, weight=600 if main else 400)


def _says(rows: Sequence[FanRow], formats: Formats) -> str:
    return " ".join(_row_says(row, formats) for row in rows)


def _row_says(row: FanRow, formats: Formats) -> str:
    money = formats.money
    ends = "; ".join(
        f"{panel.title} {money(panel.likely[-1])}, from {money(panel.low[-1])} to {money(panel.high[-1])}"
        for panel in row.panels
    )
    start = money(row.panels[0].likely[0])
    return f"{row.title}: {start} today; in year {len(row.panels[0].likely) - 1}, {ends}."
