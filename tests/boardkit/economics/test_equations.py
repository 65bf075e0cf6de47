"""The equations one by one, by hand, and laws that hold whatever the inputs."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkit.assumptions import SYMBOLS
from boardkit.content import shipped_questionnaire
from boardkit.economics.equations import Floats, Projection, Values, erosion, project, started
from boardkit.economics.strategies import STRATEGIES

NOTHING, RESELL, DERIVATIVE, BOTH = range(4)
YEARS = 7


def priors() -> dict[str, float]:
    economics = shipped_questionnaire().economics
    assert economics is not None
    return {symbol: economics.parameters[symbol].value for symbol in SYMBOLS}


def values(**changed: float) -> Values:
    """The base parameters, in millions, with some of them changed."""
    base = {**priors(), "A0": 200.0, "I0": 60.0, "K_r": 3.0, "K_f": 4.0, **changed}
    return Values.of({symbol: np.array([x], dtype=float) for symbol, x in base.items()})


def run(**changed: float) -> Projection:
    return project(values(**changed), YEARS)


def year(path: Floats, t: int) -> float:
    return float(path[..., t, 0])


def test_every_symbol_is_a_value_and_every_value_a_symbol() -> None:
    assert {field.name.removesuffix("_") for field in fields(Values)} == set(SYMBOLS)


def test_volume_grows_fast_and_then_slower() -> None:
    volume = run().volume
    assert year(volume, 0) == 1
    assert year(volume, 1) == pytest.approx(2.5)
    assert year(volume, 2) == pytest.approx(2.5 * (1 + 0.2 + 1.3 * 0.55))


def test_volume_never_grows_past_its_cap() -> None:
    assert year(run(v1=5, v_cap=3).volume, 1) == 4


def test_spend_follows_volume_and_falls_with_price() -> None:
    assert year(run().spend, 1) == pytest.approx(60 * 2.5 * 0.85)


def test_erosion_builds_up_over_tau_years() -> None:
    v = values()
    assert erosion(v.rho, v.delta, v.tau, 4)[:, 0] == pytest.approx([0, 0.025, 0.05, 0.075, 0.075])


def test_a_way_out_starts_after_its_lag_and_is_full_after_its_ramp() -> None:
    v = values()
    assert started(v.lag, v.ramp, 7)[:, 0].tolist() == [0, 0, 0.25, 0.5, 0.75, 1, 1, 1]


def test_seats_grow_less_what_agents_take_and_a_part_comes_back_as_fees() -> None:
    result = run()
    assert year(result.seats, 1) == pytest.approx(140 * (1 + 0.06 - 0.025))
    assert year(result.platform, 1) == pytest.approx(20 * 1.03 + 0.25 * 0.025 * 140)
    assert year(result.platform, 0) == pytest.approx(20)


def test_ai_usage_follows_volume_coverage_price_and_the_top_customer() -> None:
    usage = run().ai_usage
    lasting = 0.9 * (1 - 0.1 * 0.15 * 0.5)
    assert year(usage[NOTHING], 0) == pytest.approx(8)
    assert year(usage[NOTHING], 1) == pytest.approx(8 * 2.5**0.4 * lasting)
    assert year(usage[DERIVATIVE], 1) == year(usage[NOTHING], 1)  # x_1 = 0
    volume = 2.5 * (1 + 0.2 + 1.3 * 0.55)
    assert year(usage[DERIVATIVE], 2) == pytest.approx(8 * 1.5 * volume**0.4 * lasting**2)


@pytest.mark.parametrize("without", [{"a": 0.0}, {"c0": 0.0}, {"u": 0.0}])
def test_without_a_cohort_or_a_meter_what_a_plan_adds_starts_from_nought(
    without: dict[str, float],
) -> None:
    c0 = without.get("c0", 0.1)
    result, had = run(**without), values(**without)
    assert result.ai_usage[NOTHING].max() == 0
    lasting = (0.9 * (1 - 0.1 * 0.15 * 0.5)) ** 5
    follows = year(result.volume, 5) ** 0.4 * lasting
    assert year(result.ai_usage[DERIVATIVE], 5) == pytest.approx(0.1 * 200 * (0.3 - c0) * follows)
    assert year(result.other_usage, 0) == pytest.approx(float(had.u[0]) * 200)  # none is AI's


def test_a_plan_without_a_cohort_that_meters_less_adds_nothing() -> None:
    assert run(a=0.0, c_star=0.05).ai_usage.min() == 0


def test_resale_is_packaged_or_passed_through() -> None:
    result = run()
    routed = 0.06 * 0.25 * year(result.spend, 2)
    assert year(result.resale[RESELL], 2) == pytest.approx(
        0.3 * routed * 1.05 + 0.7 * routed / 0.48
    )
    assert year(result.routed_profit, 2) == pytest.approx(
        0.3 * routed * (0.05 + 0.02 - 0.03) + 0.7 * routed * 0.52 / 0.48
    )
    assert result.resale[DERIVATIVE].max() == 0


def test_an_agent_books_only_its_cut_and_earns_the_same() -> None:
    agent, principal = run(principal=0.0), run()
    assert agent.routed_profit == pytest.approx(principal.routed_profit)
    routed = 0.06 * 0.25 * year(agent.spend, 2)
    assert year(agent.resale[RESELL], 2) == pytest.approx(0.3 * routed * 0.07 + 0.7 * routed / 0.48)


def test_bundled_inference_costs_more_every_year() -> None:
    without = run(e0=0.0).gross_profit - run().gross_profit
    assert year(without[NOTHING], 3) == pytest.approx(0.02 * 200 * 1.15**3)


def test_opening_gross_profit_is_that_of_the_base_parameters() -> None:
    assert year(run().gross_profit[NOTHING], 0) == pytest.approx(154.0)


def test_draws_whose_shares_add_up_to_more_than_the_whole_are_scaled_back() -> None:
    result = run(s=0.9, u=0.6)
    assert year(result.seats, 0) == pytest.approx(120)
    assert year(result.arr[NOTHING], 0) == pytest.approx(200)


# Laws

SANE = {
    "A0": (1.0, 1e4), "s": (0.0, 1.0), "u": (0.0, 1.0), "a": (0.0, 1.0), "g_s": (-0.5, 0.5),
    "g_u": (-0.5, 1.0), "g_o": (-0.5, 0.5), "rho": (0.0, 1.0), "delta": (0.0, 1.0),
    "tau": (0.5, 10.0), "kappa": (0.0, 1.0), "v1": (-0.5, 3.0), "v_inf": (-0.3, 1.0),
    "lambda": (0.0, 1.0), "v_cap": (0.0, 5.0), "pi": (-0.5, 0.8), "beta": (0.0, 1.0),
    "d": (0.0, 0.5), "c0": (0.0, 1.0), "c_star": (0.0, 1.0), "lag": (0.0, 4.0),
    "ramp": (0.5, 8.0), "q": (0.0, 1.0), "c1": (0.0, 1.0), "phi": (0.0, 1.0), "p": (0.0, 0.3),
    "I0": (0.0, 1e4), "w": (0.0, 1.0), "y": (0.0, 1.0), "gm_p": (0.0, 0.9), "mu": (0.0, 0.5),
    "b": (0.0, 0.3), "l": (0.0, 0.5), "principal": (0.0, 1.0), "gm_s": (0.0, 1.0),
    "gm_o": (0.0, 1.0), "gm_u": (0.0, 1.0), "gm_f": (0.0, 1.0), "e0": (0.0, 0.5),
    "g_e": (-0.2, 0.5), "K_r": (0.0, 100.0), "K_f": (0.0, 100.0), "r": (0.0, 0.5),
}  # fmt: skip


@st.composite
def companies(draw: st.DrawFn, /, **fixed: float) -> dict[str, float]:
    """Inputs within sane bounds; seats and usage sum to the whole at most."""
    found = {
        symbol: draw(st.floats(low, high, allow_subnormal=False))
        for symbol, (low, high) in SANE.items()
    }
    found["u"] *= 1 - found["s"]
    found["principal"] = float(round(found["principal"]))
    return {**found, **fixed}


@settings(deadline=None)
@given(companies(w=0.0))
def test_no_routed_spend_no_resale_revenue(given_values: dict[str, float]) -> None:
    result = run(**given_values)
    assert result.resale.max() == 0
    assert np.abs(result.routed_profit).max() == 0


@settings(deadline=None)
@given(companies(w=0.0))
def test_with_nothing_routed_and_coverage_as_today_every_strategy_is_doing_nothing(
    given_values: dict[str, float],
) -> None:
    result = run(**{**given_values, "c_star": given_values["c0"]})
    for one in range(len(STRATEGIES)):
        np.testing.assert_allclose(result.arr[one], result.arr[NOTHING], rtol=1e-12)
        np.testing.assert_allclose(result.gross_profit[one], result.gross_profit[NOTHING])


@settings(deadline=None)
@given(companies())
def test_gross_profit_never_exceeds_revenue(given_values: dict[str, float]) -> None:
    result = run(**given_values)
    assert (result.gross_profit <= result.arr * (1 + 1e-12) + 1e-9).all()


@settings(deadline=None)
@given(companies())
def test_parts_sum_to_arr_and_none_is_negative(given_values: dict[str, float]) -> None:
    result = run(**given_values)
    parts = result.seats + result.platform + result.other_usage + result.ai_usage + result.resale
    np.testing.assert_allclose(result.arr, parts, rtol=1e-12)
    assert year(result.arr[BOTH], 0) == pytest.approx(given_values["A0"], rel=1e-9)
    for part in (result.other_usage, result.ai_usage, result.resale):
        assert part.min() >= 0


@settings(deadline=None)
@given(companies())
def test_reselling_changes_nothing_else_and_both_is_the_sum_of_the_two(
    given_values: dict[str, float],
) -> None:
    profit = run(**given_values).gross_profit
    added = profit - profit[NOTHING]
    np.testing.assert_allclose(
        added[BOTH], added[RESELL] + added[DERIVATIVE], rtol=1e-9, atol=1e-6 * given_values["A0"]
    )


@settings(deadline=None)
@given(companies(), st.floats(0.001, 1000))
def test_a_company_twice_the_size_has_twice_the_money(
    given_values: dict[str, float], factor: float
) -> None:
    larger = {symbol: given_values[symbol] * factor for symbol in ("A0", "I0", "K_r", "K_f")}
    once, scaled = run(**given_values), run(**{**given_values, **larger})
    np.testing.assert_allclose(scaled.arr, once.arr * factor, rtol=1e-9)
    np.testing.assert_allclose(
        scaled.gross_profit, once.gross_profit * factor, rtol=1e-9, atol=1e-9 * factor
    )


@settings(deadline=None, max_examples=25)
@given(st.lists(companies(), min_size=2, max_size=4))
def test_many_draws_at_once_are_each_as_alone(several: list[dict[str, float]]) -> None:
    together = Values.of({s: np.array([one[s] for one in several]) for s in SYMBOLS})
    result = project(together, YEARS)
    for i, one in enumerate(several):
        alone = run(**one)
        np.testing.assert_allclose(result.arr[..., i], alone.arr[..., 0], rtol=1e-12)
        np.testing.assert_allclose(result.gross_profit[..., i], alone.gross_profit[..., 0])


def test_inputs_are_left_as_they_were() -> None:
    before = values(s=0.9, u=0.6)
    kept = replace(before)
    project(before, YEARS)
    assert all(getattr(before, field.name) is getattr(kept, field.name) for field in fields(Values))
    assert before.s[0] == 0.9
