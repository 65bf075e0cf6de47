"""A bar that shows how a whole is split, and what of it is left over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme


class SplitBar(QWidget):
    """The parts, each a shade lighter than the one before; the rest stays empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Sequence[float]) -> None:
        """Percentages, none below nought; what goes past 100 is cut off."""
        self._shares = tuple(max(share, 0.0) for share in shares)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = theme().tones
        whole = QPainterPath()
        radius = self.height() / 2
        whole.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(whole)
        painter.fillRect(self.rect(), QColor(tones.sunken))
        left = 0.0
        for place, share in enumerate(self._shares):
            color = QColor(tones.accent)
            color.setAlphaF(max(1 - 0.17 * place, 0.2))
            width = self.width() * share / 100
            painter.fillRect(QRectF(left, 0, max(width - 1, 0), self.height()), color)
            left += width
        painter.setPen(Qt.PenStyle.NoPen)
        painter.end()
