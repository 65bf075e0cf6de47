"""Which assumption alone, at an end of its range, would turn what a forecast amounts to."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.assumptions import SCALE
from boardkit.economics.attention import moves_of, one_at_a_time
from boardkit.economics.engine import outcome_kind
from boardkit.economics.equations import project
from boardkit.economics.inputs import Inputs
from boardkit.economics.outputs import nought
from boardkit.economics.result import Forecast
from boardkit.economics.strategies import STRATEGIES


@dataclass(frozen=True, slots=True)
class AssumptionTurn:
    """An input that rests on no answer, and by itself turns the outcome at an end of its range."""

    symbol: str
    at: float
    kind: str  # of the outcome there


def turning_assumptions(inputs: Inputs, forecast: Forecast) -> tuple[AssumptionTurn, ...]:
    """Those that would turn it, everything else at its likeliest; what moves it most comes first."""
    items = [
        item
        for item in inputs.items
        if item.is_prior and not item.is_certain and item.symbol != SCALE
    ]
    if not items:
        return ()
    projection = project(one_at_a_time(inputs, items), inputs.economics.years)
    profit = projection.gross_profit
    enough = profit[:, -1] >= profit[:, 0] - nought(projection)
    names = [one.id for one in STRATEGIES]
    kinds = [outcome_kind(dict(zip(names, map(bool, way), strict=True))) for way in enough.T]
    ends = [(item.symbol, end) for item in items for end in (item.low, item.high)]
    found = [
        AssumptionTurn(symbol, end, kind)
        for (symbol, end), kind in zip(ends, kinds, strict=True)
        if kind != forecast.outcome.kind
    ]
    moves = moves_of(inputs)
    return tuple(sorted(found, key=lambda one: -moves[one.symbol].most))
