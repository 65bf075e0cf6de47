"""The answers that changed: what each was and is, how it is known, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.comparison.lines import AnswerLine
from ui.widgets.labels import button, label
from ui.widgets.question_row import QuestionRow
from ui.widgets.score_table import arrowed, tone

FIRST = 6  # that are shown before the rest is asked for
LONGEST = 180  # characters of an answer or a note


class ChangeRow(QuestionRow):
    """One answer; it leads to its question where the open assessment has it."""

    def __init__(self, line: AnswerLine, *, leads: bool) -> None:
        title = label(line.title, "subheading")
        super().__init__(line.question if leads else "", line.question, title, air=6)
        if line.amount:
            color = "" if line.better is None else tone(better=line.better)
            self.show_figure(arrowed(line.amount), color)
        said = f"{_cut(line.before)}  →  {_cut(line.after)}" if line.moved else _cut(line.after)
        self.grid.addWidget(self.hold(label(said)), 1, 1, 1, 2)
        about = " · ".join(part for part in (line.kind, line.basis, line.who) if part)
        self.grid.addWidget(self.hold(label(about, "small")), 2, 1, 1, 2)
        if line.note:
            note = label(f"“{_cut(line.note)}”", "small")
            self.grid.addWidget(self.hold(note), 3, 1, 1, 2)
        self.grid.setColumnStretch(1, 1)
        told = (
            f"{line.question}: {line.title}", f"{line.amount} points" if line.amount else "",
            f"before: {line.before}" if line.moved else "", f"now: {line.after}", line.kind, line.basis, line.who,
            line.note,
        )  # fmt: skip
        self.setAccessibleName(". ".join(part.rstrip(".") for part in told if part))


class ChangeRows(QWidget):
    """The most telling at first, all of them on demand."""

    wanted = Signal(str)

    def __init__(
        self, lines: Sequence[AnswerLine], leads: Callable[[str], bool], *, whole: bool = False
    ) -> None:
        super().__init__()
        self._lines, self._leads = tuple(lines), leads
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        few = whole or len(self._lines) <= FIRST + 1
        shown = self._lines if few else self._lines[:FIRST]
        self._add(shown)
        self._rest = self._lines[len(shown) :]
        self._more = button(f"Show all {len(self._lines)}", "link")
        self._more.clicked.connect(self._show_rest)
        self._rows.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.setVisible(bool(self._rest))

    @property
    def is_whole(self) -> bool:
        """Whether all of them are shown."""
        return not self._rest

    def _add(self, lines: Sequence[AnswerLine]) -> list[ChangeRow]:
        made = []
        for line in lines:
            row = ChangeRow(line, leads=self._leads(line.question))
            row.wanted.connect(self.wanted)
            self._rows.addWidget(row)
            row.show()
            made.append(row)
        return made

    def _show_rest(self) -> None:
        made = self._add(self._rest)
        self._rest = ()
        before: QWidget = self._more
        for row in made:
            QWidget.setTabOrder(before, row)
            before = row
        made[0].setFocus()
        self._more.hide()


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
