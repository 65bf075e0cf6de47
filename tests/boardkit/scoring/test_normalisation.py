import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkit.goalposts import Goalposts, credit_of, nearest_raw
from boardkit.scoring.normalisation import credit


@given(st.floats(-1e6, 1e6), st.floats(-100, 100), st.floats(0.1, 100))
def test_two_goalposts_give_the_textbook_formula(raw: float, low: float, width: float) -> None:
    expected = 100 * min(max((raw - low) / width, 0), 1)
    assert float(credit(raw, ((low, 0), (low + width, 100)))) == pytest.approx(expected, abs=1e-6)


def test_falling_goalposts_turn_the_direction_round() -> None:
    posts = ((10.0, 100.0), (50.0, 40.0), (90.0, 0.0))
    assert credit([5, 10, 30, 50, 70, 90, 95], posts) == pytest.approx([100, 100, 70, 40, 20, 0, 0])


def test_the_logarithm_is_natural_and_holds_what_lies_below() -> None:
    posts = ((100.0, 0.0), (75000.0, 100.0))
    middle = math.sqrt(100 * 75000)
    assert credit([0, 100, middle, 75000, 1e9], posts, "log") == pytest.approx([0, 0, 50, 100, 100])


def test_any_shape_goes_through() -> None:
    assert credit(np.zeros((3, 4, 2)), ((0, 0), (1, 100))).shape == (3, 4, 2)


POSTS = st.sampled_from(
    [
        ((0.0, 0.0), (100.0, 100.0)),
        ((10.0, 100.0), (50.0, 40.0), (90.0, 0.0)),
        ((1.0, 0.0), (5.0, 30.0), (9.0, 30.0), (20.0, 100.0)),
        ((1.0, 0.0), (10.0, 100.0), (30.0, 20.0)),
    ]
)


@given(POSTS, st.floats(-50, 200))
def test_one_value_earns_what_an_array_does(posts: Goalposts, raw: float) -> None:
    assert credit_of(raw, posts) == pytest.approx(float(credit(raw, posts)), abs=1e-9)


@given(st.floats(-50, 2e5))
def test_one_value_earns_the_same_in_logarithms(raw: float) -> None:
    posts = ((100.0, 0.0), (75000.0, 100.0))
    assert credit_of(raw, posts, "log") == pytest.approx(float(credit(raw, posts, "log")), abs=1e-9)


@settings(deadline=None, max_examples=40)
@given(POSTS, st.floats(0, 100), st.floats(2, 80))
def test_the_nearest_raw_value_earns_what_was_sought(
    posts: Goalposts, target: float, raw: float
) -> None:
    found = nearest_raw(target, raw, posts)
    assert found is not None
    assert credit_of(found, posts) == pytest.approx(target, abs=1e-6)
    grid = np.linspace(posts[0][0], posts[-1][0], 20001)
    near = grid[np.abs(credit(grid, posts) - target) < 1e-9]
    assert all(abs(found - raw) <= abs(other - raw) + 1e-6 for other in near)


def test_no_raw_value_earns_more_than_the_goalposts_give() -> None:
    assert nearest_raw(90, 5, ((0, 0), (10, 80))) is None
