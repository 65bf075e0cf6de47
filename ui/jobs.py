"""The one way to work in the background.

A job is a function that sees no widget. Its results come back on the main thread through one long-lived
object: connecting an object a task to plain callables loses results when the objects die first.

Whoever lets go of an object last ends it, on the thread it happens to be on; and a Qt object that ends
on another thread than its own takes the program with it. So a thread of the pool holds nothing of its
own: the job, with its work and what came of it, is let go of on the main thread, and ``Jobs`` itself
lives as long as the application.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal, Slot

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
        work: Work,
        progress: Progress,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        moved: Callable[[float, str], None] | None,
        on_cancel: Callable[[], None] | None,
    ) -> None:
        self.work, self.progress = work, progress
        self.done, self.failed, self.moved, self.on_cancel = done, failed, moved, on_cancel
        self.finished = False
        self._value: Any = None
        self._fault: Exception | None = None

    def attempt(self) -> None:
        """Do the work, on a thread of the pool."""
        try:
            self.progress.check()
            self._value = self.work(self.progress)
        except Exception as error:  # whatever it is, it is told on the main thread
            self._fault = error

    def deliver(self) -> None:
        """Tell what came of it, on the main thread; nothing when it was cancelled."""
        self.finished = True
        value, fault = self._value, self._fault
        self._value = self._fault = None  # a fault refers to the job in turn
        if self.progress.cancelled:
            return
        if fault is not None:
            self.failed(fault)
        else:
            self.done(value)

    def cancel(self) -> None:
        """Stop it; neither done nor failed is called any more."""
        if not self.finished:
            self.progress.cancel()
            if self.on_cancel is not None:
                self.on_cancel()


class Jobs(QObject):
    """Runs jobs on a pool of threads and delivers what comes of them on the main thread.

    It belongs to the application. Call ``finish`` before the application goes.
    """

    idle = Signal()

    _attempted = Signal(int)
    _moved = Signal(int, float, str)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(3)  # one may wait for a document that is being made
        self._numbers = itertools.count(1)
        self._under_way: dict[int, Job] = {}
        queued = Qt.ConnectionType.QueuedConnection
        self._attempted.connect(self._deliver, queued)
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
        job = Job(work, Progress(number, self._moved.emit), done, failed, moved, on_cancel)
        self._under_way[number] = job
        self._pool.start(_Task(self, number))
        return job

    def attempt(self, number: int) -> None:
        """Do the work of one job, on a thread of the pool."""
        self._under_way[number].attempt()
        self._attempted.emit(number)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._under_way)

    def finish(self, milliseconds: int = 10_000) -> bool:
        """Cancel what is under way and wait for its threads; whether they ended in time."""
        for job in list(self._under_way.values()):
            job.cancel()
        return self._pool.waitForDone(milliseconds)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        self._under_way.pop(number).deliver()
        if not self._under_way:
            self.idle.emit()

    @Slot(int, float, str)
    def _move(self, number: int, share: float, what: str) -> None:
        job = self._under_way.get(number)
        if job is not None and job.moved is not None and not job.progress.cancelled:
            job.moved(share, what)


class _Task(QRunnable):
    def __init__(self, jobs: Jobs, number: int) -> None:
        super().__init__()
        self._jobs, self._number = jobs, number

    def run(self) -> None:
        """On a thread of the pool."""
        self._jobs.attempt(self._number)
