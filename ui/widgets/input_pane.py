"""Every input of the forecast, grouped by what it is about, to be moved by hand."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.economics.subjects import SUBJECTS
from boardkit.formats import Formats
from ui.theme import theme
from ui.what_if import WhatIf
from ui.widgets.canvas import Canvas
from ui.widgets.flow import FlowLayout
from ui.widgets.folding import Fold
from ui.widgets.input_row import InputRow
from ui.widgets.input_texts import InputTexts
from ui.widgets.labels import button, label
from ui.widgets.row_button import HANG

OPEN_AT_FIRST = ("seats",)


class InputPane(Canvas):
    """Shows what the inputs are worth now; moving one moves the forecast."""

    question_wanted = Signal(str)

    def __init__(self, what_if: WhatIf, formats: Formats, opened: Iterable[str]) -> None:
        super().__init__()
        self._what_if = what_if
        self._texts = InputTexts(formats)
        self._rows: dict[str, InputRow] = {}
        self._folds: dict[str, Fold] = {}
        px = theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(14), px(18), px(14), px(24))
        layout.setSpacing(px(2))
        layout.addWidget(self._make_head())
        for subject in SUBJECTS:
            fold = Fold(subject.id, subject.title)
            fold.wanted.connect(self._fill)
            self._folds[subject.id] = fold
            layout.addWidget(fold)
            fold.set_open(subject.id in opened)
        layout.addStretch(1)
        self.show_inputs()

    def _make_head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("canvas")
        flow = FlowLayout(head, gap=8)
        flow.setContentsMargins(theme().px(HANG), 0, theme().px(HANG), 0)
        title = label("What it assumes", "subheading", wrap=False)
        flow.addWidget(title)
        self._all = button("Set all back", "link")
        self._all.clicked.connect(self._reset_all)
        flow.addWidget(self._all)
        flow.keep_right_from(self._all)
        return head

    def _fill(self, subject_id: str) -> None:
        """Make the rows of a subject, once it is opened."""
        subject = next(one for one in SUBJECTS if one.id == subject_id)
        inside = QWidget()
        inside.setObjectName("canvas")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(theme().px(20), 0, 0, theme().px(8))
        layout.setSpacing(theme().px(4))
        now = self._what_if.inputs
        for symbol in subject.symbols:
            known = self._what_if.known[symbol]
            row = InputRow(known, self._texts, may_answer=not self._what_if.read_only)
            row.show_input(now[symbol])
            row.moved.connect(self._what_if.move)
            row.reset_wanted.connect(self._what_if.reset)
            row.question_wanted.connect(self.question_wanted)
            layout.addWidget(row)
            self._rows[symbol] = row
        self._folds[subject_id].put(inside)

    @property
    def opened(self) -> tuple[str, ...]:
        """The subjects that are open."""
        return tuple(key for key, fold in self._folds.items() if fold.is_open)

    def show_inputs(self) -> None:
        """Show what every input is worth now."""
        now, moved = self._what_if.inputs, self._what_if.moved_symbols
        for symbol, row in self._rows.items():
            row.show_input(now[symbol])
        for subject in SUBJECTS:
            count = len(moved & set(subject.symbols))
            assumed = sum(now[symbol].is_prior for symbol in subject.symbols)
            note = f"{count} set by hand" if count else f"{assumed} assumed" if assumed else ""
            self._folds[subject.id].head.show_note(note)
        self._all.setEnabled(bool(moved))

    def _reset_all(self) -> None:
        self._folds[SUBJECTS[0].id].head.setFocus(Qt.FocusReason.OtherFocusReason)
        self._what_if.reset_all()
