"""Widgets side by side, or one below the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import theme

TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class Lane(QWidget):
    """A row or a column, which takes no room of its own but for its gaps."""

    def __init__(self, *, across: bool = False, gap: int = 16, hang: int = 0) -> None:
        super().__init__()
        self.setObjectName("canvas")
        direction = QBoxLayout.Direction
        self._layout = QBoxLayout(direction.LeftToRight if across else direction.TopToBottom, self)
        side = theme().px(hang) if hang else 0
        self._layout.setContentsMargins(side, 0, side, 0)
        self._layout.setSpacing(theme().px(gap))

    def add(self, widget: QWidget, share: int = 0) -> None:
        """Put in a widget, with its share of the room that is left."""
        self._layout.addWidget(widget, share)

    def add_small(self, widget: QWidget) -> None:
        """Put in a widget that takes no more room than it needs."""
        self._layout.addWidget(widget, 0, TOP_LEFT)

    def end(self) -> None:
        """Leave what room is left at the end."""
        self._layout.addStretch(1)

    def clear(self) -> None:
        """Take everything out again."""
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
