"""What each way has brought so far, year by year, against doing nothing: below nought, then above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.charts.axis import kept_apart, span, ticks
from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing, number
from boardkit.formats import Formats
from boardkit.typefaces import shortened, text_width

TOP, FOOT, SMALL, USUAL = 8.0, 22.0, 10.5, 12.0
APART = 13.5
NAMED = 0.45  # of the width, at most, for what the lines are called


@dataclass(frozen=True)
class Way:
    """One strategy: what it has brought by each year, and the year in which it has paid for itself."""

    title: str
    color: str
    so_far: Sequence[float]
    year: int | None


def payback_chart(
    ways: Sequence[Way], palette: Palette, formats: Formats, *, width: float, height: float = 170
) -> str:
    """A line a way, named at its end, with a dot where it has paid for itself, as SVG."""
    drawing = Drawing(width, height, _says(ways, formats))
    low, high = span(value for way in ways for value in way.so_far)
    steps = ticks(low, high)
    ends = [_end(way, formats, width * NAMED) for way in ways]
    left = max(text_width(formats.money(step), SMALL) for step in steps) + 8
    right = width - max(text_width(end, USUAL, 600) for end in ends) - 12
    bottom = height - FOOT
    years = len(ways[0].so_far) - 1

    def x(year: float) -> float:
        return left + (right - left) * year / years

    def y(value: float) -> float:
        return TOP + (bottom - TOP) * (high - value) / (high - low)

    for step in steps:
        drawing.line(left, y(step), right, y(step), palette.faint if step else palette.ink)
        drawing.text(left - 6, y(step) + 3.5, formats.money(step), palette.muted, size=SMALL,
                     anchor="end")  # fmt: skip
    last = f"year {years}"
    clear = x(0) + text_width("today", SMALL) / 2, x(years) - text_width(last, SMALL) / 2
    for year in range(years + 1):
        name = {0: "today", years: last}.get(year, str(year))
        half = text_width(name, SMALL) / 2 + 5
        if year in (0, years) or clear[0] + half <= x(year) <= clear[1] - half:
            drawing.text(x(year), height - 6, name, palette.muted, size=SMALL, anchor="middle")
    for way in ways:
        points = [f"{number(x(t))} {number(y(value))}" for t, value in enumerate(way.so_far)]
        drawing.path("M" + "L".join(points), "none", stroke=way.color, width=2)
        if way.year is not None:
            ring = x(way.year), y(way.so_far[way.year])
            drawing.circle(*ring, 4.5, palette.ground, stroke=way.color, width=2)
    ranked = sorted(zip(ways, ends, strict=True), key=lambda pair: -pair[0].so_far[-1])
    wanted = [y(way.so_far[-1]) + 4 for way, _ in ranked]
    for (way, end), place in zip(
        ranked, kept_apart(wanted, APART, TOP + 4, bottom + 4), strict=True
    ):
        drawing.text(right + 7, place, end, way.color, size=USUAL, weight=600)
    return drawing.svg()


def _end(way: Way, formats: Formats, room: float) -> str:
    """What a line is called at its end, the figure whole."""
    amount = formats.money(way.so_far[-1])
    left = room - text_width(f" {amount}", USUAL, 600)
    return f"{shortened(way.title, USUAL, left, 600)} {amount}"


def _says(ways: Sequence[Way], formats: Formats) -> str:
    told = "; ".join(
        f"{way.title} {formats.money(way.so_far[-1])}, "
        + (f"paid back in year {way.year}" if way.year is not None else "not paid back")
        for way in ways
    )
    years = len(ways[0].so_far) - 1
    return f"Gross profit against doing nothing, less what is spent, added up over {years} years: {told}."
