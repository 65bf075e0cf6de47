"""One comparison's charts, and a trend's, to be drawn at any width and in any colours."""

from __future__ import annotations

from boardkit.charts.palette import Palette
from boardkit.comparison import Comparison
from boardkit.comparison.trend import Trend
from boardkit.documents.comparison_pictures import ComparisonPictures, trend_picture
from boardkit.formats import Formats
from ui.widgets.chart_view import Draw


class ComparisonCharts:
    """Holds no widget and no session."""

    def __init__(self, comparison: Comparison, formats: Formats) -> None:
        self._comparison, self._formats = comparison, formats

    def pictures(self, palette: Palette, width: float) -> ComparisonPictures:
        """The charts for a width."""
        return ComparisonPictures(
            self._comparison, width=width, formats=self._formats, palette=palette
        )

    def bridge(self, palette: Palette, width: float) -> str:
        """From one score to the other, part by part."""
        return self.pictures(palette, width).bridge()

    def slopes(self, composite_id: str) -> Draw:
        """The dimensions of one composite, before and after."""

        def draw(palette: Palette, width: float) -> str:
            return self.pictures(palette, width).slopes(composite_id, 210)

        return draw

    def map(self, palette: Palette, width: float) -> str:
        """The two ways out, with the way from one side to the other."""
        return self.pictures(palette, width).map(min(max(width * 0.62, 280), 380))


def trend_drawn(trend: Trend, formats: Formats) -> Draw:
    """Draws a trend."""

    def draw(palette: Palette, width: float) -> str:
        height = min(max(width * 0.4, 260), 400)
        return trend_picture(trend, width=width, height=height, formats=formats, palette=palette)

    return draw
