"""The straight line from one assessment's credits and weights to another's, and how fast each
indicator moves each score along it.

On the way every indicator's expected credit goes evenly from what it was to what it is, and so does
its weight. What applies on one side only takes its credit from there, so that its weight alone moves.
A dimension or composite without a score on one side comes and goes in the same way, on account of the
indicators that made it apply.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from boardkit.methodology import Methodology
from boardkit.scoring.aggregation import cover, shown
from boardkit.scoring.means import Form, finite
from boardkit.scoring.normalisation import Floats

Ends = tuple[float, float]  # what something is on the earlier side, and on the later


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that a mean is taken over."""

    source: str  # the id of an indicator, dimension or composite
    weight: Ends
    owed_to: Mapping[str, float]  # the indicators on whose account its weight moves: shares of 1


@dataclass(frozen=True, slots=True)
class Mean:
    """One power mean of the path, and the cap that holds on both sides."""

    id: str
    inputs: tuple[Input, ...]
    form: Form
    cap: float


@dataclass(frozen=True, eq=False, slots=True)
class Motion:
    """What a score is at some times, and how fast each indicator moves it."""

    value: Floats  # shape (times,)
    rates: Floats  # shape (indicators, times)
    above: Floats  # how far it would stand above its cap, shape (times,)


@dataclass(frozen=True, eq=False)
class Path:
    """From one side to the other, both under one method."""

    method: Methodology
    credits: Mapping[str, Ends]  # by indicator
    means: tuple[Mean, ...]  # inner ones first

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each indicator stands in the rates."""
        return {name: row for row, name in enumerate(self.credits)}

    def motions(self, times: Floats) -> dict[str, Motion]:
        """Every dimension and composite at these times, in credit."""
        moved: dict[str, Motion] = {}
        for mean in self.means:
            moved[mean.id] = self._motion(mean, moved, times)
        return moved

    def _motion(self, mean: Mean, moved: Mapping[str, Motion], times: Floats) -> Motion:
        inner = [moved.get(one.source) for one in mean.inputs]
        values = [
            _between(self.credits[one.source], times) if motion is None else motion.value
            for one, motion in zip(mean.inputs, inner, strict=True)
        ]
        weights = [_between(one.weight, times) for one in mean.inputs]
        value, by_value, by_weight = mean.form.slopes(values, weights)
        rates = np.zeros((len(self.credits), len(times)))
        for one, motion, slope, pull in zip(mean.inputs, inner, by_value, by_weight, strict=True):
            if motion is not None:
                rates += slope * motion.rates
            else:
                start, end = self.credits[one.source]
                rates[self.places[one.source]] += slope * (end - start)
            step = one.weight[1] - one.weight[0]
            for name, share in one.owed_to.items() if step else ():
                rates[self.places[name]] += pull * (step * share)
        capped = value >= mean.cap
        return Motion(np.minimum(value, mean.cap), np.where(capped, 0.0, rates), value - mean.cap)

    def headline(self, moved: Mapping[str, Motion]) -> Floats:
        """How fast each indicator moves the headline, shape (indicators, times).

        N = S · Π (1 − c(W)): its composite moves it by ± Π, and each way out W by −S · c′(W) times
        what the other ways leave.
        """
        head = self.method.headline
        start = moved[head.composite]
        sign = -1.0 if self.method.composite(head.composite).shown == "exposure" else 1.0
        base = shown(self.method, head.composite, start.value)
        left = [1 - cover(self.method, moved[way].value) for way in head.covered_by]
        rates = start.rates * (sign * _product(left, base))
        for index, way in enumerate(head.covered_by):
            others = _product(left[:index] + left[index + 1 :], base)
            rates = rates - moved[way].rates * (base * others * self._steepness(moved[way].value))
        return rates

    def _steepness(self, credit: Floats) -> Floats:
        """How fast a cover grows with the credit of its way out."""
        power = self.method.headline.cover_exponent
        with np.errstate(divide="ignore"):
            return finite(power / 100 * (credit / 100) ** (power - 1))

    def above_caps(self, times: Floats) -> Floats:
        """How far each capped mean would stand above its cap, shape (capped, times)."""
        moved = self.motions(times)
        above = [moved[mean.id].above for mean in self.means if mean.cap < 100]
        return np.array(above).reshape(len(above), len(times))


def _between(ends: Ends, times: Floats) -> Floats:
    return ends[0] + (ends[1] - ends[0]) * times


def _product(factors: Sequence[Floats], like: Floats) -> Floats:
    return np.asarray(np.prod([np.ones_like(like), *factors], axis=0))
