"""A table of figures: a title, as many figures as there are heads, and a sentence below them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ui.theme import theme
from ui.widgets.labels import label

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class FigureTable(QWidget):
    """Narrow, the title has a line of its own."""

    def __init__(self, heads: Sequence[str], *, wide: bool) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._heads, self._wide = tuple(heads), wide
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(2))
        self._first = 1 if wide else 0
        if wide:
            self._grid.setColumnStretch(0, 5)
        for place, name in enumerate(self._heads):
            head = label(name, "small")
            head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(head, 0, self._first + place)
            self._grid.setColumnStretch(self._first + place, 3)
        self._next = 1

    def add(
        self, title: str, cells: Sequence[QWidget | str], sentence: str = "", *, strong: bool = True
    ) -> None:
        """One row; a cell that is a text is named after its title and head."""
        across = self._first + len(self._heads)
        rule = QFrame()
        rule.setObjectName("separator")
        rule.setFixedHeight(1)
        self._grid.addWidget(rule, self._next, 0, 1, across)
        row = self._next + 1
        named = label(title, "subheading" if strong else "")
        named.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(named, row, 0, 1, 1 if self._wide else across)
        row += 0 if self._wide else 1
        for place, (head, cell) in enumerate(zip(self._heads, cells, strict=True)):
            shown = figure(f"{title}, {head}", cell) if isinstance(cell, str) else cell
            self._grid.addWidget(shown, row, self._first + place)
        if sentence:
            told = label(sentence, "small")
            told.setContentsMargins(0, 0, 0, theme().px(5))
            self._grid.addWidget(told, row + 1, 0, 1, across)
        self._next = row + 2


def figure(name: str, text: str, look: str = "") -> QLabel:
    """A figure at the right, with a name for those who hear it."""
    made = label(text, look)
    made.setAlignment(RIGHT)
    made.setAccessibleName(f"{name}: {text}")
    return made
