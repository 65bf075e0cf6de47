"""How sure an indicator is: its credit, 0–100, as a distribution.

One family, the PERT: a beta distribution stretched over a support, with α = 1 + λ(m − a)/(b − a) and
β = 1 + λ(b − m)/(b − a) (Malcolm et al., *Operations Research* 7, 1959; Vose, *Risk Analysis*, 2008).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np

from boardkit.goalposts import Goalposts
from boardkit.scoring.normalisation import Floats, credit

CELLS = 2000  # of the quadrature over a range
NODES = 512  # of a table of quantiles
HALVINGS = 60  # of the interval in which a root is sought: beyond the precision of a float


class Distribution(Protocol):
    """The credit of one indicator, as far as it is known."""

    @property
    def mean(self) -> float:
        """Expected credit."""

    @property
    def variance(self) -> float:
        """Variance of the credit, in squared points."""

    def quantiles(self, u: Floats) -> Floats:
        """Credit at each probability in ``u``."""

    def __hash__(self) -> int:
        """Equal distributions are one key: their tables are kept."""


@dataclass(frozen=True, slots=True)
class Certain:
    """A credit that is known exactly."""

    value: float

    @property
    def mean(self) -> float:
        """The value."""
        return self.value

    @property
    def variance(self) -> float:
        """None at all."""
        return 0.0

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

    @property
    def variance(self) -> float:
        """The prior's."""
        return 100**2 * _beta_variance(self.alpha, self.beta)

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

    @property
    def variance(self) -> float:
        """(μ − a)(b − μ) / (λ + 3)."""
        return (self.mean - self.low) * (self.high - self.mean) / (self.weight + 3)

    def quantiles(self, u: Floats) -> Floats:
        """Of the stretched beta distribution."""
        width = self.high - self.low
        if width <= 0:
            return np.full_like(u, self.mode)
        alpha, beta = _shape((self.mode - self.low) / width, self.weight)
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
        """Expected credit, by quadrature over the raw value."""
        return _range_moments(self)[0]

    @property
    def variance(self) -> float:
        """By the same quadrature."""
        return _range_moments(self)[1]

    def quantiles(self, u: Floats) -> Floats:
        """Draws of the raw value, then normalised and held at the goalposts.

        Where credit falls as the raw value rises, the raw quantile is taken at 1 − u: a high draw
        is high credit everywhere, so that shared optimism pulls every indicator the same way.
        """
        start, width, theta = fit_range(self.low, self.likely, self.high, self.weight)
        alpha, beta = _shape(theta, self.weight)
        falls = self.goalposts[-1][1] < self.goalposts[0][1]
        share = 1 - _beta_quantiles(beta, alpha, u) if falls else _beta_quantiles(alpha, beta, u)
        return credit(start + width * share, self.goalposts, self.scale)


@lru_cache(maxsize=4096)
def _range_moments(answer: Range) -> tuple[float, float]:
    """Mean and variance of the credit: cells of the support, weighed by their probability."""
    from scipy.special import betainc

    start, width, theta = fit_range(answer.low, answer.likely, answer.high, answer.weight)
    alpha, beta = _shape(theta, answer.weight)
    edges = np.linspace(0.0, 1.0, CELLS + 1)
    masses = np.diff(betainc(alpha, beta, edges))
    middles = start + width * (edges[1:] + edges[:-1]) / 2
    values = credit(middles, answer.goalposts, answer.scale)
    mean = float(np.sum(masses * values))
    return mean, float(np.sum(masses * (values - mean) ** 2))


@lru_cache(maxsize=4096)
def fit_range(low: float, likely: float, high: float, weight: float) -> tuple[float, float, float]:
    """The PERT with P10 = low, mode = likely, P90 = high: its start, its width, and where in that
    width the mode stands (0–1).

    Unique when low ≤ likely ≤ high and low < high: the mode's place between the two percentiles
    rises with its place in the width, so one root is sought. A width of nought gives a point.
    """
    if high <= low:
        return low, 0.0, 0.5
    target = (likely - low) / (high - low)
    below, above = 0.0, 1.0
    for _ in range(HALVINGS):
        theta = (below + above) / 2
        p10, p90 = _tenths(theta, weight)
        if (theta - p10) / (p90 - p10) < target:
            below = theta
        else:
            above = theta
    theta = (below + above) / 2
    p10, p90 = _tenths(theta, weight)
    width = (high - low) / (p90 - p10)
    return likely - theta * width, width, theta


def _tenths(theta: float, weight: float) -> tuple[float, float]:
    """P10 and P90 of the PERT on 0–1 with its mode at ``theta``."""
    from scipy.special import betaincinv

    alpha, beta = _shape(theta, weight)
    return float(betaincinv(alpha, beta, 0.1)), float(betaincinv(alpha, beta, 0.9))


# Tables


@lru_cache(maxsize=4096)
def table_of(distribution: Distribution) -> tuple[Floats, Floats]:
    """Quantiles at u = sin²(πt/2) for NODES + 1 even t from 0 to 1, and the steps between them.

    The sine puts the nodes into the tails: an even grid in u would miss them by several points.
    """
    values = distribution.quantiles(_PROBABILITIES)
    values.setflags(write=False)
    steps = np.diff(values)
    steps.setflags(write=False)
    return values, steps


_PROBABILITIES: Floats = np.sin(np.pi / 2 * np.arange(NODES + 1) / NODES) ** 2


def _shape(theta: float, weight: float) -> tuple[float, float]:
    """α and β of the PERT on 0–1 with its mode at ``theta``."""
    return 1 + weight * theta, 1 + weight * (1 - theta)


def _beta_variance(alpha: float, beta: float) -> float:
    total = alpha + beta
    return alpha * beta / (total**2 * (total + 1))


def _beta_quantiles(alpha: float, beta: float, u: Floats) -> Floats:
    # Most answers share a few shapes, so the tables of these are worth keeping.
    if u is _PROBABILITIES:
        return _beta_table(alpha, beta)
    from scipy.special import betaincinv

    return np.asarray(betaincinv(alpha, beta, u))


@lru_cache(maxsize=1024)
def _beta_table(alpha: float, beta: float) -> Floats:
    from scipy.special import betaincinv

    return np.asarray(betaincinv(alpha, beta, _PROBABILITIES))
