"""Where the forecast and its inputs stand: side by side, or one below the other with figures in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from boardkit.economics.wording import ForecastWords
from ui.pages.economics_body import EconomicsBody
from ui.theme import theme
from ui.widgets.canvas import Canvas, scrolled
from ui.widgets.input_pane import InputPane
from ui.widgets.outcome_strip import OutcomeStrip

PANE = 350  # pixels at 100% of the inputs beside the forecast
LEAST_SEEN = 60  # pixels at 100% of the inputs that bring the figures in sight below them


class EconomicsSides(QWidget):
    """Holds what the page shows; the forecast comes first and takes the room that is left."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        outer.addLayout(self._row, 1)
        self._outer = outer
        self._areas: list[QWidget] = []
        self._pane: InputPane | None = None
        self._strip: OutcomeStrip | None = None

    @property
    def scroll_place(self) -> int:
        """How far down the forecast is scrolled."""
        area = self._areas[0] if self._areas else None
        return area.verticalScrollBar().value() if isinstance(area, QScrollArea) else 0

    def show_alone(self, widget: QWidget) -> None:
        """Nothing but this."""
        self._pane = None
        self._place(widget)

    def show_both(
        self, body: EconomicsBody, pane: InputPane, words: ForecastWords, *, wide: bool
    ) -> None:
        """The forecast and its inputs, scrolled to where the forecast was."""
        place, self._pane = self.scroll_place, pane
        if wide:
            beside = scrolled(pane)
            beside.setObjectName("pane")
            beside.setFixedWidth(theme().px(PANE))
            area = scrolled(body)
            self._place(area, beside)
        else:
            area = scrolled(_stacked(body, pane))
            self._place(area)
            self._add_strip(OutcomeStrip(body.heads), words, area)
        area.verticalScrollBar().setValue(place)

    def show_moved(self, words: ForecastWords) -> None:
        """What stays in sight follows an input."""
        if self._strip is not None:
            self._strip.show_forecast(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_strip()

    def _place(self, *areas: QWidget) -> None:
        for old in (*self._areas, self._strip):
            if old is not None:
                old.hide()
                old.deleteLater()
        self._areas, self._strip = list(areas), None
        for area in areas:
            self._row.addWidget(area, 1 if area is areas[0] else 0)
            area.show()

    def _add_strip(self, strip: OutcomeStrip, words: ForecastWords, area: QScrollArea) -> None:
        self._strip = strip
        strip.show_forecast(words)
        strip.hide()
        self._outer.addWidget(strip)
        area.verticalScrollBar().valueChanged.connect(self._show_strip)
        area.verticalScrollBar().rangeChanged.connect(self._show_strip)

    def _show_strip(self) -> None:
        """While some of the inputs can be seen above it; what has the focus stays in sight too."""
        if self._strip is None or self._pane is None:
            return
        edge = self.height() - self._strip.sizeHint().height() - theme().px(LEAST_SEEN)
        shown = self._pane.mapTo(self, QPoint()).y() < edge
        if shown == self._strip.isVisibleTo(self):
            return
        self._strip.setVisible(shown)
        self._outer.activate()
        area, focus = self._areas[0], self.focusWidget()
        if shown and isinstance(area, QScrollArea) and focus is not None and focus.hasFocus():
            area.ensureWidgetVisible(focus)


def _stacked(body: EconomicsBody, pane: InputPane) -> Canvas:
    """The inputs below the forecast."""
    made = Canvas()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(body)
    layout.addWidget(pane)
    layout.addStretch(1)
    return made
