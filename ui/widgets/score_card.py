"""One score as a card: the figure, what it is, how much of it is proven, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.theme import theme
from ui.widgets.chart_view import ChartView, Draw
from ui.widgets.labels import button, label
from ui.widgets.question_links import flush


class ScoreCard(QFrame):
    """A score, which leads to the answers that it is made of."""

    answers_wanted = Signal(str)  # the id that the card was given

    def __init__(
        self, key: str, title: str, figure: str, note: str, color: str, scale: Draw
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._key = key
        px = theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(18), px(14), px(18), px(10))
        layout.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(14))
        number = label(figure, "figure", wrap=False)
        number.setStyleSheet(f"color: {color}")
        number.setAccessibleName(f"{title}: {figure}")
        head.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(label(title, "subheading"))
        words.addWidget(label(note, "muted"))
        words.addStretch(1)
        head.addLayout(words, 1)
        layout.addLayout(head)
        layout.addWidget(ChartView(scale, least=250))
        layout.addStretch(1)
        more = button("What it is made of", "link")
        more.setAccessibleName(f"What {title} is made of")
        more.clicked.connect(self._ask)
        layout.addLayout(flush(more))

    def _ask(self) -> None:
        self.answers_wanted.emit(self._key)
