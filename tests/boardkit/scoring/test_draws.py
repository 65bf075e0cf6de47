import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.stats.qmc import Sobol

from boardkit.scoring.distributions import Pert, Range, Unknown
from boardkit.scoring.draws import Source, normals, places_of, uniforms

COUNT = 4096
DIMENSIONS = st.lists(st.integers(0, 200), min_size=1, max_size=5, unique=True)


@settings(deadline=None, max_examples=20)
@given(DIMENSIONS)
def test_points_are_sobols_moved_to_the_middle_of_their_cells(dimensions: list[int]) -> None:
    oracle = Sobol(201, scramble=False).random(COUNT)[:, dimensions].T
    assert uniforms(tuple(dimensions), COUNT) == pytest.approx(oracle + 0.5 / COUNT, abs=1e-12)


@settings(deadline=None, max_examples=20)
@given(DIMENSIONS, st.sampled_from([300, 1000, 4096, 10000]))
def test_a_dimension_is_the_same_whatever_others_there_are(
    dimensions: list[int], count: int
) -> None:
    together = uniforms(tuple(dimensions), count)
    alone = uniforms((dimensions[-1],), count)
    assert np.array_equal(together[-1], alone[0])
    assert together.min() > 0
    assert together.max() < 1


def test_a_questions_draws_depend_on_its_own_number_only() -> None:
    few, many = places_of((7,), 0.3, COUNT), places_of((3, 7, 90), 0.3, COUNT)
    answer = Pert.around(60, 25, 4)
    assert np.array_equal(few.row(0, answer), many.row(1, answer))
    assert not np.array_equal(few.row(0, answer), many.row(2, answer))


@pytest.mark.parametrize(
    ("answer", "oracle"),
    [
        (Unknown(1, 2), stats.beta(1, 2, 0, 100)),
        (Unknown(1, 1), stats.uniform(0, 100)),
        (Pert.around(50, 25, 4), stats.beta(3, 3, 25, 50)),
        (Pert.around(100, 25, 4), stats.beta(5, 1, 75, 25)),
    ],
)
def test_draws_have_the_distribution_that_they_are_of(
    answer: Unknown | Pert, oracle: stats.rv_continuous
) -> None:
    drawn = places_of((11,), 0.3, COUNT).row(0, answer)
    assert drawn.mean() == pytest.approx(answer.mean, abs=0.02)
    assert drawn.var() == pytest.approx(answer.variance, rel=0.01)
    assert stats.kstest(drawn, oracle.cdf).statistic < 0.005


@pytest.mark.parametrize("rho", [0.0, 0.3, 0.8])
def test_answers_share_as_much_optimism_as_the_method_says(rho: float) -> None:
    shared = normals((0,), COUNT)[0]
    places = places_of((2, 9, 14), rho, COUNT)
    uniform = [places.row(row, Unknown(1, 1)) / 100 for row in range(3)]
    z = np.array([stats.norm.ppf(u) for u in uniform])
    found = np.asarray(np.corrcoef([shared, *z]))
    assert found[0, 1:] == pytest.approx([np.sqrt(rho)] * 3, abs=0.01)
    assert found[1, 2:] == pytest.approx([rho, rho], abs=0.01)


def test_optimism_is_high_credit_everywhere() -> None:
    shared = normals((0,), COUNT)[0]
    falling = Range(20, 30, 50, ((10.0, 100.0), (90.0, 0.0)), "linear", 4)
    rising = Range(20, 30, 50, ((10.0, 0.0), (90.0, 100.0)), "linear", 4)
    places = places_of((1, 2), 0.3, COUNT)
    for row, answer in enumerate((falling, rising)):
        assert np.asarray(np.corrcoef(shared, places.row(row, answer)))[0, 1] > 0.4


def test_the_two_sets_of_draws_have_nothing_in_common() -> None:
    numbers = (1, 5, 40)
    first, second = (places_of(numbers, 0.3, COUNT, s) for s in (Source(0, 0), Source(1, 1)))
    rows = [p.row(row, Unknown(1, 1)) for p in (first, second) for row in range(3)]
    assert np.abs(np.asarray(np.corrcoef(rows))[:3, 3:]).max() < 0.02


def test_optimism_can_be_kept_while_the_rest_is_drawn_anew() -> None:
    rows = [
        places_of((5,), 0.3, COUNT, source).row(0, Unknown(1, 1))
        for source in (Source(0, 0), Source(0, 1), Source(1, 0))
    ]
    pairs = np.asarray(np.corrcoef(stats.norm.ppf(np.array(rows) / 100)))
    assert pairs[0, 1] == pytest.approx(0.3, abs=0.01)
    assert pairs[0, 2] == pytest.approx(0.7, abs=0.01)
    assert pairs[1, 2] == pytest.approx(0.0, abs=0.01)
