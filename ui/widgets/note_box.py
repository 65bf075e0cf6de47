"""A note to an answer: what was counted, whom to ask, what to do before the meeting."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import label
from ui.widgets.text_box import TextBox


class NoteBox(QWidget):
    """``typed`` while the person types, ``left`` when they leave it changed."""

    typed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(6))
        layout.addWidget(label("Note", "subheading"))
        self.box = TextBox("Note", lines=2)
        self.box.typed.connect(self.typed)
        self.box.left.connect(self.left)
        layout.addWidget(self.box)

    def fill(self, note: str) -> None:
        """Show a note; emits nothing."""
        self.box.fill(note)

    def text(self) -> str:
        """The note."""
        return self.box.text()

    def take_focus(self) -> None:
        """Put the keyboard into it."""
        self.box.setFocus()
