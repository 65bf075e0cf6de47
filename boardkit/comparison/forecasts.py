"""Two forecasts side by side."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.comparison.sides import Side
from boardkit.economics import Forecast, forecast
from boardkit.errors import ForecastError


@dataclass(frozen=True, slots=True)
class StrategyPair:
    """What one strategy comes to in the last year of both forecasts, in each one's currency."""

    id: str
    title: str
    arr: tuple[float, float]
    gross_profit: tuple[float, float]
    net_present_value: tuple[float, float]
    chance_enough: tuple[float, float]


@dataclass(frozen=True, eq=False)
class ForecastPair:
    """Two forecasts, each under the scenario that its company shows first."""

    before: Forecast
    after: Forecast
    currencies: tuple[str, str]
    strategies: tuple[StrategyPair, ...]

    @property
    def same_measure(self) -> bool:
        """Whether their figures can be subtracted: one currency, and as many years."""
        years = self.before.years == self.after.years
        return years and self.currencies[0] == self.currencies[1]


def forecasts(before: Side, after: Side) -> ForecastPair | None:
    """Both forecasts; None unless both sides have enough for one."""
    made = []
    for side in (before, after):
        try:
            found = forecast(side.questionnaire, side.assessment)
        except ForecastError:
            return None
        if not found.support.enough:
            return None
        made.append(found)
    first, second = made
    known = {strategy.id: strategy for strategy in first.strategies}
    strategies = tuple(
        StrategyPair(
            id=new.id,
            title=new.title,
            arr=(old.arr.likely[-1], new.arr.likely[-1]),
            gross_profit=(old.gross_profit.likely[-1], new.gross_profit.likely[-1]),
            net_present_value=(old.net_present_value.likely, new.net_present_value.likely),
            chance_enough=(old.chance_enough, new.chance_enough),
        )
        for new in second.strategies
        if (old := known.get(new.id)) is not None
    )
    currencies = before.assessment.details.currency, after.assessment.details.currency
    return ForecastPair(first, second, currencies, strategies)
