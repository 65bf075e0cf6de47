"""What stands beside the four strategies: each measure with its figures and one plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Container
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


def measures_of(words: ForecastWords, wanted: Container[str] | None = None) -> tuple[Measure, ...]:
    """The measures of a forecast, those that decide first: all of them, or those of the ids wanted."""
    forecast = words.forecast
    year, last = f"in year {forecast.years}", -1

    def by_strategy(text: Callable[[StrategyForecast], str]) -> tuple[str, ...]:
        return tuple(text(one) for one in forecast.strategies)

    def of_ways(text: Callable[[StrategyForecast], str]) -> tuple[str, ...]:
        return by_strategy(lambda one: NONE if one.id == DO_NOTHING.id else text(one))

    money = words.formats.money
    told: dict[str, Callable[[], tuple[str, tuple[str, ...], str]]] = {
        "arr": lambda: (
            f"ARR {year}", by_strategy(lambda s: money(s.arr.likely[last])), words.growth()),
        "gross_profit": lambda: (
            f"Gross profit {year}", by_strategy(lambda s: money(s.gross_profit.likely[last])),
            words.enough()),
        "chance": lambda: (
            "Chance to keep today’s gross profit",
            by_strategy(lambda s: words.percent(s.chance_enough)), words.chance()),
        "worth": lambda: (
            f"Value today at {words.share(forecast.hurdle)}",
            of_ways(lambda s: money(s.net_present_value.likely)), words.worth()),
        "break_even": lambda: ("Break-even", of_ways(words.pays_back), words.payback()),
        "replacement": lambda: (
            "Replacement multiple", of_ways(words.multiple_of), words.replacement()),
        "dilution": lambda: (
            "Margin dilution", by_strategy(lambda s: words.points(s.dilution)), words.dilution()),
        "at_risk": lambda: (
            f"ARR at risk {year}", by_strategy(lambda s: money(s.revenue_at_risk[last])),
            words.at_risk()),
        "beta": lambda: (
            "Inference beta", by_strategy(lambda s: words.beta(s.inference_beta[last])),
            words.leverage()),
        "runway": lambda: (
            "Seat runway", (words.runway(),),
            " ".join(s for s in (words.seats(), words.how_sure_of_seats()) if s)),
        "unit_margin": lambda: (
            "Unit margin", (words.share(forecast.unit_margin),),
            words.unit_margin() or words.no_unit_margin()),
    }  # fmt: skip
    return tuple(
        Measure(key, *tell()) for key, tell in told.items() if wanted is None or key in wanted
    )
