"""The editor of a table: rows that open one at a time, each with a basis of its own."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.assessment import Answer
from boardkit.formats import Formats
from boardkit.methodology import Basis
from boardkit.questions import NumberColumn, TableQuestion
from ui.questions.draft import Entered
from ui.questions.fields_editor import step_on
from ui.questions.number_editors import number_in
from ui.questions.rows_editor import RowsEditor
from ui.questions.table_row import TableRow
from ui.theme import theme
from ui.widgets.flow import FlowLayout
from ui.widgets.keys import is_enter, key_label
from ui.widgets.labels import button, label

_CONTROL = Qt.KeyboardModifier.ControlModifier
_BOTH = _CONTROL | Qt.KeyboardModifier.ShiftModifier


class TableEditor(RowsEditor):
    """Ctrl+Down goes to the next row, and adds one at the end; Ctrl+Shift+Delete takes one out.

    Rows pasted from a spreadsheet fill the cells from the one they are pasted into.
    """

    question: TableQuestion

    def __init__(
        self, question: TableQuestion, formats: Formats, bases: Sequence[Basis],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(question, formats, parent)
        self._bases = tuple(bases)
        self.rows: list[TableRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        self._stack = QVBoxLayout()
        self._stack.setSpacing(theme().px(6))
        column.addLayout(self._stack)
        column.addWidget(self._made_foot())
        self._total = label("", "small")
        column.addWidget(self._total)
        self._add_fault(column)
        self._set_rows(1)
        self.rows[0].set_open(True)

    def _made_foot(self) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder, gap=8)
        self.add = button("Add a row")
        self.add.clicked.connect(self.add_row)
        line.addWidget(self.add)
        line.addWidget(key_label("Ctrl+Down"))
        self._room = label("", "small", wrap=False)
        line.addWidget(self._room)
        return holder

    def show_entered(self, entered: Entered) -> None:
        self._set_rows(max(len(entered) // len(self.rows[0].stops), 1))
        super().show_entered(entered)
        self._tell()

    # What is in it

    def fill(self, answer: Answer | None) -> None:
        value = answer.value if answer else None
        given = value if isinstance(value, list) else []
        self._set_rows(max(len(given), 1))
        for place, row in enumerate(self.rows):
            known = answer.basis_of(str(place)) if answer and place < len(given) else None
            row.fill(given[place] if place < len(given) else None, known)
            row.set_open(not given or row.isAncestorOf(self._focused()))
        self.show_fault("")
        self._tell()

    def value(self) -> JsonValue:
        found: list[JsonValue] = []
        for row in self._given():
            self._wrong = row
            found.append(row.value())
        self._wrong = None
        return found or None

    def bases(self) -> dict[str, str]:
        picked = {str(place): row.basis.pick_id for place, row in enumerate(self._given())}
        return {place: basis for place, basis in picked.items() if basis is not None}

    def _given(self) -> list[TableRow]:
        return [row for row in self.rows if not row.is_empty]

    # Rows

    def add_row(self) -> None:
        """One more row, open, with the keyboard in it."""
        if len(self.rows) < self.question.rows:
            self._set_rows(len(self.rows) + 1)
            self.open_row(self.rows[-1])

    def open_row(self, row: TableRow) -> None:
        """Show the cells of one row, and of no other."""
        for other in self.rows:
            other.set_open(other is row)
        row.take_focus()

    def remove_row(self, row: TableRow) -> None:
        """Take a row out; the keyboard goes to the one that takes its place."""
        place = self.rows.index(row)
        self.rows.pop(place)
        self._stack.removeWidget(row)
        row.hide()
        row.deleteLater()
        if not self.rows:
            self._set_rows(1)
            self.rows[0].set_open(True)
        self._tell()
        self.rows[min(place, len(self.rows) - 1)].take_focus()
        self.edited.emit()

    def _set_rows(self, count: int) -> None:
        while len(self.rows) > count:
            row = self.rows.pop()
            self._stack.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < count:
            row = TableRow(self.question, self.formats, self._bases, len(self.rows) + 1)
            row.typed.connect(self._pass_typing)
            row.edited.connect(self._pass_edit)
            row.open_wanted.connect(self._toggle_sender)
            row.removal_wanted.connect(self._remove_sender)
            row.pasted.connect(self._spread)
            self.rows.append(row)
            self._stack.addWidget(row)
        self._tell()

    def _toggle_sender(self) -> None:
        row = self.sender()
        assert isinstance(row, TableRow)
        if row.is_open:
            row.set_open(False)
        else:
            self.open_row(row)

    def _remove_sender(self) -> None:
        row = self.sender()
        assert isinstance(row, TableRow)
        self.remove_row(row)

    def _pass_typing(self) -> None:
        self._tell_totals()
        self.typed.emit()

    def _pass_edit(self) -> None:
        self._tell()
        self.edited.emit()

    def _spread(self, cell: int, pasted: str) -> None:
        start = self.rows.index(self.sender())  # type: ignore[arg-type]
        lines = [line for line in pasted.splitlines() if line.strip()]
        self._set_rows(min(max(start + len(lines), len(self.rows)), self.question.rows))
        for row, line in zip(self.rows[start:], lines, strict=False):
            texts = line.split("\t")
            for place, text in zip(range(cell, len(row.cells)), texts, strict=False):
                row.enter(place, text)
        self._pass_edit()

    def _tell(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.renumber(number)
        full = len(self.rows) >= self.question.rows
        self.add.setEnabled(not full)
        most = self.question.rows
        self._room.setText(f"All {most} rows are there" if full else f"up to {most} rows")
        self._tell_totals()

    def _tell_totals(self) -> None:
        self._total.setText(" · ".join(self._totals()))
        self._total.setVisible(bool(self._total.text()))

    def _totals(self) -> list[str]:
        """How far the columns that have a limit are, once anything is in them."""
        texts = []
        for column in self.question.columns:
            if not isinstance(column, NumberColumn) or column.total is None:
                continue
            total = sum(number_in(row.readable.get(column.id)) or 0.0 for row in self.rows)
            shown = (self.formats.number(total, 2), self.formats.number(column.total, 2))
            sign = "%" if column.kind == "percent" else ""
            if total:
                texts.append(f"{column.label}: {shown[0]}{sign} of {shown[1]}{sign}")
        return texts

    # Keys

    def take_focus(self) -> None:
        self.rows[0].take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = next((row for row in self.rows if row.isAncestorOf(self._focused())), None)
        keys = (event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if row is None:
            super().keyPressEvent(event)
        elif keys == (Qt.Key.Key_Down, _CONTROL):
            self._go(row, +1)
        elif keys == (Qt.Key.Key_Up, _CONTROL):
            self._go(row, -1)
        elif keys == (Qt.Key.Key_Delete, _BOTH):
            self.remove_row(row)
        elif not (is_enter(event) and (step_on(row.stops) or self._next_row(row))):
            super().keyPressEvent(event)

    def _focused(self) -> QWidget:
        return self.focusWidget() or self

    def _go(self, row: TableRow, step: int) -> None:
        place = self.rows.index(row) + step
        if 0 <= place < len(self.rows):
            self.open_row(self.rows[place])
        elif step > 0 and not row.is_empty:
            self.add_row()

    def _next_row(self, row: TableRow) -> bool:
        """Enter at the end of a row opens the next one, if there is one."""
        place = self.rows.index(row) + 1
        if place < len(self.rows):
            self.open_row(self.rows[place])
        return place < len(self.rows)
