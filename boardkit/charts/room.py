"""Where on a plot there is room for a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from math import cos, hypot, pi, sin

Box = tuple[float, float, float, float]  # left, top, right, bottom
CLOSE = 15.0  # pixels from a dot to a name that needs no line to lead to it
RADIUS = 5.0  # of a dot, where such a line begins
STEP = 3.0


@dataclass
class Room:
    """A plot, and what stands on it already."""

    left: float
    top: float
    right: float
    bottom: float
    taken: list[Box] = field(default_factory=list)
    names: list[Box] = field(default_factory=list)  # no line from a dot to its name may cross these
    dots: list[tuple[float, float]] = field(default_factory=list)  # … nor these, its own apart

    def free(self, x: float, y: float, room: float, size: float) -> tuple[float, float, Box]:
        """The nearest place for a name that wide where nothing stands, nor in the way of its line.

        Where there is none, its line crosses as few names as can be, and then as few dots; where all is taken, the first
        place inside.
        """
        found: tuple[float, float, Box] | None = None
        dots = self._other_dots(x, y)
        least: int | None = None  # what its line crosses; None while nothing is free
        for left, baseline in chain(self._places(x, y, room), self._grid(x, y, room)):
            box = (left - 2, baseline - size, left + room + 2, baseline + 3)
            if not self._inside(box):
                continue
            found = found or (left, baseline, box)
            if any(overlap(box, other) for other in self.taken):
                continue
            line = leader(x, y, box)
            crossed = 100 * _crossed(line, self.names) + _crossed(line, dots)
            if least is None or crossed < least:
                found, least = (left, baseline, box), crossed
            if not crossed:
                break
        assert found is not None, "no name is wider than its plot"
        return found

    def _other_dots(self, x: float, y: float) -> list[Box]:
        """The ground of every dot that is not at, or all but at, this place."""
        others = [(a, b) for a, b in self.dots if hypot(a - x, b - y) > 2 * RADIUS]
        return [(a - RADIUS, b - RADIUS, a + RADIUS, b + RADIUS) for a, b in others]

    def keep_clear(self, x: float, y: float) -> None:
        """Let no name stand on this dot, and no line go through it."""
        self.dots.append((x, y))
        self.taken.append((x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS))

    def take(self, x: float, y: float, box: Box) -> None:
        """A name stands there now, and perhaps a line that leads to it."""
        self.names.append(box)
        self.taken.append(box)
        self.taken += [(a - 2, b - 2, a + 2, b + 2) for a, b in leader(x, y, box)]

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


def leader(x: float, y: float, box: Box) -> list[tuple[float, float]]:
    """Points of the hair line from a dot to its name, end to end; none where the name is close by."""
    to_x, to_y = min(max(x, box[0]), box[2]), min(max(y, box[1] + 2), box[3])
    away = hypot(to_x - x, to_y - y)
    if away <= CLOSE:
        return []
    steps = int(away / STEP) + 1
    shares = [(RADIUS / away) + (1 - RADIUS / away) * step / steps for step in range(steps + 1)]
    return [(x + (to_x - x) * share, y + (to_y - y) * share) for share in shares]


def _crossed(line: list[tuple[float, float]], boxes: list[Box]) -> int:
    """How many of the boxes a line goes through."""
    return sum(any(within(box, point) for point in line) for box in boxes) if line else 0


def within(box: Box, point: tuple[float, float]) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any ground."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
