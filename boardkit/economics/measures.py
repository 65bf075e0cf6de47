"""What stands beside the four strategies: each measure with its figures and one plain sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from boardkit.economics.result import StrategyForecast
from boardkit.economics.strategies import DO_NOTHING
from boardkit.economics.wording import ForecastWords

NONE = "–"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure; figures are in the order of the strategies, or one for the whole company."""

    id: str
    title: str
    figures: tuple[str, ...]
    sentence: str


def measures_of(words: ForecastWords) -> tuple[Measure, ...]:
    """Every measure of a forecast, those that decide first."""
    forecast = words.forecast
    year, last = f"in year {forecast.years}", -1
    unit = words.share(forecast.unit_margin)

    def by_strategy(text: Callable[[StrategyForecast], str]) -> tuple[str, ...]:
        return tuple(text(one) for one in forecast.strategies)

    def of_ways(text: Callable[[StrategyForecast], str]) -> tuple[str, ...]:
        return by_strategy(lambda one: NONE if one.id == DO_NOTHING.id else text(one))

    money = words.formats.money
    return (
        Measure("arr", f"ARR {year}", by_strategy(lambda s: money(s.arr.likely[last])),
                words.growth()),
        Measure("gross_profit", f"Gross profit {year}",
                by_strategy(lambda s: money(s.gross_profit.likely[last])), words.enough()),
        Measure("chance", "Chance to keep today’s gross profit",
                by_strategy(lambda s: words.percent(s.chance_enough)), words.chance()),
        Measure("worth", f"Value today at {words.share(forecast.hurdle)}",
                of_ways(lambda s: money(s.net_present_value.likely)), words.worth()),
        Measure("break_even", "Break-even", of_ways(words.pays_back), words.payback()),
        Measure("replacement", "Replacement multiple",
                of_ways(words.multiple_of), words.replacement()),
        Measure("dilution", "Margin dilution",
                by_strategy(lambda s: words.points(s.dilution)), words.dilution()),
        Measure("at_risk", f"ARR at risk {year}",
                by_strategy(lambda s: money(s.revenue_at_risk[last])), words.at_risk()),
        Measure("beta", "Inference beta",
                by_strategy(lambda s: words.beta(s.inference_beta[last])), words.leverage()),
        Measure("runway", "Seat runway", (words.runway(),),
                " ".join(s for s in (words.seats(), words.how_sure_of_seats()) if s)),
        Measure("unit_margin", "Unit margin", (unit,), words.unit_margin() or words.no_unit_margin()),
    )  # fmt: skip
