"""The inference P&L worked out a second time, in loops over plain numbers as its equations read.

Nothing of the engine is used for it: what both give must agree for any inputs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkit.assumptions import SYMBOLS
from boardkit.economics import forecast, outputs
from boardkit.economics.equations import Values, project
from boardkit.economics.result import StrategyForecast
from boardkit.examples import Example, shipped_examples
from tests.boardkit.economics.test_equations import companies

YEARS, COMMITTED = 7, 3
LEVERS = ((False, False), (True, False), (False, True), (True, True))  # resells, meters


@dataclass
class Path:
    """One strategy, year by year."""

    arr: list[float] = field(default_factory=list)
    profit: list[float] = field(default_factory=list)
    ai_usage: list[float] = field(default_factory=list)
    resale: list[float] = field(default_factory=list)
    seats: list[float] = field(default_factory=list)


def worked_out(i: dict[str, float], *, resells: bool, meters: bool) -> Path:
    """Equations 1 to 8, one year after the other."""
    made = Path()
    whole = max(1.0, i["s"] + i["u"])
    s, u = i["s"] / whole, i["u"] / whole
    cohort = u * i["a"] > 0 and i["c0"] > 1e-6
    a = i["a"] if cohort else 0.0
    volume, seats = 1.0, s * i["A0"]
    platform, other = (1 - s - u) * i["A0"], u * (1 - a) * i["A0"]
    for t in range(YEARS + 1):
        if t > 0:
            growth = i["v_inf"] + (i["v1"] - i["v_inf"]) * i["lambda"] ** (t - 1)
            volume *= 1 + min(i["v_cap"], growth)
            lost = i["rho"] * i["delta"] * min(1.0, t / i["tau"])
            platform = platform * (1 + i["g_o"]) + i["kappa"] * lost * seats
            seats *= 1 + i["g_s"] - lost
            other *= 1 + i["g_u"]
        x = min(1.0, max(0.0, (t - i["lag"]) / i["ramp"]))
        coverage = i["c0"] + (i["c_star"] - i["c0"]) * x if meters else i["c0"]
        lasting = (1 - i["d"]) ** t * (1 - i["q"] * i["c1"] * i["phi"]) ** t
        follows = volume ** i["beta"] * lasting
        if cohort:
            usage = u * a * i["A0"] * coverage / i["c0"] * follows
        else:
            usage = i["p"] * i["A0"] * max(0.0, coverage - i["c0"]) * follows
        spend = i["I0"] * volume * (1 - i["pi"]) ** t
        routed = i["w"] * x * spend if resells else 0.0
        through, packed = (1 - i["y"]) * routed, i["y"] * routed
        cut = i["mu"] + i["b"]
        revenue = through * (1 + i["mu"] if i["principal"] else cut) + packed / (1 - i["gm_p"])
        earned = through * (cut - i["l"]) + packed * i["gm_p"] / (1 - i["gm_p"])
        bundled = i["e0"] * i["A0"] * (1 + i["g_e"]) ** t
        made.arr.append(seats + platform + other + usage + revenue)
        made.profit.append(
            i["gm_s"] * seats + i["gm_o"] * platform + i["gm_u"] * other + i["gm_f"] * usage
            + earned - bundled
        )  # fmt: skip
        made.ai_usage.append(usage)
        made.resale.append(revenue)
        made.seats.append(seats)
    return made


def gains(i: dict[str, float], number: int) -> list[float]:
    """What a strategy earns in each of years 1 to 7, against doing nothing and after its cost."""
    resells, meters = LEVERS[number]
    one = worked_out(i, resells=resells, meters=meters)
    nothing = worked_out(i, resells=False, meters=False)
    yearly = resells * i["K_r"] + meters * i["K_f"]
    return [
        one.profit[t] - nothing.profit[t] - (yearly if t <= COMMITTED else 0.0)
        for t in range(1, YEARS + 1)
    ]


def discounted(gained: list[float], rate: float) -> float:
    """What the gains of years 1 to 7 are worth today."""
    return sum(gain / (1 + rate) ** t for t, gain in enumerate(gained, 1))


def paid_back(gained: list[float], lag: float, nothing: float) -> int | None:
    """The first year after the lag in which the gains so far are not below nought."""
    so_far = 0.0
    for t, gain in enumerate(gained, 1):
        so_far += gain
        if t > lag and so_far >= -nothing:
            return t
    return None


def of(inputs: dict[str, float]) -> Values:
    return Values.of({symbol: np.array([inputs[symbol]]) for symbol in SYMBOLS})


def agree(found: object, wanted: object, inputs: dict[str, float], times: float = 1.0) -> None:
    """To nine digits, or to a billionth of the largest amount that goes in."""
    far = 1e-9 * times * max(inputs["A0"], inputs["I0"], 1.0)
    np.testing.assert_allclose(np.asarray(found), np.asarray(wanted), rtol=1e-9, atol=far)


@settings(deadline=None, max_examples=300)
@given(companies())
def test_every_strategy_is_as_worked_out_by_hand(inputs: dict[str, float]) -> None:
    found = project(of(inputs), YEARS)
    ai_usage, resale = found.ai_usage, found.resale
    for number, (resells, meters) in enumerate(LEVERS):
        one = worked_out(inputs, resells=resells, meters=meters)
        agree(found.arr[number, :, 0], one.arr, inputs)
        agree(found.gross_profit[number, :, 0], one.profit, inputs)
        agree(ai_usage[number, :, 0], one.ai_usage, inputs)
        agree(resale[number, :, 0], one.resale, inputs)
        agree(found.seats[:, 0], one.seats, inputs)


@settings(deadline=None, max_examples=200)
@given(companies(), st.sampled_from(range(1, 4)))
def test_gains_and_their_present_value_are_as_worked_out_by_hand(
    inputs: dict[str, float], number: int
) -> None:
    values = of(inputs)
    gain = outputs.gains(project(values, YEARS), outputs.commitments(values), COMMITTED)
    wanted = gains(inputs, number)
    agree(gain[number, 1:, 0], wanted, inputs)
    found = outputs.net_present_value(gain, values.r)[number, 0]
    agree(found, discounted(wanted, inputs["r"]), inputs, times=YEARS)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.floats(-100, 100), min_size=YEARS, max_size=YEARS), st.floats(0, 4))
def test_break_even_is_as_worked_out_by_hand(gained: list[float], lag: float) -> None:
    path = np.array([0.0, *gained])[:, None]
    found = outputs.break_even(np.stack([path] * len(LEVERS)), np.array([lag]), np.array([1e-6]))
    np.testing.assert_equal(found[1:, 0], [paid_back(gained, lag, 1e-6) or np.nan] * 3)


@pytest.mark.parametrize("example", shipped_examples(), ids=lambda example: example.name)
def test_whole_forecasts_are_as_worked_out_by_hand(example: Example) -> None:
    economics = example.questionnaire.economics
    assert economics is not None
    for scenario in economics.scenarios:
        made = forecast(example.questionnaire, example.assessment, scenario.id)
        inputs = {row.symbol: row.value for row in made.register}
        for number, told in enumerate(made.strategies):
            compare(told, inputs, number)
        seats = worked_out(inputs, resells=False, meters=False).seats
        below = [t for t in range(YEARS + 1) if seats[t] < 0.5 * seats[0]]
        assert made.seats.runway == (below[0] if below else None)


def compare(told: StrategyForecast, inputs: dict[str, float], number: int) -> None:
    """Everything that is said of a strategy, with every input at its likeliest."""
    resells, meters = LEVERS[number]
    one = worked_out(inputs, resells=resells, meters=meters)
    nothing = worked_out(inputs, resells=False, meters=False)
    gained = gains(inputs, number)
    agree(told.arr.likely, one.arr, inputs)
    agree(told.gross_profit.likely, one.profit, inputs)
    moved = inputs["beta"] * one.ai_usage[-1] + one.resale[-1]
    assert told.inference_beta[-1] == pytest.approx(moved / one.arr[-1])
    today, then = one.profit[0] / one.arr[0], one.profit[-1] / one.arr[-1]
    assert told.dilution == pytest.approx(100 * (then - today))
    at_risk = inputs["c1"] * inputs["phi"] * one.ai_usage[-1]
    assert told.revenue_at_risk[-1] == pytest.approx(at_risk)
    agree(told.net_present_value.likely, discounted(gained, inputs["r"]), inputs)
    assert told.break_even == (
        paid_back(gained, inputs["lag"], 1e-10 * inputs["A0"]) if number else None
    )
    added = one.arr[-1] - nothing.arr[-1]
    if abs(added) < 0.01:
        assert told.new_margin is None
        assert told.replacement_multiple is None
        return
    margin = (one.profit[-1] - nothing.profit[-1]) / added
    assert told.new_margin == pytest.approx(margin)
    wanted = inputs["gm_s"] / margin if margin > 0 else None
    if told.replacement_multiple is None:
        assert wanted is None
    else:
        assert told.replacement_multiple == pytest.approx(wanted)
