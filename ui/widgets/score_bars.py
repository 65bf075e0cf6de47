"""The scores beside a question: each a bar with what is claimed, and a mark where it is proven."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme


@dataclass(frozen=True)
class Bar:
    """One score, 0 to 100, with its text as printed and how far it just moved."""

    title: str
    claimed: float
    proven: float | None
    text: str
    moved: str  # “▲ 4.0”, or nothing
    color: str  # the name of a chart colour


class ScoreBars(QWidget):
    """Paints a few bars; spoken as one sentence a score."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.updateGeometry)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these scores."""
        self._bars = tuple(bars)
        said = "; ".join(
            f"{bar.title} {bar.text}"
            + (f", proven {bar.proven:.1f}" if bar.proven is not None else "")
            for bar in bars
        )
        self.setAccessibleName(f"Scores: {said}" if said else "No scores yet")
        self.updateGeometry()
        self.update()

    def _row_height(self, bar: Bar, width: int) -> int:
        metrics = QFontMetrics(self.font())
        room = width - metrics.horizontalAdvance(f"{bar.text} {bar.moved}") - theme().px(12)
        title = metrics.boundingRect(
            0, 0, max(room, 40), 10_000, int(Qt.TextFlag.TextWordWrap), bar.title
        )
        return title.height() + theme().px(24)

    def heightForWidth(self, width: int) -> int:
        return sum(self._row_height(bar, width) for bar in self._bars)

    def sizeHint(self) -> QSize:
        width = theme().px(220)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.heightForWidth(max(self.width(), theme().px(120))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for bar in self._bars:
            height = self._row_height(bar, self.width())
            self._paint_bar(painter, bar, top, height)
            top += height
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: Bar, top: int, height: int) -> None:
        tones, px = theme().tones, theme().px
        color = QColor(getattr(tones.charts, bar.color))
        metrics = QFontMetrics(self.font())
        figure = f"{bar.text} {bar.moved}".strip()
        figure_room = metrics.horizontalAdvance(figure) + px(12)
        text_height = height - px(24)
        painter.setPen(QColor(tones.ink))
        painter.drawText(
            QRectF(0, top, self.width() - figure_room, text_height),
            int(Qt.TextFlag.TextWordWrap),
            bar.title,
        )
        bold = painter.font()
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(color)
        painter.drawText(
            QRectF(0, top, self.width(), text_height), int(Qt.AlignmentFlag.AlignRight), figure
        )
        painter.setFont(self.font())
        line = QRectF(0, top + text_height + px(3), self.width(), px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.sunken))
        painter.drawRoundedRect(line, px(4), px(4))
        filled = QRectF(line)
        filled.setWidth(max(line.width() * bar.claimed / 100, px(3)))
        painter.setBrush(color)
        painter.drawRoundedRect(filled, px(4), px(4))
        if bar.proven is not None:
            x, y, r = line.width() * bar.proven / 100, line.center().y(), px(6)
            diamond = QPolygonF(
                [QPointF(x - r, y), QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r)]
            )
            painter.setPen(QPen(QColor(tones.ink), 1.5))
            painter.setBrush(QColor(tones.panel))
            painter.drawPolygon(diamond)
