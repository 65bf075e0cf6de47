"""A choice from a short list that takes one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui.theme import theme
from ui.widgets.labels import plain_tip

_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True)
class Pick:
    """One thing to pick."""

    id: str
    text: str
    tip: str = ""


class PickBox(QComboBox):
    """Nothing is picked at first. A digit picks, counted from ``first``; Delete takes the pick back.

    ``picked`` fires only for what the person does.
    """

    picked = Signal()

    def __init__(
        self, name: str, picks: Sequence[Pick], *, prompt: str = "Choose…", first: int = 1,
        characters: int = 17, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._picks, self._first, self._prompt = tuple(picks), first, prompt
        self._characters = characters
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for number, pick in enumerate(self._picks, first):
            self.addItem(f"{number}  {pick.text}" if number < 10 else pick.text)
            tip = plain_tip(pick.tip or pick.text)
            self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.setPlaceholderText(prompt)
        self.fill(None)
        self.activated.connect(self._take)

    def fill(self, pick_id: str | None) -> None:
        """Show a pick, or none; emits nothing."""
        self.setCurrentIndex(
            next((i for i, pick in enumerate(self._picks) if pick.id == pick_id), -1)
        )
        self._describe()

    def pick(self, pick_id: str) -> bool:
        """Pick on the person's behalf; whether there is such a pick."""
        self.fill(pick_id)
        if self.currentIndex() >= 0:
            self.picked.emit()
        return self.currentIndex() >= 0

    @property
    def pick_id(self) -> str | None:
        """The id of what is picked."""
        return self._picks[self.currentIndex()].id if self.currentIndex() >= 0 else None

    def entered(self) -> str | None:
        """What is picked."""
        return self.pick_id

    def show_entered(self, entered: object) -> None:
        """Show what was picked once."""
        self.fill(None if entered is None else str(entered))

    @property
    def picks(self) -> tuple[Pick, ...]:
        """What there is to pick."""
        return self._picks

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * self._characters + theme().px(48)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(110)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As any other, with … where the text is longer than the box."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self._prompt
            muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
            option.palette.setColor(QPalette.ColorRole.ButtonText, muted)
        area = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText,
            Qt.TextElideMode.ElideRight,
            area.width(),
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in _PLAIN
        if plain and event.key() in _CLEAR:
            self._set(-1)
        elif plain and event.text().isdecimal():
            place = int(event.text()) - self._first
            if 0 <= place < len(self._picks):
                self._set(place)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # it goes on, as everywhere
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain:
            self.showPopup()  # nothing is picked in passing
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # a table goes from row to row by them
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page past the box is no answer

    def _set(self, place: int) -> None:
        if place != self.currentIndex():
            self.setCurrentIndex(place)
            self._take()

    def _take(self) -> None:
        self._describe()
        self.picked.emit()

    def _describe(self) -> None:
        place = self.currentIndex()
        tip = self._picks[place].tip or self._picks[place].text if place >= 0 else self._prompt
        self.setToolTip(plain_tip(tip))
        self.setAccessibleDescription(tip)
