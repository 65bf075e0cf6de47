"""The charts of a forecast, drawn for the width that a sheet of paper or a screen has."""

from __future__ import annotations

from markupsafe import Markup

from boardkit.charts.fan import FanRow, Panel, fan_chart
from boardkit.charts.palette import PAPER, Palette
from boardkit.charts.payback import Way, payback_chart
from boardkit.charts.replacement import Bar, replacement_chart
from boardkit.economics.result import Fan, Forecast, StrategyForecast
from boardkit.economics.strategies import DO_NOTHING, FIRST_DERIVATIVE, RESELL
from boardkit.formats import Formats


class MoneyPictures:
    """One forecast's charts; each is an SVG string, or nothing where there is nothing to draw."""

    def __init__(
        self, forecast: Forecast, *, width: float, formats: Formats, palette: Palette = PAPER
    ) -> None:
        self.forecast, self.width, self.formats, self.palette = forecast, width, formats, palette

    def fans(self, cell: float = 150) -> Markup:
        """ARR and gross profit of the four strategies, on one scale."""
        opening = self.forecast.outcome.opening
        today = f"a year; the dashed line is today’s {self.formats.money(opening)}"
        strategies = self.forecast.strategies
        rows = (
            FanRow("ARR", "a year", [self._panel(one, one.arr) for one in strategies]),
            FanRow("Gross profit", today, [self._panel(s, s.gross_profit) for s in strategies],
                   level=opening),
        )  # fmt: skip
        return Markup(fan_chart(rows, self.palette, self.formats, width=self.width, cell=cell))

    def payback(self, height: float = 170) -> Markup:
        """What each way has brought so far, against doing nothing."""
        ways = [
            Way(one.title, self.color(one), one.so_far, one.break_even)
            for one in self.forecast.strategies
            if one.id != DO_NOTHING.id
        ]
        return Markup(
            payback_chart(ways, self.palette, self.formats, width=self.width, height=height)
        )

    def replacement(self) -> Markup:
        """How much new revenue earns what 1 of seat revenue does; nothing where nothing is added."""
        ways = [self.forecast.strategy(one.id) for one in (RESELL, FIRST_DERIVATIVE)]
        bars = [
            Bar(one.title, self.color(one), one.replacement_multiple)
            for one in ways
            if one.new_margin is not None
        ]
        if not bars:
            return Markup()
        seats = Bar("Seats", self.palette.muted, 1.0)
        return Markup(
            replacement_chart([seats, *bars], self.palette, self.formats, width=self.width)
        )

    def color(self, strategy: StrategyForecast) -> str:
        """The colour that a strategy has everywhere."""
        named = {
            DO_NOTHING.id: self.palette.muted,
            RESELL.id: self.palette.resale,
            FIRST_DERIVATIVE.id: self.palette.first_derivative,
        }
        return named.get(strategy.id, self.palette.ink)

    def _panel(self, strategy: StrategyForecast, fan: Fan) -> Panel:
        return Panel(strategy.title, self.color(strategy), fan.likely, fan.p10, fan.p90)
