"""The trend: the headline and the ways out through three or more states, with their ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from boardkit.charts.axis import kept_apart
from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing
from boardkit.formats import Formats
from boardkit.typefaces import shortened, text_width, wrapped

LEFT, TOP, FOOT = 34.0, 14.0, 58.0
SIZE, GAP = 11.0, 15.0


@dataclass(frozen=True)
class TrendState:
    """One state; a milestone has a mark of its own."""

    name: str
    milestone: bool = False
    moved: str = ""  # what the headline did since the state before, as it is printed


@dataclass(frozen=True)
class TrendSeries:
    """One score through all states; None where it has none. A range is P10 to P90."""

    title: str
    color: str
    scores: Sequence[float | None]
    ranges: Sequence[tuple[float, float] | None]
    main: bool = False  # the headline


def trend_chart(
    states: Sequence[TrendState],
    series: Sequence[TrendSeries],
    palette: Palette,
    formats: Formats,
    *,
    width: float,
    height: float,
    top: float = 100,
    decimals: int = 1,
) -> str:
    """Lines from nought to ``top``, with whiskers for 80% ranges, as SVG."""
    drawing = Drawing(width, height, _says(states, series, formats, decimals))
    plot = _Plot(drawing, palette, width, height, top, len(states))
    plot.axes(states, formats)
    for place, one in enumerate(series):
        plot.ranges(one, (place - (len(series) - 1) / 2) * 7)
    for place, one in enumerate(series):
        plot.line(one, states, (place - (len(series) - 1) / 2) * 7)
    plot.names(series, formats, decimals)
    return drawing.svg()


class _Plot:
    def __init__(
        self, drawing: Drawing, palette: Palette, width: float, height: float, top: float,
        count: int,
    ) -> None:  # fmt: skip
        self.drawing, self.palette, self.top, self.width = drawing, palette, top, width
        self.bottom = height - FOOT
        self.names_at = width * 0.7
        self.pitch = (self.names_at - LEFT) / count

    def x(self, place: int) -> float:
        return LEFT + self.pitch * (place + 0.5)

    def y(self, score: float) -> float:
        return self.bottom - (self.bottom - TOP) * score / self.top

    def axes(self, states: Sequence[TrendState], formats: Formats) -> None:
        for step in range(5):
            score = self.top * step / 4
            y, color = self.y(score), self.palette.faint if step else self.palette.muted
            self.drawing.line(LEFT, y, self.names_at, y, color)
            tick = formats.number(score, 2)
            self.drawing.text(LEFT - 6, y + 4, tick, self.palette.muted, size=10.5, anchor="end")
        for place, state in enumerate(states):
            for row, text in enumerate(wrapped(state.name, SIZE, self.pitch - 8)):
                self.drawing.text(
                    self.x(place), self.bottom + 16 + 13 * row, text, self.palette.ink, size=SIZE,
                    weight=600 if state.milestone else 400, anchor="middle",
                )  # fmt: skip
            if place and state.moved:
                middle = (self.x(place - 1) + self.x(place)) / 2
                text = shortened(state.moved, 10.5, self.pitch - 8)
                self.drawing.text(
                    middle, self.bottom + 46, text, self.palette.muted, size=10.5, anchor="middle"
                )

        if any(state.moved for state in states):
            self.drawing.text(
                self.names_at + 10, self.bottom + 46, "from one to the next", self.palette.muted,
                size=10.5,
            )  # fmt: skip

    def ranges(self, one: TrendSeries, shift: float) -> None:
        """Whiskers, those of several lines beside one another."""
        for place, found in enumerate(one.ranges):
            if found is None:
                continue
            x, (low, high) = self.x(place) + shift, found
            self.drawing.line(x, self.y(low), x, self.y(high), one.color, width=1.5)
            for end in (low, high):
                self.drawing.line(x - 3, self.y(end), x + 3, self.y(end), one.color, width=1.5)

    def line(self, one: TrendSeries, states: Sequence[TrendState], shift: float) -> None:
        places = [
            None if score is None else (self.x(i) + shift, self.y(score))
            for i, score in enumerate(one.scores)
        ]
        for first, second in pairwise(places):
            if first is not None and second is not None:
                self.drawing.line(*first, *second, one.color, width=2.5 if one.main else 1.5)
        for at, state in zip(places, states, strict=True):
            if at is None:
                continue
            if state.milestone:
                x, y = at
                self.drawing.path(
                    f"M{x - 6:.2f} {y:.2f}L{x:.2f} {y - 6:.2f}L{x + 6:.2f} {y:.2f}"
                    f"L{x:.2f} {y + 6:.2f}Z",
                    one.color, stroke=self.palette.ground, width=1.5,
                )  # fmt: skip
            else:
                self.drawing.circle(*at, 4, one.color, stroke=self.palette.ground)

    def names(self, series: Sequence[TrendSeries], formats: Formats, decimals: int) -> None:
        """Each line's name and last score, beside its end."""
        told = [(one, next((s for s in reversed(one.scores) if s is not None), None))
                for one in series]  # fmt: skip
        told.sort(key=lambda one: self._wanted(one[1]))
        wanted = [self._wanted(score) for _, score in told]
        places = kept_apart(wanted, GAP, TOP + 6, self.bottom)
        for (one, score), place in zip(told, places, strict=True):
            figure = "no score" if score is None else formats.number(score, decimals, exact=True)
            x = self.names_at + 10
            self.drawing.text(x, place + 4, figure, one.color, size=SIZE, weight=600)
            x += text_width(figure, SIZE, 600) + 6
            title = shortened(one.title, SIZE, self.width - x, 600 if one.main else 400)
            self.drawing.text(
                x, place + 4, title, self.palette.ink, size=SIZE, weight=600 if one.main else 400
            )

    def _wanted(self, score: float | None) -> float:
        return self.bottom if score is None else self.y(score)


def _says(
    states: Sequence[TrendState], series: Sequence[TrendSeries], formats: Formats, decimals: int
) -> str:
    def figure(score: float | None) -> str:
        return "no score" if score is None else formats.number(score, decimals, exact=True)

    lines = []
    for one in series:
        told = ", ".join(
            f"{state.name} {figure(score)}"
            + (f" ({figure(found[0])} to {figure(found[1])})" if found else "")
            for state, score, found in zip(states, one.scores, one.ranges, strict=True)
        )
        lines.append(f"{one.title}: {told}.")
    return " ".join(lines)
