"""The assumption register: every input with its value, where it is from, whose it is and for how long."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from boardkit.economics.result import RegisterRow
from boardkit.economics.subjects import SUBJECTS
from boardkit.economics.wording import ForecastWords
from ui.theme import theme
from ui.widgets.labels import button, label
from ui.widgets.row_button import HANG


class RegisterList(QWidget):
    """One forecast's register, by subject; made anew for the next."""

    question_wanted = Signal(str)

    def __init__(self, words: ForecastWords) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._words = words
        px = theme().px
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(px(HANG), 0, px(HANG), 0)
        self._layout.setSpacing(px(8))
        rows = {row.symbol: row for row in words.forecast.register}
        for subject in SUBJECTS:
            head = label(subject.title, "kicker")
            head.setContentsMargins(0, px(8), 0, 0)
            self._layout.addWidget(head)
            for symbol in subject.symbols:
                self._layout.addWidget(self._row(rows[symbol]))

    def _row(self, row: RegisterRow) -> QWidget:
        words, px = self._words, theme().px
        made = QWidget()
        made.setObjectName("canvas")
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(0)
        grid.addWidget(label(f"{row.title} ({row.symbol})"), 0, 0)
        value = label(words.value_and_range(row))
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, 0, 1)
        grid.addWidget(label(words.where_from(row), "small"), 1, 0, 1, 2)
        grid.addLayout(self._foot(row), 2, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return made

    def _foot(self, row: RegisterRow) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(theme().px(8))
        dates = label(self._words.custody(row), "small")
        if row.expired:
            dates.setStyleSheet(f"color: {theme().tones.danger}; font-weight: 600")
        foot.addWidget(dates, 1)
        for question in row.questions[:2]:
            link = button(question, "link")
            link.setAccessibleName(f"Go to {question}, for {row.title} in the register")
            link.setProperty("question", question)
            link.clicked.connect(self._go)
            foot.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return foot

    def _go(self) -> None:
        self.question_wanted.emit(str(self.sender().property("question")))
