"""One row of a table, as a small form that opens and closes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from pydantic import JsonValue
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boardkit.errors import AnswerError
from boardkit.formats import Formats
from boardkit.methodology import Basis
from boardkit.questions import (
    Column,
    LevelColumn,
    NumberColumn,
    TableQuestion,
    TextColumn,
)
from boardkit.questions.accepting import inside
from ui.questions.fields_editor import focus_on, under
from ui.questions.number_editors import number_in
from ui.theme import theme
from ui.widgets.basis_picker import QUESTION, basis_box
from ui.widgets.choices import ChoiceList
from ui.widgets.flow import ColumnLabel, FlowLayout
from ui.widgets.labels import button, label
from ui.widgets.number_field import NumberField, TextField
from ui.widgets.pick_box import Pick, PickBox
from ui.widgets.row_button import RowButton

Cell: TypeAlias = TextField | PickBox | ChoiceList  # a NumberField is a TextField
YES_NO = ("Yes", "No")


class TableRow(QFrame):
    """A line that says what is in the row, and, while it is open, the cells to fill in.

    ``pasted`` brings a piece of a spreadsheet with the place of the cell that it was pasted into.
    """

    typed = Signal()
    edited = Signal()
    open_wanted = Signal()
    removal_wanted = Signal()
    pasted = Signal(int, str)

    def __init__(
        self, question: TableQuestion, formats: Formats, bases: Sequence[Basis], number: int
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._question, self._formats = question, formats
        self._wrong: TextField | None = None
        self.cells: list[Cell] = [self._made_cell(column) for column in question.columns]
        self.basis = basis_box("", bases, prompt="Choose…")
        self.basis.picked.connect(self.edited)
        px = theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(8), px(4), px(8), px(4))
        layout.setSpacing(px(4))
        layout.addWidget(self._made_head())
        self.body = self._made_body()
        layout.addWidget(self.body)
        self.renumber(number)
        self.set_open(False)

    # Building

    def _made_head(self) -> QWidget:
        px = theme().px
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        self.head = RowButton()
        self.head.clicked.connect(self.open_wanted)
        inside = QHBoxLayout(self.head)
        inside.setContentsMargins(px(8), px(6), px(8), px(6))
        inside.setSpacing(px(10))
        self._number = label("", "muted", wrap=False)
        self._name, self._summary = label("", "subheading"), label("", "muted")
        inside.addWidget(self.head.hold(self._number))
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        texts.addWidget(self.head.hold(self._name))
        texts.addWidget(self.head.hold(self._summary))
        inside.addLayout(texts, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.head.setSizePolicy(policy)
        line.addWidget(self.head, 1)
        self.remove = button("Remove", "link", tip="Take this row out (Ctrl+Shift+Delete)")
        self.remove.clicked.connect(self.removal_wanted)
        line.addWidget(self.remove)
        return holder

    def _made_body(self) -> QWidget:
        px = theme().px
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(px(8), 0, px(8), px(10))
        layout.setSpacing(px(8))
        holder = QWidget()
        flow = FlowLayout(holder, gap=12, line_gap=8, align="top")
        layout.addWidget(holder)
        for column, cell in zip(self._question.columns, self.cells, strict=True):
            if isinstance(cell, ChoiceList):
                layout.addWidget(_beside(column.label, cell))
            else:
                unit = column.unit if isinstance(column, NumberColumn) else ""
                flow.addWidget(under(f"{column.label}, {unit}" if unit else column.label, cell))
        basis = QWidget()
        FlowLayout(basis).addWidget(under(QUESTION, self.basis))
        layout.addWidget(basis)
        self._fault = label("", "fault")
        self._fault.hide()
        layout.addWidget(self._fault)
        return body

    def _made_cell(self, column: Column) -> Cell:
        if isinstance(column, LevelColumn):
            picks = [Pick(str(i), level.text) for i, level in enumerate(column.levels)]
            box = PickBox(column.label, picks, first=0, characters=26)
            box.picked.connect(self.edited)
            return box
        if isinstance(column, TextColumn | NumberColumn):
            field = (
                TextField(column.label, characters=26)
                if isinstance(column, TextColumn)
                else NumberField(column.label, column.kind, self._formats)
            )
            field.typed.connect(self.typed)
            field.left.connect(self._check_left)
            field.block_pasted.connect(self._pass_paste)
            return field
        choice = ChoiceList(column.label, YES_NO, ("Y", "N"), small=True, clearable=True)
        choice.picked.connect(self.edited)
        return choice

    # What is in it

    def fill(self, row: JsonValue, basis: str | None) -> None:
        """Show a row and its basis, or an empty one."""
        given = row if isinstance(row, dict) else {}
        for column, cell in zip(self._question.columns, self.cells, strict=True):
            _fill(cell, given.get(column.id))
        self.basis.fill(basis)
        self.show_fault("")
        self.tell()

    def value(self) -> dict[str, JsonValue]:
        """The cells that hold something, in stored form; raises AnswerError."""
        found: dict[str, JsonValue] = {}
        for column, cell in zip(self._question.columns, self.cells, strict=True):
            self._wrong = cell if isinstance(cell, TextField) else None
            raw = _read(cell)
            if raw is not None:
                found[column.id] = inside(f"“{column.label}”", column.accept, raw)
        self._wrong = None
        return found

    @property
    def readable(self) -> dict[str, JsonValue]:
        """The cells that hold something that fits."""
        found: dict[str, JsonValue] = {}
        for column, cell in zip(self._question.columns, self.cells, strict=True):
            try:
                raw = _read(cell)
                if raw is not None:
                    found[column.id] = column.accept(raw)
            except AnswerError:
                continue
        return found

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is in it."""
        return all(_is_empty(cell) for cell in self.cells)

    def enter(self, place: int, text: str) -> None:
        """Put a pasted text into a cell, as far as the cell can hold it."""
        cell = self.cells[place]
        if isinstance(cell, TextField):
            cell.enter(text)
        elif isinstance(cell, PickBox):
            wanted = text.strip().casefold()
            cell.fill(next((p.id for p in cell.picks if wanted in (p.id, p.text.casefold())), None))
        else:
            letter = text.strip()[:1].casefold()
            cell.show_chosen([i for i, word in enumerate(YES_NO) if word[0].casefold() == letter])

    # Looks

    def renumber(self, number: int) -> None:
        """Its place in the table, from 1."""
        self._number.setText(str(number))
        self.remove.setAccessibleName(f"Remove row {number}")
        self.tell()

    def tell(self) -> None:
        """Say in the row's line what is in it."""
        row = self.readable
        first = self._question.columns[0]
        title = first.value_text(row.pop(first.id), self._formats) if first.id in row else ""
        text = self._question.lines([row], self._formats)[0] if row else ""
        known = next((p.text for p in self.basis.picks if p.id == self.basis.pick_id), "")
        rest = " · ".join(one for one in (text, known) if one) or ("" if title else "Nothing yet")
        for shown, said in ((self._name, title), (self._summary, rest)):
            shown.setText(said)
            shown.setVisible(bool(said))
        name = f"Row {self._number.text()}: {' · '.join(one for one in (title, rest) if one)}"
        self.head.setAccessibleName(name)
        self.basis.setAccessibleName(f"{QUESTION} {name}")

    @property
    def is_open(self) -> bool:
        """Whether its cells are shown."""
        return not self.body.isHidden()

    def set_open(self, wanted: bool) -> None:
        """Show or hide its cells."""
        self.body.setVisible(wanted)
        self.head.setAccessibleDescription("Open" if wanted else "Closed. Enter opens it.")
        self.tell()

    @property
    def stops(self) -> list[Cell]:
        """Where Enter stops: the fields and boxes, then what is answered by yes or no."""
        choices: list[Cell] = [cell for cell in self.cells if isinstance(cell, ChoiceList)]
        others = [cell for cell in self.cells if not isinstance(cell, ChoiceList)]
        return [*others, *choices, self.basis]

    def take_focus(self) -> None:
        """Put the keyboard into the first cell, or on the row's line while it is closed."""
        focus_on(self.stops[0] if self.is_open else self.head)

    def show_fault(self, fault: str) -> None:
        """Say below the cells what is wrong; nothing when all is right."""
        for cell in self.cells:
            if isinstance(cell, TextField):
                cell.mark_fault(fault if cell is self._wrong else "")
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        if fault:
            self.set_open(True)

    def _check_left(self) -> None:
        field = self.sender()
        if isinstance(field, NumberField):
            try:
                field.number()
            except AnswerError as fault:
                self._wrong = field
                self.show_fault(str(fault))
        self.edited.emit()

    def _pass_paste(self, text: str) -> None:
        self.pasted.emit(self.cells.index(self.sender()), text)  # type: ignore[arg-type]


