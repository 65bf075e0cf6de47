"""The pages of a document one below the other, as they will be printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from boardkit.documents.viewing import Box, Match
from ui.documents.page_geometry import PageGeometry, Place, Zoom
from ui.documents.page_pictures import PagePictures, Wish
from ui.theme import theme

WHO = "view"
AHEAD = 1  # pages on either side that are drawn before they are seen
NEAR_TOP = 0.35  # how far down the view the page that counts as the present one must reach
FOUND, PRESENT = QColor("#ffe27a"), QColor("#ffab40")
_CONTROL = Qt.KeyboardModifier.ControlModifier


class PageView(QAbstractScrollArea):
    """Scrolls and zooms by mouse, wheel and keyboard; paper is white in the dark theme too."""

    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._zoom: Zoom = "width"
        self._geometry = PageGeometry((), 1.0, QSizeF(0, 0))
        self._page = 0
        self._marks: Mapping[int, Sequence[Box]] = {}
        self._present: Match | None = None
        self._held: QPoint | None = None
        self._steering = False  # whether it scrolls by itself, which turns no page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # until there is something to read
        self.setAccessibleName("Pages")
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        pictures.arrived.connect(self._take_picture)
        pictures.changed.connect(self._take_document)
        theme().changed.connect(self._lay_out)

    # What is shown

    @property
    def page(self) -> int:
        """The page that the reader is at, from 0."""
        return self._page

    @property
    def zoom(self) -> Zoom:
        """What was asked for: a share of the paper's size, or what fits."""
        return self._zoom

    @property
    def scale(self) -> float:
        """The share of the paper's own size that it came to."""
        return self._geometry.scale

    def place(self) -> Place:
        """What stands at the top of the view."""
        return self._geometry.place_at(self._corner() + QPointF(self._room().width() / 2, 0))

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Show the pages larger or smaller; what is at that point of the view stays there."""
        spot = at or QPointF(self._room().width() / 2, 0)
        anchor = self._geometry.place_at(self._corner() + spot) if self._geometry.rects else None
        self._zoom = zoom
        self._lay_out(anchor, spot)
        self.zoom_changed.emit()

    def step_zoom(self, direction: int, at: QPointF | None = None) -> None:
        """One step larger (1) or smaller (−1)."""
        self.set_zoom(self._geometry.step(direction), at)

    def go_to(self, page: int) -> None:
        """Bring a page to the top of the view."""
        if self._geometry.rects:
            page = min(max(page, 0), len(self._geometry.rects) - 1)
            self._scroll_to(
                QPointF(self._corner().x(), self._geometry.rects[page].top() - theme().px(12))
            )
            self._set_page(page)

    def show_matches(self, matches: Sequence[Match], present: Match | None) -> None:
        """Mark what a search has found, and bring the present one into view."""
        marks: dict[int, list[Box]] = {}
        for match in matches:
            marks.setdefault(match.page, []).extend(match.boxes)
        self._marks, self._present = marks, present
        if present is not None and present.boxes:
            self._reveal(self._on_page(present.page, present.boxes[0]))
            self._set_page(present.page)
        self.viewport().update()

    # Laying out

    def _room(self) -> QSizeF:
        return QSizeF(self.viewport().size())

    def _margin(self) -> int:
        return theme().px(22)

    def _corner(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _take_document(self) -> None:
        self._marks, self._present = {}, None
        self.setFocusPolicy(reading_focus(self._pictures))
        self._lay_out()

    def _lay_out(self, anchor: Place | None = None, spot: QPointF | None = None) -> None:
        if anchor is None and self._geometry.rects:
            anchor = self.place()
        spot = spot or QPointF(self._room().width() / 2, 0)
        self._geometry = PageGeometry.of(
            self._pictures.sizes, self._zoom, self._room(), margin=self._margin(),
            gap=theme().px(18),
        )  # fmt: skip
        room, size = self._room(), self._geometry.size
        for bar, long, seen in (
            (self.verticalScrollBar(), size.height(), room.height()),
            (self.horizontalScrollBar(), size.width(), room.width()),
        ):
            bar.setRange(0, max(int(long - seen), 0))
            bar.setPageStep(int(seen * 0.9))
            bar.setSingleStep(theme().px(40))
        if anchor is not None and self._geometry.rects:
            self._scroll_to(self._geometry.point_of(anchor) - spot)
            self._set_page(min(self._page, len(self._geometry.rects) - 1))
        self._show_seen()

    def _scroll_to(self, corner: QPointF) -> None:
        self._steering = True
        self.verticalScrollBar().setValue(round(corner.y()))
        self.horizontalScrollBar().setValue(round(corner.x()))
        self._steering = False
        self._show_seen()

    def _scrolled(self) -> None:
        if self._steering:
            return
        if self._geometry.rects:
            top = self._corner().y()
            self._set_page(self._geometry.page_at(top + NEAR_TOP * self._room().height()))
        self._show_seen()

    def _show_seen(self) -> None:
        self._ask()
        self.viewport().update()

    def _set_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _visible(self) -> range:
        top = self._corner().y()
        return self._geometry.pages_between(top, top + self._room().height())

    def _ask(self) -> None:
        if not self.isVisible() or not self._geometry.rects:
            return
        seen = self._visible()
        near = [seen.stop + i for i in range(AHEAD)] + [seen.start - 1 - i for i in range(AHEAD)]
        count = len(self._geometry.rects)
        pages = [*seen, *(page for page in near if 0 <= page < count)]
        self._pictures.want(WHO, [self._wish(page) for page in pages])

    def _wish(self, page: int) -> Wish:
        return page, round(self._geometry.rects[page].width() * self.devicePixelRatioF())

    def _take_picture(self, page: int) -> None:
        if page in self._visible():
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme().tones.desk))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._corner())
        for page in self._visible():
            self._paint_page(painter, page)
        painter.resetTransform()
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme().tones.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        rect = self._geometry.rects[page]
        paint_shadow(painter, rect)
        painter.fillRect(rect, Qt.GlobalColor.white)
        image = self._pictures.picture(*self._wish(page))
        if not image.isNull():
            painter.drawImage(rect, image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        present = self._present.boxes if self._present and self._present.page == page else ()
        for box in self._marks.get(page, ()):
            color = PRESENT if box in present else FOUND
            painter.fillRect(self._on_page(page, box).adjusted(-1, -1, 1, 1), color)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _on_page(self, page: int, box: Box) -> QRectF:
        rect = self._geometry.rects[page]
        return QRectF(
            QPointF(rect.left() + box.left * rect.width(), rect.top() + box.top * rect.height()),
            QPointF(
                rect.left() + box.right * rect.width(), rect.top() + box.bottom * rect.height()
            ),
        )

    def _reveal(self, rect: QRectF) -> None:
        seen = QRectF(self._corner(), self._room())
        if not seen.contains(rect):
            middle = rect.center() - QPointF(seen.width() / 2, seen.height() / 2)
            self._scroll_to(middle)

    # Mouse and keys

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _CONTROL:
            if event.angleDelta().y():
                self.step_zoom(1 if event.angleDelta().y() > 0 else -1, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            now = event.position().toPoint()
            moved = now - self._held
            self._held = now
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.viewport().unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = event.key(), self.verticalScrollBar()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self.horizontalScrollBar().maximum():
            self.go_to(self._page + (1 if key == Qt.Key.Key_Right else -1))
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
            self._set_page(max(len(self._geometry.rects) - 1, 0))
        elif key == Qt.Key.Key_Space:
            bar.setValue(bar.value() + (-1 if back else 1) * bar.pageStep())
        else:
            super().keyPressEvent(event)


def reading_focus(pictures: PagePictures) -> Qt.FocusPolicy:
    """Whether the keyboard has anything to do with the pages: not before there are any."""
    return Qt.FocusPolicy.StrongFocus if pictures.sizes else Qt.FocusPolicy.NoFocus


def paint_shadow(painter: QPainter, rect: QRectF) -> None:
    """A soft shadow round a sheet of paper, as if light came from above."""
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, strength in ((8, 5), (6, 6), (4, 8), (2, 12), (1, 22)):
        painter.setBrush(QColor(10, 18, 36, strength))
        painter.drawRoundedRect(
            rect.adjusted(-reach, 2 - reach, reach, 2 + reach), reach + 1, reach + 1
        )
