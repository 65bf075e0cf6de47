"""Lists of questions to go to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.result_lines import Link
from ui.theme import theme
from ui.widgets.labels import button, label
from ui.widgets.row_button import HANG, RowButton


class QuestionLink(RowButton):
    """One question, by number and a few words."""

    wanted = Signal(str)

    def __init__(self, link: Link) -> None:
        super().__init__()
        self._id = link.id
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(HANG), px(5), px(20), px(5))
        row.setSpacing(px(8))
        number = label(link.id, "small", wrap=False)
        number.setMinimumWidth(px(32))
        row.addWidget(self.hold(number), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.hold(label(link.text)), 1)
        self.setAccessibleName(f"{link.id}: {link.text}")
        self.setAccessibleDescription("Press Enter to go to the question.")
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.wanted.emit(self._id)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.paint_onward()


class QuestionLinks(QWidget):
    """A few links at first, all of them on demand."""

    wanted = Signal(str)

    def __init__(self, links: Sequence[Link], *, first: int = 5) -> None:
        super().__init__()
        self._links = tuple(links)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        shown = self._links if len(self._links) <= first + 1 else self._links[:first]
        self._add(shown)
        self._rest = self._links[len(shown) :]
        if self._rest:
            self._more = button(f"Show all {len(self._links)}", "link")
            self._more.clicked.connect(self._show_rest)
            layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, links: Sequence[Link]) -> list[QuestionLink]:
        layout = self.layout()
        assert layout is not None
        rows = []
        for link in links:
            row = QuestionLink(link)
            row.wanted.connect(self.wanted)
            layout.addWidget(row)
            row.show()  # a layout shows what is added later only by and by
            rows.append(row)
        return rows

    def _show_rest(self) -> None:
        rows = self._add(self._rest)
        before: QWidget = self._more
        for row in rows:
            QWidget.setTabOrder(before, row)  # else they would come after everything
            before = row
        rows[0].setFocus()
        self._more.hide()


class Unfolding(QWidget):
    """A line that unfolds links when it is asked to."""

    wanted = Signal(str)

    def __init__(self, text: str, links: Sequence[Link]) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._head = button(text, "link")
        self._head.clicked.connect(self._toggle)
        self._links = QuestionLinks(links, first=len(links))
        self._links.wanted.connect(self.wanted)
        self._links.hide()
        layout.addWidget(self._head, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._links)
        self._describe()

    def _toggle(self) -> None:
        self._links.setVisible(self._links.isHidden())
        self._describe()

    def _describe(self) -> None:
        self._head.setAccessibleDescription("Closed" if self._links.isHidden() else "Open")
