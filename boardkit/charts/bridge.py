"""The bridge: what is at risk, what each way out covers of it, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing
from boardkit.formats import Formats
from boardkit.scoring.bridge import rounded_to_sum
from boardkit.scoring.result import Bridge
from boardkit.sentence_case import in_sentence
from boardkit.typefaces import text_width, wrapped

TOP, FOOT, LEFT, RIGHT = 14.0, 48.0, 30.0, 122.0


@dataclass(frozen=True)
class Limit:
    """Where a band of the headline ends."""

    at: float
    title: str  # of the band below it


def printed_amounts(bridge: Bridge, decimals: int) -> tuple[float, list[float], float]:
    """Start, steps and end as they are printed: rounded so that the steps sum."""
    start, end = round(bridge.start, decimals), round(bridge.end, decimals)
    steps = rounded_to_sum([step.amount for step in bridge.steps], decimals, start - end)
    return start, steps, end


def bridge_chart(
    bridge: Bridge,
    limits: Sequence[Limit],
    palette: Palette,
    formats: Formats,
    *,
    width: float,
    height: float,
    decimals: int = 1,
) -> str:
    """A waterfall from nought to 100, as SVG."""
    start, amounts, end = printed_amounts(bridge, decimals)
    drawing = Drawing(width, height, _says(bridge, start, amounts, end, formats, decimals))
    plot = _Plot(drawing, palette, width, height, columns=len(amounts) + 2)
    plot.grid(limits)
    plot.bar(0, 0, bridge.start, palette.ink, formats.number(start, decimals, exact=True))
    plot.name(0, bridge.start_title, bold=True)
    level = bridge.start
    for index, (step, amount) in enumerate(zip(bridge.steps, amounts, strict=True)):
        plot.link(index, level)
        lower = level - step.amount
        plot.bar(
            index + 1,
            lower,
            level,
            palette.of_way(index),
            formats.signed(-amount, decimals),
        )
        plot.name(index + 1, f"Covered by {in_sentence(step.title)}")
        level = lower
    plot.link(len(amounts), level)
    plot.bar(
        len(amounts) + 1,
        0,
        bridge.end,
        palette.exposure,
        formats.number(end, decimals, exact=True),
    )
    plot.name(len(amounts) + 1, bridge.end_title, bold=True)
    return drawing.svg()


class _Plot:
    def __init__(
        self,
        drawing: Drawing,
        palette: Palette,
        width: float,
        height: float,
        columns: int,
    ) -> None:
        self.drawing, self.palette, self.width = drawing, palette, width
        self.bottom = height - FOOT
        self.scale = (self.bottom - TOP) / 100
        self.pitch = (width - LEFT - RIGHT) / columns
        self.bar_width = min(self.pitch * 0.56, 92)

    def y(self, value: float) -> float:
        return self.bottom - value * self.scale

    def x(self, column: int) -> float:
        return LEFT + self.pitch * (column + 0.5)

    def grid(self, limits: Sequence[Limit]) -> None:
        for value in (0, 25, 50, 75, 100):
            color = self.palette.muted if value == 0 else self.palette.faint
            self.drawing.line(LEFT, self.y(value), self.width - RIGHT, self.y(value), color)
            self.drawing.text(
                LEFT - 6,
                self.y(value) + 4,
                str(value),
                self.palette.muted,
                size=10.5,
                anchor="end",
            )
        for limit in limits:
            y = self.y(limit.at)
            self.drawing.line(LEFT, y, self.width - RIGHT + 4, y, self.palette.muted, dashes="2 3")
            self.drawing.text(
                self.width - RIGHT + 8, y + 4, f"{limit.title} below {limit.at:g}",
                self.palette.muted, size=10.5,
            )  # fmt: skip

    def bar(self, column: int, low: float, high: float, color: str, label: str) -> None:
        left = self.x(column) - self.bar_width / 2
        height = max((high - low) * self.scale, 1)  # a nought stays visible as a line
        self.drawing.rect(left, self.y(high), self.bar_width, height, color)
        room = text_width(label, 13, 600) + 6
        self.drawing.rect(
            self.x(column) - room / 2, self.y(high) - 19, room, 16, self.palette.ground
        )
        self.drawing.text(
            self.x(column), self.y(high) - 7, label, self.palette.ink, size=13, weight=600,
            anchor="middle",
        )  # fmt: skip

    def link(self, column: int, level: float) -> None:
        start = self.x(column) + self.bar_width / 2
        self.drawing.line(
            start, self.y(level), self.x(column + 1) - self.bar_width / 2, self.y(level),
            self.palette.muted,
        )  # fmt: skip

    def name(self, column: int, text: str, *, bold: bool = False) -> None:
        weight = 600 if bold else 400
        for row, line in enumerate(wrapped(text, 11, self.pitch - 8, weight, lines=3)):
            self.drawing.text(
                self.x(column), self.bottom + 17 + 13 * row, line, self.palette.ink, weight=weight,
                anchor="middle",
            )  # fmt: skip


def _says(
    bridge: Bridge,
    start: float,
    amounts: Sequence[float],
    end: float,
    formats: Formats,
    decimals: int,
) -> str:
    covered = ", ".join(
        f"{in_sentence(step.title)} covers {formats.number(amount, decimals)}"
        for step, amount in zip(bridge.steps, amounts, strict=True)
    )
    return (
        f"{bridge.start_title} is {formats.number(start, decimals)} of 100; {covered}; "
        f"{bridge.end_title} is {formats.number(end, decimals)}."
    )
