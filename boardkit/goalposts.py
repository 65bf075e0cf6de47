"""Straight lines between fixed goalposts, held at the ends: from a raw value to what it earns."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from math import exp, log
from sys import float_info

Goalposts = tuple[tuple[float, float], ...]

TINY = float_info.min  # stands in for nought and below, of which there is no logarithm


def credit_of(raw: float, goalposts: Goalposts, scale: str = "linear") -> float:
    """What one raw value earns; in g, the identity or (``log``) the natural logarithm, lines are straight."""
    places, points = lines(goalposts, scale)
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
    """The raw value nearest to ``raw`` that earns ``target``; None when none does."""
    places, points = lines(goalposts, scale)
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
def lines(goalposts: Goalposts, scale: str) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Where the goalposts stand in g, and what is earned at each."""
    places = tuple(log(raw) if scale == "log" else float(raw) for raw, _ in goalposts)
    return places, tuple(float(points) for _, points in goalposts)
