"""The bar below the questions: back and on, the sections where there is no rail, and how far one is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QWidget

from ui.theme import theme
from ui.walk import Walk
from ui.widgets.labels import button, label

KEYS = "Ctrl+F find · F1 keys"
KEYS_FROM = 1000  # pixels at 100% text of the page from which there is room for the keys
PROGRESS_FROM = 620  # and for how far one is
ONWARD = {"open": "See what is open", "result": "See the result"}  # after the last question


class QuestionBar(QWidget):
    """Says what is wanted; going there is the page's business."""

    back_wanted = Signal()
    next_wanted = Signal()
    entry_wanted = Signal(str, bool)  # a section's id or a review list's key, and which it is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("edge", "top")
        self._walk: Walk | None = None
        row = self._row = QHBoxLayout(self)
        self.sections = button("Sections", "menu", tip="Go to a section")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._pick)
        self.sections.setMenu(self._menu)
        row.addWidget(self.sections)
        self._back = button("← Back", tip="The question before (Alt+Left)")
        self._back.clicked.connect(self.back_wanted)
        row.addWidget(self._back)
        self._next = button("Next ↵", "main", tip="The next question (Enter)")
        self._next.clicked.connect(self.next_wanted)
        row.addWidget(self._next)
        self._keys = label(KEYS, "small", wrap=False)
        row.addWidget(self._keys)
        row.addStretch(1)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Questions answered")
        row.addWidget(self._progress)
        self._left = label("", "small", wrap=False)
        row.addWidget(self._left)

    def show_walk(self, walk: Walk, current: str, reviewed: str = "") -> None:
        """Show how far one is, at this question or at this list of questions."""
        self._walk = walk
        settled, asked = walk.settled, len(walk.places)
        self._progress.setMaximum(max(asked, 1))
        self._progress.setValue(settled)
        self._left.setText(f"{settled} of {asked} · {_rest(walk)}")
        self._back.setEnabled(walk.beside(current, -1) is not None)
        after = walk.after(current, reviewed=reviewed)
        self._next.setText(f"{ONWARD[after] if isinstance(after, str) else 'Next'} ↵")

    def arrange(self, room: float, *, with_sections: bool) -> None:
        """Show what there is room for, on a page so wide in pixels at 100% text."""
        self.sections.setVisible(with_sections)
        self._keys.setVisible(room >= KEYS_FROM)
        self._progress.setVisible(room >= PROGRESS_FROM)

    def space(self) -> None:
        """Give everything the air that goes with the size of the text."""
        px = theme().px
        self._row.setContentsMargins(px(20), px(12), px(20), px(12))
        self._row.setSpacing(px(12))
        self._progress.setFixedWidth(px(180))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for entry in self._walk.entries if self._walk is not None else ():
            count = str(entry.total) if entry.review else f"{entry.done} of {entry.total}"
            action = self._menu.addAction(f"{entry.title} ({count})".replace("&", "&&"))
            action.setData((entry.key, entry.review))

    def _pick(self, action: QAction) -> None:
        self.entry_wanted.emit(*action.data())


def _rest(walk: Walk) -> str:
    """What is left to do: minutes of answering, answers to confirm, what is unknown, or nothing."""
    minutes, waiting = round(walk.minutes_left), len(walk.confirming.waiting)
    if minutes:
        return f"about {minutes} minute{'s' if minutes != 1 else ''} left"
    if waiting:
        return f"{waiting} to confirm"
    unknown = walk.count("unknown")
    return f"{unknown} of them unknown" if unknown else "all done"
