"""How sure an indicator is: its credit, 0–100, as a distribution.

One family, the PERT: a beta distribution stretched over a support, with α = 1 + λ(m − a)/(b − a) and
β = 1 + λ(b − m)/(b − a) (Malcolm et al., *Operations Research* 7, 1959; Vose, *Risk Analysis*, 2008).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np

from boardkit.scoring.normalisation import Floats, Goalposts, credit

QUADRATURE_POINTS = 4001


class Distribution(Protocol):
    """The credit of one indicator, as far as it is known."""

    @property
    def mean(self) -> float:
        """Expected credit."""

    def quantiles(self, u: Floats) -> Floats:
        """Credit at each probability in ``u``."""


@dataclass(frozen=True, slots=True)
class Certain:
    """A credit that is known exactly."""

    value: float

    @property
    def mean(self) -> float:
        """The value."""
        return self.value

    def quantiles(self, u: Floats) -> Floats:
        """The value, everywhere."""
        return np.full_like(u, self.value)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A credit of which only a prior is known: a beta distribution on 0–100."""

    alpha: float
    beta: float

    @property
    def mean(self) -> float:
        """The prior's mean."""
        return 100 * self.alpha / (self.alpha + self.beta)

    def quantiles(self, u: Floats) -> Floats:
        """Of the beta distribution."""
        return 100 * _beta_quantiles(self.alpha, self.beta, u)


@dataclass(frozen=True, slots=True)
class Pert:
    """A point answer: most likely ``mode``, possible anywhere between ``low`` and ``high``."""

    low: float
    mode: float
    high: float
    weight: float  # λ, how much the mode counts against the ends

    @classmethod
    def around(cls, mode: float, half_width: float, weight: float) -> Pert:
        """The mode, half a width to either side, held within 0–100."""
        return cls(max(0.0, mode - half_width), mode, min(100.0, mode + half_width), weight)

    @property
    def mean(self) -> float:
        """(a + λm + b) / (λ + 2)."""
        return (self.low + self.weight * self.mode + self.high) / (self.weight + 2)

    def quantiles(self, u: Floats) -> Floats:
        """Of the stretched beta distribution."""
        width = self.high - self.low
        if width <= 0:
            return np.full_like(u, self.mode)
        theta = (self.mode - self.low) / width
        alpha, beta = 1 + self.weight * theta, 1 + self.weight * (1 - theta)
        return self.low + width * _beta_quantiles(alpha, beta, u)


@dataclass(frozen=True, slots=True)
class Range:
    """A low–likely–high answer: tenth percentile, mode and ninetieth percentile of the raw value."""

    low: float
    likely: float
    high: float
    goalposts: Goalposts
    scale: str
    weight: float

    @property
    def mean(self) -> float:
        """Expected credit, by quadrature over the quantiles."""
        return _range_mean(self)

    def quantiles(self, u: Floats) -> Floats:
        """Quantiles of the raw value, then normalised; draws are held at the goalposts."""
        start, width, theta = fit_range(self.low, self.likely, self.high, self.weight)
        alpha, beta = 1 + self.weight * theta, 1 + self.weight * (1 - theta)
        return credit(start + width * _beta_quantiles(alpha, beta, u), self.goalposts, self.scale)


@lru_cache(maxsize=4096)
def _range_mean(answer: Range) -> float:
    # u = sin²(πt/2) puts nodes into the tails, where an even grid would miss several points; its
    # derivative is the weight of each node.
    t = (np.arange(QUADRATURE_POINTS) + 0.5) / QUADRATURE_POINTS
    u = np.sin(np.pi * t / 2) ** 2
    node_weights = np.sin(np.pi * t)
    return float(np.average(answer.quantiles(u), weights=node_weights))


@lru_cache(maxsize=4096)
def fit_range(low: float, likely: float, high: float, weight: float) -> tuple[float, float, float]:
    """The PERT with P10 = low, mode = likely, P90 = high: its start, its width, and where in that
    width the mode stands (0–1).

    Unique when low ≤ likely ≤ high and low < high: the mode's place between the two percentiles
    rises with its place in the width, so one root is sought. A width of nought gives a point.
    """
    if high <= low:
        return low, 0.0, 0.5
    from scipy.optimize import brentq
    from scipy.special import betaincinv

    def percentiles(theta: float) -> tuple[float, float]:
        alpha, beta = 1 + weight * theta, 1 + weight * (1 - theta)
        return float(betaincinv(alpha, beta, 0.1)), float(betaincinv(alpha, beta, 0.9))

    target = (likely - low) / (high - low)

    def gap(theta: float) -> float:
        p10, p90 = percentiles(theta)
        return (theta - p10) / (p90 - p10) - target

    theta = float(brentq(gap, 0.0, 1.0, xtol=1e-14))
    p10, p90 = percentiles(theta)
    width = (high - low) / (p90 - p10)
    return likely - theta * width, width, theta


def _beta_quantiles(alpha: float, beta: float, u: Floats) -> Floats:
    from scipy.special import betaincinv

    return np.asarray(betaincinv(alpha, beta, u))
