import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from boardkit.scoring.distributions import (
    NODES,
    Certain,
    Pert,
    Range,
    Unknown,
    fit_range,
    table_of,
)
from boardkit.scoring.normalisation import credit

CREDITS = st.floats(0, 100)
WIDTHS = st.sampled_from([2.5, 7.5, 12.5, 25.0])
U = np.linspace(0.001, 0.999, 201)


def scipy_pert(low: float, mode: float, high: float, weight: float = 4) -> stats.rv_continuous:
    width = high - low
    return stats.beta(
        1 + weight * (mode - low) / width, 1 + weight * (high - mode) / width, low, width
    )


@given(CREDITS, WIDTHS)
def test_a_point_answer_is_scipys_beta_stretched_over_its_support(x: float, half: float) -> None:
    answer = Pert.around(x, half, 4)
    oracle = scipy_pert(answer.low, answer.mode, answer.high)
    assert answer.mean == pytest.approx(oracle.mean(), abs=1e-9)
    assert answer.quantiles(U) == pytest.approx(oracle.ppf(U), abs=1e-6)


def test_full_marks_on_judgement_have_mean_95_8() -> None:
    assert Pert.around(100, 25, 4).mean == pytest.approx(95.83, abs=0.005)


def test_the_priors_are_what_ignorance_is_worth() -> None:
    assert Unknown(1, 1).mean == pytest.approx(50)
    assert Unknown(1, 2).mean == pytest.approx(100 / 3)
    assert Unknown(1, 2).quantiles(U) == pytest.approx(100 * stats.beta(1, 2).ppf(U), abs=1e-9)


def test_what_is_certain_does_not_spread() -> None:
    assert set(Certain(40.0).quantiles(U)) == {40.0}


@given(st.floats(-50, 50), st.floats(0, 1), st.floats(0.1, 100))
def test_a_range_has_its_percentiles_and_mode_where_they_were_given(
    low: float, place: float, width: float
) -> None:
    high = low + width
    likely = low + place * width
    start, span, theta = fit_range(low, likely, high, 4)
    oracle = stats.beta(1 + 4 * theta, 5 - 4 * theta, start, span)
    assert oracle.ppf(0.1) == pytest.approx(low, abs=1e-6 * width)
    assert oracle.ppf(0.9) == pytest.approx(high, abs=1e-6 * width)
    assert start + theta * span == pytest.approx(likely, abs=1e-9 * max(1, abs(likely), width))


POSTS = ((0.0, 0.0), (2.0, 50.0), (6.0, 100.0))


@pytest.mark.parametrize(("low", "likely", "high"), [(1, 2, 4), (-2, 0, 1), (3, 8, 9), (0, 0, 5)])
def test_the_mean_of_a_range_is_the_integral_over_its_density(
    low: float, likely: float, high: float
) -> None:
    answer = Range(low, likely, high, POSTS, "linear", 4)
    start, span, theta = fit_range(low, likely, high, 4)
    density = stats.beta(1 + 4 * theta, 5 - 4 * theta, start, span)
    oracle, _ = integrate.quad(
        lambda r: float(credit(r, POSTS)) * density.pdf(r),
        start, start + span, points=[p for p in (0, 2, 6) if start < p < start + span], limit=200,
    )  # fmt: skip
    assert answer.mean == pytest.approx(oracle, abs=1e-4)


def test_draws_of_a_range_are_held_at_the_goalposts() -> None:
    drawn = Range(-5, 3, 20, POSTS, "linear", 4).quantiles(U)
    assert drawn.min() >= 0
    assert drawn.max() <= 100
    assert np.all(np.diff(drawn) >= 0)


# What the draws need


@settings(deadline=None)
@given(CREDITS, WIDTHS)
def test_the_variance_of_a_point_answer_is_scipys(x: float, half: float) -> None:
    answer = Pert.around(x, half, 4)
    oracle = scipy_pert(answer.low, answer.mode, answer.high)
    assert answer.variance == pytest.approx(oracle.var(), abs=1e-9)


def test_the_variance_of_priors_and_of_what_is_certain() -> None:
    assert Unknown(1, 2).variance == pytest.approx(100**2 * stats.beta(1, 2).var())
    assert Certain(40.0).variance == 0


def test_the_variance_of_a_range_is_the_integral_over_its_density() -> None:
    answer = Range(1, 2, 4, POSTS, "linear", 4)
    start, span, theta = fit_range(1, 2, 4, 4)
    density = stats.beta(1 + 4 * theta, 5 - 4 * theta, start, span)
    oracle, _ = integrate.quad(
        lambda r: (float(credit(r, POSTS)) - answer.mean) ** 2 * density.pdf(r),
        start, start + span, points=[2], limit=200,
    )  # fmt: skip
    assert answer.variance == pytest.approx(oracle, abs=1e-2)


@settings(deadline=None)
@given(st.floats(0.1, 50), st.floats(0, 1), st.floats(0.1, 50), st.sampled_from(["linear", "log"]))
def test_a_high_draw_is_high_credit_whichever_way_the_goalposts_run(
    low: float, place: float, width: float, scale: str
) -> None:
    likely, high = low + place * width, low + width
    rising, falling = ((1.0, 0.0), (40.0, 100.0)), ((1.0, 100.0), (40.0, 0.0))
    up = Range(low, likely, high, rising, scale, 4).quantiles(U)
    down = Range(low, likely, high, falling, scale, 4).quantiles(U)
    assert np.all(np.diff(up) >= -1e-9)
    assert np.all(np.diff(down) >= -1e-9)
    assert down == pytest.approx(100 - up[::-1], abs=1e-6)


TAILS = np.array([1e-4, 1e-3, 0.01, 0.1, 0.5, 0.9, 0.99, 1 - 1e-3, 1 - 1e-4])


@pytest.mark.parametrize(
    "answer",
    [Pert.around(0, 25, 4), Pert.around(100, 25, 4), Pert.around(50, 25, 4),
     Pert.around(40, 50, 4), Unknown(1, 1), Unknown(1, 2)],
)  # fmt: skip
def test_tables_of_quantiles_are_right_in_the_tails_too(answer: Pert | Unknown) -> None:
    values, steps = table_of(answer)
    place = np.arcsin(np.sqrt(TAILS)) * 2 / np.pi * NODES
    cell = place.astype(int)
    found = values[cell] + (place - cell) * steps[cell]
    assert found == pytest.approx(answer.quantiles(TAILS), abs=0.03)
