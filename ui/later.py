"""Background work whose outcome is told by signals, so that whoever asked may be gone by then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.jobs import Job, Jobs, Work


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
        self._job: Job | None = jobs.run(
            work, self._done, self._failed, moved=self._moved, on_cancel=on_cancel
        )

    @property
    def over(self) -> bool:
        """Whether it was done, has failed or was cancelled."""
        return self._job is None

    def cancel(self) -> None:
        """End the work."""
        if self._job is not None:
            self._job.cancel()
            self._go()
            self.cancelled.emit()

    def _done(self, value: Any) -> None:
        self._go()
        self.done.emit(value)

    def _failed(self, fault: Exception) -> None:
        self._go()
        self.failed.emit(fault)

    def _moved(self, share: float, what: str) -> None:
        self.share, self.what = share, what
        self.moved.emit(share, what)

    def _go(self) -> None:
        self._job = None  # each holds the other
        self.deleteLater()
