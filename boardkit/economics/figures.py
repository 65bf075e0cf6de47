"""How the figures of a forecast are written."""

from __future__ import annotations

from boardkit import chances
from boardkit.economics.result import Forecast, RegisterRow, StrategyForecast
from boardkit.economics.strategies import DO_NOTHING
from boardkit.formats import MINUS, Formats
from boardkit.questionnaire import Questionnaire

FARTHEST = 100.0  # a share beyond which only that it is beyond is said
MOST_OFTEN = "in eight draws of ten"  # from the 10th to the 90th percentile


class ForecastFigures:
    """The figures of one forecast, for one reader."""

    def __init__(self, forecast: Forecast, questionnaire: Questionnaire, formats: Formats) -> None:
        self.forecast = forecast
        self.questionnaire = questionnaire
        self.formats = formats

    def value(self, row: RegisterRow, figure: float) -> str:
        """One figure of an input, as it is written."""
        if row.of == "yes_no":
            return "yes" if figure > 0.5 else "no"
        if row.of == "money":
            return self.formats.money(figure)
        return self.share(figure) if row.of == "percent" else self.formats.number(figure, 2)

    def value_and_range(self, row: RegisterRow) -> str:
        """“15% of those renewing (5% to 40%)”."""
        unit = row.unit.removesuffix("s") if row.unit == "years" and row.value == 1 else row.unit
        text = f"{self.value(row, row.value)} {unit}".rstrip()
        if row.low >= row.high:
            return text
        return f"{text} ({self.value(row, row.low)} to {self.value(row, row.high)})"

    def share(self, fraction: float | None, decimals: int = 1) -> str:
        """“12.5%”, for 0.125; what is beyond all sense is not written out."""
        if fraction is None:
            return "–"
        if abs(fraction) > FARTHEST:
            limit = self.formats.percent(100 * FARTHEST, 0)
            return f"over {limit}" if fraction > 0 else f"below {MINUS}{limit}"
        return self.formats.percent(100 * fraction, decimals)

    def pays_back(self, strategy: StrategyForecast) -> str:
        """“year 3”, “not in 7 years”."""
        if strategy.id == DO_NOTHING.id:
            return "–"
        if strategy.break_even is None:
            return f"not in {self.forecast.years} years"
        return f"year {strategy.break_even}"

    def runway(self) -> str:
        """“year 5”, “beyond year 7”."""
        year = self.forecast.seats.runway
        return f"beyond year {self.forecast.years}" if year is None else f"year {year}"

    def percent(self, chance: float) -> str:
        """“65%”, “under 1%”: in which part of the draws something is so."""
        return chances.percent(chance, self.formats)

    def in_draws(self, chance: float) -> str:
        """“in 65% of draws”, “in every draw”, “in no draw”."""
        return chances.in_draws(chance, self.formats)

    def grows(self, rate: float) -> str:
        """“grows by 3.4% a year”, “falls by 1.9% a year”, for a fraction."""
        size = self.share(abs(rate))
        if size == self.share(0.0):
            return "stays as it is"
        return f"{'grows' if rate > 0 else 'falls'} by {size} a year"

    def multiple_of(self, strategy: StrategyForecast) -> str:
        """“1.84”: how much new revenue earns what 1 of seats does."""
        multiple = strategy.replacement_multiple
        if multiple is None:
            return "–" if strategy.new_margin is None else "never"
        return self._multiple(multiple)

    def points(self, dilution: float | None) -> str:
        """“−2.7 points”, of the margin against today’s."""
        if dilution is None:
            return "–"
        if abs(dilution) > 100 * FARTHEST:
            return "beyond all measure"
        return f"{self.formats.signed(dilution)} points"

    def beta(self, beta: float | None) -> str:
        """“0.19%”."""
        return "–" if beta is None else f"{self.formats.number(beta, 2)}%"

    def _multiple(self, multiple: float) -> str:
        return "over 100" if multiple > 100 else self.formats.number(multiple, 2)
