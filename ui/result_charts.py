"""One result's charts, to be drawn at any width and in any colours."""

from __future__ import annotations

from collections.abc import Sequence

from boardkit.charts.palette import Palette
from boardkit.documents.pictures import Pictures
from boardkit.references import Reference
from boardkit.scoring.analysis import Analysis
from ui.session import Session
from ui.widgets.chart_view import Draw


class ResultCharts:
    """Draws what a session amounted to when this was made; holds no widget and no session."""

    def __init__(self, session: Session, references: Sequence[Reference]) -> None:
        self._from = (session.questionnaire, session.assessment, session.result, references)
        self._formats = session.formats
        self._intervals = session.intervals
        self._analysis: Analysis | None = None

    def take(self, analysis: Analysis) -> None:
        """From now on, draw where the moves lead too."""
        self._analysis = analysis

    def pictures(self, palette: Palette, width: float) -> Pictures:
        """The charts for a width."""
        return Pictures(
            *self._from, width=width, formats=self._formats, palette=palette,
            intervals=self._intervals, analysis=self._analysis,
        )  # fmt: skip

    def scale(self, palette: Palette, width: float) -> str:
        """Where the headline stands."""
        return self.pictures(palette, width).scale()

    def way(self, composite_id: str) -> Draw:
        """How far one way out is open."""

        def draw(palette: Palette, width: float) -> str:
            return self.pictures(palette, width).way(composite_id)

        return draw

    def bridge(self, palette: Palette, width: float) -> str:
        """From what is at risk to what is left."""
        return self.pictures(palette, width).bridge()

    def map(self, palette: Palette, width: float) -> str:
        """The two ways out."""
        return self.pictures(palette, width).map(min(max(width * 0.64, 300), 400))

    def position(self, palette: Palette, width: float) -> str:
        """What recurring revenue moves with."""
        return self.pictures(palette, width).position()
