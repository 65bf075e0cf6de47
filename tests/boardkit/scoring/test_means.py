import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from boardkit.scoring.means import Form

VALUES = st.lists(st.floats(0.5, 99.5), min_size=1, max_size=6)
FORMS = st.builds(
    Form,
    power=st.sampled_from([-100.0, -2.5, -1.0, 0.0, 0.5, 1.0, 2.0, 100.0]),
    floor=st.sampled_from([0.0, 1.0, 10.0]),
    turned=st.booleans(),
    raised_to=st.sampled_from([0.5, 1.0, 3.0]),
)
ALIKE = FORMS.filter(lambda form: form.raised_to == 1)


def mean(form: Form, values: object, weights: object) -> float:
    return float(form.mean(np.asarray(values, dtype=float), np.asarray(weights, dtype=float)))


@given(VALUES, st.data())
def test_power_means_agree_with_scipys(values: list[float], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.floats(0.1, 5), min_size=len(values), max_size=len(values)))
    x, w = np.array(values), np.array(weights)
    assert mean(Form(1), x, w) == pytest.approx(np.average(x, weights=w))
    assert mean(Form(0), x, w) == pytest.approx(stats.gmean(x, weights=w))
    assert mean(Form(-1), x, w) == pytest.approx(stats.hmean(x, weights=w))
    assert mean(Form(2), x, w) == pytest.approx(stats.pmean(x, 2, weights=w))
    turned = 100 - stats.gmean(100 - x, weights=w)
    assert mean(Form(0, turned=True), x, w) == pytest.approx(turned)


@given(VALUES, ALIKE)
def test_a_mean_lies_between_its_ends_and_rises_with_each(values: list[float], form: Form) -> None:
    x, w = np.array(values), np.ones(len(values))
    found = mean(form, x, w)
    assert x.min() - 1e-9 <= found <= x.max() + 1e-9
    better = np.minimum(x + np.eye(len(x))[0] * 5, 100)
    assert mean(form, better, w) >= found - 1e-9


def test_a_nought_wipes_out_a_geometric_mean_unless_there_is_a_floor() -> None:
    assert mean(Form(0), [0, 100], [1, 1]) == 0
    assert mean(Form(-1), [0, 100], [1, 1]) == 0
    assert mean(Form(0, floor=1), [0, 100], [1, 1]) == pytest.approx((10 - 1) / 0.99)


def test_of_exposures_it_is_one_without_any_that_brings_it_to_nought() -> None:
    assert mean(Form(0, turned=True), [100, 0], [1, 1]) == 100
    assert mean(Form(-1, turned=True), [100, 0], [1, 1]) == 100


def test_a_hair_past_the_scale_is_its_end() -> None:
    assert mean(Form(0, turned=True), [100 + 2e-14, 40], [1, 1]) == 100
    random = np.random.default_rng(4)
    for shares in random.uniform(0.1, 5, (200, 3)):  # whose sum is a hair off 1
        lowest = Form(0, floor=10).mean(np.zeros((3, 1)), shares)
        assert 0 <= lowest[0] < 1e-12


def test_a_geometric_mean_raised_to_the_number_of_its_parts_is_their_product() -> None:
    assert mean(Form(0, raised_to=3), [80, 50, 25], [1, 1, 1]) == pytest.approx(10)
    assert mean(Form(0, turned=True, raised_to=2), [60, 20], [1, 1]) == pytest.approx(100 - 32)


def test_the_farthest_powers_are_as_good_as_the_lowest_and_the_highest() -> None:
    x = [20, 50, 90]
    assert mean(Form(-100), x, [1, 1, 1]) == pytest.approx(20, rel=0.012)
    assert mean(Form(100), x, [1, 1, 1]) == pytest.approx(90, rel=0.012)
    assert mean(Form(-100), [0, 50], [1, 1]) == 0


def test_draws_are_carried_through() -> None:
    x = np.random.default_rng(7).uniform(0, 100, (3, 5, 2))
    together = Form(0, 1).mean(x, np.array([1, 2, 3]))
    assert together.shape == (5, 2)
    assert together[4, 1] == pytest.approx(mean(Form(0, 1), x[:, 4, 1], [1, 2, 3]))


@given(VALUES, FORMS)
def test_as_a_plain_sum_it_is_the_same_mean(values: list[float], form: Form) -> None:
    x, w = np.array(values), np.arange(1.0, len(values) + 1)
    there, back = form.as_sum()
    total = np.array(sum(share * there(one) for one, share in zip(x, w / w.sum(), strict=True)))
    assert float(back(total)) == pytest.approx(mean(form, x, w), rel=1e-6, abs=1e-6)
    assert float(there(x.min())) <= float(there(x.min() + 0.5))


@given(
    st.lists(st.floats(5, 95), min_size=2, max_size=4),
    FORMS.filter(lambda form: abs(form.power) < 100),
)
def test_slopes_are_those_of_small_steps(values: list[float], form: Form) -> None:
    x, w, step = np.array(values), np.arange(1.0, len(values) + 1), 1e-4
    value, by_value, by_weight = form.slopes(x[:, None], w[:, None])  # type: ignore[arg-type]
    assert float(value[0]) == pytest.approx(mean(form, x, w))
    for i in range(len(x)):
        one = np.eye(len(x))[i] * step
        in_value = (mean(form, x + one, w) - mean(form, x - one, w)) / (2 * step)
        in_weight = (mean(form, x, w + one) - mean(form, x, w - one)) / (2 * step)
        assert float(by_value[i][0]) == pytest.approx(in_value, rel=1e-3, abs=1e-4)
        assert float(by_weight[i][0]) == pytest.approx(in_weight, rel=1e-3, abs=1e-4)
