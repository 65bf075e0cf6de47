"""From indicators to dimensions, composites and the headline.

Credits come as an array of shape (indicators, …): any further axes (scenarios, draws) are carried
through, so that one scenario and ten thousand take the same path.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from boardkit.methodology import Composite, Methodology
from boardkit.scoring.normalisation import Floats


def power_mean(values: Floats, weights: Floats, power: float, floor: float = 0.0) -> Floats:
    """The weighted power mean over the first axis, on 0–100.

    With a floor f, values first move to f + (1 − f/100)·s and the mean is moved back, so that a
    nought does not wipe out a geometric mean. power 0 is the geometric mean, −1 the harmonic one.
    """
    shares = np.asarray(weights, dtype=float) / np.sum(weights)
    slope = 1 - floor / 100
    lifted = floor + slope * values
    if power == 1:
        mean = np.tensordot(shares, lifted, axes=1)
    else:
        with np.errstate(divide="ignore"):
            if power == 0:
                mean = np.exp(np.tensordot(shares, np.log(lifted), axes=1))
            else:
                mean = np.tensordot(shares, np.power(lifted, power), axes=1) ** (1 / power)
    return np.asarray((mean - floor) / slope)


@dataclass(frozen=True)
class Structure:
    """Which indicators make which dimensions, and which dimensions make which composites."""

    methodology: Methodology
    members: Mapping[str, tuple[int, ...]]  # dimension id → rows of its indicators
    nominal: Floats  # (indicators,): the weight of each in its dimension if everything applied

    def composites_inner_first(self) -> tuple[Composite, ...]:
        """Composites in an order in which each comes after those inside it."""
        return inner_first(self.methodology.composites)


def inner_first(composites: Sequence[Composite]) -> tuple[Composite, ...]:
    """Composites in an order in which each comes after those inside it."""
    by_id = {composite.id: composite for composite in composites}
    done: dict[str, Composite] = {}

    def visit(composite: Composite) -> None:
        for member in composite.members:
            if member.of in by_id and member.of not in done:
                visit(by_id[member.of])
        done[composite.id] = composite

    for composite in composites:
        if composite.id not in done:
            visit(composite)
    return tuple(done.values())


@dataclass(frozen=True)
class Aggregate:
    """Credit of everything above the indicators; what has no score is absent."""

    dimensions: Mapping[str, Floats]
    uncapped: Mapping[str, Floats]
    composites: Mapping[str, Floats]
    headline: Floats | None


def aggregate(
    structure: Structure, credits: Floats, weights: Floats, caps: Mapping[str, float]
) -> Aggregate:
    """Scores for credits of shape (indicators, …) and weights of shape (indicators,).

    A dimension with less than the method's minimum of its nominal weight has no score, and hands
    its weight to the others of its composite. ``caps`` holds the lowest bound gate a composite.
    """
    method = structure.methodology
    scores: dict[str, Floats] = {}
    for dimension in method.dimensions:
        rows = list(structure.members.get(dimension.id, ()))
        if not is_scored(structure, weights, dimension.id):
            continue
        scores[dimension.id] = power_mean(
            credits[rows], weights[rows], dimension.mean, dimension.floor
        )
    dimensions = dict(scores)
    uncapped: dict[str, Floats] = {}
    composites: dict[str, Floats] = {}
    for composite in structure.composites_inner_first():
        there = [m for m in composite.members if m.of in scores and m.weight > 0]
        if not there:
            continue
        values = np.stack([scores[member.of] for member in there])
        shares = np.array([member.weight for member in there])
        mean = power_mean(values, shares, composite.mean, composite.floor)
        uncapped[composite.id] = mean
        scores[composite.id] = np.minimum(mean, caps.get(composite.id, 100.0))
        composites[composite.id] = scores[composite.id]
    return Aggregate(dimensions, uncapped, composites, headline(method, composites))


def is_scored(structure: Structure, weights: Floats, dimension: str) -> bool:
    """Whether enough of a dimension's nominal weight applies."""
    rows = list(structure.members.get(dimension, ()))
    applicable, nominal = weights[rows].sum(), structure.nominal[rows].sum()
    minimum = structure.methodology.applicable_minimum
    return bool(applicable > 0 and applicable >= minimum * nominal - 1e-12)


def headline(method: Methodology, composites: Mapping[str, Floats]) -> Floats | None:
    """The headline as it is shown; None when a composite that it needs has no score.

    N = S · Π (1 − c(W)) over the ways out W, with c(s) = (s/100)^exponent: a way out that is half
    built covers a quarter of what is at risk.
    """
    needed = (method.headline.composite, *method.headline.covered_by)
    if any(composite not in composites for composite in needed):
        return None
    left = shown(method, method.headline.composite, composites[method.headline.composite])
    for way in method.headline.covered_by:
        left = left * (1 - cover(method, composites[way]))
    return left


def cover(method: Methodology, credit: Floats) -> Floats:
    """The share, 0–1, of what is at risk that a way out of this credit covers."""
    return np.asarray((credit / 100) ** method.headline.cover_exponent)


def shown(method: Methodology, composite: str, credit: Floats) -> Floats:
    """A composite's credit in the direction in which it is printed."""
    return np.asarray(100 - credit if method.composite(composite).shown == "exposure" else credit)
