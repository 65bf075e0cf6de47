"""From arrays to the figures of a result: percentiles of draws, and ``nan`` as None."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

import numpy as np

from boardkit.economics.equations import Floats
from boardkit.economics.result import Fan, Range, Spread

PERCENTILES = (0.1, 0.5, 0.9)


def percentiles(draws: Floats, probabilities: Sequence[float] = PERCENTILES) -> Floats:
    """Along the last axis, straight lines between order statistics; shape (probabilities, …)."""
    ordered = np.sort(draws, axis=-1)
    places = np.asarray(probabilities) * (ordered.shape[-1] - 1)
    below = np.floor(places).astype(int)
    above = np.minimum(below + 1, ordered.shape[-1] - 1)
    part = places - below
    found = ordered[..., below] * (1 - part) + ordered[..., above] * part
    return np.asarray(np.moveaxis(found, -1, 0))


def fans(likely: Floats, draws: Floats) -> tuple[Fan, ...]:
    """One for each strategy, from arrays of shape (4, T + 1, 1) and (4, T + 1, n)."""
    p10, p50, p90 = percentiles(draws)
    return tuple(
        Fan(path(likely[i]), path(p10[i]), path(p50[i]), path(p90[i])) for i in range(len(likely))
    )


def spreads(likely: Floats, draws: Floats) -> tuple[Spread, ...]:
    """One for each strategy, from arrays of shape (4, 1) and (4, n)."""
    p10, p50, p90 = percentiles(draws)
    return tuple(
        Spread(float(likely[i, 0]), float(p10[i]), float(p50[i]), float(p90[i]))
        for i in range(len(likely))
    )


def ranges(draws: Sequence[Floats]) -> tuple[tuple[Range, ...], ...]:
    """Of each measure, one for each strategy, from arrays of shape (4, n)."""
    found = np.moveaxis(percentiles(np.stack(draws)), 0, -1).tolist()
    return tuple(tuple(Range(*map(_finite, ends)) for ends in measure) for measure in found)


def inverted(found: Range) -> Range:
    """Of one over a figure, from the figure's own; None for what is one over nought or less."""
    ends = (found.p90, found.p50, found.p10)
    return Range(*(1 / end if end is not None and end > 0 else None for end in ends))


def path(values: Floats) -> tuple[float, ...]:
    """Plain numbers, a year each."""
    return tuple(values.ravel().tolist())


def optional_path(values: Floats) -> tuple[float | None, ...]:
    """The same, None where there is no value."""
    return tuple(map(_finite, values.ravel().tolist()))


def optional(value: float | Floats) -> float | None:
    """A plain number, None for what is not one."""
    return _finite(float(np.asarray(value).ravel()[0]))


def _finite(number: float) -> float | None:
    return number if isfinite(number) else None


def year(value: float | Floats) -> int | None:
    """A year, None for never."""
    number = optional(value)
    return None if number is None else int(number)


def chance(truths: np.ndarray) -> float:
    """In which part of the draws something is so."""
    return int(np.count_nonzero(truths)) / truths.size
