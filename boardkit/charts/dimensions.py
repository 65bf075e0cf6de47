"""Bars by dimension: each as claimed, with a diamond where it is proven."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.charts.palette import Palette
from boardkit.charts.svg import Drawing
from boardkit.formats import Formats
from boardkit.typefaces import shortened

ROW, GROUP, TOP, FOOT = 21.0, 30.0, 20.0, 30.0
BAR = 11.0


@dataclass(frozen=True)
class Row:
    """One dimension; without a score it has no bar."""

    title: str
    claimed: float | None
    proven: float | None
    note: str = ""


@dataclass(frozen=True)
class Group:
    """The dimensions of one composite."""

    title: str
    measure: str  # what long bars mean
    color: str
    rows: Sequence[Row]


def chart_height(groups: Sequence[Group]) -> float:
    """How high the chart will be, in pixels."""
    return TOP + FOOT + sum(GROUP + ROW * len(group.rows) for group in groups)


def dimensions_chart(
    groups: Sequence[Group],
    palette: Palette,
    formats: Formats,
    *,
    width: float,
    decimals: int = 1,
    proven_means: str = "proven",
) -> str:
    """Horizontal bars from nought, grouped by composite, as SVG."""
    drawing = Drawing(width, chart_height(groups), _says(groups, formats, decimals))
    left, right = width * 0.34, width - 56
    scale = (right - left) / 100
    bottom = drawing.height - FOOT
    for value in (0, 25, 50, 75, 100):
        x = left + value * scale
        drawing.line(x, TOP, x, bottom, palette.muted if value == 0 else palette.faint)
        drawing.text(x, TOP - 6, str(value), palette.muted, size=10.5, anchor="middle")
    y = TOP
    for group in groups:
        drawing.rect(0, y + 9, 4, 13, group.color)
        drawing.text(10, y + 20, group.title, palette.ink, size=12, weight=600)
        drawing.text(left + 6, y + 20, group.measure, palette.muted, size=10.5)
        y += GROUP
        for row in group.rows:
            _row(drawing, palette, formats, row, group.color, y, left, scale, decimals)
            y += ROW
    _legend(drawing, palette, proven_means, left, bottom + 20)
    return drawing.svg()


def _row(
    drawing: Drawing, palette: Palette, formats: Formats, row: Row, color: str, y: float,
    left: float, scale: float, decimals: int,
) -> None:  # fmt: skip
    middle = y + ROW / 2 - 2
    title = shortened(row.title, 11.5, left - 20)
    drawing.text(left - 8, middle + 4, title, palette.ink, size=11.5, anchor="end")
    if row.claimed is None:
        drawing.text(left + 6, middle + 4, row.note or "no score", palette.muted, size=10.5)
        return
    drawing.rect(left, middle - BAR / 2, max(row.claimed * scale, 1.5), BAR, color)
    end = left + row.claimed * scale
    if row.proven is not None:
        centre = left + row.proven * scale
        drawing.path(
            f"M{centre - 5:.2f} {middle:.2f}L{centre:.2f} {middle - 5:.2f}L{centre + 5:.2f} {middle:.2f}"
            f"L{centre:.2f} {middle + 5:.2f}Z",
            palette.ground, stroke=palette.ink, width=1.3,
        )  # fmt: skip
        end = max(end, centre + 5)
    label = formats.number(row.claimed, decimals, exact=True)
    drawing.text(end + 6, middle + 4, label, palette.ink, size=11.5, weight=600)


def _legend(drawing: Drawing, palette: Palette, proven_means: str, left: float, y: float) -> None:
    drawing.rect(left, y - 8, 14, 9, palette.muted)
    drawing.text(left + 19, y, "claimed", palette.muted, size=10.5)
    x = left + 76
    drawing.path(
        f"M{x - 5:.2f} {y - 4}L{x:.2f} {y - 9}L{x + 5:.2f} {y - 4}L{x:.2f} {y + 1}Z",
        palette.ground, stroke=palette.ink, width=1.3,
    )  # fmt: skip
    drawing.text(x + 10, y, proven_means, palette.muted, size=10.5)


def _says(groups: Sequence[Group], formats: Formats, decimals: int) -> str:
    sentences = []
    for group in groups:
        scores = ", ".join(
            f"{row.title} "
            + ("no score" if row.claimed is None else formats.number(row.claimed, decimals))
            for row in group.rows
        )
        sentences.append(f"{group.title}: {scores}.")
    return " ".join(sentences)
