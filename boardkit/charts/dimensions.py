"""Bars by dimension: each as claimed, with its 80% range and a diamond where it is proven."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing
from boardkit.formats import Formats
from boardkit.typefaces import shortened, text_width, wrapped

ROW, GROUP, TOP, FOOT = 21.0, 30.0, 20.0, 30.0
LEGEND = 15.0  # of a line of the legend after the first
LINE = 12.0  # of a title that takes a second line
BAR, BEFORE = 11.0, 4.0  # how thick a bar is, and the one for last time
NARROW = 420.0  # below which ranges are drawn but not written out


@dataclass(frozen=True)
class Row:
    """One dimension, 0 to 100; without a score it has no bar."""

    title: str
    claimed: float | None
    proven: float | None
    note: str = ""
    low: float | None = None  # the ends of its 80% range
    high: float | None = None
    previous: float | None = None  # the score last time


@dataclass(frozen=True)
class Group:
    """The dimensions of one composite."""

    title: str
    measure: str  # what long bars mean
    color: str
    rows: Sequence[Row]
    rising_is_good: bool = True


def dimensions_chart(
    groups: Sequence[Group],
    palette: Palette,
    formats: Formats,
    *,
    width: float,
    decimals: int = 1,
    proven_means: str = "proven",
    factor: float = 1,
) -> str:
    """Horizontal bars from nought, grouped by composite, as SVG.

    ``factor`` is what one point of 100 is printed as.
    """
    return _Chart(groups, palette, formats, width, decimals, factor, proven_means).drawn()


class _Chart:
    def __init__(
        self, groups: Sequence[Group], palette: Palette, formats: Formats, width: float,
        decimals: int, factor: float, proven_means: str,
    ) -> None:  # fmt: skip
        self.groups, self.palette, self.formats = groups, palette, formats
        self.decimals, self.factor, self.width = decimals, factor, width
        rows = [row for group in groups for row in group.rows]
        self.has_ranges = any(row.low is not None for row in rows)
        self.has_previous = any(row.previous is not None for row in rows)
        self.has_proven = any(row.proven is not None for row in rows)
        self.left = width * (0.34 if width >= NARROW else 0.41)
        self.range_room = 62.0 if self.has_ranges and width >= NARROW else 0.0
        self.change_room = 50.0 if self.has_previous else 0.0
        self.right = width - 48 - self.range_room - self.change_room
        self.scale = (self.right - self.left) / 100
        self.legend = self._legend_lines(proven_means)
        self.foot = FOOT + LEGEND * (len(self.legend) - 1)
        height = TOP + self.foot + sum(GROUP + sum(map(self._height, g.rows)) for g in groups)
        self.drawing = Drawing(width, height, "")

    def drawn(self) -> str:
        self.drawing.says = " ".join(self._says())
        self._grid()
        y = TOP
        for group in self.groups:
            self._head(group, y)
            y += GROUP
            for row in group.rows:
                self._row(group, row, y)
                y += self._height(row)
        for place, line in enumerate(reversed(self.legend)):
            self._draw_legend(line, self.drawing.height - 10 - LEGEND * place)
        return self.drawing.svg()

    # What stands where

    def _x(self, value: float) -> float:
        return self.left + value * self.scale

    def _title(self, row: Row) -> list[str]:
        return wrapped(row.title, 11.5, self.left - 20, lines=2)

    def _height(self, row: Row) -> float:
        return ROW + LINE * (len(self._title(row)) - 1) + (BEFORE + 1 if self.has_previous else 0)

    def _figure(self, value: float, decimals: int | None = None) -> str:
        digits = self.decimals if decimals is None else decimals
        return self.formats.number(value * self.factor, digits, exact=True)

    # Marks

    def _grid(self) -> None:
        bottom = self.drawing.height - self.foot
        for value in (0, 25, 50, 75, 100):
            x, color = self._x(value), self.palette.faint if value else self.palette.muted
            self.drawing.line(x, TOP, x, bottom, color)
            tick = self.formats.number(value * self.factor, 2)
            self.drawing.text(x, TOP - 6, tick, self.palette.muted, size=10.5, anchor="middle")
        if self.range_room:
            self._column(self.width - self.change_room, "80% range")
        if self.change_room:
            self._column(self.width, "change")

    def _column(self, right: float, title: str) -> None:
        self.drawing.text(right, TOP - 6, title, self.palette.muted, size=10.5, anchor="end")

    def _head(self, group: Group, y: float) -> None:
        draw, palette = self.drawing, self.palette
        draw.rect(0, y + 9, 4, 13, group.color)
        title = shortened(group.title, 12, self.width * 0.6, 600)
        end = 10 + text_width(title, 12, 600)
        if end > self.left:  # no line strikes through it
            draw.rect(self.left - 1, y + 9, end - self.left + 4, 15, palette.ground)
        draw.text(10, y + 20, title, palette.ink, size=12, weight=600)
        at = max(self.left + 6, end + 10)
        measure = shortened(group.measure, 10.5, self.width - at)
        room = text_width(measure, 10.5)
        draw.rect(at - 3, y + 10, room + 6, 13, palette.ground)  # no gridline strikes through it
        draw.text(at, y + 20, measure, palette.muted, size=10.5)

    def _row(self, group: Group, row: Row, y: float) -> None:
        draw, palette = self.drawing, self.palette
        lines = self._title(row)
        middle = y + (ROW + LINE * (len(lines) - 1)) / 2 - 2
        first = middle + 4 - LINE * (len(lines) - 1) / 2
        for place, line in enumerate(lines):
            draw.text(
                self.left - 8, first + LINE * place, line, palette.ink, size=11.5, anchor="end"
            )
        if row.claimed is None:
            note = row.note or "no score"
            draw.rect(self.left + 4, middle - 8, text_width(note, 10.5) + 4, 14, palette.ground)
            draw.text(self.left + 6, middle + 4, note, palette.muted, size=10.5)
            return
        draw.rect(self.left, middle - BAR / 2, max(row.claimed * self.scale, 1.5), BAR, group.color)
        if row.previous is not None:
            before = max(row.previous * self.scale, 1.5)
            draw.rect(self.left, middle + BAR / 2 + 1, before, BEFORE, palette.muted, opacity=0.6)
        if row.low is not None and row.high is not None:
            self._whisker(row.low, row.high, middle)
        if row.proven is not None:
            self._diamond(self._x(row.proven), middle)
        self._numbers(group, row, middle + 4)

    def _numbers(self, group: Group, row: Row, baseline: float) -> None:
        assert row.claimed is not None
        draw, palette, right = self.drawing, self.palette, self.width
        if row.previous is not None:
            change = row.claimed - row.previous
            better = change > 0 if group.rising_is_good else change < 0
            text = self.formats.signed(change * self.factor, self.decimals)
            if text[0] in "+\u2212":
                text = f"{'▲' if change > 0 else '▼'} {text}"
            color = palette.better if better else palette.ink
            draw.text(right, baseline, text, color, size=10.5, weight=600, anchor="end")
        right -= self.change_room
        if self.range_room and row.low is not None and row.high is not None:
            rough = max(self.decimals - 1, 0)
            span = f"{self._figure(row.low, rough)}–{self._figure(row.high, rough)}"
            draw.text(right, baseline, span, palette.muted, size=10.5, anchor="end")
        draw.text(
            right - self.range_room, baseline, self._figure(row.claimed), palette.ink, size=11.5,
            weight=600, anchor="end",
        )  # fmt: skip

    def _whisker(self, low: float, high: float, middle: float) -> None:
        """From end to end, on a pale edge so that it stands out from bar and ground alike."""
        x1, x2 = self._x(low), self._x(high)
        for color, width in ((self.palette.ground, 2.6), (self.palette.ink, 1.2)):
            self.drawing.line(x1, middle, x2, middle, color, width=width)
            for x in (x1, x2):
                self.drawing.line(x, middle - 3.5, x, middle + 3.5, color, width=width)

    def _diamond(self, x: float, y: float, radius: float = 5) -> None:
        self.drawing.path(
            f"M{x - radius:.2f} {y:.2f}L{x:.2f} {y - radius:.2f}L{x + radius:.2f} {y:.2f}"
            f"L{x:.2f} {y + radius:.2f}Z",
            self.palette.ground, stroke=self.palette.ink, width=1.3,
        )  # fmt: skip

    def _legend_lines(self, proven_means: str) -> list[list[tuple[str, str]]]:
        """Marks with what they mean, on as many lines as they need."""
        parts = [("bar", "claimed")]
        if self.has_previous:
            parts.append(("before", "last time"))
        if self.has_ranges:
            parts.append(("range", "80% range"))
        if self.has_proven:
            parts.append(("diamond", proven_means))
        lines: list[list[tuple[str, str]]] = [[]]
        for part in parts:
            if lines[-1] and _legend_room([*lines[-1], part]) > self.width:
                lines.append([])
            lines[-1].append(part)
        return lines

    def _draw_legend(self, parts: Sequence[tuple[str, str]], y: float) -> None:
        draw, palette = self.drawing, self.palette
        widest = max(map(_legend_room, self.legend))
        x = max(min(self.left, self.width - widest), 0)
        for kind, text in parts:
            if kind == "diamond":
                self._diamond(x + 7, y - 4)
            elif kind == "range":
                draw.line(x, y - 4, x + 16, y - 4, palette.ink, width=1.2)
                for end in (x, x + 16):
                    draw.line(end, y - 7.5, end, y - 0.5, palette.ink, width=1.2)
            else:
                high = 9 if kind == "bar" else BEFORE
                draw.rect(x, y - 4 - high / 2, 14, high, palette.muted)
            draw.text(
                x + 21, y, shortened(text, 10.5, self.width - x - 21), palette.muted, size=10.5
            )
            x += _legend_room([(kind, text)]) + 15

    # In words

    def _says(self) -> Iterator[str]:
        for group in self.groups:
            yield f"{group.title}: {', '.join(map(self._said, group.rows))}."

    def _said(self, row: Row) -> str:
        if row.claimed is None:
            return f"{row.title} no score"
        text = f"{row.title} {self._figure(row.claimed)}"
        if row.low is not None and row.high is not None:
            text += f" (80% range {self._figure(row.low)} to {self._figure(row.high)})"
        if row.proven is not None:
            text += f", {self._figure(row.proven)} as proven"
        if row.previous is not None:
            text += f", {self._figure(row.previous)} last time"
        return text


def _legend_room(parts: Sequence[tuple[str, str]]) -> float:
    """How wide a line of the legend is: 21 for each mark, and 15 between them."""
    return sum(21 + text_width(text, 10.5) for _, text in parts) + 15 * (len(parts) - 1)
