"""Where each page of a preview stands: one below the other, in the window's pixels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF

Fit = Literal["width", "page"]
Zoom = Fit | float  # a share of the paper's own size, or whatever fits

FULL_SIZE = 96 / 72  # pixels a point where a page is as large as on paper
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
LEAST, MOST = STEPS[0], STEPS[-1]


@dataclass(frozen=True)
class Place:
    """A spot on a page, in shares of its height and width: it stays when the zoom changes."""

    page: int
    down: float
    across: float = 0.5


@dataclass(frozen=True)
class PageGeometry:
    """All pages at one zoom."""

    rects: tuple[QRectF, ...]
    scale: float  # share of the paper's own size
    size: QSizeF  # of everything

    @classmethod
    def of(
        cls, sizes: Sequence[tuple[float, float]], zoom: Zoom, room: QSizeF, *, margin: float,
        gap: float,
    ) -> PageGeometry:  # fmt: skip
        """Pages of these sizes, in points, in a viewport; narrower ones stand in its middle."""
        if not sizes:
            return cls((), 1.0, QSizeF(0, 0))
        widest = max(width for width, _ in sizes) * FULL_SIZE
        highest = max(height for _, height in sizes) * FULL_SIZE
        scale = _scale(zoom, widest, highest, room, margin)
        width = max(room.width(), widest * scale + 2 * margin)
        rects, top = [], margin
        for points_across, points_down in sizes:
            across, down = points_across * FULL_SIZE * scale, points_down * FULL_SIZE * scale
            rects.append(
                QRectF(round((width - across) / 2), round(top), round(across), round(down))
            )
            top = rects[-1].bottom() + gap
        return cls(tuple(rects), scale, QSizeF(width, top - gap + margin))

    def page_at(self, y: float) -> int:
        """The page at this height, or the last one above it."""
        return max(bisect_right([rect.top() for rect in self.rects], y) - 1, 0)

    def pages_between(self, top: float, bottom: float) -> range:
        """The pages of which something stands between two heights."""
        if not self.rects:
            return range(0)
        first = self.page_at(top)
        if self.rects[first].bottom() < top:
            first += 1
        return range(first, self.page_at(bottom) + 1)

    def place_at(self, point: QPointF) -> Place:
        """What stands at a point; between pages, what is nearest above."""
        page = self.page_at(point.y())
        rect = self.rects[page]
        return Place(
            page,
            (point.y() - rect.top()) / rect.height(),
            (point.x() - rect.left()) / rect.width(),
        )

    def point_of(self, place: Place) -> QPointF:
        """Where a place stands; on the last page when its page is no longer there."""
        rect = self.rects[min(place.page, len(self.rects) - 1)]
        return QPointF(
            rect.left() + place.across * rect.width(), rect.top() + place.down * rect.height()
        )

    def step(self, direction: int) -> float:
        """The next larger or smaller zoom."""
        if direction > 0:
            return next((step for step in STEPS if step > self.scale + 0.005), MOST)
        return next((step for step in reversed(STEPS) if step < self.scale - 0.005), LEAST)


def _scale(zoom: Zoom, widest: float, highest: float, room: QSizeF, margin: float) -> float:
    if isinstance(zoom, float):
        return min(max(zoom, LEAST), MOST)
    to_width = (room.width() - 2 * margin) / widest
    to_page = min(to_width, (room.height() - 2 * margin) / highest)
    return min(max(to_width if zoom == "width" else to_page, 0.1), MOST)
