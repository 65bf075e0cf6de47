"""The bar that says what was just done, and offers to undo it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import button, label


class UndoBar(QFrame):
    """Stays until it is dismissed, so that nobody has to be quick."""

    undo_wanted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        self.setAccessibleName("What was just done")
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(30), px(8), px(24), px(8))
        row.setSpacing(px(8))
        self._text = label("")
        row.addWidget(self._text, 1)
        self._undo = button("Undo", tip="Ctrl+Z")
        self._undo.clicked.connect(self.undo_wanted)
        row.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignVCenter)
        self._dismiss = button("Dismiss", "quiet")
        self._dismiss.clicked.connect(self.dismissed)
        row.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def say(self, sentence: str) -> None:
        """Show the bar with this sentence, and let screen readers say it; nothing hides it."""
        self._text.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
