"""A row about one question, which leads there where there is somewhere to go."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel

from ui.theme import theme
from ui.widgets.labels import label
from ui.widgets.row_button import HANG, RowButton


class QuestionRow(RowButton):
    """A mark at the left and whatever the row says beside it; Enter or a click goes to the question.

    Without a question it cannot be chosen.
    """

    wanted = Signal(str)

    def __init__(self, question: str, mark: str, title: QLabel, *, air: int) -> None:
        super().__init__()
        self._question = question
        px = theme().px
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(px(HANG), px(air), px(22), px(air + 1))
        self.grid.setHorizontalSpacing(px(8))
        self.grid.setVerticalSpacing(px(1))
        number = label(mark, "small", wrap=False)
        number.setMinimumWidth(px(32))
        self.grid.addWidget(self.hold(number), 0, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(self.hold(title), 0, 1)
        if question:
            self.setAccessibleDescription("Press Enter to go to the question.")
            self.clicked.connect(self._ask)
        else:
            self.setEnabled(False)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_figure(self, figure: str, color: str, *, least: int = 0) -> None:
        """A figure at the right, in a colour or in that of the text, at ``least`` so wide."""
        made = label(figure, "subheading", wrap=False)
        made.setMinimumWidth(theme().px(least))
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        if color:
            made.setStyleSheet(f"color: {color}")
        self.grid.addWidget(self.hold(made), 0, 2, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._question:
            self.paint_onward()

    def _ask(self) -> None:
        self.wanted.emit(self._question)
