"""Three or more states in a row: where the headline and the ways out stood, and what moved them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from boardkit.comparison.comparing import compare
from boardkit.comparison.result import Comparison, Scored
from boardkit.comparison.sides import Side
from boardkit.errors import ComparisonError
from boardkit.scoring.spreads import Interval

FEWEST = 3


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One score of one state."""

    score: float | None
    interval: Interval | None  # None without a score, or where a gate leaves it no width


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One score through all states."""

    id: str
    title: str
    shown: str
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, eq=False)
class Trend:
    """States in the order given, and what moved between each and the next."""

    states: tuple[Scored, ...]
    lines: tuple[TrendLine, ...]  # the headline first, then the ways out
    steps: tuple[Comparison, ...]  # one fewer than the states


def trend(sides: Sequence[Side]) -> Trend:
    """The trend over states of one questionnaire; raises ComparisonError for fewer than three."""
    if len(sides) < FEWEST:
        raise ComparisonError(f"A trend takes {FEWEST} states or more, and this is {len(sides)}.")
    steps = tuple(compare(first, second) for first, second in pairwise(sides))
    states = (steps[0].before, *(step.after for step in steps))
    method = steps[-1].questionnaire.methodology
    head = method.headline
    lines = [_headline(states, head.id, head.title)]
    for way in head.covered_by:
        composite = method.composite(way)
        lines.append(_way(states, way, composite.title, composite.shown))
    return Trend(states, tuple(lines), steps)


def _headline(states: Sequence[Scored], name: str, title: str) -> TrendLine:
    points = tuple(
        _point(
            one.result.headline.claimed,
            one.intervals.headline.claimed.interval if one.intervals.headline.claimed else None,
        )
        for one in states
    )
    return TrendLine(name, title, states[-1].result.headline.shown, points)


def _way(states: Sequence[Scored], name: str, title: str, shown: str) -> TrendLine:
    points = []
    for one in states:
        found = next((c for c in one.result.composites if c.id == name), None)
        spread = one.intervals.composite(name).claimed if found is not None else None
        points.append(_point(found.claimed if found else None, spread.interval if spread else None))
    return TrendLine(name, title, shown, tuple(points))


def _point(score: float | None, interval: Interval | None) -> TrendPoint:
    return TrendPoint(score, interval if score is not None else None)
