"""Each output by itself, by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from boardkit.economics import forecast, outputs
from boardkit.economics.equations import Floats, Projection, Values
from boardkit.economics.strategies import STRATEGIES
from tests.boardkit.economics.test_equations import run, values
from tests.support.companies import company, questionnaire, sample

NOTHING, RESELL, DERIVATIVE, BOTH = range(4)
HAIR = np.array([1e-9])
KEYS = ("low", "likely", "high")


def column(*numbers: float) -> Floats:
    """A path of one draw."""
    return np.array(numbers, dtype=float)[:, None]


def by_strategy(*numbers: float) -> Floats:
    """The same path of gains for every strategy, shape (4, T + 1, 1)."""
    return np.stack([column(*numbers)] * len(STRATEGIES))


@pytest.fixture(scope="module")
def base() -> tuple[Values, Projection]:
    return values(), run()


def test_the_inference_beta_weighs_what_moves_with_volume(base: tuple[Values, Projection]) -> None:
    found = outputs.inference_beta(*base)
    _, projection = base
    moved = 0.4 * projection.ai_usage[BOTH, -1, 0] + projection.resale[BOTH, -1, 0]
    assert found[BOTH, -1, 0] == pytest.approx(moved / projection.arr[BOTH, -1, 0])


def test_the_inference_beta_is_what_one_percent_more_volume_does() -> None:
    """Checked against the equations: every year's volume is raised by 1% through year 1."""
    v1 = 1.5
    more = (1 + v1) * 1.01 - 1
    before, after = run(), run(v1=more, v_inf=0.2, **{"lambda": (1.3 * 0.55) / (more - 0.2)})
    # Only year 2's growth can be kept the same this way, so compare in year 2.
    change = after.arr[BOTH, 2, 0] / before.arr[BOTH, 2, 0] - 1
    assert after.volume[2, 0] / before.volume[2, 0] == pytest.approx(1.01)
    beta = outputs.inference_beta(values(), before)[BOTH, 2, 0]
    assert change == pytest.approx(0.01 * beta, rel=0.02)


def test_margin_dilution_is_in_points_against_today(base: tuple[Values, Projection]) -> None:
    _, projection = base
    found = outputs.dilution(projection)
    assert found[NOTHING, 0, 0] == 0
    assert found[RESELL, -1, 0] == pytest.approx(
        100 * (207.3474698 / 298.1212821 - 154 / 200), abs=1e-6
    )


def test_the_seat_runway_is_the_first_year_below_half() -> None:
    assert outputs.seat_runway(column(100, 60, 50, 49, 10), 0.5) == [3]
    assert np.isnan(outputs.seat_runway(column(100, 90, 50), 0.5)).all()
    assert np.isnan(outputs.seat_runway(column(0, 0, 0), 0.5)).all()  # no seats, no runway


def test_the_constant_runway_is_a_half_life() -> None:
    found = outputs.constant_runway(values(), 0.5)
    assert found == pytest.approx(np.log(0.5) / np.log(1 + 0.06 - 0.075))
    assert np.isinf(outputs.constant_runway(values(delta=0.0), 0.5)).all()
    assert outputs.constant_runway(values(rho=1.0, delta=1.0, g_s=-0.5), 0.5) < 0.1


@pytest.mark.parametrize(
    ("take", "multiple"), [(0.05, 16.0), (0.25, 3.2), (0.52, 1.54), (0.76, 1.05)]
)
def test_the_replacement_multiple_against_seats_at_80_percent(take: float, multiple: float) -> None:
    found = outputs.replacement_multiple(np.array([0.8]), np.array([take]))
    assert found[0] == pytest.approx(multiple, abs=0.005)


def test_what_earns_nothing_replaces_nothing() -> None:
    assert np.isnan(outputs.replacement_multiple(np.array([0.8, 0.8]), np.array([0.0, -0.1]))).all()


def test_the_margin_on_what_is_added(base: tuple[Values, Projection]) -> None:
    found = outputs.new_margin(base[1])
    assert np.isnan(found[NOTHING, 0])
    assert found[DERIVATIVE, 0] == pytest.approx(0.76)
    assert found[RESELL, 0] == pytest.approx(19.8 / 45.6, abs=0.002)


def test_commitments_are_charged_to_the_ways_that_use_them() -> None:
    assert outputs.commitments(values())[:, 0].tolist() == [0, 3, 4, 7]


