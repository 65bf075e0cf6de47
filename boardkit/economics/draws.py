"""Joint draws of the inputs: quasi-random, the same every time, and optimistic together.

Inputs are not independent, since the same optimistic people gave them. A one-factor Gaussian copula
ties them as it ties the scores: z_i = √ρ z_0 + √(1 − ρ) ε_i, where high z_i is good for the company.
An input whose low end is the good one takes 1 − Φ(z_i). The points are those of the scores: Sobol's
sequence without a seed, z_0 in dimension 0 and the symbols in theirs.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from boardkit.assumptions import SYMBOLS
from boardkit.economics.equations import Floats, Values
from boardkit.economics.inputs import Inputs
from boardkit.scoring.distributions import fit_range
from boardkit.scoring.draws import normals

NODES = 513  # of a quantile table


def sampled_values(inputs: Inputs) -> Values:
    """Every input in every draw, each of shape (draws,); certain ones are the same in all."""
    count = inputs.economics.draws
    weight, correlation = inputs.pert_lambda, inputs.correlation
    return Values.of(
        {
            item.symbol: _row(
                item.symbol, item.low, item.value, item.high, item.minimum, item.maximum,
                item.optimistic == "low", weight, count, correlation,
            )
            for item in inputs.items
        }
    )  # fmt: skip


def likely_values(inputs: Inputs) -> Values:
    """Every input at its likeliest, each of shape (1,)."""
    return Values.of({symbol: np.array([value]) for symbol, value in inputs.values.items()})


@lru_cache(maxsize=1024)
def _row(
    symbol: str, low: float, value: float, high: float, minimum: float, maximum: float,
    flipped: bool, weight: float, count: int, correlation: float,
) -> Floats:  # fmt: skip
    """The draws of one input, held at its bounds; all that one moved slider costs."""
    if low >= high:
        return _kept(np.full(count, value))
    u = chances(count, correlation)[SYMBOLS.index(symbol)]
    start, width, theta = fit_range(low, value, high, weight)
    x = start + width * np.interp(1 - u if flipped else u, *_quantile_table(theta, weight))
    return _kept(np.clip(x, minimum, maximum))


@lru_cache(maxsize=1024)
def _quantile_table(theta: float, weight: float) -> tuple[Floats, Floats]:
    """Probabilities and quantiles of a PERT on 0–1 with its mode at ``theta``.

    u = sin²(πt/2) puts nodes into the tails, where an even grid would err.
    """
    from scipy.special import betaincinv

    u = np.sin(np.linspace(0, np.pi / 2, NODES)) ** 2
    return u, np.asarray(betaincinv(1 + weight * theta, 1 + weight * (1 - theta), u))


@lru_cache(maxsize=4)
def chances(count: int, correlation: float) -> Floats:
    """Φ(z_i), high for good, of shape (symbols, count)."""
    from scipy.special import ndtr

    z = normals(tuple(range(len(SYMBOLS) + 1)), count)
    return _kept(ndtr(np.sqrt(correlation) * z[0] + np.sqrt(1 - correlation) * z[1:]))


def _kept(array: Floats) -> Floats:
    """The same array, which nobody may change: it is shared."""
    array.flags.writeable = False
    return array
