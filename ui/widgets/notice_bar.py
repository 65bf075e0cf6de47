"""A quiet bar with one sentence, and at most one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import button, label


class NoticeBar(QFrame):
    """Stays until it is dismissed, so that nobody has to be quick."""

    wanted = Signal()
    dismissed = Signal()

    def __init__(
        self, name: str, action: str = "", parent: QWidget | None = None, *, tip: str = ""
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        self.setAccessibleName(name)
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(30), px(8), px(24), px(8))
        row.setSpacing(px(8))
        self._text = label("")
        row.addWidget(self._text, 1)
        self._action = button(action, tip=tip)
        self._action.clicked.connect(self.wanted)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        self._dismiss = button("Dismiss", "quiet")
        self._dismiss.clicked.connect(self.dismissed)
        row.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def say(self, sentence: str, *, to_do: bool = True) -> None:
        """Show the bar with this sentence, and let screen readers say it; nothing hides it."""
        self._text.setText(sentence)
        self._action.setVisible(to_do and bool(self._action.text()))
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
