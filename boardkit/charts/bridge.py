"""The bridge: what is at risk, what each way out covers of it, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing
from boardkit.english import in_sentence
from boardkit.formats import Formats
from boardkit.scoring.bridge import rounded_to_sum
from boardkit.scoring.result import Bridge
from boardkit.scoring.spreads import Interval
from boardkit.typefaces import shortened, text_width, wrapped

TOP, FOOT, LEFT, RIGHT = 20.0, 48.0, 30.0, 122.0
NARROW, NARROW_RIGHT = 460.0, 68.0  # below that width, limits are named on two lines
LIMIT_LINE = 10.0  # from the one to the other


@dataclass(frozen=True)
class Limit:
    """Where a band of the headline ends."""

    at: float
    title: str  # of the band below it


def printed_amounts(
    bridge: Bridge, decimals: int, factor: float = 1
) -> tuple[float, list[float], float]:
    """Start, steps and end as they are printed: rounded so that the steps sum."""
    start, end = round(bridge.start * factor, decimals), round(bridge.end * factor, decimals)
    amounts = [step.amount * factor for step in bridge.steps]
    return start, rounded_to_sum(amounts, decimals, start - end), end


def bridge_chart(
    bridge: Bridge,
    limits: Sequence[Limit],
    palette: Palette,
    formats: Formats,
    *,
    width: float,
    height: float,
    decimals: int = 1,
    factor: float = 1,
    keys: Sequence[str] = (),
    left: Interval | None = None,
    shorts: Sequence[str] = (),
) -> str:
    """A waterfall from nought to 100, as SVG.

    ``factor`` is what one point of 100 is printed as, ``keys`` where each column leads on a screen,
    ``left`` the 80% range of what is left, and ``shorts`` what the steps are called where their
    titles do not fit.
    """
    start, amounts, end = printed_amounts(bridge, decimals, factor)
    says = _says(bridge, start, amounts, end, formats, decimals, factor)
    drawing = Drawing(width, height, says + _says_more(limits, left, formats, decimals, factor))
    plot = _Plot(drawing, palette, width, height, columns=len(amounts) + 2)
    plot.grid(limits, formats, factor)
    plot.bar(0, 0, bridge.start, palette.ink, formats.number(start, decimals, exact=True))
    plot.name(0, [bridge.start_title], bold=True, spare=-LEFT)
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
        names = [step.title, *shorts[index : index + 1]]
        plot.name(index + 1, [f"Covered by {in_sentence(name)}" for name in names])
        level = lower
    plot.link(len(amounts), level)
    plot.bar(
        len(amounts) + 1,
        0,
        bridge.end,
        palette.exposure,
        formats.number(end, decimals, exact=True),
    )
    plot.name(len(amounts) + 1, [bridge.end_title], bold=True, spare=plot.right)
    if left is not None:
        plot.whisker(len(amounts) + 1, left)
    titles = [bridge.start_title, *(step.title for step in bridge.steps), bridge.end_title]
    for column, (key, title) in enumerate(zip(keys, titles, strict=False)):
        plot.region(column, key, title)
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
        self.right = RIGHT if width >= NARROW else NARROW_RIGHT
        self.pitch = (width - LEFT - self.right) / columns
        self.bar_width = min(self.pitch * 0.56, 92)

    def y(self, value: float) -> float:
        return self.bottom - value * self.scale

    def x(self, column: int) -> float:
        return LEFT + self.pitch * (column + 0.5)

    def grid(self, limits: Sequence[Limit], formats: Formats, factor: float) -> None:
        for value in (0, 25, 50, 75, 100):
            color = self.palette.muted if value == 0 else self.palette.faint
            self.drawing.line(LEFT, self.y(value), self.width - self.right, self.y(value), color)
            self.drawing.text(
                LEFT - 6,
                self.y(value) + 4,
                formats.number(value * factor, 2),
                self.palette.muted,
                size=10.5,
                anchor="end",
            )
        for limit in limits:
            y = self.y(limit.at)
            end = self.width - self.right + 4
            self.drawing.line(LEFT, y, end, y, self.palette.muted, dashes="2 3")
            for place, line in enumerate(self._limit(limit, limits, factor)):
                self.drawing.text(
                    end + 4, y + 4 + LIMIT_LINE * place, line, self.palette.muted, size=10.5
                )

    def _limit(self, limit: Limit, limits: Sequence[Limit], factor: float) -> list[str]:
        """On one line, or on two where there is no room across and some below."""
        room, at = self.right - 8, f"below {limit.at * factor:g}"
        line = f"{limit.title} {at}"
        if text_width(line, 10.5) <= room:
            return [line]
        title = shortened(limit.title, 10.5, room)
        gaps = [limit.at - other.at for other in limits if other.at < limit.at]
        crowded = min(gaps, default=100) * self.scale < 2 * LIMIT_LINE or limit.at * self.scale < 15
        return [title] if crowded else [title, at]

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

    def whisker(self, column: int, interval: Interval) -> None:
        """The 80% range, beside the middle of a column so that it stands clear of the figure."""
        x, draw = self.x(column) + self.bar_width / 2 + 8, self.drawing
        low, high = self.y(interval.p10), self.y(interval.p90)
        draw.line(x, low, x, high, self.palette.ink, width=1.2)
        for y in (low, high):
            draw.line(x - 3.5, y, x + 3.5, y, self.palette.ink, width=1.2)

    def region(self, column: int, key: str, title: str) -> None:
        left = self.x(column) - self.pitch / 2
        self.drawing.region(key, left, TOP, self.pitch, self.drawing.height - TOP, title)

    def name(
        self, column: int, names: Sequence[str], *, bold: bool = False, spare: float = 0
    ) -> None:
        """The first of the names that fits, or what does of the last.

        ``spare`` is free room beside the outermost columns, at the left if it is negative.
        """
        weight = 600 if bold else 400
        usual, most = self.pitch - 8, self.pitch - 8 + abs(spare)
        longest = max(text_width(word, 11, weight) for word in names[-1].split() or [""])
        room = min(max(usual, longest + 0.5), most)
        x = self.x(column) + (room - usual) / 2 * (1 if spare > 0 else -1)
        laid = [wrapped(name, 11, room, weight, lines=3) for name in names]
        whole = (rows for rows, name in zip(laid, names, strict=True) if _is_whole(rows, name))
        for row, line in enumerate(next(whole, laid[-1])):
            self.drawing.text(
                x, self.bottom + 17 + 13 * row, line, self.palette.ink, weight=weight,
                anchor="middle",
            )  # fmt: skip


def _is_whole(rows: Sequence[str], name: str) -> bool:
    return " ".join(rows) == " ".join(name.split())


def _says(
    bridge: Bridge,
    start: float,
    amounts: Sequence[float],
    end: float,
    formats: Formats,
    decimals: int,
    factor: float,
) -> str:
    covered = ", ".join(
        f"{in_sentence(step.title)} covers {formats.number(amount, decimals)}"
        for step, amount in zip(bridge.steps, amounts, strict=True)
    )
    return (
        f"{bridge.start_title} is {formats.number(start, decimals)} of {100 * factor:g}; {covered}; "
        f"{bridge.end_title} is {formats.number(end, decimals)}."
    )


def _says_more(
    limits: Sequence[Limit], left: Interval | None, formats: Formats, decimals: int, factor: float
) -> str:
    """How sure what is left is, and where bands end."""
    told = ""
    if left is not None:
        low, high = (formats.number(x * factor, decimals) for x in (left.p10, left.p90))
        told += f" Eight times out of ten it lies between {low} and {high}."
    if limits:
        bands = (f"{limit.title} below {limit.at * factor:g}" for limit in limits)
        told += f" Bands: {', '.join(bands)}."
    return told
