"""The window: the menus, a bar with the open assessment and its screens, and one screen at a time.

Here the parts meet: ``opened`` is the assessment that is open, ``screens`` shows it, ``files`` and ``past``
lead to others, and the menus act on all of them. What an open assessment needs (scores, charts, editors)
is imported when one is opened: the first window does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.documents.rendering import Rendering
from ui.file_opening import FileOpening, dropped_file
from ui.looking_back import LookingBack
from ui.menus import Menus
from ui.notices import Notices
from ui.open_assessment import OpenAssessment
from ui.pages.start import StartPage
from ui.screens import Screens
from ui.widgets.top_bar import TopBar
from ui.window_place import WindowPlace

if TYPE_CHECKING:
    from ui.session import Session


class MainWindow(QMainWindow):
    """Shows the start page, or one screen of the open assessment."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWindowTitle("Boardkit")
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)
        self._rendering = Rendering()
        self.opened = OpenAssessment(desk, self._rendering, self)
        self.bar = TopBar()
        self.menus = Menus(self.menuBar(), self.opened, self)
        self.opened.opened.connect(self._redraw)
        self.opened.changed.connect(self._redraw)
        self.opened.recalled.connect(self._redraw_undo)
        self.opened.refused.connect(self.show_start)
        self.notices = Notices(desk, self.opened, self._rendering)
        self.screens = Screens(desk, self.opened, self._rendering)
        self.past = LookingBack(desk, self.opened, self.screens, self)
        self.files = FileOpening(desk, self.opened, self.screens, self.notices, self)
        self.place = WindowPlace(desk.settings, self)
        self.menus.fill(self.files, self.screens, self.past, self.place)
        self._connect()
        self._lay_out()
        self.place.restore()
        self.show_start()

    def _connect(self) -> None:
        self.bar.home_wanted.connect(self.show_start)
        self.bar.page_wanted.connect(self.screens.show_page)
        self.bar.undo_wanted.connect(self.opened.undo)
        self.bar.confirming_wanted.connect(self.screens.show_confirming)
        self.screens.shown.connect(self.bar.show_page)
        self.screens.milestone_wanted.connect(self.past.keep_milestone)
        self.past.said.connect(self.bar.say)
        self.past.home_wanted.connect(self.show_start)
        self.notices.back_wanted.connect(self.past.come_back)
        self.notices.restore_wanted.connect(self.past.restore)

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setObjectName("page")
        self.setCentralWidget(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.notices)
        column.addWidget(self.screens, 1)

    @property
    def session(self) -> Session | None:
        """The open assessment."""
        return self.opened.session

    def show_start(self) -> None:
        """All assessments."""
        self.opened.close()
        start = StartPage(self._desk, self.screens)
        start.opened.connect(self.opened.open)
        start.compare_wanted.connect(self._open_to_compare)
        start.milestones_wanted.connect(self.past.open_at_milestones)
        start.next_wanted.connect(self.past.open_at_next)
        start.file_wanted.connect(self.files.open_or_ask)
        start.example_wanted.connect(self.files.open_example)
        start.new_wanted.connect(self.files.new_assessment)
        self.screens.show_start(start)
        self._redraw()
        start.setFocus()

    def _open_to_compare(self, before: str, after: str) -> None:
        self.opened.open(after)
        self.screens.compare_with(before)

    def show_keys(self) -> None:
        """What the keyboard does."""
        from ui.dialogs.keys import KeysDialog

        KeysDialog(self).open()

    def show_about(self) -> None:
        """What Boardkit is, and where its library lies."""
        from ui.dialogs.about import AboutDialog

        AboutDialog(self._desk, parent=self).open()

    def _redraw(self) -> None:
        session = self.session
        self.menus.redraw()
        self.bar.show_session(session)
        name = f"{session.details.company} – Boardkit" if session else "Boardkit"
        self.setWindowTitle(name[:120])

    def _redraw_undo(self) -> None:
        self.menus.redraw_undo()
        if self.session is not None:
            self.bar.show_undo(self.session)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is asked: everything is saved already."""
        self.place.keep()
        self.opened.close()
        self._rendering.stop()
        self._desk.jobs.finish()
        self._rendering.forget()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = dropped_file(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.files.open(file)
