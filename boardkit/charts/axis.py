"""An axis of amounts that takes in nought: its round steps, and labels that keep apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor, log10

NOTHING = 1e-300  # of any amount: less cannot be parted into steps
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


def span(values: Iterable[float]) -> tuple[float, float]:
    """From the least to the most of nought and these; never of no length."""
    known = [0.0, *values]
    least, most = min(known), max(known)
    return (least, most) if most - least > NOTHING else (0.0, 1.0)


def ticks(low: float, high: float, steps: int = 4) -> tuple[float, ...]:
    """Round amounts from low to high, nought among them, at most so many steps apart."""
    step = _step((high - low) / steps)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return tuple(step * number for number in range(first, last + 1))


def _step(rough: float) -> float:
    """The round amount that is not below a rough one."""
    power = 10.0 ** floor(log10(rough))
    return next(part * power for part in _ROUND if part * power >= rough * (1 - 1e-9))


def kept_apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places near the wanted ones, in their order, at least ``gap`` apart and from low to high.

    ``wanted`` rises. Where the room is too small for all, they share it evenly.
    """
    if len(wanted) > 1:
        gap = min(gap, (high - low) / (len(wanted) - 1))
    places: list[float] = []
    for place in wanted:
        places.append(max(place, places[-1] + gap) if places else max(place, low))
    ceiling = high
    for index in reversed(range(len(places))):
        places[index] = min(places[index], ceiling)
        ceiling = places[index] - gap
    return places
