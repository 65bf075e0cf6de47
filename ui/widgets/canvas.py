"""What scrolls: a widget as high as its contents need at the width that it gets."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Canvas(QWidget):
    """Asks for no room of its own, so that only the height for the width counts.

    Wrapped labels ask for the height of a narrow column; a scroll area would take the larger one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def scrolled(canvas: Canvas) -> QScrollArea:
    """The canvas in a scroll area that only scrolls up and down."""
    area = scroll_area()
    area.setWidget(canvas)
    return area


def scroll_area(parent: QWidget | None = None) -> QScrollArea:
    """A scroll area that only scrolls up and down, before there is anything in it."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
