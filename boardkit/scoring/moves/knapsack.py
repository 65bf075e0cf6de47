"""What is the most that can be had for each cost: exact, by dynamic programming.

A table holds, for every cost of several parts (moves, steps, effort), the greatest value that exactly
that cost can buy, NaN where nothing costs that. Tables of things whose values add up are combined by
trying every way of sharing the cost (max-plus convolution; Bellman, *Dynamic Programming*, 1957).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

import numpy as np

from boardkit.scoring.normalisation import Floats

Cost = tuple[int, ...]
Choice = Hashable

LEAST = -1e300


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """The greatest value by cost, and what is chosen to have it."""

    values: Floats  # of the shape of the limits: cost 0 to the limit of each part
    chosen: Callable[[Cost], tuple[Choice, ...]]

    def mapped(self, function: Callable[[Floats], Floats]) -> Table:
        """The same choices with a rising function of their values."""
        return Table(function(self.values), self.chosen)


def constant(limits: Cost, value: float) -> Table:
    """A value that costs nothing."""
    return one_of(limits, [((0,) * len(limits), value, None)])


def one_of(limits: Cost, options: Iterable[tuple[Cost, float, Choice | None]]) -> Table:
    """One of several options, each with its cost, its value and what choosing it is called."""
    values = np.full([limit + 1 for limit in limits], np.nan)
    names: dict[Cost, Choice | None] = {}
    for cost, value, name in options:
        if any(part > limit for part, limit in zip(cost, limits, strict=True)):
            continue
        if not values[cost] >= value:
            values[cost] = value
            names[cost] = name

    def chosen(cost: Cost) -> tuple[Choice, ...]:
        name = names[cost]
        return () if name is None else (name,)

    return Table(values, chosen)


def combined(first: Table, second: Table) -> Table:
    """Both together: their values add up, and so do their costs."""
    shape = first.values.shape
    best = np.full(shape, np.nan)
    taken = np.full(shape, -1, dtype=np.int64)  # which cost of the second it is
    for cost in _worth_paying(second.values):
        there = tuple(slice(part, None) for part in cost)
        here = tuple(slice(0, size - part) for part, size in zip(cost, shape, strict=True))
        offer = first.values[here] + second.values[cost]
        better = ~(best[there] >= offer) & ~np.isnan(offer)
        best[there][better] = offer[better]
        taken[there][better] = np.ravel_multi_index(cost, shape)

    def chosen(cost: Cost) -> tuple[Choice, ...]:
        of_second = tuple(int(part) for part in np.unravel_index(taken[cost], shape))
        of_first = tuple(a - b for a, b in zip(cost, of_second, strict=True))
        return first.chosen(of_first) + second.chosen(of_second)

    return Table(best, chosen)


def all_of(limits: Cost, tables: Iterable[Table]) -> Table:
    """All of them together."""
    total = constant(limits, 0.0)
    for table in tables:
        total = combined(total, table)
    return total


def _worth_paying(values: Floats) -> list[Cost]:
    """The costs for which more is had than for any lower one, cheapest first."""
    # −∞, the logarithm of nought, is a value too: only what cannot be had is less.
    known = np.where(np.isnan(values), -np.inf, np.maximum(values, LEAST))
    highest = known
    for axis in range(known.ndim):
        highest = np.maximum.accumulate(highest, axis=axis)
    cheaper = np.full(values.shape, -np.inf)
    for axis in range(values.ndim):
        np.maximum(cheaper, _shifted(highest, axis), out=cheaper)
    return [tuple(int(part) for part in cost) for cost in np.argwhere(known > cheaper)]


def _shifted(values: Floats, axis: int) -> Floats:
    moved = np.full(values.shape, -np.inf)
    ahead = [slice(None)] * values.ndim
    behind = [slice(None)] * values.ndim
    ahead[axis], behind[axis] = slice(1, None), slice(None, -1)
    moved[tuple(ahead)] = values[tuple(behind)]
    return moved
