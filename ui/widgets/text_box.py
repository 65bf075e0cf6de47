"""A field of several lines that grows with what is written in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.widgets.own_undo import leaves_to_window

_NOT_LEFT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class TextBox(QPlainTextEdit):
    """Plain text; Tab leaves it.

    ``typed`` fires at each change that the person makes, ``left`` when they leave it changed.
    """

    typed = Signal()
    left = Signal()

    def __init__(
        self, name: str, *, lines: int = 3, most: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines, self._most = lines, most
        self._filling = self._touched = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._change)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def fill(self, text: str) -> None:
        """Show a text; what is being typed stays when it says the same."""
        if not (self.hasFocus() and self.text() == text.strip()):
            self._filling = True
            self.setPlainText(text)
            self._filling = False
        self._touched = False

    def text(self) -> str:
        """What is written, without blanks at its ends."""
        return self.toPlainText().strip()

    def entered(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def show_entered(self, entered: object) -> None:
        """Show a text that stood here once, finished or not."""
        self.fill(str(entered or ""))

    def mark_fault(self, fault: str) -> None:
        """Show, and tell assistive technology, what is wrong; nothing when it is right."""
        self.setProperty("fault", "true" if fault else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleDescription(fault)

    def sizeHint(self) -> QSize:
        shown = min(max(round(self.document().size().height()), self._lines), self._most)
        margins = self.contentsMargins()
        frame = margins.top() + margins.bottom() + 2 * int(self.document().documentMargin())
        height = shown * self.fontMetrics().lineSpacing() + frame + 2
        return QSize(self.fontMetrics().averageCharWidth() * 40, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if leaves_to_window(
            event,
            can_undo=self.document().isUndoAvailable(),
            can_redo=self.document().isRedoAvailable(),
        ):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._touched and event.reason() not in _NOT_LEFT:
            self._touched = False
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _change(self) -> None:
        if not self._filling:
            self._touched = True
            self.typed.emit()

    def _fit(self) -> None:
        if self.sizeHint().height() != self.height():
            self.updateGeometry()
