"""The answers that changed: what each was and is, how it is known, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from boardkit.comparison.lines import AnswerLine
from ui.theme import theme
from ui.widgets.labels import button, label
from ui.widgets.row_button import HANG, RowButton
from ui.widgets.score_table import arrowed, tone

FIRST = 6  # that are shown before the rest is asked for
LONGEST = 180  # characters of an answer or a note


class ChangeRow(RowButton):
    """One answer; Enter or a click goes to its question, where the open assessment has it."""

    wanted = Signal(str)

    def __init__(self, line: AnswerLine, *, leads: bool) -> None:
        super().__init__()
        self._line, self._leads = line, leads
        px = theme().px
        grid = QGridLayout(self)
        grid.setContentsMargins(px(HANG), px(6), px(22), px(7))
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(1))
        number = label(line.question, "small", wrap=False)
        number.setMinimumWidth(px(32))
        grid.addWidget(self.hold(number), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.hold(label(line.title, "subheading")), 0, 1)
        if line.amount:
            figure = label(arrowed(line.amount), "subheading", wrap=False)
            if line.better is not None:
                figure.setStyleSheet(f"color: {tone(better=line.better)}")
            grid.addWidget(self.hold(figure), 0, 2, Qt.AlignmentFlag.AlignTop)
        said = f"{_cut(line.before)}  →  {_cut(line.after)}" if line.moved else _cut(line.after)
        grid.addWidget(self.hold(label(said)), 1, 1, 1, 2)
        about = " · ".join(part for part in (line.kind, line.basis, line.who) if part)
        grid.addWidget(self.hold(label(about, "small")), 2, 1, 1, 2)
        if line.note:
            grid.addWidget(self.hold(label(f"“{_cut(line.note)}”", "small")), 3, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        told = (
            f"{line.question}: {line.title}", f"{line.amount} points" if line.amount else "",
            f"before: {line.before}" if line.moved else "", f"now: {line.after}", line.kind, line.basis, line.who,
            line.note,
        )  # fmt: skip
        self.setAccessibleName(". ".join(part.rstrip(".") for part in told if part))
        if leads:
            self.setAccessibleDescription("Press Enter to go to the question.")
            self.clicked.connect(self._ask)
        else:
            self.setEnabled(False)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._leads:
            self.paint_onward()

    def _ask(self) -> None:
        self.wanted.emit(self._line.question)


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
