"""Pale bars in the shape of rows that are still to come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme

LINE = 18  # pixels from one line of text to the next
AIR = 12  # between rows
SHARES = (0.62, 0.88, 0.46, 0.74)  # of the width, that lines of text take


class Skeleton(QWidget):
    """So many rows of so many lines; it says nothing and cannot be reached."""

    def __init__(self, rows: int, lines: int) -> None:
        super().__init__()
        self._rows, self._lines = rows, lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(px(200), self._rows * px(self._lines * LINE + AIR))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().tones.charts.track))
        for row in range(self._rows):
            top = row * px(self._lines * LINE + AIR) + px(AIR) / 2
            self._bar(painter, 0, top, px(22))
            for line in range(self._lines):
                share = SHARES[(row + line) % len(SHARES)]
                self._bar(painter, px(40), top + line * px(LINE), (self.width() - px(60)) * share)
        painter.end()

    @staticmethod
    def _bar(painter: QPainter, left: float, top: float, width: float) -> None:
        px = theme().px
        painter.drawRoundedRect(QRectF(left, top + px(4), width, px(9)), px(3), px(3))
