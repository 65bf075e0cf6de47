"""The editor of a whole that is split into parts."""

from __future__ import annotations

from pydantic import JsonValue
from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from boardkit.assessment import Answer
from boardkit.formats import Formats
from boardkit.questions import SPLIT_TOLERANCE, SplitQuestion
from ui.questions.draft import Entered
from ui.questions.fields_editor import ONE_LINE, FieldsEditor
from ui.questions.number_editors import number_in
from ui.theme import theme
from ui.widgets.flow import FlowLayout
from ui.widgets.keys import key_label
from ui.widgets.labels import button, label, set_look
from ui.widgets.number_field import NumberField
from ui.widgets.split_bar import SplitBar

REST_KEY = "="


class ShareField(NumberField):
    """A percentage; the key = asks for all that is left over to be put into it."""

    rest_wanted = Signal()
    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == REST_KEY:
            self.rest_wanted.emit()
        else:
            super().keyPressEvent(event)


class SplitEditor(FieldsEditor):
    """Percentages that sum to 100; what is left over is shown at each key."""

    question: SplitQuestion

    def __init__(
        self, question: SplitQuestion, formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, formats, parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(24))
        grid.setVerticalSpacing(theme().px(8))
        grid.setColumnStretch(2, 1)
        self._last = 0  # the place of the part that had the keyboard last
        for row, part in enumerate(question.parts):
            field = ShareField(part.label, "percent", formats, characters=10)
            self.adopt(field).typed.connect(self._sum)
            field.rest_wanted.connect(self.put_rest)
            field.focused.connect(self._note_place)
            head = label(part.label, wrap=len(part.label) > ONE_LINE)
            grid.addWidget(head, row, 0)
            grid.addWidget(field, row, 1)
        self.column.addLayout(grid)
        self._bar = SplitBar()
        self.column.addWidget(self._bar)
        self.column.addWidget(self._made_rest())
        self.column.addWidget(self._fault)
        self._sum()

    def _made_rest(self) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder, gap=10)
        self._left = label("", "subheading", wrap=False)
        line.addWidget(self._left)
        self.rest = button("", tip="Puts what is left over into the part where the cursor was")
        self.rest.clicked.connect(self.put_rest)
        pair = QWidget()
        beside = QHBoxLayout(pair)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.rest)
        beside.addWidget(key_label(REST_KEY))
        line.addWidget(pair)
        self._pair = pair
        return holder

    def fill(self, answer: Answer | None) -> None:
        value = answer.value if answer else None
        given = value if isinstance(value, dict) else {}
        for part, field in zip(self.question.parts, self.fields, strict=True):
            field.fill_number(number_in(given.get(part.id)))
        self.show_fault("")
        self._sum()

    def show_entered(self, entered: Entered) -> None:
        super().show_entered(entered)
        self._sum()

    def value(self) -> JsonValue:
        numbers = self.numbers()
        if not any(number is not None for number in numbers):
            return None
        pairs = zip(self.question.parts, numbers, strict=True)
        return {part.id: number or 0.0 for part, number in pairs}

    def show_fault(self, fault: str) -> None:
        super().show_fault(fault)
        self._left.setVisible(not fault or self._wrong is not None)  # the fault says it in full

    def put_rest(self) -> None:
        """Give the part that has, or had, the keyboard all that the others leave over."""
        field = self.fields[self._last]
        others = sum(self._shares()) - (field.readable or 0.0)
        field.enter_number(round(max(100 - others, 0.0), 6))
        field.setFocus()
        self._sum()
        self.edited.emit()

    def spread(self, pasted: str) -> None:
        super().spread(pasted)
        self._sum()

    def _note_place(self) -> None:
        self._last = self.fields.index(self.sender())  # type: ignore[arg-type]
        self._sum()

    def _shares(self) -> list[float]:
        return [field.readable or 0.0 for field in self.fields]

    def _sum(self) -> None:
        shares = self._shares()
        left = 100 - sum(shares)
        even = abs(left) <= SPLIT_TOLERANCE
        percent = self.formats.number(abs(left), 2)
        if even:
            text = "The parts sum to 100%."
        elif left > 0:
            text = f"{percent}% left over"
        else:
            text = f"{percent} points too many"
        self._left.setText(text)
        self._left.show()
        set_look(self._left, "fault" if left < -SPLIT_TOLERANCE else "subheading")
        self._bar.show_shares(shares)
        others = sum(shares) - shares[self._last]
        self._pair.setVisible(not even and others < 100)  # else there is no rest to put anywhere
        rest = f"Put the rest into “{self.question.parts[self._last].label}”"
        self.rest.setText(rest.replace("&", "&&"))
        self.rest.setAccessibleName(rest)
