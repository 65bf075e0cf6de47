"""What the strategies come to, in one line of figures that stays in sight while an input is moved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from boardkit.economics.wording import ForecastWords
from ui.theme import theme
from ui.widgets.labels import label


class OutcomeStrip(QWidget):
    """Gross profit in the last year by strategy, beside today's; for where the charts scroll away."""

    def __init__(self, heads: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        px = theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        rule = QFrame()
        rule.setObjectName("separator")
        rule.setFixedHeight(1)
        layout.addWidget(rule)
        grid = QGridLayout()
        grid.setContentsMargins(px(20), px(5), px(20), px(7))
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        layout.addLayout(grid)
        self._caption = label("", "small")
        grid.addWidget(self._caption, 0, 0, 1, len(heads))
        self._figures: list[QLabel] = []
        for column, (title, color) in enumerate(heads):
            name = label(title, "small")
            name.setStyleSheet(f"color: {color}")
            grid.addWidget(name, 1, column)
            figure = label("", "subheading")
            grid.addWidget(figure, 2, column)
            grid.setColumnStretch(column, 1)
            self._figures.append(figure)

    def show_forecast(self, words: ForecastWords) -> None:
        """Show what it comes to now."""
        forecast, money = words.forecast, words.formats.money
        self._caption.setText(
            f"Gross profit in year {forecast.years}; today it is {money(forecast.outcome.opening)}"
        )
        for label_, one in zip(self._figures, forecast.strategies, strict=True):
            text = money(one.gross_profit.likely[-1])
            label_.setText(text)
            label_.setAccessibleName(f"Gross profit in year {forecast.years}, {one.title}: {text}")
