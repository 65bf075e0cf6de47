"""Files as evidence: copied into the library in the background, and looked at again."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from weakref import ref

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from boardkit.assessment import Evidence
from boardkit.errors import BoardkitError, FileError
from boardkit.library.evidence import EvidenceStore
from ui.desk import Desk
from ui.jobs import Progress
from ui.questions.draft import Draft
from ui.session import Session
from ui.widgets.evidence_list import EvidenceList


class Keeping:
    """The file is added to its question even when another question is shown by then."""

    def __init__(
        self, desk: Desk, session: Session, question_id: str, shown_in: EvidenceList
    ) -> None:
        self._desk, self._session, self._question_id = desk, session, question_id
        self._list = ref(shown_in)
        self._store = EvidenceStore.beside(desk.library.path)
        self._path, self._title = Path(), ""

    def start(self, path: Path, title: str) -> None:
        """Copy this file."""
        self._path, self._title = path, title
        self._tell(f"Copying {path.name}…")
        self._desk.jobs.run(self._copy, self._done, self._failed)

    def _copy(self, progress: Progress) -> Evidence:
        kept = self._store.keep(self._path, self._title)
        return kept.model_copy(update={"added": date.today()})

    def _done(self, evidence: Evidence) -> None:
        shown_in = self._list()
        if shown_in is not None and isValid(shown_in):
            shown_in.tell("")
            shown_in.take(evidence)
        elif isValid(self._session):
            self._add(evidence)

    def _add(self, evidence: Evidence) -> None:
        answer = self._session.answer(self._question_id)
        if answer is not None:
            backed = {"evidence": (*answer.evidence, evidence)}
            self._session.give(self._question_id, answer.model_copy(update=backed))
        drafts = self._session.drafts
        if answer is None or self._question_id in drafts:
            draft = drafts.get(self._question_id, Draft())
            drafts[self._question_id] = draft.with_evidence(evidence)

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, BoardkitError):
            raise fault
        self._tell(str(fault), fault=True)

    def _tell(self, text: str, *, fault: bool = False) -> None:
        shown_in = self._list()
        if shown_in is not None and isValid(shown_in):
            shown_in.tell(text, fault=fault)


def look_at(desk: Desk, evidence: Evidence) -> str:
    """Open a kept file with the system's viewer; what is wrong when that cannot be."""
    try:
        copy = EvidenceStore.beside(desk.library.path).viewing_copy(evidence)
    except FileError as fault:
        return str(fault)
    opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
    return "" if opened else f"No program on this computer opens “{evidence.title}”."
