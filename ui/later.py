"""Background work whose outcome is told by signals, so that whoever asked may be gone by then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.jobs import Jobs, Work


class Later(QObject):
    """One job. Exactly one of ``done``, ``failed`` and ``cancelled`` is emitted, and it goes."""

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    moved = Signal(float, str)

    def __init__(
        self, jobs: Jobs, work: Work, *, on_cancel: Callable[[], None] | None = None
    ) -> None:
        super().__init__(jobs)
        self.share, self.what = 0.0, ""
        self._job = jobs.run(work, self._done, self._failed, moved=self._moved, on_cancel=on_cancel)

    @property
    def over(self) -> bool:
        """Whether it was done, has failed or was cancelled."""
        return self._job.finished or self._job.progress.cancelled

    def cancel(self) -> None:
        """End the work."""
        if not self.over:
            self._job.cancel()
            self.cancelled.emit()
            self.deleteLater()

    def _done(self, value: Any) -> None:
        self.done.emit(value)
        self.deleteLater()

    def _failed(self, fault: Exception) -> None:
        self.failed.emit(fault)
        self.deleteLater()

    def _moved(self, share: float, what: str) -> None:
        self.share, self.what = share, what
        self.moved.emit(share, what)
