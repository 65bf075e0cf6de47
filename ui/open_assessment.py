"""The assessment that is open in the window, if one is: as it is now, at a milestone, or in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boardkit.errors import BoardkitError
from ui.desk import Desk
from ui.documents.rendering import Rendering

if TYPE_CHECKING:
    from boardkit.library import Milestone
    from ui.comparing import Comparing
    from ui.dialogs.new_assessment import NewAssessmentDialog
    from ui.questions.draft import Draft
    from ui.session import Session
    from ui.visiting import Visit


class OpenAssessment(QObject):
    """Opens and closes it. What shows it follows the signals, and drops all of it on ``leaving``."""

    flushing = Signal()  # what is being typed is to be given now
    leaving = Signal()
    opened = Signal()
    refused = Signal()  # it could not be opened, and the person knows why: nothing is open
    changed = Signal()  # its answers or its details
    replaced = Signal()  # it answers another questionnaire
    recalled = Signal()  # there is more to undo
    followed = Signal(str)  # an edit was undone or redone: the question that it is about, if any

    def __init__(self, desk: Desk, rendering: Rendering, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._rendering, self._window = desk, rendering, window
        self.session: Session | None = None
        self.visit: Visit | None = None  # the file that is open without being taken in
        self._drafts: dict[str, dict[str, Draft]] = {}  # by assessment, then by question
        self._comparing: Comparing | None = None
        self._dialog: NewAssessmentDialog | None = None

    @property
    def desk(self) -> Desk:
        """The desk at which it is worked on: that of a visit, or one's own."""
        return self._desk if self.visit is None else self.visit.desk

    @property
    def comparing(self) -> Comparing:
        """What it is compared with, on the page and in the report alike; only while one is open."""
        if self._comparing is None:
            from ui.comparing import Comparing

            assert self.session is not None
            file = self.visit.desk if self.visit is not None else None
            self._comparing = Comparing(self._desk, self.session, file)
        return self._comparing

    def open(
        self, assessment_id: str, milestone: Milestone | None = None, visit: Visit | None = None
    ) -> None:
        """Open an assessment of the library, or a milestone of it to be read only.

        With a visit, both are of its library.
        """
        from ui.session import Session

        self.close()
        self.visit = visit
        try:
            session = Session(
                self.desk.library,
                assessment_id,
                locale=self._desk.locale,
                jobs=self._desk.jobs,
                milestone=milestone,
                parent=self,
            )
        except BoardkitError as fault:
            from ui.dialogs.error import tell

            tell(self._window, fault)
            self.refused.emit()
            return
        if milestone is None:
            session.drafts = self._drafts.setdefault(assessment_id, {})
        self.session = session
        self._rendering.worker.start()  # it is warm by the time a pack is asked for
        session.changed.connect(self.changed)
        session.recalled.connect(self.recalled)
        session.replaced.connect(self.replaced)
        self.opened.emit()

    def close(self) -> None:
        """Give what is being typed, and let go of the assessment."""
        self.flush()
        self.leaving.emit()
        if self.session is not None:
            self.session.changed.disconnect(self.changed)
            self.session.deleteLater()
            self.session = self._comparing = None
        if self.visit is not None:
            self.visit.close()
            self.visit = None

    def flush(self) -> None:
        """Give what is being typed, before the answers are read as a whole."""
        self.flushing.emit()

    def undo(self) -> None:
        """Take back the last edit."""
        self.flush()
        if self.session is not None:
            self.followed.emit(self.session.undo() or "")

    def redo(self) -> None:
        """Make the last undone edit again."""
        if self.session is not None:
            self.followed.emit(self.session.redo() or "")

    def edit_details(self) -> None:
        """Change the company, the currency, the board date, the sponsor or the modules."""
        if self.session is None:
            return
        from ui.dialogs.new_assessment import NewAssessmentDialog

        self._dialog = NewAssessmentDialog(
            self._desk,
            questionnaire=self.session.questionnaire,
            details=self.session.details,
            parent=self._window,
        )
        self._dialog.accepted.connect(self._take_details)
        self._dialog.open()

    def _take_details(self) -> None:
        if self.session is not None and self._dialog is not None:
            self.session.revise(self._dialog.details())

    def save_copy(self) -> None:
        """Ask where, and write it to a .boardkit file."""
        if self.session is None:
            return
        from ui.saving import ask_where

        path = ask_where(self.session.details, "Save a copy", self._window)
        if path is not None:
            self.write_copy(path)

    def write_copy(self, path: Path) -> None:
        """Write it, with its history, to this file."""
        from ui.saving import write_state

        assert self.session is not None
        self.flush()
        key, milestone = self.session.assessment.id, self.session.milestone
        write_state(self.desk.library, key, path, milestone, self._window)
