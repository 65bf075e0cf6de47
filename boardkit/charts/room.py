"""Where on a plot there is room for a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from math import cos, hypot, pi, sin

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass
class Room:
    """A plot, and what stands on it already."""

    left: float
    top: float
    right: float
    bottom: float
    taken: list[Box] = field(default_factory=list)

    def free(self, x: float, y: float, room: float, size: float) -> tuple[float, float, Box]:
        """The nearest place for a name that wide, where nothing stands; where there is none, the first one inside."""
        inside = []
        for left, baseline in chain(self._places(x, y, room), self._grid(x, y, room)):
            box = (left - 2, baseline - size, left + room + 2, baseline + 3)
            if self._inside(box):
                inside.append((left, baseline, box))
                if not any(overlap(box, other) for other in self.taken):
                    break
        else:
            return inside[0]
        return inside[-1]

    def _grid(self, x: float, y: float, room: float) -> list[tuple[float, float]]:
        """Places all over the plot, nearest first."""
        found = [
            (self.left + 3 + 14 * column, self.top + 14 + 12 * row)
            for column in range(int((self.right - self.left - room) / 14) + 1)
            for row in range(int((self.bottom - self.top - 16) / 12))
        ]
        return sorted(found, key=lambda at: hypot(at[0] + room / 2 - x, at[1] - y))

    @staticmethod
    def _places(x: float, y: float, room: float) -> Iterator[tuple[float, float]]:
        for away in (0.0, 9.0, -9.0, 14.0, -14.0):
            yield x + 10, y + 4 + away
            yield x - 10 - room, y + 4 + away
            yield x - room / 2, y + 4 + (away or 18.0)
        for away in (24.0, -20.0, 36.0, -32.0):
            yield x - room / 2, y + away
        for radius in (24, 34, 46, 60):
            for step in range(16):
                angle = step * pi / 8
                yield x + radius * cos(angle) - room / 2, y + radius * sin(angle) + 4

    def _inside(self, box: Box) -> bool:
        return (
            box[0] >= self.left
            and box[2] <= self.right
            and box[1] >= self.top
            and box[3] <= self.bottom
        )


def within(box: Box, point: tuple[float, float]) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any ground."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
