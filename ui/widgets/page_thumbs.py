"""Small pictures of all pages, to go from one to another by."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.documents.page_pictures import PagePictures
from ui.theme import theme
from ui.widgets.page_view import reading_focus

WHO = "thumbs"
ACROSS = 92  # pixels of a small page at 100% text
_Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    """One row a page."""

    def __init__(self, pictures: PagePictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._names: dict[int, str] = {}
        self._count = 0

    def refresh(self) -> None:
        """Take over the document as it is now; the reader's place stays when it can."""
        pages = self._pictures.pages
        self._names = {page: title for title, page in reversed(pages.headings())} if pages else {}
        count = pages.count if pages else 0
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self.endRemoveRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        page = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return str(page + 1)
        named = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role in named:
            title = self._names.get(page, "")
            return f"Page {page + 1}{': ' if title else ''}{title}"
        return None


class _SmallPage(QStyledItemDelegate):
    """Draws one page on its shadow with its number below it."""

    def __init__(self, pictures: PagePictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        sizes, px = self._pictures.sizes, theme().px
        if not sizes:
            return QSize(0, 0)
        across, down = sizes[min(index.row(), len(sizes) - 1)]  # a shorter document is on its way
        return QSize(px(ACROSS + 32), round(px(ACROSS) * down / across) + px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.row() >= len(self._pictures.sizes):
            return
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        rect: QRectF = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        px, tones = theme().px, theme().tones
        across, down = self._pictures.sizes[index.row()]
        sheet = QRectF(
            rect.center().x() - px(ACROSS) / 2, rect.top() + px(8), px(ACROSS),
            px(ACROSS) * down / across,
        )  # fmt: skip
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        image = self._pictures.picture(*wish(index.row(), painter.device().devicePixelRatioF()))
        if not image.isNull():
            painter.drawImage(sheet, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tones.accent if chosen else tones.hair), px(3) if chosen else 1))
        painter.drawRect(sheet.adjusted(-1, -1, 1, 1))
        if state & QStyle.StateFlag.State_HasFocus and chosen:
            painter.setPen(QPen(QColor(tones.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(sheet.adjusted(-px(5), -px(5), px(5), px(5)))
        painter.setPen(QColor(tones.ink if chosen else tones.muted))
        number = QRectF(rect.left(), sheet.bottom() + px(4), rect.width(), px(20))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()


class PageThumbs(QListView):
    """``picked`` brings the page that the person went to."""

    picked = Signal(int)

    def __init__(self, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.setObjectName("thumbs")
        self.setAccessibleName("Pages in small")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # until there is something to go to
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = _Pages(pictures, self)
        self.setModel(self._model)
        self.setItemDelegate(_SmallPage(pictures, self))
        self.selectionModel().currentChanged.connect(self._pick)
        self.verticalScrollBar().valueChanged.connect(self.ask)
        pictures.arrived.connect(self.viewport().update)
        pictures.changed.connect(self._take_document)
        self._showing = False
        self.refit()

    def refit(self) -> None:
        """As wide as its pages at the present text size."""
        self.setFixedWidth(theme().px(ACROSS + 44))
        self.doItemsLayout()

    def show_page(self, page: int) -> None:
        """Mark the page that the reader is at; emits nothing."""
        self._showing = True
        index = self._model.index(page)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._showing = False
        self.ask()

    def ask(self) -> None:
        """Want the pictures of the pages that are in view."""
        if not self.isVisible() or not self._pictures.sizes:
            return
        area = self.viewport().rect()
        seen = [
            page
            for page in range(self._model.rowCount())
            if self.visualRect(self._model.index(page)).intersects(area)
        ]
        ratio = self.devicePixelRatioF()
        self._pictures.want(WHO, [wish(page, ratio) for page in seen])

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.ask()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.ask()

    def _take_document(self) -> None:
        self.setFocusPolicy(reading_focus(self._pictures))
        self._showing = True
        self._model.refresh()
        self._showing = False
        self.doItemsLayout()
        self.ask()

    def _pick(self, now: QModelIndex) -> None:
        if not self._showing and now.isValid():
            self.picked.emit(now.row())


def wish(page: int, ratio: float) -> tuple[int, int]:
    """The picture that a small page is drawn with."""
    return page, round(theme().px(ACROSS) * ratio)
