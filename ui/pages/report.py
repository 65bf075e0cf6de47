"""The report: choose a document, see its pages as they will print, save it, print it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boardkit.documents.requests import Request
from boardkit.documents.viewing import PdfPages
from boardkit.documents.worker import RenderWorker
from ui.comparing import Comparing
from ui.desk import Desk
from ui.documents.files import pack_name
from ui.documents.handling import DocumentHandling
from ui.documents.keeper import DocumentKeeper, wanted_comparison, wanted_document
from ui.keeping_focus import keeping_focus
from ui.last_board import LastBoard
from ui.session import Session
from ui.theme import theme
from ui.widgets.own_keys import Action, claims
from ui.widgets.preview import Preview
from ui.widgets.report_pane import ReportPane

PANE, PREVIEW = 350, 420  # pixels at 100% text that either needs at least
_Key = QKeySequence.StandardKey


class ReportPage(QWidget):
    """What to make is chosen at the left and seen at the right; in a narrow window, in turn.

    Making goes on in the background when the page is left, and is found again on return.
    """

    compare_wanted = Signal()

    def __init__(
        self, desk: Desk, session: Session, worker: RenderWorker,
        comparing: Comparing | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("page")
        self._desk, self._session, self._worker = desk, session, worker
        self._comparing = comparing or Comparing(desk, session)
        self._back = LastBoard.of(desk, session)
        self._document = session.details.pack.document  # that is shown
        self._then: Callable[[Path], None] | None = None  # what waits for the pages
        self._keeper = DocumentKeeper(desk, worker, session.assessment.id, self)
        self._handling = DocumentHandling(desk, self)
        self._preview = Preview(desk.jobs, session.formats)
        self._pane = ReportPane(desk, session, self._comparing)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._pane)
        self._row.addWidget(self._preview, 1)
        self._connect()

    def _connect(self) -> None:
        keeper, card, handling, pane = (
            self._keeper, self._preview.card, self._handling, self._pane,
        )  # fmt: skip
        keeper.ready.connect(self._show_pages)
        keeper.moved.connect(self._show_progress)
        keeper.stopped.connect(self._show_stopped)
        keeper.failed.connect(self._show_failed)
        card.stop_wanted.connect(self.stop)
        card.make_wanted.connect(keeper.make)
        handling.said.connect(pane.say)
        handling.saved.connect(pane.offer_folder)
        handling.printing.connect(self._show_printing)
        handling.printed.connect(self._show_state)
        pane.save_wanted.connect(self.save)
        pane.print_wanted.connect(self.print)
        pane.open_wanted.connect(self.open)
        pane.folder_wanted.connect(handling.show_folder)
        pane.compare_wanted.connect(self.compare_wanted)
        pane.comparison_toggled.connect(self._redraw)
        self._back.found.connect(self._want_now)
        self._back.failed.connect(self._show_failed)
        self._session.milestones_changed.connect(self._want_now)
        self._comparing.listed.connect(self._redraw)
        self._comparing.found.connect(self._redraw)
        self._session.changed.connect(self._redraw)
        theme().changed.connect(self._rebuild)

    # When to draw

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._worker.start()
        self._place()
        self._back.look_again()
        self._redraw()
        self._keeper.check()
        self._take_focus()

    def _take_focus(self) -> None:
        """To the pages where there are any, else to what can be chosen while they are made."""
        there = self._preview.pages is not None or self._path() is not None
        if there and self._preview.isVisible():
            self._preview.take_focus()
        else:
            self._pane.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pane.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Side by side where there is room for both, else the preview as one more tab."""
        px = theme().px
        wide = self.width() >= px(PANE + PREVIEW)
        if wide:
            self._pane.give_back(self._preview)
            if self._row.indexOf(self._preview) < 0:
                self._row.addWidget(self._preview, 1)
            self._preview.show()
            self._pane.setFixedWidth(max(px(PANE), min(self.width() // 3, px(430))))
        else:
            self._pane.take_in(self._preview)
            self._pane.setMinimumWidth(0)
            self._pane.setMaximumWidth(16_777_215)

    def _rebuild(self) -> None:
        self._pane.flush()
        with keeping_focus(self):
            self._pane.rebuild()
        self._place()
        self._redraw()

    def _redraw(self) -> None:
        if self.isVisible():
            self._pane.fill()
            self._want()

    # The pages

    def _want_now(self) -> None:
        if self.isVisible():
            self._want()

    def _want(self) -> None:
        wanted = self._wanted()
        if wanted is not None:
            self._keeper.want(*wanted)
        elif self._preview.pages is None:
            self._preview.card.show_making(0.0, "", update=False)

    def _wanted(self) -> tuple[Request, str] | None:
        """What is to be made, and its name; None while it is not known what it is set beside."""
        comparing = self._comparing
        if not comparing.in_report:
            if not self._back.is_known:
                self._back.seek()
                return None
            return wanted_document(self._desk, self._session, self._back.side)
        if comparing.choices is None:
            comparing.list()
        elif comparing.before is None:
            comparing.in_report = False  # there is nothing to compare with: that page says how
            self.compare_wanted.emit()
        elif not comparing.is_current:
            comparing.compare()
        elif comparing.compared is not None:
            return wanted_comparison(self._desk, self._session, comparing.compared)
        return None

    def _name(self) -> str:
        wanted = self._wanted()
        return wanted[1] if wanted is not None else pack_name(self._session.details)

    def _show_pages(self, pages: PdfPages | None) -> None:
        """The pages of what is wanted now; None when those are shown already."""
        if pages is not None:
            self._preview.show_document(pages)
            if (document := self._session.details.pack.document) != self._document:
                self._document = document
                self._preview.view.go_to(0)  # another document is read from its beginning
        self._pane.note(self._keeper.note)
        self._show_state()
        then, self._then = self._then, None
        if then is not None and (path := self._path()) is not None:
            then(path)

    def _show_state(self) -> None:
        if (making := self._keeper.making) is not None and not self._keeper.up_to_date:
            self._show_progress(making.share, making.what)
        elif not self._handling.is_printing:
            self._preview.card.show_nothing()

    def _show_progress(self, share: float, what: str) -> None:
        if not (self._handling.is_printing or self._keeper.up_to_date):
            self._preview.card.show_making(share, what, update=self._preview.pages is not None)

    def _show_printing(self, share: float, what: str) -> None:
        self._preview.card.show_printing(share, what)

    def _show_stopped(self) -> None:
        self._then = None
        self._preview.card.show_stopped(update=self._preview.pages is not None)

    def _show_failed(self, fault: Exception) -> None:
        self._then = None
        self._preview.card.show_failed(fault)

    def stop(self) -> None:
        """Stop what is under way."""
        if self._handling.is_printing:
            self._handling.stop_printing()
        else:
            self._keeper.stop()

    # What to do with them

    def _when_ready(self, then: Callable[[Path], None]) -> None:
        """Do it with the document as it is wanted now, as soon as that has been made."""
        self._pane.flush()
        self._want()
        path = self._path()
        if path is not None:
            then(path)
        else:
            self._then = then
            self._keeper.make()

    def _path(self) -> Path | None:
        """The file of what is wanted now, if it has been made."""
        return self._keeper.path if self._wanted() is not None else None

    def save(self) -> None:
        """Let the person choose a place, and save the document there."""
        target = self._handling.ask_where_to_save(self._name())
        if target is not None:
            self._save_to(target)

    def _save_to(self, target: Path) -> None:
        self._when_ready(lambda path: self._handling.save(path, target))

    def open(self) -> None:
        """Open the document in the system's own program."""
        self._when_ready(self._handling.open)

    def print(self) -> None:
        """Print the document through the system's dialog."""
        self._when_ready(self._print)

    def _print(self, path: Path) -> None:
        if self._preview.pages is not None:
            self._handling.ask_how_to_print(self._preview.pages, path.stem, self._preview.view.page)

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
        """What a key does on this page, wherever on it the keyboard is."""
        if event.matches(_Key.Find):
            return self._find
        if event.matches(_Key.Print):
            return self.print
        if event.matches(_Key.Save):
            return self.save
        if event.key() == Qt.Key.Key_F3:
            return (
                self._find_back
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                else self._find_on
            )
        return None

    def _find(self) -> None:
        self._pane.show_preview()
        self._preview.open_search()

    def _find_on(self) -> None:
        self._preview.find_on(1)

    def _find_back(self) -> None:
        self._preview.find_on(-1)
