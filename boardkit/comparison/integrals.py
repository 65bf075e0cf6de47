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

    panels = np.array([[0.0, 1.0]])
    first = _panels(slowed, np.array([[0.0, 1.0], [0.0, 0.5], [0.5, 1.0]]))
    whole, halves = first[..., :1], first[..., 1:]
    total = np.zeros_like(whole[..., 0])
    seen = 0
    while True:
        # All that is not precise yet is halved at once, since a call costs more than its places.
        refined = halves[..., 0::2] + halves[..., 1::2]
        apart = np.abs(refined - whole).reshape(-1, len(panels)).max(axis=0, initial=0.0)
        seen += len(panels)
        open_ = (apart > TOLERANCE) & (seen < PANELS)
        total += refined[..., ~open_].sum(axis=-1)
        if not open_.any():
            return np.asarray(total)
        panels, whole = _halved(panels[open_]), halves[..., np.repeat(open_, 2)]
        halves = _panels(slowed, _halved(panels))


def _halved(panels: Floats) -> Floats:
    """Each panel's two halves, side by side; shape (panels, 2)."""
    middles = panels.mean(axis=1)
    ends = np.stack([panels[:, 0], middles, middles, panels[:, 1]], axis=1)
    return ends.reshape(-1, 2)


def _panels(rates: Callable[[Floats], Floats], panels: Floats) -> Floats:
    """The integral over each panel, by one call; panels are the last axis."""
    half = (panels[:, 1] - panels[:, 0]) / 2
    times = panels.mean(axis=1)[:, None] + half[:, None] * _NODES
    found = rates(times.ravel())
    return np.asarray(found.reshape(*found.shape[:-1], *times.shape) @ _WEIGHTS) * half


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
