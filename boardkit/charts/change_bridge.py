"""The bridge of a change: from what a score was, part by part, to what it is.

A part that was done is solid and one that is only said or known is hollow. Green is for the better,
and every part has its sign, an arrow and the name of its kind, so that colour is never alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from boardkit.charts.axis import ticks
from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing
from boardkit.formats import Formats
from boardkit.typefaces import shortened, text_width, wrapped

TOP, FOOT, ROW, LINE, BAR = 8.0, 30.0, 30.0, 12.5, 15.0
KIND = 112.0  # the column of kinds
SIZE, SMALL = 11.5, 10.5


@dataclass(frozen=True)
class ChangeStep:
    """One part as it is printed; the steps sum to the difference of the ends."""

    title: str
    amount: float
    kind: str
    solid: bool = True  # whether it was done, rather than said or known otherwise
    key: str = ""  # where it leads on a screen


@dataclass(frozen=True)
class ChangeEnd:
    """The score on one side, as it is printed."""

    title: str
    score: float


def change_bridge(
    before: ChangeEnd,
    steps: Sequence[ChangeStep],
    after: ChangeEnd,
    palette: Palette,
    formats: Formats,
    *,
    width: float,
    falling_is_good: bool,
    top: float = 100,
    decimals: int = 1,
    row: float = ROW,
) -> str:
    """Horizontal bars from nought, one under another, as SVG; no score lies above ``top``.

    ``row`` is how high a bar stands with the room about it.
    """
    left = width * 0.34
    titles = [before.title, *(step.title for step in steps), after.title]
    names = [wrapped(title, SIZE, left - 14) for title in titles]
    heights = [row + LINE * (len(lines) - 1) for lines in names]
    says = _says(before, steps, after, formats, decimals)
    drawing = Drawing(width, TOP + sum(heights) + FOOT, says)
    plot = _Plot(drawing, palette, left, width - KIND, _marks(before, steps, after, top))
    plot.axis(formats)
    y, level = TOP, before.score
    for place, (lines, height) in enumerate(zip(names, heights, strict=True)):
        middle = y + height / 2
        plot.name(lines, middle, bold=place in (0, len(names) - 1))
        if place in (0, len(names) - 1):
            end = after if place else before
            plot.end(end.score, middle, formats.number(end.score, decimals, exact=True))
            level = end.score
        else:
            step = steps[place - 1]
            good = (step.amount < 0) == falling_is_good
            plot.step(step, level, middle, good, formats.signed(step.amount, decimals))
            if step.key:
                drawing.region(step.key, 0, y, width, height, step.title)
            level += step.amount
        if place < len(names) - 1:
            plot.link(level, middle + BAR / 2, y + height + heights[place + 1] / 2 - BAR / 2)
        y += height
    return drawing.svg()


class _Plot:
    def __init__(
        self, drawing: Drawing, palette: Palette, left: float, right: float, marks: Sequence[float]
    ) -> None:
        self.drawing, self.palette = drawing, palette
        self.left, self.right, self.marks, self.top = left, right, marks, marks[-1]

    def x(self, score: float) -> float:
        return self.left + (self.right - self.left) * score / self.top

    def axis(self, formats: Formats) -> None:
        bottom = self.drawing.height - FOOT
        for score in self.marks:
            x, color = self.x(score), self.palette.faint if score else self.palette.muted
            self.drawing.line(x, TOP, x, bottom, color)
            tick = formats.number(score, 2)
            self.drawing.text(x, bottom + 16, tick, self.palette.muted, size=SMALL, anchor="middle")

    def name(self, lines: Sequence[str], middle: float, *, bold: bool) -> None:
        first = middle - LINE * (len(lines) - 1) / 2 + 4
        for place, line in enumerate(lines):
            self.drawing.text(
                0, first + LINE * place, line, self.palette.ink, size=SIZE,
                weight=600 if bold else 400,
            )  # fmt: skip

    def end(self, score: float, middle: float, label: str) -> None:
        width = max(self.x(score) - self.left, 1)
        self.drawing.rect(self.left, middle - BAR / 2, width, BAR, self.palette.ink)
        self._label(self.left, self.x(score), middle, label, self.palette.ink, solid=True)

    def step(self, step: ChangeStep, level: float, middle: float, good: bool, amount: str) -> None:
        low, high = sorted((level, level + step.amount))
        color = self.palette.better if good else self.palette.exposure
        if not step.amount:
            color = self.palette.muted
        left, width = self.x(low), max(self.x(high) - self.x(low), 1.5)
        if step.solid:
            self.drawing.rect(left, middle - BAR / 2, width, BAR, color)
        else:
            self.drawing.rect(
                left + 0.5, middle - BAR / 2 + 0.5, max(width - 1, 1), BAR - 1,
                self.palette.ground, stroke=color,
            )  # fmt: skip
        arrow = "" if not step.amount else "▼ " if step.amount < 0 else "▲ "
        self._label(left, left + width, middle, f"{arrow}{amount}", color, solid=step.solid)
        room = self.drawing.width - self.right - 14
        kind = shortened(step.kind, SMALL, room)
        self.drawing.text(self.right + 14, middle + 4, kind, self.palette.muted, size=SMALL)

    def _label(
        self, left: float, right: float, middle: float, text: str, color: str, *, solid: bool
    ) -> None:
        """A number beside its bar, on whichever side it has room; else at the end of the bar."""
        room = text_width(text, SIZE, 600)
        if right + 6 + room <= self.right + 8:
            x = right + 6
        elif left - 6 - room >= self.left:
            x = left - 6 - room
        else:
            x, color = right - 6 - room, self.palette.ground if solid else color
        if x > right or x < left:
            self.drawing.rect(x - 2, middle - 7, room + 4, 14, self.palette.ground)
        self.drawing.text(x, middle + 4, text, color, size=SIZE, weight=600)

    def link(self, level: float, start: float, end: float) -> None:
        x = self.x(level)
        self.drawing.line(x, start, x, end, self.palette.muted)


def _marks(
    before: ChangeEnd, steps: Sequence[ChangeStep], after: ChangeEnd, top: float
) -> tuple[float, ...]:
    """Round scores from nought to the first that no bar passes, so that small parts can be seen."""
    levels = accumulate((step.amount for step in steps), initial=before.score)
    most = max(*levels, after.score, top / 20)
    marks = ticks(0, most, 5)
    return marks if marks[-1] >= most else (*marks, marks[-1] + marks[1])


def _says(
    before: ChangeEnd, steps: Sequence[ChangeStep], after: ChangeEnd, formats: Formats,
    decimals: int,
) -> str:  # fmt: skip
    ends = [
        f"{one.title} is {formats.number(one.score, decimals, exact=True)}"
        for one in (before, after)
    ]
    told = "; ".join(
        f"{step.title} {formats.signed(step.amount, decimals)} ({step.kind})" for step in steps
    )
    return f"{ends[0]}; {told}; {ends[1]}." if told else f"{ends[0]}; {ends[1]}."
