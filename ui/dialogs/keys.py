"""What the keyboard does, on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.base import PlainDialog
from ui.theme import theme
from ui.widgets.labels import label

KEYS = {
    "Answering": (
        ("0–4 or A–E", "choose a level or an option"),
        ("1–5", "then say how you know"),
        ("Alt+K", "don’t know"),
        ("Alt+N", "not applicable, where that can be"),
        ("Alt+C", "confirm an answer carried over from last time, and go to the next"),
        ("Delete", "take back a choice"),
        ("=", "in a split, put what is left into this part"),
        ("Ctrl+Down, Ctrl+Up", "in a table, the next and the last row"),
        ("Ctrl+Shift+Delete", "in a table, remove the row"),
        ("Ctrl+Z, Ctrl+Shift+Z", "undo and redo, for every change"),
    ),
    "Going from question to question": (
        ("Enter", "go on to the next question"),
        ("Ctrl+Enter", "go on from a text or a note, in which Enter starts a new line"),
        ("Alt+Right, Page Down", "go on"),
        ("Alt+Left, Page Up", "go back"),
        ("Ctrl+F", "find a question by number, or by words in it or its answer"),
    ),
    "Going from page to page": (
        ("Alt+Home", "all assessments"),
        ("Ctrl+1 to Ctrl+5", "questions, result, economics, compare, report"),
        ("Ctrl+Shift+4", "the trend over milestones and assessments"),
        ("Ctrl+Plus, Ctrl+Minus", "larger and smaller text"),
        ("F1", "this list"),
    ),
    "In the report": (
        ("Ctrl+S, Ctrl+P", "save the document, print it"),
        ("Ctrl+F, F3", "find words in the pages, find on"),
    ),
    "Assessments": (
        ("Ctrl+N, Ctrl+O", "new assessment, open a file"),
        ("Ctrl+M, Ctrl+Shift+M", "keep a milestone, all milestones"),
        ("Ctrl+Shift+N", "the next assessment from this one"),
    ),
}


class KeysDialog(PlainDialog):
    """A table of keys; Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Keys", parent, width=560)
        px = theme().px
        self.body.addWidget(label("Boardkit by keyboard", "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(4))
        for about, keys in KEYS.items():
            heading = label(about, "kicker")
            heading.setContentsMargins(0, px(10), 0, px(2))
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for names, what in keys:
                row = grid.rowCount()
                grid.addWidget(label(names, "subheading", wrap=False), row, 0)
                grid.addWidget(label(what), row, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button("Close", "main").clicked.connect(self.accept)
