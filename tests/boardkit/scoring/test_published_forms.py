"""Forms that published indices take, each against the textbook formula computed beside it."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from boardkit.questionnaire import Questionnaire
from boardkit.scoring import Result, score
from tests.support.made_up_indices import EXACT, answered, composite, index, number

WEIGHTS = {"a": 3.0, "b": 2.0, "c": 1.0}


def headline(questionnaire: Questionnaire, values: dict[str, Any]) -> float:
    claimed = score(questionnaire, answered(questionnaire, values)).headline.claimed
    assert claimed is not None
    return claimed


def flat(mean: float, **method: Any) -> Questionnaire:
    questions = [number(key, draw, key) for draw, key in enumerate(WEIGHTS, 1)]
    return index(questions, [composite("all", WEIGHTS, mean)], basis=EXACT, **method)


VALUES = st.fixed_dictionaries({key: st.floats(1, 100) for key in WEIGHTS})


@settings(deadline=None, max_examples=30)
@given(VALUES)
@pytest.mark.parametrize("power", [1.0, 0.0, -1.0, 2.0, -3.0])
def test_flat_weighted_means_of_any_power(power: float, values: dict[str, float]) -> None:
    x, w = np.array([values[key] for key in WEIGHTS]), np.array(list(WEIGHTS.values()))
    assert headline(flat(power), values) == pytest.approx(float(stats.pmean(x, power, weights=w)))


def test_a_nought_makes_a_geometric_and_a_harmonic_index_nought() -> None:
    values = {"a": 0, "b": 100, "c": 100}
    assert headline(flat(0), values) == 0
    assert headline(flat(-1), values) == 0


def test_three_levels_of_nesting_each_with_a_mean_of_its_own() -> None:
    questions = [number(f"q{i}", i, f"d{i}") for i in range(1, 9)]
    questionnaire = index(
        questions,
        [
            composite("inputs", {"people": 1, "d5": 2}, mean=-1),
            composite("people", {"d1": 2, "d2": 1, "early": 1}, mean=0),
            composite("early", ["d3", "d4"], mean=2),
            composite("outputs", {"d6": 0.2, "d7": 0.3, "d8": 0.5}),
            composite("whole", {"inputs": 1, "outputs": 1}),
        ],
        basis=EXACT,
    )
    x = dict(zip([f"q{i}" for i in range(1, 9)], [10, 20, 30, 40, 50, 60, 70, 80], strict=True))
    early = stats.pmean([30, 40], 2)
    people = stats.gmean([10, 20, early], weights=[2, 1, 1])
    inputs = stats.hmean([people, 50], weights=[1, 2])
    outputs = 0.2 * 60 + 0.3 * 70 + 0.5 * 80
    assert headline(questionnaire, x) == pytest.approx((inputs + outputs) / 2)
    shares = {i.id: i.weight for i in score(questionnaire, answered(questionnaire, x)).indicators}
    assert [shares[f"q{i}"] for i in (1, 2)] == pytest.approx([0.5, 0.25])
    assert sum(shares[f"q{i}"] for i in (6, 7, 8)) == pytest.approx(1)


def test_falling_goalposts_logarithms_and_indicator_weights() -> None:
    questionnaire = index(
        [
            number("deaths", 1, "health", [[2, 100], [60, 0]]),
            number("income", 2, "wealth", [[100, 0], [75000, 100]], scale="log", weight=3),
            number("debt", 3, "wealth", [[20, 100], [60, 50], [180, 0]], weight=1),
        ],
        [composite("both", ["health", "wealth"], mean=0)],
        basis=EXACT,
    )
    health = 100 * (60 - 31) / 58
    income = 100 * np.log(12000 / 100) / np.log(750)
    wealth = (3 * income + 25) / 4
    values = {"deaths": 31, "income": 12000, "debt": 120}
    assert headline(questionnaire, values) == pytest.approx(np.sqrt(health * wealth))


def test_a_geometric_mean_inside_dimensions_too() -> None:
    questionnaire = index(
        [number("a", 1, "d"), number("b", 2, "d", weight=2)],
        [composite("all", ["d"])],
        dimensions=[{"id": "d", "title": "d", "mean": 0, "prior": "open"}],
        basis=EXACT,
    )
    expected = stats.gmean([20, 80], weights=[1, 2])
    assert headline(questionnaire, {"a": 20, "b": 80}) == pytest.approx(expected)


# Missing values


def pillars(threshold: float) -> Questionnaire:
    questions = [number(f"{d}{i}", 10 * k + i, d) for k, d in enumerate("xy") for i in range(1, 5)]
    return index(
        questions, [composite("all", {"x": 3, "y": 1})], basis=EXACT, unknowns="left_out",
        applicable_minimum=threshold, answered_minimum=0.0,
    )  # fmt: skip


@pytest.mark.parametrize(("threshold", "expected"), [(0.5, (3 * 15 + 80) / 4), (0.6, 80.0)])
def test_missing_values_are_renormalised_down_to_a_threshold(
    threshold: float, expected: float
) -> None:
    values = {"x1": 10, "x2": 20, "y1": 80, "y2": 80, "y3": 80, "y4": 80}
    assert headline(pillars(threshold), values) == pytest.approx(expected)


def test_what_is_unknown_is_left_out_like_what_is_missing() -> None:
    values = {"x1": 10, "x2": 20, "y1": 80, "y2": 80, "y3": 80, "y4": 80}
    unknown = {**values, "x3": None, "x4": None}
    assert headline(pillars(0.5), values) == headline(pillars(0.5), unknown)


def test_nothing_left_is_no_score() -> None:
    result: Result = score(pillars(0.5), answered(pillars(0.5), {"x1": 5}))
    assert result.headline.claimed is None
    assert result.unscored_dimensions == ("x", "y")


# Thousands of units


def test_thousands_of_units_score_one_by_one_as_a_matrix_would() -> None:
    groups = {"a": range(1, 7), "b": range(7, 13), "c": range(13, 19)}
    questions = [number(f"q{i}", i, key) for key, rows in groups.items() for i in rows]
    questionnaire = index(questions, [composite("all", WEIGHTS, mean=0)], basis=EXACT)
    units = np.random.default_rng(11).uniform(1, 100, (2000, 18))
    means = np.stack([units[:, min(r) - 1 : max(r)].mean(axis=1) for r in groups.values()], axis=1)
    expected = stats.gmean(means, weights=np.array([list(WEIGHTS.values())]), axis=1)
    names = [f"q{i}" for i in range(1, 19)]
    found = [headline(questionnaire, dict(zip(names, map(float, row), strict=True)))
             for row in units[:300]]  # fmt: skip
    assert found == pytest.approx(expected[:300])
