"""What the editors with fields to type in share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from boardkit.errors import AnswerError
from boardkit.formats import Formats
from boardkit.questions import QuestionBase
from ui.questions.editor import Editor, Input
from ui.theme import theme
from ui.widgets.choices import ChoiceList
from ui.widgets.keys import is_enter
from ui.widgets.labels import label
from ui.widgets.number_field import NumberField

ONE_LINE = 40  # characters that a title above a field never wraps
_CELLS = re.compile(r"[\t\r\n]+")


class FieldsEditor(Editor):
    """Number fields in order: Enter goes from each to the next, and a pasted column fills them."""

    def __init__(
        self, question: QuestionBase, formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, formats, parent)
        self.fields: list[NumberField] = []
        self._wrong: NumberField | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme().px(8))
        self._fault: QLabel = label("", "fault")
        self._fault.hide()

    def adopt(self, field: NumberField) -> NumberField:
        """Make a field one of this editor's."""
        field.typed.connect(self.typed)
        field.left.connect(self.check_left)
        field.block_pasted.connect(self.spread)
        self.fields.append(field)
        return field

    def stops(self) -> Sequence[QWidget]:
        """Where Enter stops, in order."""
        return self.fields

    def inputs(self) -> Sequence[Input]:
        return self.fields

    def numbers(self) -> list[float | None]:
        """What the fields hold; raises AnswerError for one that cannot be read."""
        found = []
        for field in self.fields:
            self._wrong = field
            found.append(field.number())
        self._wrong = None
        return found

    def check_left(self) -> None:
        """Say at once when what was typed in a field is no number; then pass it on."""
        self._tell_unreadable([self.sender()])
        self.edited.emit()

    def _tell_unreadable(self, fields: Sequence[object]) -> None:
        for field in fields:
            if isinstance(field, NumberField) and (fault := fault_of(field)):
                self._wrong = field
                self.show_fault(fault)
                return

    def show_fault(self, fault: str) -> None:
        for field in self.fields:
            field.mark_fault(fault if field is self._wrong else "")
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def spread(self, pasted: str) -> None:
        """Put the cells of a pasted row or column into this field and those after it."""
        start = self.fields.index(self.sender())  # type: ignore[arg-type]
        cells = [cell for cell in _CELLS.split(pasted.strip()) if cell.strip()]
        for field, cell in zip(self.fields[start:], cells, strict=False):
            field.enter(cell)
        self._tell_unreadable(self.fields[start:])
        self.edited.emit()

    def take_focus(self) -> None:
        focus_on(self.stops()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (is_enter(event) and step_on(self.stops())):
            super().keyPressEvent(event)


def step_on(stops: Sequence[QWidget]) -> bool:
    """Move focus from one of these to the next; whether there was one."""
    here = QApplication.focusWidget()
    if here is None:
        return False
    places = [i for i, stop in enumerate(stops) if stop is here or stop.isAncestorOf(here)]
    if not places or places[0] + 1 >= len(stops):
        return False
    focus_on(stops[places[0] + 1])
    return True


def focus_on(stop: QWidget) -> None:
    """Put the keyboard on a field, or on the choice of a list."""
    if isinstance(stop, ChoiceList):
        stop.take_focus()
    else:
        stop.setFocus(Qt.FocusReason.TabFocusReason)


def fault_of(field: NumberField) -> str:
    """Why a field's text is no number; nothing when it is one, or empty."""
    try:
        field.number()
    except AnswerError as fault:
        return str(fault)
    return ""


def beside(field: QWidget, unit: str) -> QWidget:
    """A field with its unit to its right."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme().px(8))
    layout.addWidget(field)
    layout.addWidget(label(unit, "muted", wrap=False))
    layout.addStretch(1)
    return holder


def under(title: str, field: QWidget) -> QWidget:
    """A field with its title above it."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme().px(4))
    head = label(title, "small", wrap=len(title) > ONE_LINE)
    layout.addWidget(head)
    layout.addWidget(field)
    return holder
