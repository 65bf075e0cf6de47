"""Fields of one line to type in: for texts, and for numbers as people write them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from boardkit.formats import Formats
from ui.theme import theme
from ui.widgets.number_texts import NumberKind, NumberTexts
from ui.widgets.own_undo import leaves_to_window

_NOT_LEFT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)

_BY_HAND = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)


class TextField(QLineEdit):
    """A text of one line.

    ``typed`` fires at each change that the person makes, ``left`` when they leave it changed.
    ``block_pasted`` brings a pasted piece of a spreadsheet, which the field itself cannot hold.
    """

    typed = Signal()
    left = Signal()
    block_pasted = Signal(str)

    def __init__(self, name: str, *, characters: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._characters = characters
        self._touched = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._touch)

    def fill(self, text: str) -> None:
        """Show a text; what is being typed stays when it says the same."""
        if not (self.hasFocus() and self.text().strip() == text):
            self.setText(text)
            self.setCursorPosition(0)
        self._touched = False

    def entered(self) -> str:
        """The text as it stands."""
        return self.text()

    def show_entered(self, entered: object) -> None:
        """Show a text that stood here once, finished or not."""
        self.setText(str(entered or ""))
        self.setCursorPosition(0)

    def enter(self, text: str) -> None:
        """Put a text in on the person's behalf, as if it had been typed."""
        self.setText(text)
        self._touch()
        if not self.hasFocus():
            self._settle()

    def mark_fault(self, fault: str) -> None:
        """Show, and tell assistive technology, what is wrong; nothing when it is right."""
        if bool(fault) != (self.property("fault") == "true"):
            self.setProperty("fault", "true" if fault else "")
            self.style().unpolish(self)
            self.style().polish(self)
        self.setAccessibleDescription(fault)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * self._characters + theme().px(20)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(96)), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if leaves_to_window(
            event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            pasted = QGuiApplication.clipboard().text().strip("\r\n")
            if "\t" in pasted or "\n" in pasted:
                self.block_pasted.emit(pasted)
                return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # nothing in one line, but a table goes from row to row by them
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _NOT_LEFT:
            changed = self._touched
            self._settle()
            if changed:
                self.left.emit()

    def _settle(self) -> None:
        """The person has finished typing."""
        self._touched = False

    def _touch(self) -> None:
        self._touched = True
        self.typed.emit()


class NumberField(TextField):
    """A number, said back in the person's own format once the field is left."""

    def __init__(
        self, name: str, kind: NumberKind, formats: Formats, *,
        characters: int = 12, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(name, characters=characters, parent=parent)
        self._texts = NumberTexts(kind, formats)
        self._value: float | None = None
        self._rough = False  # the text is the person's own, not written from the value
        self.setPlaceholderText(self._texts.sign)

    def fill_number(self, value: float | None) -> None:
        """Show a number, or nothing; what is being typed stays when it is the same number."""
        here = self.hasFocus()
        typing = here and self._rough and value is not None
        typing = typing and self._texts.read(self.text()) == value
        written = value == self._value and not here and not self._rough
        self._value = value
        self._touched = False
        if not typing and not written:
            self._rough = False
            self._write()
        self.mark_fault("")

    def show_entered(self, entered: object) -> None:
        super().show_entered(entered)
        self._rough = True
        if not self.hasFocus():
            self._settle()

    def enter_number(self, value: float) -> None:
        """Put a number in on the person's behalf."""
        self.enter(self._texts.typed(value))

    def number(self) -> float | None:
        """The number in it, None when it is empty; raises AnswerError with what to type."""
        return self._texts.number(self.text()) if self._rough else self._value

    @property
    def readable(self) -> float | None:
        """The number in it as far as it can be read; None for anything else."""
        return self._texts.read(self.text()) if self._rough else self._value

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._rough:
            self._write()
        super().focusInEvent(event)
        if not self._rough and event.reason() not in _BY_HAND:
            self.selectAll()  # typing replaces the number

    def _touch(self) -> None:
        self._rough = True
        super()._touch()

    def _settle(self) -> None:
        super()._settle()
        number = self._texts.read(self.text())
        if self._rough and (number is not None or not self.text().strip()):
            self._value = number
            self._rough = False
        if not self._rough:
            self._write()

    def _write(self) -> None:
        """Say the number back: as it would be typed while it has the keyboard, else in full."""
        if self._value is None:
            text = ""
        else:
            write = self._texts.typed if self.hasFocus() else self._texts.shown
            text = write(self._value)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(len(text) if self.hasFocus() else 0)
