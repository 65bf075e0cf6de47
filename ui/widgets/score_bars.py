"""The scores beside a question: where each stands, and how far its draws lie apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.score_lines import Mark, ScoreLine
from ui.theme import theme

NOTE = 13  # pixels of the text below a bar, at 100%
GROOVE, PROVEN, GAP = 10, 5, 3  # pixels: the heights of the two bars, and what parts them
KEPT = 200  # measures of texts: each answer brings other figures
PALE = 110  # of 255: how solid the band of an interval is
_WRAP = int(Qt.TextFlag.TextWordWrap)


class ScoreBars(QWidget):
    """Paints a few scores; spoken as one sentence a score.

    Each has a bar with a pale band, from P10 to P90, and a mark where the score is. Where less is proven
    than claimed, a thinner bar below says the same of that, with a diamond.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ScoreLine, ...] = ()
        self._rows: dict[int, list[tuple[int, int, int]]] = {}  # heights by width
        self._texts: dict[tuple[str, int, bool], int] = {}  # of a text: how high, or how wide
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._measure_anew)

    def show_lines(self, lines: Sequence[ScoreLine]) -> None:
        """Show these scores."""
        height = self.heightForWidth(self.width())
        self._lines = tuple(lines)
        self._rows.clear()
        said = ". ".join(line.says for line in lines)
        self.setAccessibleName(f"Scores: {said}" if said else "No scores")
        if self.heightForWidth(self.width()) != height:
            self.updateGeometry()
        self.update()

    # Sizes

    def _note_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme().px(NOTE))
        return font

    def _measure_anew(self) -> None:
        self._rows.clear()
        self._texts.clear()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        self._rows.clear()  # the font may be another
        self._texts.clear()
        super().changeEvent(event)

    def _heights_at(self, width: int) -> list[tuple[int, int, int]]:
        """Of each line; worked out once, though a layout asks several times."""
        if width not in self._rows:
            self._rows[width] = [self._heights(line, width) for line in self._lines]
        return self._rows[width]

    def _heights(self, line: ScoreLine, width: int) -> tuple[int, int, int]:
        """Of the title, the bars and the note."""
        px = theme().px
        room = max(width - self._figure_room(line), px(40))
        title = self._height(line.title, room)
        bars = px(3 + GROOVE + 6) + (px(GAP + PROVEN + 2) if line.proven is not None else 0)
        note = self._height(line.note, width, note=True) if line.note else 0
        return title, bars, note

    def _figure_room(self, line: ScoreLine) -> int:
        key = (_figure(line), 0, False)
        if key not in self._texts:
            bold = QFont(self.font())
            bold.setBold(True)
            self._texts[key] = QFontMetrics(bold).horizontalAdvance(key[0]) + theme().px(12)
        return self._texts[key]

    def _height(self, text: str, width: int, *, note: bool = False) -> int:
        """Of a text in lines of this width; few of them change with an answer."""
        key = (text, max(width, 1), note)
        if key not in self._texts:
            if len(self._texts) > KEPT:
                self._texts.clear()
            metrics = QFontMetrics(self._note_font() if note else self.font())
            box = metrics.boundingRect(0, 0, key[1], 10_000, _WRAP, text)
            self._texts[key] = box.height()
        return self._texts[key]

    def heightForWidth(self, width: int) -> int:
        rows = self._heights_at(width)
        return sum(map(sum, rows)) + theme().px(6) * len(rows)

    def sizeHint(self) -> QSize:
        width = theme().px(220)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.heightForWidth(max(self.width(), theme().px(120))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # its texts may break into other lines

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        heights = self._heights_at(self.width())
        for line, (title, bars, note) in zip(self._lines, heights, strict=True):
            self._paint_words(painter, line, QRect(0, top, self.width(), title))
            self._paint_bars(painter, line, top + title + theme().px(3))
            if line.note:
                painter.setFont(self._note_font())
                painter.setPen(QColor(theme().tones.muted))
                box = QRect(0, top + title + bars, self.width(), note)
                painter.drawText(box, _WRAP, line.note)
            top += title + bars + note + theme().px(6)
        painter.end()

    def _paint_words(self, painter: QPainter, line: ScoreLine, box: QRect) -> None:
        tones = theme().tones
        font = QFont(self.font())
        painter.setFont(font)
        painter.setPen(QColor(tones.ink))
        painter.drawText(box.adjusted(0, 0, -self._figure_room(line), 0), _WRAP, line.title)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(getattr(tones.charts, line.color)))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), _figure(line))

    def _paint_bars(self, painter: QPainter, line: ScoreLine, top: int) -> None:
        tones, px = theme().tones, theme().px
        color = QColor(getattr(tones.charts, line.color))
        groove = QRectF(0, top, self.width(), px(GROOVE))
        _paint_interval(painter, groove, line.claimed, color)
        x, half = _place(groove, line.claimed.at), px(3) / 2
        painter.setBrush(color)
        painter.drawRoundedRect(
            QRectF(x - half, groove.top() - px(2), 2 * half, groove.height() + px(4)), half, half
        )
        if line.proven is None:
            return
        below = QRectF(0, groove.bottom() + px(GAP + 2), self.width(), px(PROVEN))
        _paint_interval(painter, below, line.proven, color)
        x, y, r = _place(below, line.proven.at), below.center().y(), px(5)
        painter.setPen(QPen(QColor(tones.ink), 1.5))
        painter.setBrush(QColor(tones.panel))
        corners = (x - r, y), (x, y - r), (x + r, y), (x, y + r)
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _paint_interval(painter: QPainter, groove: QRectF, mark: Mark, color: QColor) -> None:
    """The groove from 0 to 100 and, once it is known, the band in which the score lies."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme().tones.sunken))
    round_ = groove.height() / 2
    painter.drawRoundedRect(groove, round_, round_)
    if mark.interval is not None:
        low, high = (_place(groove, end) for end in (mark.interval.p10, mark.interval.p90))
        pale = QColor(color)
        pale.setAlpha(PALE)
        painter.setBrush(pale)
        painter.drawRoundedRect(QRectF(low, groove.top(), high - low, groove.height()), 3, 3)


def _place(groove: QRectF, score: float) -> float:
    """Where a score from 0 to 100 stands, with room for its mark at either end."""
    inset = theme().px(5)
    return groove.left() + inset + (groove.width() - 2 * inset) * score / 100


def _figure(line: ScoreLine) -> str:
    return f"{line.figure} {line.moved}".strip()
