"""Rows that say what to change, what to find out and where the doubt is; each leads to its question."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.labels import label
from ui.widgets.question_row import QuestionRow


class FindingRow(QuestionRow):
    """A mark or number, what it is, what it would be worth, and a figure at the right."""

    def __init__(
        self, question: str, mark: str, title: str, note: str = "", figure: str = "",
        *, color: str = "", bar: QWidget | None = None, wide: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(question, mark, label(title), air=5)
        if figure:
            self.show_figure(figure, color, least=40 if wide else 0)
        if note:
            self.grid.addWidget(self.hold(label(note, "small")), 1, 1, 1, 1 if wide else 2)
        if bar is not None:
            self.grid.addWidget(self.hold(bar), *((0, 3, 2, 1) if wide else (2, 1, 1, 2)))
        self.grid.setColumnStretch(1, 4)
        self.grid.setColumnStretch(3, 6 if wide else 0)
        said = ". ".join(part.rstrip(".") for part in (mark, title, figure, note) if part)
        self.setAccessibleName(said)


class SharesBar(QWidget):
    """How much of a score's doubt an answer carries, over how much of its weight; both from nought."""

    def __init__(self, doubt: float, weight: float, color: str) -> None:
        super().__init__()
        self._doubt, self._weight, self._color = doubt, weight, color
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(17))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(17))

    def paintEvent(self, event: QPaintEvent) -> None:
        tones, px = theme().tones, theme().px
        reach = self.width() - 1.0
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.charts.track))
        painter.drawRect(QRectF(0, px(2), reach, px(8)))
        painter.setBrush(QColor(getattr(tones.charts, self._color)))
        painter.drawRect(QRectF(0, px(2), max(reach * self._doubt, 1.5), px(8)))
        painter.setPen(QPen(QColor(tones.muted), 1))
        painter.setBrush(QColor(tones.panel))
        painter.drawRect(QRectF(0.5, px(12) + 0.5, max(reach * self._weight, 1.5), px(4) - 1))
        painter.end()
