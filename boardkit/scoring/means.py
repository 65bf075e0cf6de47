"""Means of every form that a method may declare: their values, their slopes and their plain sums.

A form is a power mean (0 geometric, 1 arithmetic, −1 harmonic), with a floor that keeps a nought from
wiping it out, taken of credits or, turned round, of exposures, and raised to a power of its own.
Sums are taken row by row, never by a matrix product: the result is the same to the last bit however
many threads the machine's linear algebra uses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from boardkit.methodology import Averaged
from boardkit.scoring.normalisation import Floats

Change = Callable[[Floats], Floats]


@dataclass(frozen=True, slots=True)
class Form:
    """How several scores, each 0–100, become one."""

    power: float
    floor: float = 0.0
    turned: bool = False  # the mean is of 100 less each score
    raised_to: float = 1.0  # the mean, as a share of 100, is raised to this

    @classmethod
    def of(cls, declared: Averaged) -> Form:
        """The form that a dimension or composite declares."""
        turned = declared.averaged == "exposure"
        return cls(declared.mean, declared.floor, turned, declared.raised_to)

    @property
    def is_sum(self) -> bool:
        """Whether it is a plain weighted sum: floors and turning go in and come out again."""
        return self.power == 1 and self.raised_to == 1

    def is_sum_of(self, count: int) -> bool:
        """The same of so many scores: any mean of a single one is that one."""
        return self.is_sum or (count == 1 and self.raised_to == 1)

    def mean(self, values: Sequence[Floats] | Floats, weights: Sequence[float] | Floats) -> Floats:
        """The weighted mean over the first axis."""
        total = float(sum(weights))
        shares = [float(weight) / total for weight in weights]
        if self.is_sum:
            return weighted_sum(values, shares)
        with np.errstate(divide="ignore", over="ignore"):
            lifted = [self._lifted(value) for value in values]
            if self.power == 0:
                mean = np.exp(weighted_sum([np.log(value) for value in lifted], shares))
            elif self.power == 1:
                mean = weighted_sum(lifted, shares)
            else:
                powers = [np.power(value, self.power) for value in lifted]
                mean = np.power(weighted_sum(powers, shares), 1 / self.power)
        return self._put_back(mean)

    def _lifted(self, value: Floats) -> Floats:
        """Values first move to f + (1 − f/100)·s; the mean is moved back.

        Rounding may leave a score a hair past 100, or under 0, of which there is no logarithm.
        """
        score = np.maximum(100 - value, 0) if self.turned else value
        return np.asarray(self.floor + (1 - self.floor / 100) * score)

    def _put_back(self, mean: Floats) -> Floats:
        low = np.clip((mean - self.floor) / (1 - self.floor / 100), 0, 100)
        if self.raised_to != 1:
            low = 100 * (low / 100) ** self.raised_to
        return 100 - low if self.turned else low

    # How fast it moves

    def slopes(
        self, values: Sequence[Floats], weights: Sequence[Floats]
    ) -> tuple[Floats, Floats, Floats]:
        """The mean, and its slopes in each value and in each weight, over times in the last axis."""
        total = np.sum(weights, axis=0)
        shares = np.asarray(weights) / total
        if self.is_sum:
            mean = np.sum(shares * values, axis=0)
            return mean, shares, (np.asarray(values) - mean) / total
        lifted = self._lifted(np.asarray(values))
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            if self.power == 0:
                logs = np.log(lifted)
                mean = np.exp(np.sum(shares * logs, axis=0))
                by_weight = mean * (logs - np.log(mean))
            else:
                powers = lifted**self.power
                middle = np.sum(shares * powers, axis=0)
                mean = middle ** (1 / self.power)
                by_weight = mean ** (1 - self.power) * (powers - middle) / self.power
            by_value = shares * (mean / lifted) ** (1 - self.power)
            steepness, slope = self._steepness(mean), 1 - self.floor / 100
            by_value = by_value * steepness
            by_weight = by_weight * steepness / (total * slope)
        return (
            self._put_back(mean),
            finite(by_value),
            finite(-by_weight if self.turned else by_weight),
        )

    def _steepness(self, mean: Floats) -> Floats:
        """How much faster the mean moves once it is raised."""
        if self.raised_to == 1:
            return np.ones_like(mean)
        low = np.maximum((mean - self.floor) / (1 - self.floor / 100), 0)
        return np.asarray(self.raised_to * (low / 100) ** (self.raised_to - 1))

    # As a plain sum

    def as_sum(self) -> tuple[Change, Change]:
        """A rising function under which the mean is a plain weighted sum, and the way back."""
        if self.is_sum:
            return (lambda x: x), (lambda x: x)
        power = self.power
        rising = 1.0 if power >= 0 else -1.0
        sign = -rising if self.turned else rising

        def there(x: Floats) -> Floats:
            with np.errstate(divide="ignore", over="ignore"):
                lifted = self._lifted(x)
                return np.asarray(
                    sign * (np.log(lifted) if power == 0 else np.power(lifted, power))
                )

        def back(x: Floats) -> Floats:
            with np.errstate(divide="ignore", over="ignore"):
                mean = np.exp(sign * x) if power == 0 else np.power(sign * x, 1 / power)
                return self._put_back(mean)

        return there, back


def weighted_sum(values: Sequence[Floats] | Floats, shares: Sequence[float]) -> Floats:
    """The sum of values times shares, row by row."""
    total = np.asarray(np.multiply(values[0], shares[0]))
    part = np.empty_like(total)
    for value, share in zip(values[1:], shares[1:], strict=True):
        total += np.multiply(value, share, out=part)
    return total


def finite(values: Floats) -> Floats:
    """A slope is without bounds only where a nought stands still, and what stands still moves nothing."""
    return np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
