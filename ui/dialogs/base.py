"""What the dialogs share: a body that scrolls when the screen is small, and a row of buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.canvas import Canvas, scrolled
from ui.widgets.labels import button


class PlainDialog(QDialog):
    """A dialog that never grows past its screen, and is freed when it is closed."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wanted_width = width
        inset = theme().px(22)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._canvas = Canvas()
        self.body = QVBoxLayout(self._canvas)
        self.body.setContentsMargins(inset, inset, inset, theme().px(8))
        self.body.setSpacing(theme().px(6))
        self._scroll = scrolled(self._canvas)
        outer.addWidget(self._scroll, 1)
        foot = QWidget()
        foot.setObjectName("canvas")
        self.foot = QHBoxLayout(foot)
        self.foot.setContentsMargins(inset, theme().px(12), inset, inset)
        self.foot.setSpacing(theme().px(8))
        outer.addWidget(foot)

    def add_button(self, text: str, look: str = "", *, tip: str = "") -> QPushButton:
        """A button at the right of the lower edge; the one that looks ``main`` is what Enter does."""
        made = button(text, look, tip=tip)
        made.setDefault(look == "main")
        self.foot.addWidget(made)
        return made

    def fit(self) -> None:
        """As wide as wanted and as high as the body, within the screen."""
        screen = self.screen().availableGeometry()
        width = min(theme().px(self._wanted_width), round(screen.width() * 0.94))
        self.take_width(width)
        self._canvas.ensurePolished()
        self.body.activate()
        body = self.body.totalHeightForWidth(width)
        foot = self.foot.totalSizeHint().height()
        self.resize(width, min(body + foot, round(screen.height() * 0.9)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down, which no button takes, scroll what is higher than the screen."""
        bar = self._scroll.verticalScrollBar()
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in pages:
            bar.setValue(bar.value() + pages[Qt.Key(event.key())] * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def take_width(self, width: int) -> None:
        """Called with the dialog's width before its height is found, and when it changes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.take_width(event.size().width())
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)
