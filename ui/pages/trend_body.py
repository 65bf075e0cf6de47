"""What the compare page says of three states or more: the way they went, and what moved each step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from boardkit.comparison.trend import Trend
from boardkit.comparison.trend_wording import TrendWords
from boardkit.formats import Formats
from ui.comparison_charts import trend_drawn
from ui.theme import theme
from ui.widgets.canvas import Canvas
from ui.widgets.chart_view import ChartView
from ui.widgets.labels import label
from ui.widgets.lane import Lane
from ui.widgets.row_button import HANG, RowButton
from ui.widgets.score_card import Card
from ui.widgets.score_table import arrowed, tone

CHART = (
    "A diamond is a milestone; a whisker is where a score lies eight times out of ten. Below the names: "
    "what {headline} did from one to the next."
)


class StepRow(RowButton):
    """What moved between one state and the next; Enter or a click compares the two."""

    wanted = Signal(int)

    def __init__(self, words: TrendWords, step: int) -> None:
        super().__init__()
        self._step = step
        px, say = theme().px, words.steps[step]
        grid = QGridLayout(self)
        grid.setContentsMargins(px(HANG), px(6), px(22), px(7))
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(1))
        names, title, why = words.names(step), f"{say.title()}.", say.sentence()
        grid.addWidget(self.hold(label(names, "subheading")), 0, 0)
        head = say.comparison.headline
        figure = label(arrowed(say.change(head)), "subheading", wrap=False)
        if say.printed is not None and say.printed.change and head.better is not None:
            figure.setStyleSheet(f"color: {tone(better=head.better)}")
        grid.addWidget(self.hold(figure), 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.hold(label(title)), 1, 0, 1, 2)
        if why:
            grid.addWidget(self.hold(label(why, "small")), 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self.setAccessibleName(f"{names}: {title} {why}".strip())
        self.setAccessibleDescription("Press Enter to compare these two.")
        self.clicked.connect(self._ask)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.paint_onward()

    def _ask(self) -> None:
        self.wanted.emit(self._step)


class TrendBody(Canvas):
    """``pair_wanted`` brings the number of a step: the states on either side of it."""

    pair_wanted = Signal(int)

    def __init__(self, trend: Trend, formats: Formats, *, columns: int) -> None:
        super().__init__()
        self.columns, self.trend = columns, trend
        self.words = TrendWords(trend, formats)
        px = theme().px
        outer = QVBoxLayout(self)
        side = px(30 if columns == 2 else 20)
        outer.setContentsMargins(side, px(20), side, px(34))
        outer.setSpacing(px(14))
        head = Lane(gap=6)
        head.add(label(f"{self.words.title()}.", "title"))
        if straight := self.words.straight():
            head.add(label(straight, "lead"))
        outer.addWidget(head)
        chart = Card("Over time")
        chart.add(label(CHART.format(headline=trend.lines[0].title), "small"))
        chart.add(ChartView(trend_drawn(trend, formats), least=460))
        outer.addWidget(chart)
        steps = Card("What moved from one to the next")
        for step in range(len(trend.steps)):
            row = StepRow(self.words, step)
            row.wanted.connect(self.pair_wanted)
            steps.add_hanging(row)
        outer.addWidget(steps)
        outer.addStretch(1)
