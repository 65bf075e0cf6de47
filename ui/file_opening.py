"""What an assessment can be opened from: a file that is chosen or dropped, an example, or nothing yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from boardkit.errors import BoardkitError
from ui.desk import Desk
from ui.notices import Notices
from ui.open_assessment import OpenAssessment
from ui.screens import Screens

if TYPE_CHECKING:
    from boardkit.exchange import Opened
    from ui.dialogs.new_assessment import NewAssessmentDialog

FILES = "Boardkit files (*.boardkit *.yaml *.yml *.pdf);;All files (*)"


class FileOpening(QObject):
    """Takes what is chosen into the library and opens it there, or opens it to be looked at only."""

    def __init__(
        self,
        desk: Desk,
        opened: OpenAssessment,
        screens: Screens,
        notices: Notices,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._opened, self._screens, self._notices = desk, opened, screens, notices
        self._window = window
        self._dialog: NewAssessmentDialog | None = None

    # Files

    def ask(self) -> None:
        """Let the person choose a file to open."""
        from PySide6.QtWidgets import QFileDialog  # its names take a while to make

        chosen, _ = QFileDialog.getOpenFileName(self._window, "Open an assessment", "", FILES)
        if chosen:
            self.open(Path(chosen))

    def open_or_ask(self, path: Path | None) -> None:
        """Open this file, or ask for one."""
        if path is None:
            self.ask()
        else:
            self.open(path)

    def open(self, path: Path) -> None:
        """Take a file into the library and open it; says so when it cannot be."""
        from ui.dialogs.opening import take_in

        taken = take_in(self._desk, path, self._window)
        if taken is None:
            return
        if isinstance(taken, str):
            self._opened.open(taken)
        else:
            self.visit(taken)
        if path.suffix.lower() == ".pdf":
            self._notices.check_pack(path)

    def visit(self, opened: Opened) -> None:
        """Look at what a file holds without taking it in."""
        from ui.visiting import Visit

        try:
            visit = Visit(self._desk, opened)
        except BoardkitError as fault:
            from ui.dialogs.error import tell

            tell(self._window, fault)
            return
        self._opened.open(visit.assessment_id, visit.state, visit)
        self._screens.show_result()

    # Examples and new ones

    def open_example(self, name: str) -> None:
        """Open a finished example, and show its result first."""
        from boardkit.examples import shipped_example

        example = shipped_example(name)
        library = self._desk.library
        if example.assessment.id not in library:
            library.add(example.assessment, example.questionnaire)
        if any(entry.id == example.assessment.id for entry in library.list("deleted")):
            library.restore(example.assessment.id)
        self._opened.open(example.assessment.id)
        self._screens.show_result()

    def new_assessment(self) -> None:
        """Ask about whom it is, then open it at its first question."""
        from ui.dialogs.new_assessment import NewAssessmentDialog

        self._dialog = NewAssessmentDialog(self._desk, parent=self._window)
        self._dialog.accepted.connect(self._create)
        self._dialog.open()

    def _create(self) -> None:
        from boardkit.content import shipped_questionnaire

        assert self._dialog is not None
        made = self._desk.library.create(shipped_questionnaire(), self._dialog.details())
        self._opened.open(made.id)


def dropped_file(data: QMimeData) -> Path | None:
    """The first file of what is dragged over the window, or None where it holds none."""
    return next((Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()), None)
