import numpy as np
import pytest
from scipy import stats

from boardkit.content import shipped_questionnaire
from boardkit.examples import shipped_example
from boardkit.scoring.drivers import Driver, Drivers, drivers
from boardkit.scoring.engine import Scoring
from boardkit.scoring.sampling import sample
from tests.support.made_up_answers import assessment_of, level_everywhere
from tests.support.made_up_indices import answered, composite, index, number

QUESTIONNAIRE = shipped_questionnaire()
WEIGHTS = {"a": 3.0, "b": 2.0, "c": 1.0}
VALUES = {"a": 50, "b": None, "c": 20}


def found(scoring: Scoring) -> Drivers:
    result = drivers(scoring)
    assert result is not None
    return result


def by_id(listed: tuple[Driver, ...]) -> dict[str, Driver]:
    return {driver.id: driver for driver in listed}


def three(mean: float = 1, correlation: float = 0.0) -> Scoring:
    questions = [number(key, draw, key) for draw, key in enumerate(WEIGHTS, 1)]
    questionnaire = index(questions, [composite("all", WEIGHTS, mean)], correlation=correlation)
    return Scoring(questionnaire, answered(questionnaire, VALUES, basis="guess"))


def test_a_plain_sum_of_independent_answers_is_solved_by_formula() -> None:
    scoring = three()
    variances = np.array([credit.claimed.variance for credit in scoring.credits])
    parts = np.array(list(WEIGHTS.values())) ** 2 * variances
    listed = found(scoring)
    assert listed.exact
    assert listed.optimism.total == 0
    indicators = by_id(listed.indicators)
    assert [indicators[key].first for key in WEIGHTS] == pytest.approx(parts / parts.sum())
    assert [indicators[key].total for key in WEIGHTS] == pytest.approx(parts / parts.sum())


def test_draws_find_what_the_formula_does() -> None:
    exact, drawn = found(three()), found(three(mean=1.0001))
    assert not drawn.exact
    expected = by_id(exact.indicators)
    for key, driver in by_id(drawn.indicators).items():
        assert driver.first == pytest.approx(expected[key].first, abs=0.01)
        assert driver.total == pytest.approx(expected[key].total, abs=0.01)
        assert driver.importance == pytest.approx(expected[key].first, abs=0.01)


def test_weights_are_nominal_shares_and_importance_is_effective() -> None:
    listed = found(three())
    assert [d.weight for d in by_id(listed.indicators).values()] != []
    assert {d.id: d.weight for d in listed.indicators} == pytest.approx(
        {"a": 3 / 6, "b": 2 / 6, "c": 1 / 6}
    )
    assert listed.indicators[0].id == "b"  # the unknown one leads, though it weighs less than a


def test_shared_optimism_is_an_input_of_its_own() -> None:
    assert found(three(mean=0)).optimism.total == pytest.approx(0, abs=1e-9)
    shared = found(three(correlation=0.5)).optimism
    assert 0.3 < shared.first < 0.8


def test_shared_optimism_explains_as_much_as_regressing_on_it_does() -> None:
    example = shipped_example("half-timbered-2026-q3")
    scoring = Scoring(example.questionnaire, example.assessment)
    heads = sample(scoring).scores.headline
    assert heads is not None
    from boardkit.scoring.draws import normals

    bins = np.argsort(normals((0,), len(heads))[0]).reshape(64, -1)
    explained = np.var(heads[bins].mean(axis=1)) / np.var(heads)
    assert found(scoring).optimism.first == pytest.approx(explained, abs=0.02)


def by_plain_monte_carlo(correlation: float) -> dict[str, tuple[float, float]]:
    """First-order and total effects on a geometric mean of three unknowns: pick and freeze, written out."""
    random = np.random.default_rng(3)
    shares = np.array(list(WEIGHTS.values())) / sum(WEIGHTS.values())
    names = ["optimism", *WEIGHTS]
    a, b = random.standard_normal((2, 4, 400_000))

    def score(inputs: np.ndarray) -> np.ndarray:
        z = np.sqrt(correlation) * inputs[0] + np.sqrt(1 - correlation) * inputs[1:]
        return np.asarray(np.exp(shares @ np.log(100 * stats.norm.cdf(z))))

    base, other, found = score(a), score(b), {}
    for row, name in enumerate(names):
        mixed = a.copy()
        mixed[row] = b[row]
        anew = score(mixed)
        first = np.mean(other * (anew - base)) / base.var()
        found[name] = first, np.mean((base - anew) ** 2) / (2 * base.var())
    return found


def test_with_shared_optimism_shares_are_those_of_plain_monte_carlo() -> None:
    questions = [number(key, draw, key) for draw, key in enumerate(WEIGHTS, 1)]
    questionnaire = index(
        questions, [composite("all", WEIGHTS, 0)], correlation=0.3, draws=16384
    )  # fmt: skip
    listed = found(Scoring(questionnaire, answered(questionnaire, {})))
    expected = by_plain_monte_carlo(0.3)
    assert (listed.optimism.first, listed.optimism.total) == pytest.approx(
        expected["optimism"], abs=0.015
    )
    for key, driver in by_id(listed.indicators).items():
        assert (driver.first, driver.total) == pytest.approx(expected[key], abs=0.015)


@pytest.mark.parametrize("name", ["paperclip-2026-q3", "half-timbered-2026-q3"])
def test_shares_keep_their_laws(name: str) -> None:
    example = shipped_example(name)
    listed = found(Scoring(example.questionnaire, example.assessment))
    assert not listed.exact
    for group in (listed.indicators, listed.dimensions):
        assert [d.total for d in group] == sorted((d.total for d in group), reverse=True)
        assert all(0 <= d.first <= d.total <= 1 for d in group)
        for key in ("G", "R", "F"):
            inside = [d for d in group if d.composite == key]
            assert sum(d.weight for d in inside) == pytest.approx(1)
            assert sum(d.importance for d in inside) == pytest.approx(1)
    by_one = sum(d.first for d in listed.indicators) + listed.optimism.first
    assert 0.9 < by_one < 1.05


def test_a_dimension_carries_what_its_answers_do() -> None:
    example = shipped_example("half-timbered-2026-q3")
    listed = found(Scoring(example.questionnaire, example.assessment))
    x2 = by_id(listed.dimensions)["X2"]
    inside = [by_id(listed.indicators)[key] for key in ("B04", "B09")]
    assert x2.first == pytest.approx(sum(d.first for d in inside), abs=0.01)
    assert x2.weight == pytest.approx(sum(d.weight for d in inside))


def test_what_is_certain_drives_nothing() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 2, "exact")
    listed = found(Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers)))
    assert {d.total for d in listed.indicators} == {0.0}
    assert {d.importance for d in listed.indicators} == {0.0}
    assert listed.optimism.total == 0


def test_without_a_headline_nothing_drives_it() -> None:
    questionnaire = index(
        [number("a", 1, "d")], [composite("all", ["d"])], unknowns="left_out"
    )  # fmt: skip
    assert drivers(Scoring(questionnaire, answered(questionnaire, {}))) is None
