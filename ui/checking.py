"""Says of a board pack that was opened whether its printed numbers are what its answers give."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from boardkit.documents.requests import ComparisonRequest, PackRequest, Request
from boardkit.documents.worker import RenderWorker
from boardkit.errors import BoardkitError, CancelledRendering
from boardkit.exchange.opening import read_file
from boardkit.verification import Verification, verify
from boardkit.verification.inside import Inside
from boardkit.verification.wording import headline
from ui.desk import Desk
from ui.dialogs.verification import VerificationDialog
from ui.jobs import Progress
from ui.later import Later
from ui.widgets.notice_bar import NoticeBar


class Checking(QObject):
    """One document, made again in the background and set beside itself; ``bar`` says the outcome."""

    def __init__(
        self, desk: Desk, worker: RenderWorker, path: Path, bar: NoticeBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._bar, self._window, self._name = bar, window, path.name
        self._found: Verification | None = None

        def work(progress: Progress) -> Verification:
            def make(inside: Inside) -> bytes:
                return worker.render(_request(inside), progress.say)

            return verify(read_file(path), path.name, make)

        self._later = Later(desk.jobs, work)
        self._later.done.connect(self._tell)
        self._later.failed.connect(self._tell_failure)

    def show_all(self) -> None:
        """Everything that was found."""
        if self._found is not None:
            VerificationDialog(self._found, self._window).open()

    def _tell(self, found: Verification) -> None:
        self._found = found
        self._bar.say(headline(found))

    def _tell_failure(self, fault: Exception) -> None:
        if isinstance(fault, CancelledRendering):
            return
        if not isinstance(fault, BoardkitError):
            raise fault
        self._bar.say(f"Whether its numbers are right cannot be told. {fault}", to_do=False)


def _request(inside: Inside) -> Request:
    if (sides := inside.sides) is not None:
        return ComparisonRequest.of(*sides, locale=inside.locale, paper=inside.told.paper)
    return PackRequest.of(
        inside.questionnaire, inside.assessment, locale=inside.locale, logo=inside.logo,
        revised=inside.revised, before=inside.before,
    )  # fmt: skip
