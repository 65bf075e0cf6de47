"""Finding a text in the document that is previewed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from boardkit.documents.viewing import Match, PdfPages
from ui.documents.page_pictures import PagePictures
from ui.jobs import Jobs, Progress
from ui.later import Later
from ui.theme import theme
from ui.widgets.keys import is_enter
from ui.widgets.labels import button, label

PAUSE = 150  # milliseconds of no typing


class TextSearch(QWidget):
    """A bar with a field; Enter goes to the next match, Shift+Enter to the one before, Escape leaves."""

    found = Signal(object, object)  # all matches, and the one to show
    left = Signal()

    def __init__(self, jobs: Jobs, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._pictures = jobs, pictures
        self._matches: tuple[Match, ...] = ()
        self._place = 0
        self._under_way: Later | None = None
        self._start = 0  # the page from which on the first match is looked for
        self.setObjectName("bar")
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(6), px(12), px(6))
        row.setSpacing(px(6))
        self.field = QLineEdit()
        self.field.setAccessibleName("Find in the document")
        self.field.setPlaceholderText("Find in the document")
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(self._wait)
        row.addWidget(self.field, 1)
        self._count = label("", "small", wrap=False)
        row.addWidget(self._count)
        for text, name, step in (("↑", "Match before", self.back), ("↓", "Next match", self.on)):
            one = button(text, "quiet", tip=name)
            one.setAccessibleName(name)
            one.clicked.connect(step)
            row.addWidget(one)
        done = button("Done", "quiet", tip="Escape")
        done.clicked.connect(self.leave)
        row.addWidget(done)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._search)
        pictures.changed.connect(self._again)
        self.hide()

    def open(self, page: int) -> None:
        """Show the bar with the keyboard in it; matches are looked for from this page on."""
        self._start = page
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self._search()

    def leave(self) -> None:
        """Hide the bar and its marks."""
        self.hide()
        self._set((), "")
        self.left.emit()

    def on(self) -> None:
        """To the next match, and round."""
        self._step(1)

    def back(self) -> None:
        """To the match before, and round."""
        self._step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self.on() if is_enter(event) else self.back()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        if self._matches:
            self._place = (self._place + by) % len(self._matches)
            self._tell()
        elif self.isVisible() and self.field.text().strip():
            self._search()

    def _wait(self) -> None:
        self._timer.start()

    def _again(self) -> None:
        """The document has changed under the search."""
        if self.isVisible() and self.field.text().strip():
            self._start = self._matches[self._place].page if self._matches else self._start
            self._search()

    def _search(self) -> None:
        self._timer.stop()
        if self._under_way is not None:
            self._under_way.cancel()
            self._under_way = None
        pages, wanted = self._pictures.pages, self.field.text()
        if pages is None or not wanted.strip():
            self._set((), "")
            return

        def work(progress: Progress) -> tuple[Match, ...]:
            return matches_in(pages, wanted, progress)

        self._under_way = Later(self._jobs, work)
        self._under_way.done.connect(self._take)

    def _take(self, matches: tuple[Match, ...]) -> None:
        self._under_way = None
        self._place = next((i for i, m in enumerate(matches) if m.page >= self._start), 0)
        self._set(matches, "Nothing found")

    def _set(self, matches: tuple[Match, ...], otherwise: str) -> None:
        self._matches = matches
        if matches:
            self._tell()
        else:
            self._count.setText(otherwise)
            self.found.emit((), None)

    def _tell(self) -> None:
        text = f"{self._place + 1} of {len(self._matches)}"
        self._count.setText(text)
        self.field.setAccessibleDescription(text)
        self.found.emit(self._matches, self._matches[self._place])


def matches_in(pages: PdfPages, wanted: str, progress: Progress) -> tuple[Match, ...]:
    """Every match in the document, page by page."""
    found: list[Match] = []
    for page in range(pages.count):
        progress.check()
        found += pages.find(wanted, page)
    return tuple(found)
