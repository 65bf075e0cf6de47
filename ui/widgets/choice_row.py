"""One thing that can be done, and what it leads to: a button of two lines."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from ui.theme import theme
from ui.widgets.labels import label
from ui.widgets.row_button import RowButton


class ChoiceRow(RowButton):
    """Chosen with Enter, the space bar or the mouse."""

    def __init__(self, title: str, about: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(30), px(8))
        column.setSpacing(px(1))
        column.addWidget(self.hold(label(title, "subheading")))
        column.addWidget(self.hold(label(about, "muted")))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.paint_onward()
