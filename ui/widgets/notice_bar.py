"""A quiet bar with one sentence, and at most one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.announcing import announce
from ui.tab_order import place_after
from ui.theme import theme
from ui.widgets.labels import button, label


class NoticeBar(QFrame):
    """Stays until it is dismissed, so that nobody has to be quick.

    It is empty until it has something to say, which on most days it never has.
    """

    wanted = Signal()
    dismissed = Signal()

    def __init__(
        self, name: str, action: str = "", parent: QWidget | None = None, *, tip: str = ""
    ) -> None:
        super().__init__(parent)
        self._named, self._tip = action, tip
        self._text: QLabel | None = None
        self._action: QPushButton
        self.setProperty("look", "note")
        self.setAccessibleName(name)
        self.hide()

    def _make(self) -> QLabel:
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(30), px(8), px(24), px(8))
        row.setSpacing(px(8))
        text = label("")
        row.addWidget(text, 1)
        self._action = button(self._named, tip=self._tip)
        self._action.clicked.connect(self.wanted)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        dismiss = button("Dismiss", "quiet")
        dismiss.clicked.connect(self.dismissed)
        row.addWidget(dismiss, 0, Qt.AlignmentFlag.AlignVCenter)
        place_after(self, self._action, dismiss)
        return text

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text() if self._text is not None else ""

    def say(self, sentence: str, *, to_do: bool = True) -> None:
        """Show the bar with this sentence, and let screen readers say it; nothing hides it."""
        if sentence and self._text is None:
            self._text = self._make()
        if self._text is not None:
            self._text.setText(sentence)
            self._action.setVisible(to_do and bool(self._named))
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)
