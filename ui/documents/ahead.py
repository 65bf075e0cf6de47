"""Makes the document before it is asked for, while the person rests on the result."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from boardkit.documents.worker import RenderWorker
from ui.desk import Desk
from ui.documents.files import DocumentFiles
from ui.documents.keeper import wanted_document
from ui.documents.making import DocumentMaking, under_way
from ui.last_board import LastBoard
from ui.session import Session

REST = 1500  # milliseconds without a change


class DocumentAhead(QObject):
    """What it makes lies where the report page finds it; what goes wrong is told there, if ever."""

    def __init__(
        self, desk: Desk, session: Session, worker: RenderWorker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._worker = desk, session, worker
        self._resting = False
        self._back = LastBoard.of(desk, session)
        self._back.found.connect(self._put_off)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._make)
        session.changed.connect(self._put_off)

    def rest(self) -> None:
        """The person looks at the result: make the document of it unless they soon go elsewhere."""
        self._resting = True
        self._timer.start()

    def move(self) -> None:
        """They look at something else: what is being made is finished, and nothing more is begun."""
        self._resting = False
        self._timer.stop()

    def _put_off(self) -> None:
        """The assessment has changed under their eyes."""
        if self._resting:
            self._timer.start()

    def _make(self) -> None:
        assessment_id = self._session.assessment.id
        if under_way(self._desk, assessment_id) is not None:
            self._timer.start()
            return
        if not self._back.is_known:
            self._back.seek()
            return
        request, name = wanted_document(self._desk, self._session, self._back.side)
        if DocumentFiles(assessment_id).find(request.key) is None:
            DocumentMaking(self._desk, self._worker, assessment_id, request, name)
