"""From raw value to credit: straight lines between fixed goalposts, held at the ends."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from math import exp, log
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Goalposts = tuple[tuple[float, float], ...]

TINY = float(np.finfo(float).tiny)


def credit(raw: ArrayLike, goalposts: Goalposts, scale: str = "linear") -> Floats:
    """Credit, 0–100, of raw values of any shape.

    x = 100 · clip((g(r) − g(l)) / (g(u) − g(l)), 0, 1) for two goalposts; more make it piecewise
    linear in g, which is the identity or the natural logarithm.
    """
    values: Any = np.asarray(raw, dtype=float)
    if scale == "log":
        # Nought and below lie under every goalpost, so they are held at the first one.
        values = np.log(np.maximum(values, TINY))
    places, points = _lines(goalposts, scale)
    return np.asarray(np.interp(values, places, points))


def credit_of(raw: float, goalposts: Goalposts, scale: str = "linear") -> float:
    """Credit of one raw value: the same as ``credit``, without what an array costs."""
    places, points = _lines(goalposts, scale)
    place = log(max(raw, TINY)) if scale == "log" else raw
    if place <= places[0]:
        return points[0]
    if place >= places[-1]:
        return points[-1]
    i = bisect_right(places, place) - 1
    share = (place - places[i]) / (places[i + 1] - places[i])
    return points[i] + share * (points[i + 1] - points[i])


def nearest_raw(
    target: float, raw: float, goalposts: Goalposts, scale: str = "linear"
) -> float | None:
    """The raw value nearest to ``raw`` that earns the credit ``target``; None when none does."""
    places, points = _lines(goalposts, scale)
    place = log(max(raw, TINY)) if scale == "log" else raw
    found = []
    for (a, low), (b, high) in pairwise(zip(places, points, strict=True)):
        if low != high and min(low, high) <= target <= max(low, high):
            found.append(a + (target - low) / (high - low) * (b - a))
    if not found:
        return None
    nearest = min(found, key=lambda one: abs(one - place))
    return exp(nearest) if scale == "log" else nearest


@lru_cache(maxsize=4096)
def _lines(goalposts: Goalposts, scale: str) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Where the goalposts stand in g, and the credit of each."""
    places = tuple(log(raw) if scale == "log" else float(raw) for raw, _ in goalposts)
    return places, tuple(float(points) for _, points in goalposts)
