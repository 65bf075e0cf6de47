"""Sobol' indices of functions whose indices are known."""

from collections.abc import Callable

import numpy as np
import pytest

from boardkit.scoring.draws import uniforms
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.sobol import Indices, indices

COUNT = 4096


def found(function: Callable[[Floats], Floats], inputs: int) -> list[Indices]:
    a = uniforms(tuple(range(2, 2 + 2 * inputs, 2)), COUNT)
    b = uniforms(tuple(range(3, 3 + 2 * inputs, 2)), COUNT)
    of_a, of_b = function(a), function(b)
    result = []
    for i in range(inputs):
        mixed = a.copy()
        mixed[i] = b[i]
        result.append(indices(of_a, of_b, function(mixed)))
    return result


def test_ishigami() -> None:
    """Ishigami and Homma 1990: a strong interaction, and an input that does nothing by itself."""
    a, b = 7.0, 0.1

    def function(u: Floats) -> Floats:
        x = np.pi * (2 * u - 1)
        return np.asarray(np.sin(x[0]) + a * np.sin(x[1]) ** 2 + b * x[2] ** 4 * np.sin(x[0]))

    v1 = (1 + b * np.pi**4 / 5) ** 2 / 2
    v2 = a**2 / 8
    v13 = b**2 * np.pi**8 * (1 / 18 - 1 / 50)
    whole = v1 + v2 + v13
    one = found(function, 3)
    assert [i.first for i in one] == pytest.approx([v1 / whole, v2 / whole, 0], abs=0.015)
    expected = [(v1 + v13) / whole, v2 / whole, v13 / whole]
    assert [i.total for i in one] == pytest.approx(expected, abs=0.01)


def test_sobols_g() -> None:
    """Saltelli and Sobol' 1995: a product of eight inputs that matter less and less."""
    a = np.array([0, 1, 4.5, 9, 99, 99, 99, 99])

    def function(u: Floats) -> Floats:
        return np.asarray(np.prod((np.abs(4 * u - 2) + a[:, None]) / (1 + a[:, None]), axis=0))

    parts = 1 / (3 * (1 + a) ** 2)
    whole = np.prod(1 + parts) - 1
    one = found(function, 8)
    assert [i.first for i in one] == pytest.approx(parts / whole, abs=0.005)
    total = parts * np.prod(1 + parts) / (1 + parts) / whole
    assert [i.total for i in one] == pytest.approx(total, abs=0.005)


def test_a_plain_sum_has_no_interactions() -> None:
    weights = np.array([1.0, 2.0, 3.0])
    one = found(lambda u: np.asarray((weights[:, None] * u).sum(axis=0)), 3)
    expected = weights**2 / (weights**2).sum()
    assert [i.first for i in one] == pytest.approx(expected, abs=0.005)
    assert [i.total for i in one] == pytest.approx(expected, abs=0.005)


def test_what_never_varies_has_no_indices() -> None:
    constant = np.full(COUNT, 4.0)
    assert indices(constant, constant, constant) == Indices(0.0, 0.0)
