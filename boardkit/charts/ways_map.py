"""The map: how far each of two ways out is open, how sure that is, and where the moves lead.

Reference companies are hollow dots, numbered, with their names in a key beside the plot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import hypot

from boardkit.charts.on_the_map import Axes, Cross, Dot, said
from boardkit.charts.palette import Palette
from boardkit.charts.room import Box, Room, leader, overlap, within
from boardkit.charts.svg import Drawing
from boardkit.formats import Formats
from boardkit.typefaces import shortened, text_width

LEFT, RIGHT, TOP, FOOT = 46.0, 12.0, 8.0, 40.0
KEY_WIDTH, KEY_ROW = 158.0, 15.5


def ways_map(
    axes: Axes,
    claimed: Dot,
    proven: Dot | None,
    references: Sequence[Dot],
    palette: Palette,
    formats: Formats,
    *,
    width: float,
    height: float,
    cross: Cross | None = None,
    path: Sequence[Dot] = (),
    previous: Dot | None = None,
) -> str:
    """The map as SVG. The path is where each move leads in turn; its last dot has a name.

    ``previous`` is where the company, or another that it is compared with, stood before.
    """
    says = said(axes, claimed, proven, references, formats, cross, path, previous)
    drawing = Drawing(width, height, says)
    plot = _Plot(drawing, palette, width - (KEY_WIDTH if references else 0), height)
    own = [dot for dot in (claimed, proven, previous, *path[-1:]) if dot is not None]
    plot.ground(axes, own, formats)
    if cross is not None:
        plot.cross(claimed, cross)
    ranked = sorted(references, key=lambda one: (-one.up, -one.across, one.name))
    for dot in ranked:
        drawing.circle(*plot.at(dot), 4.5, palette.ground, stroke=palette.muted)
    if proven is not None:
        plot.tail(claimed, proven)
    if path:
        plot.path([claimed, *path])
    if previous is not None:
        plot.way_from(previous, claimed)
    x, y = plot.at(claimed)
    drawing.circle(x, y, 7, palette.exposure, stroke=palette.ground)
    plot.keep_clear([*own, *ranked])
    plot.label(claimed, size=12, weight=600, color=palette.ink)
    if path:
        plot.label(path[-1], size=11, weight=600, color=palette.better)
    for other in (previous, proven):
        if other is not None:
            plot.label(other, size=10.5, weight=400, color=palette.ink)
    if ranked:
        plot.number(ranked)
        _key(drawing, palette, ranked, width)
    return drawing.svg()


def _key(drawing: Drawing, palette: Palette, ranked: Sequence[Dot], width: float) -> None:
    """The names behind the numbers, beside the plot, where they cannot collide."""
    left, y = width - KEY_WIDTH + 14, TOP + 10
    drawing.circle(left + 4.5, y - 3.5, 4.5, palette.ground, stroke=palette.muted)
    drawing.text(left + 15, y, "Reference companies", palette.ink, size=10.5, weight=600)
    for number, dot in enumerate(ranked, 1):
        y += KEY_ROW
        drawing.text(left + 9, y, str(number), palette.muted, size=10.5, weight=600, anchor="end")
        note = f"  {dot.note}" if dot.note else ""
        name = shortened(dot.name, 10.5, KEY_WIDTH - 32 - text_width(note, 10.5))
        drawing.text(left + 15, y, name, palette.ink, size=10.5)
        drawing.text(width, y, dot.note, palette.muted, size=10.5, anchor="end")
        if dot.key:
            drawing.region(dot.key, left - 6, y - 11.5, width - left + 6, KEY_ROW, dot.name)


class _Plot:
    def __init__(self, drawing: Drawing, palette: Palette, width: float, height: float) -> None:
        self.drawing, self.palette = drawing, palette
        self.width, self.height = width, height
        self.right, self.bottom = width - RIGHT, height - FOOT
        self.room = Room(LEFT, TOP, self.right, self.bottom)

    def x(self, value: float) -> float:
        return LEFT + (self.right - LEFT) * value / 100

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - TOP) * value / 100

    def at(self, dot: Dot) -> tuple[float, float]:
        return self.x(dot.across), self.y(dot.up)

    def ground(self, axes: Axes, busy: Sequence[Dot], formats: Formats) -> None:
        draw, palette = self.drawing, self.palette
        draw.rect(LEFT, TOP, self.right - LEFT, self.bottom - TOP, palette.track, opacity=0.6)
        split_x, split_y = self.x(axes.split_at), self.y(axes.split_at)
        draw.line(split_x, TOP, split_x, self.bottom, palette.muted, dashes="3 3")
        draw.line(LEFT, split_y, self.right, split_y, palette.muted, dashes="3 3")
        for value in (0, 25, 50, 75, 100):
            tick = formats.number(value * axes.factor, 2)
            draw.text(
                self.x(value), self.bottom + 15, tick, palette.muted, size=10.5, anchor="middle"
            )
            draw.text(LEFT - 6, self.y(value) + 4, tick, palette.muted, size=10.5, anchor="end")
        # Names keep off the lines that part the quadrants.
        self.room.taken += [
            (split_x - 2, TOP, split_x + 2, self.bottom),
            (LEFT, split_y - 2, self.right, split_y + 2),
        ]
        low, across, up, both = axes.corners
        bottom, top = (self.bottom - 9, -18.0), (TOP + 17, 18.0)
        self._corner(LEFT + 8, bottom, low, palette.exposure, "start", busy)
        self._corner(self.right - 8, bottom, across, palette.resale, "end", busy)
        self._corner(LEFT + 8, top, up, palette.first_derivative, "start", busy)
        self._corner(self.right - 8, top, both, palette.ink, "end", busy)
        middle = (LEFT + self.right) / 2
        draw.text(
            middle,
            self.height - 6,
            f"{axes.across} →",
            palette.ink,
            weight=600,
            anchor="middle",
        )
        y = (TOP + self.bottom) / 2
        draw.text(12, y, f"{axes.up} →", palette.ink, weight=600, anchor="middle", turn=-90)

    def _corner(
        self, x: float, start: tuple[float, float], text: str, color: str, anchor: str,
        busy: Sequence[Dot],
    ) -> None:  # fmt: skip
        """A corner's name, moved inward where the company itself stands in the corner."""
        text = shortened(text, 11.5, (self.right - LEFT) / 2 - 16, 600)
        room = text_width(text, 11.5, 600)
        left = x if anchor == "start" else x - room
        y, step = start
        box = (left - 12, y - 20, left + room + 12, y + 12)
        for _ in range(3):
            if not any(within(box, self.at(dot)) for dot in busy):
                break
            y += step
            box = (box[0], y - 20, box[2], y + 12)
        self._blank((left - 3, y - 11, left + room + 3, y + 4))
        self.drawing.text(x, y, text, color, size=11.5, weight=600, anchor=anchor)
        box = (left, y - 11, left + room, y + 3)
        self.room.taken.append(box)
        self.room.names.append(box)

    def _blank(self, box: Box) -> None:
        """Ground under a name that stands on a line."""
        if any(overlap(box, line) for line in self.room.taken[:2]):
            size = box[2] - box[0], box[3] - box[1]
            self.drawing.rect(box[0], box[1], *size, self.palette.ground, opacity=0.85)

    def cross(self, claimed: Dot, cross: Cross) -> None:
        """The 80% range of each score, as a broad pale bar with ends."""
        x, y = self.at(claimed)
        color = self.palette.exposure
        if cross.across is not None:
            left, right = self.x(cross.across[0]), self.x(cross.across[1])
            self.drawing.rect(left, y - 4.5, right - left, 9, color, opacity=0.22)
            self.room.taken.append((left - 1, y - 5, right + 1, y + 5))
            for end in (left, right):
                self.drawing.line(end, y - 4.5, end, y + 4.5, color, width=1.5)
        if cross.up is not None:
            low, high = self.y(cross.up[0]), self.y(cross.up[1])
            self.drawing.rect(x - 4.5, high, 9, low - high, color, opacity=0.22)
            self.room.taken.append((x - 5, high - 1, x + 5, low + 1))
            for end in (low, high):
                self.drawing.line(x - 4.5, end, x + 4.5, end, color, width=1.5)

    def path(self, dots: Sequence[Dot]) -> None:
        """From where the company stands, move by move, to where they lead."""
        color = self.palette.better
        places = [self.at(dot) for dot in dots]
        for (x1, y1), (x2, y2) in pairwise(places):
            if hypot(x2 - x1, y2 - y1) > 1:
                self.drawing.line(x1, y1, x2, y2, color, width=2)
                self.drawing.circle(x2, y2, 2.5, color)
        self.drawing.circle(*places[-1], 6, self.palette.ground, stroke=color, width=2.5)

    def way_from(self, previous: Dot, claimed: Dot) -> None:
        """An arrow from where it stood before."""
        (x1, y1), (x2, y2) = self.at(previous), self.at(claimed)
        color, far = self.palette.ink, hypot(x2 - x1, y2 - y1)
        if far > 16:
            across, up = (x2 - x1) / far, (y2 - y1) / far
            tip_x, tip_y = x2 - 9 * across, y2 - 9 * up
            self.drawing.line(x1, y1, tip_x - 5 * across, tip_y - 5 * up, color, width=1.75)
            back_x, back_y = tip_x - 8 * across, tip_y - 8 * up
            self.drawing.path(
                f"M{tip_x:.2f} {tip_y:.2f}L{back_x - 4 * up:.2f} {back_y + 4 * across:.2f}"
                f"L{back_x + 4 * up:.2f} {back_y - 4 * across:.2f}Z",
                color,
            )
            # Names keep off the arrow.
            steps = [(x1 + away * across, y1 + away * up) for away in range(8, int(far), 8)]
            self.room.taken += [(x - 4, y - 4, x + 4, y + 4) for x, y in steps]
        self.drawing.circle(x1, y1, 6, self.palette.ground, stroke=color, width=2)

    def number(self, ranked: Sequence[Dot]) -> None:
        """The reference companies' numbers, which the key explains."""
        for place, dot in enumerate(ranked, 1):
            numbered = replace(dot, name=str(place))
            self.label(numbered, size=10.5, weight=600, color=self.palette.muted)
            self.region(dot)

    def region(self, dot: Dot) -> None:
        if dot.key:
            x, y = self.at(dot)
            self.drawing.region(dot.key, x - 7, y - 7, 14, 14, dot.name)

    def tail(self, claimed: Dot, proven: Dot) -> None:
        x1, y1 = self.at(claimed)
        x2, y2 = self.at(proven)
        self.drawing.line(x1, y1, x2, y2, self.palette.exposure, width=1.5, dashes="2 3")
        self.drawing.circle(x2, y2, 5, self.palette.ground, stroke=self.palette.exposure, width=2)

    def keep_clear(self, dots: Sequence[Dot]) -> None:
        """Let no name stand on these."""
        for x, y in map(self.at, dots):
            self.room.keep_clear(x, y)

    def label(self, dot: Dot, *, size: float, weight: int, color: str) -> None:
        """Puts a name beside its dot where nothing stands yet, keeping to the plot."""
        x, y = self.at(dot)
        text = shortened(dot.name, size, (self.right - LEFT) * 0.55, weight)
        room = text_width(text, size, weight)
        left, baseline, box = self.room.free(x, y, room, size)
        self._blank(box)
        self.room.take(x, y, box)
        if line := leader(x, y, box):
            self.drawing.line(*line[0], *line[-1], self.palette.muted, width=0.75)
        self.drawing.text(left, baseline, text, color, size=size, weight=weight)
