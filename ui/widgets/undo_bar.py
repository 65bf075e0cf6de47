"""The bar that says what was just done, and offers to undo it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.notice_bar import NoticeBar


class UndoBar(NoticeBar):
    """Says what was done; whoever listens takes it back."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What was just done", "Undo", parent, tip="Ctrl+Z")
        self.wanted.connect(self.undo_wanted)
