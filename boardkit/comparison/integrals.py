"""Integrals over the unit interval, to the precision of a float."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from boardkit.scoring.normalisation import Floats

POINTS = 16  # of Gauss and Legendre in each panel
TOLERANCE = 1e-11  # of a panel; scores run to 100
PANELS = 160  # after which what is left is taken as it stands

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(POINTS)


def integral(rates: Callable[[Floats], Floats], breaks: Sequence[float] = ()) -> Floats:
    """∫₀¹ of a function that takes an array of times and returns one with time as its last axis.

    ``breaks`` are times at which it has a kink or a jump. Between them time is run through slowly at
    both ends, by u³(10 − 15u + 6u²), where a mean without a floor is endlessly steep; and a panel is
    halved until it and its halves agree.
    """
    edges = [0.0, *sorted(at for at in breaks if 0 < at < 1), 1.0]
    return np.asarray(sum(_between(rates, low, high) for low, high in pairwise(edges)))


def _between(rates: Callable[[Floats], Floats], low: float, high: float) -> Floats:
    def slowed(u: Floats) -> Floats:
        share = np.minimum(u**3 * (10 - 15 * u + 6 * u**2), 1.0)  # which rounding could pass
        times = low + (high - low) * share
        return rates(times) * ((high - low) * 30 * u**2 * (1 - u) ** 2)

    waiting = [(0.0, 1.0, _panel(slowed, 0.0, 1.0))]
    total = np.zeros_like(waiting[0][2])
    for _ in range(PANELS):
        if not waiting:
            break
        start, end, whole = waiting.pop(0)
        middle = (start + end) / 2
        halves = _panel(slowed, start, middle), _panel(slowed, middle, end)
        refined = halves[0] + halves[1]
        if np.max(np.abs(refined - whole), initial=0.0) <= TOLERANCE:
            total += refined
        else:
            waiting += [(start, middle, halves[0]), (middle, end, halves[1])]
    return np.asarray(total + sum(panel for _, _, panel in waiting))


def _panel(rates: Callable[[Floats], Floats], low: float, high: float) -> Floats:
    half = (high - low) / 2
    return np.asarray(rates((low + high) / 2 + half * _NODES) @ _WEIGHTS) * half


SIGNS = 65  # places at which a function's sign is looked at
NARROWINGS = 9  # each by 64: beyond the precision of a float


def crossings(values: Callable[[Floats], Floats]) -> tuple[float, ...]:
    """Where functions of time cross nought between 0 and 1; shape (functions, times)."""
    times = np.linspace(0.0, 1.0, SIGNS)
    signs = np.sign(values(times))
    found = []
    for row, sign in enumerate(signs):
        for left in np.flatnonzero(sign[:-1] * sign[1:] < 0):
            found.append(_narrowed(values, row, times[left], times[left + 1]))
    return tuple(found)


def _narrowed(values: Callable[[Floats], Floats], row: int, low: float, high: float) -> float:
    for _ in range(NARROWINGS):
        times = np.linspace(low, high, SIGNS)
        sign = np.sign(values(times)[row])
        changed = np.flatnonzero(sign != sign[0])
        if not len(changed) or high - low < 1e-15:
            break
        low, high = float(times[changed[0] - 1]), float(times[changed[0]])
    return (low + high) / 2
