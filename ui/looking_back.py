"""Milestones of the open assessment and what follows from one: looked at, gone back to, gone on from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.open_assessment import OpenAssessment
from ui.screens import Screens

if TYPE_CHECKING:
    from boardkit.library import Milestone
    from ui.milestones import Milestones


class LookingBack(QObject):
    """From the present to an earlier state and back again; a visited file is such a state as well."""

    said = Signal(str)  # what was just done, in a few words
    home_wanted = Signal()

    def __init__(
        self, desk: Desk, opened: OpenAssessment, screens: Screens, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._opened, self._screens, self._window = desk, opened, screens, window
        self._made: Milestones | None = None
        opened.leaving.connect(self._leave)

    # Milestones

    def keep_milestone(self) -> None:
        """Keep the answers as they are under a name."""
        session = self._opened.session
        if session is not None and not session.read_only:
            self._milestones().keep()

    def show_milestones(self) -> None:
        """The milestones of the open assessment."""
        if self._opened.session is not None:
            self._milestones().show()

    def open_at_milestones(self, assessment_id: str) -> None:
        """Open an assessment at the list of its milestones."""
        self._opened.open(assessment_id)
        self.show_milestones()

    def open_milestone(self, milestone: Milestone) -> None:
        """Look at the open assessment as it was at a milestone."""
        if self._opened.session is not None:
            self._opened.open(self._opened.session.assessment.id, milestone)
            self._screens.show_result()

    def come_back(self) -> None:
        """Back to the assessment as it is now; from a file, to all assessments."""
        if self._opened.visit is not None:
            self.home_wanted.emit()
        elif self._opened.session is not None:
            self._opened.open(self._opened.session.assessment.id)
            self._screens.show_result()

    def restore(self) -> None:
        """Make the assessment what the open milestone keeps; a file is taken in."""
        visit, session = self._opened.visit, self._opened.session
        if visit is not None:
            from ui.dialogs.opening import take_viewed

            taken = take_viewed(self._desk, visit.opened, self._window)
            if taken is not None:
                self._opened.open(taken)
        elif session is not None and session.milestone is not None:
            milestone = session.milestone
            self.come_back()
            self._milestones().go_back_to(milestone)

    # The next assessment

    def start_next(self) -> None:
        """Start the next assessment from the one that is open."""
        if self._opened.session is not None:
            self._milestones().ask_for_next()

    def open_at_next(self, assessment_id: str) -> None:
        """Open an assessment, to start the next one from it."""
        self._opened.open(assessment_id)
        self.start_next()

    def open_next(self, assessment_id: str) -> None:
        """Open an assessment that was just started from another: at what is to be confirmed."""
        self._opened.open(assessment_id)
        self._screens.show_confirming()

    def show_last_time(self) -> None:
        """What became of last time's decisions, ranges and forecast."""
        session = self._opened.session
        if session is not None and session.details.follows is not None:
            from ui.dialogs.last_time import LastTimeDialog

            self._opened.flush()
            LastTimeDialog(session, self._window).open()

    # Inside

    def _milestones(self) -> Milestones:
        """Those of the open assessment, with what is being typed given."""
        self._opened.flush()
        session = self._opened.session
        assert session is not None
        if self._made is None:
            from ui.milestones import Milestones

            self._made = Milestones(self._opened.desk, session, self._window)
            self._made.looked_at.connect(self.open_milestone)
            self._made.made.connect(self.open_next)
            self._made.kept.connect(self._take_kept)
            self._made.starting.connect(self._say_starting)
        return self._made

    def _take_kept(self, milestone: Milestone) -> None:
        self.said.emit(f"“{milestone.name}” is kept")

    def _say_starting(self) -> None:
        self.said.emit("Starting the next assessment…")

    def _leave(self) -> None:
        self._made = None
