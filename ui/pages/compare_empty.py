"""What the compare page says while there is nothing to compare: how there will be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.theme import theme
from ui.widgets.canvas import Canvas
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label

NOTHING = "There is nothing from before to compare with yet"
HOW = (
    "Keep a milestone when the board has seen this assessment. From then on this page says what has "
    "changed since, whether the change is real, and what made it."
)
MEANWHILE = (
    "Until then it can be set beside another assessment, a listed company placed from what is public, "
    "or one of the made-up examples."
)
TOO_FEW = "A trend takes three states or more"
MORE = (
    "The milestones of this assessment, the assessments that it carries on from, and what it says now "
    "stand here one after another as soon as there are three of them."
)


class NothingYet(Canvas):
    """Says how there will be something, and what can be compared meanwhile."""

    milestone_wanted = Signal()
    choose_wanted = Signal()

    def __init__(self, *, can_keep: bool) -> None:
        super().__init__()
        layout = _column(self)
        layout.addWidget(label(f"{NOTHING}.", "title"))
        layout.addWidget(label(HOW))
        layout.addWidget(label(MEANWHILE))
        row = FlowLayout(gap=8)
        for text, look, signal, there in (
            ("Keep milestone…", "main", self.milestone_wanted, can_keep),
            ("Compare with something else…", "", self.choose_wanted, True),
        ):
            if there:
                made = button(text, look)
                made.clicked.connect(signal)
                row.addWidget(made)
        layout.addLayout(row)
        layout.addStretch(1)


class TooFew(Canvas):
    """Says when there will be a trend, or why there is no comparison."""

    def __init__(self, fault: str = "") -> None:
        super().__init__()
        layout = _column(self)
        layout.addWidget(label(fault or f"{TOO_FEW}.", "title"))
        if not fault:
            layout.addWidget(label(MORE))
        layout.addStretch(1)


def _column(canvas: Canvas) -> QVBoxLayout:
    px = theme().px
    layout = QVBoxLayout(canvas)
    layout.setContentsMargins(px(30), px(22), px(30), px(30))
    layout.setSpacing(px(12))
    return layout
