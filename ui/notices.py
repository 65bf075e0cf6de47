"""The bars between the top bar and the screen: what is looked at only, what is newer, what was checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.documents.rendering import Rendering
from ui.open_assessment import OpenAssessment

if TYPE_CHECKING:
    from ui.checking import Checking
    from ui.moving import Moving
    from ui.widgets.milestone_bar import MilestoneBar
    from ui.widgets.notice_bar import NoticeBar


class Notices(QWidget):
    """Each bar is hidden while it has nothing to say; none is made before an assessment is opened."""

    back_wanted = Signal()  # from the milestone, or the file, that is looked at only
    restore_wanted = Signal()

    def __init__(self, desk: Desk, opened: OpenAssessment, rendering: Rendering) -> None:
        super().__init__()
        self._desk, self._opened, self._rendering = desk, opened, rendering
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._moving: Moving | None = None
        self._checking: Checking | None = None
        self._made = False
        opened.opened.connect(self._begin)
        opened.changed.connect(self._show_milestone)
        opened.leaving.connect(self._leave)

    def check_pack(self, path: Path) -> None:
        """Say of a board pack whether its numbers are what its answers give, once that is known."""
        from ui.checking import Checking

        worker = self._rendering.worker
        self._checking = Checking(self._desk, worker, path, self._checked, self.window())

    def _show_checked(self) -> None:
        if self._checking is not None:
            self._checking.show_all()

    def _begin(self) -> None:
        from ui.moving import Moving

        if not self._made:
            self._make()
        assert self._opened.session is not None
        self._moving = Moving(self._desk, self._opened.session, self._edition, self.window())
        self._show_milestone()

    def _make(self) -> None:
        from ui.widgets.milestone_bar import MilestoneBar
        from ui.widgets.notice_bar import NoticeBar

        self._milestone: MilestoneBar = MilestoneBar()
        self._milestone.back_wanted.connect(self.back_wanted)
        self._milestone.restore_wanted.connect(self.restore_wanted)
        self._edition: NoticeBar = NoticeBar(
            "A newer questionnaire", "Move…", tip="See what moving does, and decide"
        )
        self._edition.wanted.connect(self._move_to_newer)
        self._edition.dismissed.connect(self._edition.hide)
        self._checked: NoticeBar = NoticeBar("The numbers of the document", "Details…")
        self._checked.wanted.connect(self._show_checked)
        self._checked.dismissed.connect(self._checked.hide)
        for bar in (self._milestone, self._edition, self._checked):
            self._column.addWidget(bar)
        self._made = True

    def _move_to_newer(self) -> None:
        if self._moving is not None:
            self._opened.flush()
            self._moving.ask()

    def _show_milestone(self) -> None:
        session, visit = self._opened.session, self._opened.visit
        if session is not None:
            self._milestone.show_milestone(session.milestone, session.formats)
        if visit is not None:
            self._milestone.show_file(visit.opened.source.name)

    def _leave(self) -> None:
        self._moving = None
        if self._checking is not None:
            self._checking.deleteLater()
            self._checking = None
        if self._made:
            self._milestone.hide()
            self._edition.say("")
            self._checked.say("")
