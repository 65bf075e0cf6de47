"""Axes: round steps, nought among them, and labels that keep apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkit.charts.axis import kept_apart, span, ticks

AMOUNTS = st.floats(-1e15, 1e15, allow_nan=False)


def test_steps_are_round_and_within() -> None:
    assert ticks(0, 500e6) == (0, 200e6, 400e6)
    assert ticks(-7, 144) == (0, 50, 100)
    assert ticks(-60, 10) == (-60, -40, -20, 0)


def test_the_span_takes_in_nought_and_has_a_length() -> None:
    assert span([200, 330]) == (0, 330)
    assert span([-5, -2]) == (-5, 0)
    assert span([0, 0]) == (0, 1)


@given(st.lists(AMOUNTS, min_size=1, max_size=5))
def test_any_amounts_have_a_few_steps_with_nought(values: list[float]) -> None:
    low, high = span(values)
    found = ticks(low, high)
    assert 0 in found
    assert 1 <= len(found) <= 6
    assert all(low * 1.001 <= tick <= high * 1.001 for tick in found)


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ([10, 50, 90], [10, 50, 90]),
        ([50, 50, 50], [50, 60, 70]),
        ([95, 98, 99], [80, 90, 100]),
        ([-5, -4], [0, 10]),
        ([], []),
    ],
)
def test_labels_keep_apart_and_inside(wanted: list[float], places: list[float]) -> None:
    assert kept_apart(wanted, 10, 0, 100) == places


@given(st.lists(st.floats(-50, 150), min_size=2, max_size=4))
def test_labels_keep_their_order_and_distance(wanted: list[float]) -> None:
    places = kept_apart(sorted(wanted), 12, 0, 100)
    assert all(b - a >= 12 - 1e-9 for a, b in pairwise(places))
    assert places[0] >= -1e-9
    assert places[-1] <= 100 + 1e-9
