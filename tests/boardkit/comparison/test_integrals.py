"""Integrals whose values are known."""

import numpy as np
import pytest

from boardkit.comparison.integrals import crossings, integral


@pytest.mark.parametrize(
    ("function", "value"),
    [
        (lambda t: 3 * t**2, 1.0),
        (np.exp, np.e - 1),
        (lambda t: 1 / (0.01 + t), np.log(101)),
        (lambda t: 1 / (2 * np.sqrt(t)), 1.0),
        (lambda t: np.abs(t - 0.3), (0.3**2 + 0.7**2) / 2),
        (lambda t: t ** (-5 / 6) / 6, 1.0),
    ],
)
def test_an_integral_is_what_calculus_says(function: object, value: float) -> None:
    assert callable(function)
    found = integral(lambda t: np.array([function(t), 2 * function(t)]))
    # An endless slope at an end is closed in upon as far as halving goes.
    assert found == pytest.approx([value, 2 * value], abs=1e-4 if value == 1.0 else 1e-10)


def test_a_kink_that_is_told_costs_nothing() -> None:
    found = integral(lambda t: np.array([np.abs(t - 1 / 3)]), [1 / 3])
    assert found[0] == pytest.approx((1 / 9 + 4 / 9) / 2, abs=1e-15)


def test_every_crossing_is_found_to_the_last_digits() -> None:
    found = crossings(lambda t: np.array([t - 1 / 3, np.cos(3 * np.pi * t), t + 1]))
    assert sorted(found) == pytest.approx([1 / 6, 1 / 3, 1 / 2, 5 / 6], abs=1e-14)
