"""A dark band with one large sentence, and what can be done about it at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import label


class Banner(QFrame):
    """Its ground is not the page's: the style sheet of the application knows it by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        px = theme().px
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setSpacing(px(24))
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        self._kicker = label("", "kicker")
        self._text = label("", "heading")
        texts.addWidget(self._kicker)
        texts.addWidget(self._text)
        self._sides.addLayout(texts, 1)
        self.set_narrow(False)

    def add(self, widget: QWidget) -> None:
        """Something to do, at the right."""
        self._sides.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    def set_text(self, kicker: str, text: str) -> None:
        """Show this sentence, with a few small words above it."""
        self._kicker.setText(kicker)
        self._text.setText(text)

    def set_narrow(self, narrow: bool) -> None:
        """Put what can be done below the sentence rather than beside it."""
        px = theme().px
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if narrow else across)
        self._sides.setSpacing(px(10 if narrow else 24))
        side, top = px(16 if narrow else 30), px(12 if narrow else 22)
        self._sides.setContentsMargins(side, top, side, top)
