"""The button that makes the “have these ready” sheet and opens it, ready to be printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.desk import Desk
from ui.jobs import Job, Progress

TEXT = "Print the “have these ready” sheet"
WORKING = "Making the sheet… Stop"
FILE_NAME = "Have these ready.pdf"

if TYPE_CHECKING:
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
        self.setToolTip("One page: which documents each person should have at hand")
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

    def _done(self, path: Path) -> None:
        from ui import outside

        self._show_working(None)
        outside.open_outside(path)

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

    def make(self, progress: Progress) -> Path:
        """The sheet in a temporary folder."""
        import tempfile

        from boardkit.documents.have_ready import have_ready_pdf

        data = have_ready_pdf(self._questionnaire, self._modules, self._paper)
        progress.check()
        path = Path(tempfile.mkdtemp(prefix="boardkit-")) / FILE_NAME
        path.write_bytes(data)
        return path
