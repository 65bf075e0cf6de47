import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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
