"""One forecast's charts, to be drawn at any width and in any colours."""

from __future__ import annotations

from boardkit.charts.palette import Palette
from boardkit.documents.money_pictures import MoneyPictures
from boardkit.economics import Forecast
from boardkit.formats import Formats


class MoneyCharts:
    """Draws the forecast that it was last given; holds no widget and no session."""

    def __init__(self, forecast: Forecast, formats: Formats) -> None:
        self.forecast, self._formats = forecast, formats

    def pictures(self, palette: Palette, width: float) -> MoneyPictures:
        """The charts for a width."""
        return MoneyPictures(self.forecast, width=width, formats=self._formats, palette=palette)

    def fans(self, palette: Palette, width: float) -> str:
        """ARR and gross profit of the four strategies."""
        return self.pictures(palette, width).fans(118 if width < 660 else 138)

    def payback(self, palette: Palette, width: float) -> str:
        """What each way has brought so far."""
        return self.pictures(palette, width).payback(178)

    def replacement(self, palette: Palette, width: float) -> str:
        """How much new revenue earns what 1 of seat revenue does."""
        return self.pictures(palette, width).replacement()
