"""Keeps the document of an open assessment up to date while somebody looks at it, or soon will."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from boardkit.comparison.sides import Side
from boardkit.documents.requests import ComparisonRequest, PackRequest, Request
from boardkit.documents.viewing import PdfPages
from boardkit.documents.worker import RenderWorker
from boardkit.errors import CancelledRendering
from boardkit.library.evidence import EvidenceStore
from boardkit.pack_options import usual_paper
from ui.comparing import Compared
from ui.desk import Desk
from ui.documents.files import COMPARISON, DocumentFiles, document_name, pack_name
from ui.documents.making import DocumentMaking, under_way
from ui.jobs import Progress
from ui.later import Later
from ui.logos import kept_logo
from ui.session import Session

PAUSE = 350  # milliseconds of no change before the pages follow


class DocumentKeeper(QObject):
    """Is told what is wanted, makes it unless it is there, and hands its pages over.

    What is being made is finished first when something else is wanted meanwhile: the warm process is
    worth more than the seconds.
    """

    ready = Signal(object)  # PdfPages of what is wanted now
    moved = Signal(float, str)
    stopped = Signal()
    failed = Signal(object)

    def __init__(
        self, desk: Desk, worker: RenderWorker, assessment_id: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._worker, self._id = desk, worker, assessment_id
        self._request: Request | None = None
        self._name = ""
        self._files = DocumentFiles(assessment_id)
        self._making: DocumentMaking | None = None
        self._opening: Later | None = None
        self._shown = ""  # the key of the pages that were handed over
        self._refused = ""  # the key of what was stopped or has failed
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.check)
        if (making := under_way(desk, assessment_id)) is not None:
            self._follow(making)

    @property
    def path(self) -> Path | None:
        """The file of what is wanted now, if it has been made."""
        return self._files.find(self._key)

    @property
    def note(self) -> str:
        """What to know about the document that is wanted now, once it has been made."""
        return self._worker.note(self._key)

    @property
    def making(self) -> DocumentMaking | None:
        """What is being made."""
        return self._making

    @property
    def up_to_date(self) -> bool:
        """Whether the pages handed over last are of what is wanted now."""
        return self._shown == self._key

    def want(self, request: Request, name: str) -> None:
        """This is wanted from now on, under that name; it is looked after once it has rested."""
        self._request, self._name = request, name
        self._timer.start()

    def make(self) -> None:
        """Make it though it was stopped or has failed."""
        self._refused = ""
        self.check()

    def stop(self) -> None:
        """Stop making it, and do not begin again until something changes or it is asked for."""
        self._timer.stop()
        self._refused = self._key
        if self._making is not None:
            self._making.cancel()

    def check(self) -> None:
        """Make what is wanted, unless it is there."""
        self._timer.stop()
        request = self._request
        if request is None:
            return
        path = self._files.find(request.key)
        if path is not None:
            self._open(path, request.key)
        elif self._making is None and request.key != self._refused:
            self._refused = ""
            self._follow(DocumentMaking(self._desk, self._worker, self._id, request, self._name))
            self.moved.emit(0.0, "")

    @property
    def _key(self) -> str:
        return self._request.key if self._request is not None else ""

    # Making

    def _follow(self, making: DocumentMaking) -> None:
        self._making = making
        making.moved.connect(self.moved)
        making.done.connect(self._finish)
        making.failed.connect(self._fail)
        making.cancelled.connect(self._end)

    def _finish(self, path: Path) -> None:
        self._making = None
        self.check()

    def _fail(self, fault: Exception) -> None:
        failed = self._making.key if self._making is not None else ""
        self._making = None
        if isinstance(fault, CancelledRendering):
            self._end()
        elif failed == self._key:
            self._refused = failed
            self.failed.emit(fault)
        else:
            self.check()

    def _end(self) -> None:
        self._making = None
        self.stopped.emit()

    # Opening

    def _open(self, path: Path, key: str) -> None:
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
        if key == self._shown:
            self.ready.emit(None)
            return

        def work(progress: Progress) -> tuple[str, PdfPages]:
            return key, PdfPages(path.read_bytes())

        self._opening = Later(self._desk.jobs, work)
        self._opening.done.connect(self._hand_over)
        self._opening.failed.connect(self.failed)

    def _hand_over(self, opened: tuple[str, PdfPages]) -> None:
        self._opening = None
        self._shown, pages = opened
        self.ready.emit(pages)


def wanted_comparison(
    desk: Desk, session: Session, compared: Compared
) -> tuple[ComparisonRequest, str]:
    """The report of a comparison, and the name of its file."""
    paper = session.details.pack.paper or usual_paper(desk.locale)
    before, after = compared.sides
    attach = session.details.pack.attach
    request = ComparisonRequest.of(before, after, locale=desk.locale, paper=paper, attach=attach)
    return request, document_name(after.assessment.details, COMPARISON)


def wanted_document(
    desk: Desk, session: Session, before: Side | None = None
) -> tuple[PackRequest, str]:
    """The document that an assessment has chosen, set beside ``before``, and the name of its file."""
    store = EvidenceStore.beside(desk.library.path)
    request = PackRequest.of(
        session.questionnaire,
        session.assessment,
        locale=desk.locale,
        logo=kept_logo(store, session.details.pack.logo),
        revised=session.changed_since_seen(),
        before=before,
    )
    return request, pack_name(session.details)
