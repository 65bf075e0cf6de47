"""The dimensions under each score, as charts and lists show them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from boardkit.methodology import Methodology
from boardkit.scoring.result import CompositeResult, DimensionResult, Result
from boardkit.scoring.spreads import Interval, Intervals


@dataclass(frozen=True)
class GroupedDimension:
    """One dimension in the direction of the score that it stands under, and its 80% range."""

    result: DimensionResult
    interval: Interval | None


@dataclass(frozen=True)
class DimensionGroup:
    """One score and its dimensions. A dimension that counts twice stands under both its scores."""

    composite: CompositeResult
    dimensions: tuple[GroupedDimension, ...]

    @property
    def measure(self) -> str:
        """What long bars mean."""
        exposure = self.composite.shown == "exposure"
        return "long bars are exposure" if exposure else "long bars are good"


def dimension_groups(
    result: Result, method: Methodology, intervals: Intervals | None = None
) -> tuple[DimensionGroup, ...]:
    """Every score that has dimensions of its own, in the method's order."""
    found = []
    dimensions = {one.id: one for one in result.dimensions}
    for composite in result.composites:
        members = [member.of for member in method.composite(composite.id).members]
        own = tuple(
            _facing(dimensions[one], composite, _interval(intervals, one))
            for one in members
            if one in dimensions
        )
        if own:
            found.append(DimensionGroup(composite, own))
    return tuple(found)


def color_name(method: Methodology, composite_id: str) -> str:
    """The name of the chart colour that a score has."""
    ways = method.headline.covered_by
    if composite_id in ways:
        named = ("first_derivative", "resale")
        index = ways.index(composite_id)
        return named[index] if index < len(named) else "plain"
    return "exposure" if method.composite(composite_id).shown == "exposure" else "plain"


def _interval(intervals: Intervals | None, dimension_id: str) -> Interval | None:
    claimed = intervals.dimension(dimension_id).claimed if intervals is not None else None
    return claimed.interval if claimed is not None else None


def _facing(
    dimension: DimensionResult, composite: CompositeResult, interval: Interval | None
) -> GroupedDimension:
    """A dimension that is shown as credit elsewhere is turned round under a score of exposure."""
    if dimension.shown == composite.shown:
        return GroupedDimension(dimension, interval)
    turned = replace(
        dimension, shown=composite.shown, composite=composite.id,
        claimed=_turned(dimension.claimed), proven=_turned(dimension.proven),
    )  # fmt: skip
    if interval is not None:
        interval = Interval(100 - interval.p90, 100 - interval.p50, 100 - interval.p10)
    return GroupedDimension(turned, interval)


def _turned(score: float | None) -> float | None:
    return None if score is None else 100 - score
