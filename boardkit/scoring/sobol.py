"""Sobol' indices: how much of a score's variance comes from each of its inputs.

From two independent samples A and B, and for each input from A with that input's column out of B
(the design of Saltelli, *Computer Physics Communications* 145, 2002).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from boardkit.scoring.normalisation import Floats


@dataclass(frozen=True, slots=True)
class Indices:
    """Shares of variance, 0–1, of one input."""

    first: float  # by itself
    total: float  # with all its interactions


def indices(of_a: Floats, of_b: Floats, of_mixed: Floats) -> Indices:
    """The indices of the input that ``of_mixed`` has from B; arrays of shape (draws,).

    First order after Saltelli et al. (*Computer Physics Communications* 181, 2010), the total effect
    after Jansen (*ibid.* 117, 1999). Noise is held within 0 ≤ first ≤ total ≤ 1.
    """
    both = np.concatenate([of_a, of_b])
    variance = float(np.var(both))
    if variance <= 0:
        return Indices(0.0, 0.0)
    centre = float(np.mean(both))
    first = float(np.mean((of_b - centre) * (of_mixed - of_a))) / variance
    total = float(np.mean((of_a - of_mixed) ** 2)) / (2 * variance)
    total = min(max(total, 0.0), 1.0)
    return Indices(min(max(first, 0.0), total), total)
