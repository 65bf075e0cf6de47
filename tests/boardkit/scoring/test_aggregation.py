import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from boardkit.scoring.aggregation import power_mean

VALUES = st.lists(st.floats(0.5, 100), min_size=1, max_size=6)


@given(VALUES, st.data())
def test_power_means_agree_with_scipys(values: list[float], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.floats(0.1, 5), min_size=len(values), max_size=len(values)))
    x, w = np.array(values), np.array(weights)
    assert float(power_mean(x, w, 1)) == pytest.approx(np.average(x, weights=w))
    assert float(power_mean(x, w, 0)) == pytest.approx(stats.gmean(x, weights=w))
    assert float(power_mean(x, w, -1)) == pytest.approx(stats.hmean(x, weights=w))
    assert float(power_mean(x, w, 2)) == pytest.approx(stats.pmean(x, 2, weights=w))


@given(VALUES, st.sampled_from([-1.0, 0.0, 1.0, 2.0]), st.sampled_from([0.0, 1.0, 10.0]))
def test_a_mean_lies_between_its_ends_and_rises_with_each(
    values: list[float], power: float, floor: float
) -> None:
    x, w = np.array(values), np.ones(len(values))
    mean = float(power_mean(x, w, power, floor))
    assert x.min() - 1e-9 <= mean <= x.max() + 1e-9
    better = np.minimum(x + np.eye(len(x))[0] * 5, 100)
    assert float(power_mean(better, w, power, floor)) >= mean - 1e-9


def test_a_nought_wipes_out_a_geometric_mean_unless_there_is_a_floor() -> None:
    x, w = np.array([0.0, 100.0]), np.ones(2)
    assert float(power_mean(x, w, 0)) == 0
    assert float(power_mean(x, w, -1)) == 0
    assert float(power_mean(x, w, 0, floor=1)) == pytest.approx((10 - 1) / 0.99)


def test_draws_are_carried_through() -> None:
    x = np.random.default_rng(7).uniform(0, 100, (3, 5, 2))
    together = power_mean(x, np.array([1, 2, 3]), 0, 1)
    assert together.shape == (5, 2)
    assert together[4, 1] == pytest.approx(float(power_mean(x[:, 4, 1], np.array([1, 2, 3]), 0, 1)))
