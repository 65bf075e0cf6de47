"""The button that makes the “have these ready” sheet and shows it, ready to be printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.desk import Desk
from ui.jobs import Job, Progress

TEXT = "See the “have these ready” sheet"
WORKING = "Making the sheet… Stop"
TITLE = "Have these ready"
FILE_NAME = f"{TITLE}.pdf"

if TYPE_CHECKING:
    from boardkit.documents.viewing import PdfPages
    from boardkit.pack_options import Paper
    from boardkit.questionnaire import Questionnaire


class HaveReadyButton(QPushButton):
    """Makes the sheet in the background; a second click stops it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(TEXT)
        self._desk = desk
        self._questionnaire: Questionnaire | None = None
        self._modules: tuple[str, ...] = ()
        self._job: Job | None = None
        self.setProperty("look", "link")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(True)
        self.setAccessibleName(TEXT)
        self.setToolTip("One page, to be printed: which documents each person should have at hand")
        self.setAccessibleDescription(self.toolTip())
        self.setEnabled(False)
        self.clicked.connect(self._click)

    def set_content(self, questionnaire: Questionnaire, modules: tuple[str, ...] = ()) -> None:
        """Which questions the sheet is for; no module means all of them."""
        self._questionnaire, self._modules = questionnaire, modules
        self.setEnabled(True)

    @property
    def working(self) -> bool:
        """Whether a sheet is being made."""
        return self._job is not None

    def _click(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._show_working(None)
            return
        from boardkit.pack_options import usual_paper

        assert self._questionnaire is not None
        sheet = _Sheet(self._questionnaire, self._modules, usual_paper(self._desk.locale))
        job = self._desk.jobs.run(sheet.make, self._done, self._failed)
        self.destroyed.connect(job.cancel)
        self._show_working(job)

    def _show_working(self, job: Job | None) -> None:
        self._job = job
        self.setText(TEXT if job is None else WORKING)
        self.setAccessibleName(self.text())

    def _done(self, made: tuple[Path, PdfPages]) -> None:
        from ui.dialogs.document import DocumentDialog

        self._show_working(None)
        DocumentDialog(self._desk, TITLE, *made, self.window()).open()

    def _failed(self, fault: Exception) -> None:
        from ui.dialogs.error import tell

        self._show_working(None)
        tell(self.window(), fault)


class _Sheet:
    """The work itself, which sees no widget."""

    def __init__(
        self, questionnaire: Questionnaire, modules: tuple[str, ...], paper: Paper
    ) -> None:
        self._questionnaire, self._modules, self._paper = questionnaire, modules, paper

    def make(self, progress: Progress) -> tuple[Path, PdfPages]:
        """The sheet among the documents of this sitting, and its pages."""
        from hashlib import sha256

        from boardkit.documents.have_ready import have_ready_pdf
        from boardkit.documents.viewing import PdfPages
        from ui.documents.files import DocumentFiles

        data = have_ready_pdf(self._questionnaire, self._modules, self._paper)
        progress.check()
        path = DocumentFiles("have-ready").keep(sha256(data).hexdigest(), FILE_NAME, data)
        return path, PdfPages(data)