def _beside(title: str, cell: ChoiceList) -> QWidget:
    """A question with its yes and no at the right, or below where there is no room."""
    holder = QWidget()
    line = FlowLayout(holder, gap=12, line_gap=4)
    line.addWidget(ColumnLabel(title, theme().px(410)))
    line.addWidget(cell)
    line.keep_right_from(cell)
    return holder


def _fill(cell: Cell, value: JsonValue) -> None:
    if isinstance(cell, NumberField):
        cell.fill_number(number_in(value))
    elif isinstance(cell, TextField):
        cell.fill(value if isinstance(value, str) else "")
    elif isinstance(cell, PickBox):
        cell.fill(None if value is None else str(value))
    else:
        cell.show_chosen(() if value is None else (0 if value else 1,))


def _read(cell: Cell) -> JsonValue:
    if isinstance(cell, NumberField):
        return cell.number()
    if isinstance(cell, TextField):
        return cell.text().strip() or None
    if isinstance(cell, PickBox):
        return None if cell.pick_id is None else int(cell.pick_id)
    return cell.chosen[0] == 0 if cell.chosen else None


def _is_empty(cell: Cell) -> bool:
    if isinstance(cell, TextField):
        return not cell.text().strip()
    return cell.pick_id is None if isinstance(cell, PickBox) else not cell.chosen