def test_commitments_fall_in_the_years_of_commitment(base: tuple[Values, Projection]) -> None:
    _, projection = base
    spent = outputs.commitments(values())
    without = outputs.gains(projection, 0 * spent, 3)
    charged = without - outputs.gains(projection, spent, 3)
    assert charged[NOTHING].max() == 0
    assert charged[RESELL, :, 0] == pytest.approx([0, 3, 3, 3, 0, 0, 0, 0])
    assert charged[DERIVATIVE].sum() == pytest.approx(12)
    assert charged[BOTH].sum() == pytest.approx(21)


def test_gains_are_against_doing_nothing_and_after_commitments(
    base: tuple[Values, Projection],
) -> None:
    _, projection = base
    found = outputs.gains(projection, outputs.commitments(values()), 3)
    assert np.abs(found[NOTHING]).max() == 0
    assert found[RESELL, 1, 0] == pytest.approx(-3)
    assert found[RESELL, -1, 0] == pytest.approx(19.812, abs=0.001)


def test_the_present_value_leaves_out_today() -> None:
    found = outputs.net_present_value(by_strategy(99, 11, 12.1), np.array([0.1]))
    assert found == pytest.approx(20)


def test_break_even_is_the_first_year_after_the_lag_without_a_loss_so_far() -> None:
    years = outputs.break_even(by_strategy(0, -5, 3, 2, 1), np.array([1.0]), HAIR)
    assert years[RESELL:, 0].tolist() == [3, 3, 3]
    assert np.isnan(years[NOTHING]).all()
    assert outputs.break_even(by_strategy(0, 1, 1), np.array([1.0]), HAIR)[BOTH] == [2]
    assert np.isnan(outputs.break_even(by_strategy(0, -5, 1, 1), np.array([1.0]), HAIR)).all()


@pytest.mark.parametrize("factor", [1e-8, 1e-4, 1e6])
def test_a_company_of_any_size_is_told_the_same(factor: float) -> None:
    """Whatever is not an amount is the same in dollars and in billions."""
    answers = dict(sample().answers)
    amounts = {"A01": (), "A05": (), "C06": KEYS, "J01": ("resell", "first_derivative")}
    for key, parts in amounts.items():
        value: Any = answers[key].value
        scaled = (
            {part: x * factor if part in parts else x for part, x in value.items()}
            if parts
            else value * factor
        )
        answers[key] = answers[key].model_copy(update={"value": scaled})
    made = forecast(questionnaire(), sample().model_copy(update={"answers": answers}))
    usual = forecast(questionnaire(), sample())
    assert made.outcome.kind == usual.outcome.kind
    for one, other in zip(made.strategies, usual.strategies, strict=True):
        assert one.arr.likely[-1] == pytest.approx(factor * other.arr.likely[-1])
        assert one.break_even == other.break_even
        assert one.chance_break_even == other.chance_break_even
        assert one.chance_worthwhile == other.chance_worthwhile
        assert one.chance_enough == other.chance_enough
        assert one.new_margin == pytest.approx(other.new_margin)


def test_nothing_gained_is_neither_worth_anything_nor_paid_back_early() -> None:
    """A tenth of a cent short is short, where a year's gross profit is a few dollars."""
    short = by_strategy(0, -5e-3, 4e-3, 0)
    assert np.isnan(outputs.break_even(short, np.array([1.0]), np.array([2e-10]))).all()


def test_revenue_at_risk_is_the_top_customers_cut(base: tuple[Values, Projection]) -> None:
    found = outputs.revenue_at_risk(*base)
    assert found == pytest.approx(0.15 * 0.5 * base[1].ai_usage)


def test_the_ai_share_counts_ai_usage_and_resale(base: tuple[Values, Projection]) -> None:
    assert outputs.ai_share(base[1])[BOTH, 2, 0] == pytest.approx(0.101, abs=0.0005)


def test_the_unit_margin_counts_failed_attempts() -> None:
    made = forecast(questionnaire(), sample())
    assert made.unit_margin == pytest.approx(1 - 0.22 / (0.86 * 0.40))
    assert forecast(questionnaire(), company()).unit_margin is None


def test_yearly_growth_is_constant_and_unknown_from_nothing() -> None:
    one = np.array([1.0])
    assert outputs.yearly_growth(one, 8 * one, 3) == pytest.approx(1)
    assert np.isnan(outputs.yearly_growth(0 * one, one, 3)).all()


def test_a_company_whose_arr_is_gone_has_no_margin() -> None:
    projection = run(g_s=-1.0, g_u=-1.0, g_o=-1.0, delta=0.0, a=0.0)
    assert np.isnan(outputs.margin(projection)[NOTHING, -1, 0])
    assert np.isnan(outputs.ai_share(replace(projection))[NOTHING, -1, 0])
