"""What the editors of tables and of several values share: rows, each with a basis of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QLabel, QVBoxLayout

from ui.questions.editor import Editor, Input
from ui.widgets.labels import label


class Row(Protocol):
    """A row, as far as its editor goes."""

    @property
    def stops(self) -> Sequence[Input]:
        """Where Enter stops, in order."""

    def show_fault(self, fault: str) -> None:
        """Say in the row what is wrong with it; nothing when all is right."""


class RowsEditor(Editor):
    """Says what is wrong in the row that it is about, or below them all."""

    rows: Sequence[Row] = ()
    _wrong: Row | None = None

    def _add_fault(self, column: QVBoxLayout) -> None:
        self._fault: QLabel = label("", "fault")
        self._fault.hide()
        column.addWidget(self._fault)

    @property
    def has_own_bases(self) -> bool:
        return True

    def inputs(self) -> Sequence[Input]:
        return [stop for row in self.rows for stop in row.stops]

    def show_fault(self, fault: str) -> None:
        for row in self.rows:
            row.show_fault(fault if row is self._wrong else "")
        unplaced = fault if self._wrong is None else ""
        self._fault.setText(unplaced)
        self._fault.setVisible(bool(unplaced))
