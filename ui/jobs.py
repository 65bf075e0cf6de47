"""The one way to work in the background.

A job is a function that sees no widget. Its results come back on the main thread through one long-lived
object: connecting an object a task to plain callables loses results when the objects die first.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

Work = Callable[["Progress"], Any]


class Cancelled(Exception):
    """Raised inside a job's work when it was cancelled."""


class Progress:
    """What a job's work uses to say how far it is, and to learn that it is no longer wanted."""

    def __init__(self, number: int, report: Callable[[int, float, str], None]) -> None:
        self._number = number
        self._report = report
        self._cancelled = threading.Event()

    def say(self, share: float, what: str = "") -> None:
        """Share done, 0–1, and what is being done; raises Cancelled when that was asked for."""
        self.check()
        self._report(self._number, share, what)

    def check(self) -> None:
        """Raises Cancelled when that was asked for."""
        if self._cancelled.is_set():
            raise Cancelled

    @property
    def cancelled(self) -> bool:
        """Whether the job is no longer wanted."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()


class Job:
    """One piece of work under way."""

    def __init__(
        self,
        progress: Progress,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        moved: Callable[[float, str], None] | None,
        on_cancel: Callable[[], None] | None,
    ) -> None:
        self.progress = progress
        self.done, self.failed, self.moved, self.on_cancel = done, failed, moved, on_cancel
        self.finished = False

    def cancel(self) -> None:
        """Stop it; neither done nor failed is called any more."""
        if not self.finished:
            self.progress.cancel()
            if self.on_cancel is not None:
                self.on_cancel()


class Jobs(QObject):
    """Runs jobs on a pool of threads and delivers what comes of them on the main thread."""

    idle = Signal()

    _delivered = Signal(int, object, object)
    _moved = Signal(int, float, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(3)  # one may wait for a document that is being made
        self._numbers = itertools.count(1)
        self._under_way: dict[int, Job] = {}
        queued = Qt.ConnectionType.QueuedConnection
        self._delivered.connect(self._deliver, queued)
        self._moved.connect(self._move, queued)

    def run(
        self,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        *,
        moved: Callable[[float, str], None] | None = None,
        on_cancel: Callable[[], None] | None = None,
    ) -> Job:
        """Start work; exactly one of ``done`` and ``failed`` is called, unless it is cancelled."""
        number = next(self._numbers)
        progress = Progress(number, self._moved.emit)
        job = Job(progress, done, failed, moved, on_cancel)
        self._under_way[number] = job
        self._pool.start(_Task(work, progress, number, self._delivered.emit))
        return job

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._under_way)

    def finish(self, milliseconds: int = 10_000) -> bool:
        """Cancel what is under way and wait for its threads; whether they ended in time."""
        for job in list(self._under_way.values()):
            job.cancel()
        return self._pool.waitForDone(milliseconds)

    @Slot(int, object, object)
    def _deliver(self, number: int, value: object, fault: object) -> None:
        job = self._under_way.pop(number)
        job.finished = True
        if not job.progress.cancelled:
            if isinstance(fault, Exception):
                job.failed(fault)
            else:
                job.done(value)
        if not self._under_way:
            self.idle.emit()

    @Slot(int, float, str)
    def _move(self, number: int, share: float, what: str) -> None:
        job = self._under_way.get(number)
        if job is not None and job.moved is not None and not job.progress.cancelled:
            job.moved(share, what)


class _Task(QRunnable):
    def __init__(
        self, work: Work, progress: Progress, number: int, deliver: Callable[..., None]
    ) -> None:
        super().__init__()
        self._work, self._progress, self._number, self._deliver = work, progress, number, deliver

    def run(self) -> None:
        """On a thread of the pool."""
        value: object = None
        fault: Exception | None = None
        try:
            self._progress.check()
            value = self._work(self._progress)
        except Exception as error:  # whatever it is, it is told on the main thread
            fault = error
        with suppress(RuntimeError):  # of PySide: whoever wanted it is gone
            self._deliver(self._number, value, fault)
