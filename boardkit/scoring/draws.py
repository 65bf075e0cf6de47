"""Quasi-random draws: which standard normals each indicator gets, and where they fall in its table.

Sobol' points (Sobol' 1967; direction numbers of Joe and Kuo 2008), unscrambled and moved to the middle
of their cells, so that there is no seed: the same questionnaire has the same draws everywhere. The
shared optimism z_0 has dimension 0 and an indicator with draw number d has dimension 2d, whatever other
indicators there are. The odd dimensions are a second, independent set, for answers drawn anew in a
comparison and for the second sample of a sensitivity analysis.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from boardkit.scoring.distributions import NODES, Distribution, table_of
from boardkit.scoring.normalisation import Floats

BLOCK = 1024  # points that are made at once: a power of two, as Sobol' points want it


@dataclass(frozen=True, slots=True)
class Source:
    """Of the two independent sets of draws, which one is read: 0 or 1."""

    shared: int = 0  # for the shared optimism
    own: int = 0  # for what each indicator has of its own


@dataclass(frozen=True, eq=False, slots=True)
class Places:
    """Where each indicator's draws fall in a table of quantiles: fixed, whatever is answered."""

    cell: NDArray[np.intp]  # (indicators, draws)
    share: Floats  # (indicators, draws): how far into the cell, 0–1

    def row(self, row: int, distribution: Distribution) -> Floats:
        """Draws of one indicator's credit, shape (draws,)."""
        values, steps = table_of(distribution)
        cell = self.cell[row]
        # Every cell is in the table; “clip” spares numpy the check, which costs more than the rest.
        drawn: Floats = np.take(steps, cell, mode="clip")
        drawn *= self.share[row]
        drawn += np.take(values, cell, mode="clip")
        return drawn


@lru_cache(maxsize=8)
def places_of(
    draws: tuple[int, ...], correlation: float, count: int, source: Source = Source()
) -> Places:
    """The places of indicators with these draw numbers.

    One-factor Gaussian copula on credit: z_i = √ρ z_0 + √(1 − ρ) ε_i, so that a high z_0 is high
    credit everywhere. The table stands on even t with u = sin²(πt/2).
    """
    from scipy.special import ndtr

    shared = normals((source.shared,), count)[0]
    own = own_normals(draws, count, source.own)
    u = ndtr(np.sqrt(correlation) * shared + np.sqrt(1 - correlation) * own)
    place = np.arcsin(np.sqrt(u)) * (2 / np.pi * NODES)
    cell = np.minimum(place.astype(np.intp), NODES - 1)
    return Places(cell, place - cell)


def own_normals(draws: tuple[int, ...], count: int, own: int = 0) -> Floats:
    """What each indicator has of its own, ε_i: standard normals, shape (indicators, draws)."""
    return normals(tuple(2 * draw + own for draw in draws), count)


def normals(dimensions: tuple[int, ...], count: int) -> Floats:
    """Standard normal draws of the given dimensions, shape (dimensions, count)."""
    from scipy.special import ndtri

    return np.asarray(ndtri(uniforms(dimensions, count)))


@lru_cache(maxsize=4)
def uniforms(dimensions: tuple[int, ...], count: int) -> Floats:
    """Sobol' points in the given dimensions, shape (dimensions, count), strictly inside 0–1."""
    from scipy.stats.qmc import Sobol

    points = np.empty((len(dimensions), count))
    if not dimensions:
        return points
    chosen = np.array(dimensions)
    sequence = Sobol(int(chosen.max()) + 1, scramble=False)
    for start in range(0, count, BLOCK):
        block = sequence.random(BLOCK)[:, chosen].T
        points[:, start : start + BLOCK] = block[:, : count - start]
    cells = 2 ** int(np.ceil(np.log2(max(count, 2))))
    return np.asarray((np.floor(points * cells) + 0.5) / cells)
