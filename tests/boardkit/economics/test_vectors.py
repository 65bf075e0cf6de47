"""The test vectors of the design, to their printed digits, in millions."""

from __future__ import annotations

import pytest

from boardkit.economics import Forecast, forecast
from tests.support.companies import company, questionnaire, sample

# Scenario → ARR and gross profit in year 7 of doing nothing, reselling, the first derivative and
# both; the lowest and highest gross margin in year 7; the year in which seats have halved.
VECTORS = {
    "base": ("252.5 187.5", "298.1 207.3", "277.6 206.6", "323.2 226.4", "69.6-74.4", None),
    "mild": ("283.0 212.4", "302.0 220.6", "297.2 223.1", "316.2 231.4", "73.0-75.1", None),
    "severe": ("155.5 110.0", "201.1 129.8", "180.6 129.1", "226.2 148.9", "64.6-71.5", 5),
    "boom": ("232.3 170.9", "293.9 197.7", "273.0 201.8", "334.5 228.6", "67.3-73.9", None),
    "stall": ("244.6 181.5", "248.5 182.2", "253.9 188.6", "257.8 189.3", "73.3-74.3", None),
}
SCENARIOS = sorted(VECTORS)


def told(made: Forecast, scale: float = 1e6) -> tuple[str | int | None, ...]:
    """The figures of a vector, as they are printed."""
    pairs = [
        f"{one.arr.likely[-1] / scale:.1f} {one.gross_profit.likely[-1] / scale:.1f}"
        for one in made.strategies
    ]
    margins = [100 * (one.margin[-1] or 0.0) for one in made.strategies]
    return (*pairs, f"{min(margins):.1f}-{max(margins):.1f}", made.seats.runway)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_sample_meets_every_vector(scenario: str) -> None:
    assert told(forecast(questionnaire(), sample(), scenario)) == VECTORS[scenario]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_priors_alone_meet_every_vector(scenario: str) -> None:
    assert told(forecast(questionnaire(), company(), scenario)) == VECTORS[scenario]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_company_of_another_size_meets_them_in_proportion(scenario: str) -> None:
    made = forecast(questionnaire(), company({"A01": 5e6}), scenario)
    assert told(made, scale=25_000) == VECTORS[scenario]


@pytest.fixture(scope="module")
def base() -> Forecast:
    return forecast(questionnaire(), sample(), "base")


def gained(made: Forecast, strategy: str) -> tuple[str, str]:
    """What a strategy adds to ARR and to gross profit in the last year, in millions."""
    one, nothing = made.strategy(strategy), made.strategy("do_nothing")
    arr = one.arr.likely[-1] - nothing.arr.likely[-1]
    profit = one.gross_profit.likely[-1] - nothing.gross_profit.likely[-1]
    return f"{arr / 1e6:.1f}", f"{profit / 1e6:.1f}"


def test_in_base_resale_needs_more_revenue_for_as_much_profit(base: Forecast) -> None:
    assert gained(base, "resell") == ("45.6", "19.8")
    assert gained(base, "first_derivative") == ("25.1", "19.1")


def test_in_base_every_way_pays_back(base: Forecast) -> None:
    assert [one.break_even for one in base.strategies] == [None, 4, 3, 3]


def test_in_stall_resale_never_breaks_even() -> None:
    made = forecast(questionnaire(), sample(), "stall")
    assert made.strategy("resell").break_even is None
    assert made.strategy("resell").net_present_value.likely < 0
    assert made.strategy("first_derivative").break_even == 4
    assert made.outcome.best == "first_derivative"


def test_in_severe_neither_path_is_enough() -> None:
    made = forecast(questionnaire(), sample(), "severe")
    assert made.outcome.kind == "neither"
    assert f"{made.outcome.opening / 1e6:.1f}" == "154.0"
    assert f"{made.strategy('both').gross_profit.likely[-1] / 1e6:.1f}" == "148.9"
    assert not any(one.enough for one in made.strategies)
