"""A row that can be chosen: a button that holds other widgets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import theme

HANG = 5  # how far the ground of a row or a link reaches beyond its text, in pixels at 100%


class RowButton(QAbstractButton):
    """Takes the keyboard and the mouse for everything inside it, and shows both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A button asks for the width of its text in one line; what is inside can wrap.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def hold(self, widget: QWidget) -> QWidget:
        """The widget, which lets the mouse through to the row."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return widget

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones, px = theme().tones, theme().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tones.accent), 2))
        if self.underMouse() or self.isDown():
            painter.setBrush(QColor(tones.sunken))
        painter.drawRoundedRect(box, px(6), px(6))
        painter.end()

    def paint_onward(self) -> None:
        """A chevron at the right: it leads somewhere."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme().tones.muted), 1.6 * theme().scale))
        r = float(theme().px(4))
        painter.translate(self.width() - 2.5 * r, self.height() / 2)
        painter.drawPolyline([QPointF(-r / 2, -r), QPointF(r / 2, 0), QPointF(-r / 2, r)])
        painter.end()
