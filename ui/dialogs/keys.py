"""What the keyboard does, on one page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import button, label

KEYS = (
    ("0–4 or A–E", "choose a level or an option"),
    ("1–5", "then say how you know"),
    ("Enter, Ctrl+Enter", "go on to the next question"),
    ("Delete", "takes back a choice"),
    ("=", "in a split, puts what is left into this part"),
    ("Ctrl+Down, Ctrl+Up", "in a table, the next and the last row"),
    ("Ctrl+Shift+Delete", "in a table, removes the row"),
    ("Alt+Left, Page Up", "go back"),
    ("Alt+Right, Page Down", "go on"),
    ("Alt+K", "don’t know"),
    ("Alt+N", "not applicable, where that can be"),
    ("Alt+C", "confirm an answer carried over from last time, and go to the next"),
    ("Ctrl+Z, Ctrl+Shift+Z", "undo and redo, for every change"),
    ("Ctrl+F", "find a question by number, or by words in it or its answer"),
    ("Ctrl+1 to Ctrl+5", "questions, result, economics, compare, report"),
    ("Ctrl+Shift+4", "the trend over milestones and assessments"),
    ("Ctrl+S, Ctrl+P", "in the report, save the document, print it"),
    ("Ctrl+F, F3", "in the report, find words in the pages, find on"),
    ("Ctrl+M, Ctrl+Shift+M", "keep a milestone, all milestones"),
    ("Ctrl+Shift+N", "the next assessment from this one"),
    ("Ctrl+Plus, Ctrl+Minus", "larger and smaller text"),
    ("Ctrl+N, Ctrl+O", "new assessment, open a file"),
    ("F1", "this page"),
)


class KeysDialog(QDialog):
    """A table of keys; Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        inset = theme().px(20)
        layout.setContentsMargins(inset, inset, inset, inset)
        layout.setSpacing(theme().px(14))
        layout.addWidget(label("Boardkit by keyboard", "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(20))
        grid.setVerticalSpacing(theme().px(6))
        for row, (keys, what) in enumerate(KEYS):
            grid.addWidget(label(keys, "subheading", wrap=False), row, 0)
            grid.addWidget(label(what), row, 1)
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        close = button("Close", "main")
        close.clicked.connect(self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(theme().px(480))
