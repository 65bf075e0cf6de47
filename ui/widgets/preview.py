"""The preview: a document's pages in large and in small, and what one does with them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkit.documents.viewing import PdfPages
from boardkit.formats import Formats
from ui.announcing import announce
from ui.documents.page_pictures import PagePictures
from ui.jobs import Jobs, Progress
from ui.later import Later
from ui.theme import theme
from ui.widgets.making_card import MakingCard
from ui.widgets.own_keys import Action, claims
from ui.widgets.page_thumbs import PageThumbs
from ui.widgets.page_view import PageView
from ui.widgets.preview_bar import PreviewBar
from ui.widgets.text_search import TextSearch

THUMBS_FROM = 760  # pixels of width at 100% text from which the small pages have room
SAID = 4000  # characters of a page that assistive technology is told at once
COPIED = "The text of this page is copied."
_CONTROL = Qt.KeyboardModifier.ControlModifier
_Key = QKeySequence.StandardKey


class Preview(QWidget):
    """Keys, while the keyboard is in it: Ctrl+plus and minus zoom, Ctrl+0 fits the width, Ctrl+9 the page."""

    def __init__(self, jobs: Jobs, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._texts: dict[int, str] = {}
        self._reading: Later | None = None
        self._pictures = PagePictures(jobs, self)
        self.view = PageView(self._pictures)
        self._thumbs = PageThumbs(self._pictures)
        self._bar = PreviewBar(formats)
        self._search = TextSearch(jobs, self._pictures)
        self.card = MakingCard(self.view)
        self._place_widgets()
        self._bar.page_wanted.connect(self.view.go_to)
        self._bar.step_wanted.connect(self.view.step_zoom)
        self._bar.fit_wanted.connect(self.view.set_zoom)
        self._bar.find_wanted.connect(self.open_search)
        self.view.page_changed.connect(self._take_page)
        self.view.zoom_changed.connect(self._show_zoom)
        self._thumbs.picked.connect(self.view.go_to)
        self._search.found.connect(self.view.show_matches)
        self._search.left.connect(self.take_focus)
        self.card.resized.connect(self._place_card)
        theme().changed.connect(self._refit)
        self._show_zoom()
        self._take_page(0)

    def _place_widgets(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._search)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._thumbs)
        row.addWidget(self.view, 1)
        column.addLayout(row, 1)

    # The document

    @property
    def pages(self) -> PdfPages | None:
        """The document that is shown."""
        return self._pictures.pages

    def show_document(self, pages: PdfPages | None) -> None:
        """Show another document, or none; the reader stays at the same place of it."""
        self._texts.clear()
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._pictures.show(pages)
        self._take_page(self.view.page)
        self._show_zoom()

    def take_focus(self) -> None:
        """Put the keyboard to the pages."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_search(self) -> None:
        """Open the search, from the page that the reader is at."""
        if self.pages is not None:
            self._search.open(self.view.page)

    def find_on(self, direction: int) -> None:
        """The next match, or the one before."""
        if self._search.isHidden():
            self.open_search()
        elif direction > 0:
            self._search.on()
        else:
            self._search.back()

    def _take_page(self, page: int) -> None:
        count = self.pages.count if self.pages is not None else 0
        page = min(page, max(count - 1, 0))
        self._bar.show_page(page, count)
        if count:
            self._thumbs.show_page(page)
        self.view.setAccessibleName(f"Page {page + 1} of {count}" if count else "No pages yet")
        self._describe(page)

    def _describe(self, page: int) -> None:
        """Tell assistive technology what the page says."""
        self.view.setAccessibleDescription(self._texts.get(page, "")[:SAID])
        pages = self.pages
        if page in self._texts or pages is None or self._reading is not None:
            return

        def work(progress: Progress) -> tuple[int, str]:
            return page, pages.text(page)

        self._reading = Later(self._jobs, work)
        self._reading.done.connect(self._take_text)

    def _take_text(self, read: tuple[int, str]) -> None:
        self._reading = None
        page, text = read
        self._texts[page] = text
        self._describe(self.view.page)

    def _copy(self) -> None:
        text = self._texts.get(self.view.page)
        if text:
            QGuiApplication.clipboard().setText(text)
            announce(self.view, COPIED)

    # Sizes

    def _show_zoom(self) -> None:
        self._bar.show_zoom(self.view.zoom, self.view.scale)

    def _refit(self) -> None:
        self._bar.refit()
        self._thumbs.refit()
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        self._thumbs.setVisible(self.width() >= theme().px(THUMBS_FROM))
        self._place_card()
        self._show_zoom()

    def _place_card(self) -> None:
        """In the middle while there are no pages, at the foot while there are."""
        px, room = theme().px, self.view.viewport().rect()
        width = min(px(380), room.width() - px(24))
        self.card.setFixedWidth(max(width, 1))
        height = self.card.heightForWidth(width)
        spare = room.height() - height
        top = spare - px(20) if self.pages is not None else spare // 2
        self.card.setGeometry((room.width() - width) // 2, max(top, 0), width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_what_fits()

    # Keys

    def event(self, event: QEvent) -> bool:
        return claims(event, self._action) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action(event)
        if action is not None:
            action()
        else:
            super().keyPressEvent(event)

    def _action(self, event: QKeyEvent) -> Action | None:
        """What a key does to the pages, or with them."""
        if event.matches(_Key.ZoomIn) or _is(event, Qt.Key.Key_Equal):
            return partial(self.view.step_zoom, 1)
        if event.matches(_Key.ZoomOut):
            return partial(self.view.step_zoom, -1)
        if _is(event, Qt.Key.Key_0):
            return partial(self.view.set_zoom, "width")
        if _is(event, Qt.Key.Key_9):
            return partial(self.view.set_zoom, "page")
        if event.matches(_Key.Copy):
            return self._copy
        return None


def _is(event: QKeyEvent, key: Qt.Key) -> bool:
    return (
        event.key() == key and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _CONTROL
    )
