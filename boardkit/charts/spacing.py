"""Labels beside points of a line, moved apart so that none stands on another."""

from __future__ import annotations

from collections.abc import Sequence


def spaced(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near to the wanted ones as a gap between any two allows, in the same order.

    Keeps between ``low`` and ``high`` as long as there is room for all.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed: list[float] = []
    for i in order:
        placed.append(max(wanted[i], placed[-1] + gap if placed else low))
    limit = high
    for place in range(len(placed) - 1, -1, -1):
        placed[place] = min(placed[place], limit)
        limit = placed[place] - gap
    found = [0.0] * len(wanted)
    for place, i in enumerate(order):
        found[i] = placed[place]
    return found
