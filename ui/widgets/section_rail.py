"""The sections of a questionnaire, with how far each is, and what is left to look at."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import theme

ENTRY = Qt.ItemDataRole.UserRole
ROOMY, TIGHT = 18, 8  # pixels around the text of a row, at 100% text


@dataclass(frozen=True)
class Entry:
    """One line of the rail."""

    key: str  # a section's id, or the name of a review list
    title: str
    done: int
    total: int
    review: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        if self.review:
            return f"{self.title}: {self.total}"
        return f"{self.title}: {self.done} of {self.total} answered"


class SectionRail(QListWidget):
    """A list that is walked with the arrow keys; Enter or a click goes there."""

    chosen = Signal(str, bool)  # key, whether it is a review list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.air = ROOMY
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setAccessibleName("Sections")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Painter(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        theme().changed.connect(self._relayout)

    def show_entries(self, entries: tuple[Entry, ...], current: str) -> None:
        """Fill the rail; chooses nothing by itself."""
        while self.count() > len(entries):
            self.takeItem(self.count() - 1)
        for row, entry in enumerate(entries):
            self._show_entry(row, entry)
            if entry.key == current and not self.hasFocus():
                self.setCurrentRow(row)
        if self.current_key != current:
            self._current = current
            self.viewport().update()
        self._space()

    def _show_entry(self, row: int, entry: Entry) -> None:
        item = self.item(row) or QListWidgetItem()
        if item.data(ENTRY) == entry:
            return  # most rows stay as they are at most answers: they need not be painted again
        # An item has its entry before it is added, since adding already asks for its size.
        item.setData(ENTRY, entry)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
        item.setToolTip(entry.title)
        if row == self.count():
            self.addItem(item)

    @property
    def current_key(self) -> str:
        """The section that is open."""
        return getattr(self, "_current", "")

    def _choose(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(ENTRY)
        self.chosen.emit(entry.key, entry.review)

    def _space(self) -> None:
        """Move the rows closer together when that keeps the last of them in sight."""
        texts = sum(self.sizeHintForRow(row) - theme().px(self.air) for row in range(self.count()))
        fits = texts + self.count() * theme().px(ROOMY) <= self.viewport().height()
        air = ROOMY if fits else TIGHT
        if self.air != air:
            self.air = air
            self._relayout()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._relayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def _relayout(self) -> None:
        self.scheduleDelayedItemsLayout()


class _Painter(QStyledItemDelegate):
    """Draws a line: a circle that fills with progress, the title, the count."""

    def __init__(self, rail: SectionRail) -> None:
        super().__init__(rail)
        self._rail = rail

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        entry: Entry = index.data(ENTRY)
        width = self._rail.viewport().width()
        room = max(width - theme().px(50) - self._count_room(entry), theme().px(60))
        text = QFontMetrics(self._bold()).boundingRect(
            QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), entry.title
        )
        return QSize(room, text.height() + theme().px(self._rail.air))

    def _bold(self) -> QFont:
        """The font of the section that is open; room for it is kept, so that no row ever jumps."""
        font = self._rail.font()
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _count_room(self, entry: Entry) -> int:
        return QFontMetrics(self._bold()).horizontalAdvance(_count(entry)) + theme().px(12)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Entry = index.data(ENTRY)
        tones, px = theme().tones, theme().px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(px(8), px(2), -px(8), -px(2))
        state = option.state
        here = entry.key == self._rail.current_key
        if here or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.sunken))
            painter.drawRoundedRect(box, px(7), px(7))
        if state & QStyle.StateFlag.State_Selected and self._rail.hasFocus():
            painter.setPen(QPen(QColor(tones.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(7), px(7))
        left = box.left() + px(10)
        if not entry.review:
            self._circle(painter, entry, QRectF(left, box.center().y() - px(7), px(14), px(14)))
        painter.setFont(self._bold() if here else self._rail.font())
        painter.setPen(QColor(tones.ink))
        text_left = left + px(24)
        room = box.right() - self._count_room(entry) - text_left
        text_box = QRect(text_left, box.top(), room, box.height())
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(text_box, flags, entry.title)
        painter.setPen(QColor(tones.muted))
        painter.drawText(
            box.adjusted(0, 0, -px(8), 0),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            _count(entry),
        )
        painter.restore()

    @staticmethod
    def _circle(painter: QPainter, entry: Entry, box: QRectF) -> None:
        tones = theme().tones
        share = entry.done / entry.total if entry.total else 0.0
        color = QColor(tones.charts.better if share >= 1 else tones.main)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color if share > 0 else QColor(tones.edge), 2))
        painter.drawEllipse(box)
        if share > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPie(box, 90 * 16, -round(share * 360 * 16))


def _count(entry: Entry) -> str:
    return str(entry.total) if entry.review else f"{entry.done}/{entry.total}"
