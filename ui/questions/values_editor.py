"""The editor of several named values, each with a basis of its own."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkit.assessment import Answer
from boardkit.errors import AnswerError
from boardkit.formats import Formats
from boardkit.methodology import Basis
from boardkit.questions import ChoicePart, NumberPart, Part, RangePart, ValuesQuestion
from ui.questions.draft import Entered
from ui.questions.editor import Input
from ui.questions.fields_editor import fault_of, focus_on, step_on, under
from ui.questions.number_editors import RANGE, number_in
from ui.questions.rows_editor import RowsEditor
from ui.theme import theme
from ui.widgets.basis_picker import basis_box
from ui.widgets.choices import ChoiceList
from ui.widgets.flow import ColumnLabel, FlowLayout
from ui.widgets.keys import is_enter
from ui.widgets.labels import button, label
from ui.widgets.number_field import NumberField

LEFT = 290  # pixels at 100% text that a name and a unit share
UNIT = 96  # … of which a unit takes so many at the most


class ChoiceBox(ChoiceList):
    """One option of a part, chosen by its letter and taken back by Delete."""

    def __init__(self, part: ChoicePart) -> None:
        letters = ascii_uppercase[: len(part.options)].ljust(len(part.options))
        texts = [option.text for option in part.options]
        super().__init__(part.label, texts, tuple(letters), small=True, clearable=True)
        self._options = part.options

    def fill(self, option_id: JsonValue) -> None:
        """Show an option, or none."""
        self.show_chosen([i for i, one in enumerate(self._options) if one.id == option_id])

    @property
    def option_id(self) -> str | None:
        """The id of what is chosen."""
        return next((self._options[place].id for place in self.chosen), None)


class PartRow(QWidget):
    """One value: its name, its fields, and how it is known.

    ``units`` is how wide the units of all rows are, in pixels, so that the bases stand in a column.
    """

    typed = Signal()
    edited = Signal()

    def __init__(self, part: Part, formats: Formats, bases: Sequence[Basis], *, units: int) -> None:
        super().__init__()
        self.part = part
        self.fields: list[NumberField] = []
        self.choice: ChoiceBox | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(4))
        holder = QWidget()
        above = not isinstance(part, NumberPart)  # the name stands above what is wide
        self._line = FlowLayout(holder, gap=10, line_gap=6, align="bottom" if above else "middle")
        if above:
            layout.addWidget(label(part.label))
        else:
            self._line.addWidget(ColumnLabel(part.label, theme().px(LEFT) - units))
        self._add_inputs(part, formats, units)
        self.basis = basis_box(part.label, bases)
        self.basis.picked.connect(self.edited)
        self._line.addWidget(self.basis)
        layout.addWidget(holder)
        self._fault = label("", "fault")
        self._fault.hide()
        layout.addWidget(self._fault)

    def _add_inputs(self, part: Part, formats: Formats, units: int) -> None:
        if isinstance(part, ChoicePart):
            self.choice = ChoiceBox(part)
            self.choice.picked.connect(self.edited)
            self._line.addWidget(self.choice)
        elif isinstance(part, RangePart):
            for _, title in RANGE:
                field = self._made_field(f"{part.label}: {title}", part.of, formats, 9)
                self._line.addWidget(under(title, field))
            if part.unit:
                unit = label(part.unit, "muted", wrap=False)
                unit.setFixedHeight(self.fields[0].sizeHint().height())
                self._line.addWidget(unit)
        else:
            field = self._made_field(part.label, part.kind, formats, 11)
            self._line.addWidget(_with_unit(field, part.unit, units) if units else field)

    def _made_field(self, name: str, kind: str, formats: Formats, characters: int) -> NumberField:
        field = NumberField(name, kind, formats, characters=characters)  # type: ignore[arg-type]
        field.typed.connect(self.typed)
        field.left.connect(self._check_left)
        self.fields.append(field)
        return field

    @property
    def stops(self) -> list[Input]:
        """Where Enter stops."""
        inputs: list[Input] = [*self.fields]
        return [*inputs, *([self.choice] if self.choice is not None else []), self.basis]

    def fill(self, value: JsonValue, basis: str | None) -> None:
        """Show a value and its basis, or nothing."""
        if self.choice is not None:
            self.choice.fill(value)
        elif isinstance(self.part, RangePart):
            given = value if isinstance(value, dict) else {}
            for (key, _), field in zip(RANGE, self.fields, strict=True):
                field.fill_number(number_in(given.get(key)))
        else:
            self.fields[0].fill_number(number_in(value))
        self.basis.fill(basis)
        self.show_fault("")

    def value(self) -> JsonValue:
        """The value in stored form, None while nothing is given; raises AnswerError."""
        if self.choice is not None:
            return self.choice.option_id
        numbers = [field.number() for field in self.fields]
        if not any(number is not None for number in numbers):
            return None
        if isinstance(self.part, NumberPart):
            return self.part.accept(numbers[0])
        return self.part.accept({key: x for (key, _), x in zip(RANGE, numbers, strict=True)})

    def show_fault(self, fault: str) -> None:
        """Say below the fields what is wrong with them; nothing when all is right."""
        unreadable = [field for field in self.fields if fault_of(field)]
        for field in self.fields:
            field.mark_fault(fault if field in (unreadable or self.fields) else "")
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def _check_left(self) -> None:
        for field in self.fields:
            if fault := fault_of(field):
                self.show_fault(fault)
        self.edited.emit()


class ValuesEditor(RowsEditor):
    """A row a value; any may be left empty."""

    question: ValuesQuestion
    rows: list[PartRow]

    def __init__(
        self, question: ValuesQuestion, formats: Formats, bases: Sequence[Basis],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(question, formats, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        units = _unit_width(self, question.parts)
        self.rows = [PartRow(part, formats, bases, units=units) for part in question.parts]
        for row in self.rows:
            row.typed.connect(self.typed)
            row.edited.connect(self.edited)
            row.edited.connect(self._offer_same)
            column.addWidget(row)
        self.same = button("", "link", tip="Saves choosing it once a value")
        self.same.clicked.connect(self.use_same)
        column.addWidget(self.same, 0, Qt.AlignmentFlag.AlignRight)
        self._add_fault(column)

    def show_entered(self, entered: Entered) -> None:
        super().show_entered(entered)
        self._offer_same()

    def fill(self, answer: Answer | None) -> None:
        value = answer.value if answer else None
        given = value if isinstance(value, dict) else {}
        for row in self.rows:
            known = answer.basis_of(row.part.id) if answer and row.part.id in given else None
            row.fill(given.get(row.part.id), known)
        self._offer_same()
        self.show_fault("")

    def value(self) -> JsonValue:
        found = {}
        for row in self.rows:
            self._wrong = row
            found[row.part.id] = row.value()
        self._wrong = None
        return {key: value for key, value in found.items() if value is not None} or None

    def bases(self) -> dict[str, str]:
        return {
            row.part.id: row.basis.pick_id
            for row in self.rows
            if row.basis.pick_id is not None and self._is_given(row)
        }

    @staticmethod
    def _is_given(row: PartRow) -> bool:
        try:
            return row.value() is not None
        except AnswerError:
            return False

    def use_same(self) -> None:
        """Give every value that has no basis yet the basis of the first one that has."""
        basis = self._first_basis()
        for row in self._without_basis():
            row.basis.fill(basis)
        self._offer_same()
        self.edited.emit()

    def _first_basis(self) -> str | None:
        return next((row.basis.pick_id for row in self.rows if row.basis.pick_id), None)

    def _without_basis(self) -> list[PartRow]:
        return [r for r in self.rows if r.basis.pick_id is None and self._is_given(r)]

    def _offer_same(self) -> None:
        basis = self._first_basis()
        title = next((p.text for p in self.rows[0].basis.picks if p.id == basis), "")
        offer = f"“{title}” for the other values too"
        self.same.setText(offer.replace("&", "&&"))
        self.same.setAccessibleName(offer)
        self.same.setVisible(bool(title) and bool(self._without_basis()))

    def take_focus(self) -> None:
        focus_on(self.rows[0].stops[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (is_enter(event) and step_on(self.inputs())):
            super().keyPressEvent(event)


def _unit_width(editor: QWidget, parts: Sequence[Part]) -> int:
    """The width of the longest unit; longer ones take a second line."""
    texts = [part.unit for part in parts if isinstance(part, NumberPart)]
    widest = max((editor.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
    return min(widest, theme().px(UNIT))


def _with_unit(field: NumberField, unit: str, width: int) -> QWidget:
    """A field and its unit, as wide for every row."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme().px(8))
    line.addWidget(field)
    shown = label(unit, "small")
    shown.setFixedWidth(width)
    line.addWidget(shown)
    return holder
