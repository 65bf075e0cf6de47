"""Bridges: from one number to another in parts that sum exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations
from math import factorial


def covered_parts(start: float, covers: Mapping[str, float]) -> dict[str, float]:
    """How much each cover takes off ``start`` when all apply: start · Π (1 − c).

    The Shapley value (Shapley 1953): the mean over every order in which covers could be counted, so
    that neither goes first. The parts sum to the whole reduction; ``covers`` holds shares, 0–1.
    """
    parts = dict.fromkeys(covers, 0.0)
    for order in permutations(covers):
        left = start
        for way in order:
            parts[way] += left * covers[way]
            left *= 1 - covers[way]
    return {way: part / factorial(len(covers)) for way, part in parts.items()}


def rounded_to_sum(
    parts: Sequence[float], decimals: int, total: float | None = None
) -> list[float]:
    """The parts rounded so that they sum to their total as rounded (largest remainder).

    ``total`` is the total as it will be printed, when that is rounded elsewhere.
    """
    unit = 10.0**decimals
    # Rounded first as a number of decimals is: half a unit is not half of one once multiplied.
    target = round(round(sum(parts) if total is None else total, decimals) * unit)
    floors = [int(part * unit // 1) for part in parts]
    remainders = [part * unit - floor for part, floor in zip(parts, floors, strict=True)]
    # To the ninth decimal: parts that are equal on paper must not be told apart by their last bit.
    order = sorted(range(len(parts)), key=lambda i: (-round(remainders[i], 9), i))
    missing = target - sum(floors)
    step = 1 if missing > 0 else -1
    for turn in range(abs(missing)):
        floors[order[turn % len(order)] if step > 0 else order[-1 - turn % len(order)]] += step
    return [floor / unit for floor in floors]
