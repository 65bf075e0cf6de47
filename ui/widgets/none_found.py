"""What stands in place of the list of assessments while there is none to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import button, label


class NoneFound(QFrame):
    """Says why, and offers to show all again where they are only hidden."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        layout = QVBoxLayout(self)
        inset = theme().px(28)
        layout.setContentsMargins(inset, inset, inset, inset)
        layout.setSpacing(theme().px(10))
        self._text = label("")
        layout.addWidget(self._text)
        self.show_all = button("Show all assessments")
        self.show_all.clicked.connect(self.all_wanted)
        layout.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, sentence: str, *, hidden: bool) -> None:
        """Why there is none, and whether some are hidden."""
        self._text.setText(sentence)
        self.show_all.setVisible(hidden)
