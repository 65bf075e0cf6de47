"""A headline whose lines are about equally long."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_WRAP = int(Qt.TextFlag.TextWordWrap)
_HIGH = 100_000


class Balanced(QLabel):
    """Wraps no sooner than it must, yet leaves no word alone on the last line."""

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Show this text."""
        self.setText(text)
        self._balance()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._balance()

    def _balance(self) -> None:
        """Leave free at the right what would only shorten the last line."""
        whole = self.width()
        height = self._height(whole)
        narrow, wide = whole // 2, whole
        while wide - narrow > 2:
            middle = (narrow + wide) // 2
            if self._height(middle) > height:
                narrow = middle
            else:
                wide = middle
        self.setContentsMargins(0, 0, max(0, whole - wide - 2), 0)

    def _height(self, width: int) -> int:
        return (
            self.fontMetrics().boundingRect(QRect(0, 0, width, _HIGH), _WRAP, self.text()).height()
        )
