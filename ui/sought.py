"""One thing that is worked out in the background for whatever is wanted last."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from boardkit.errors import BoardkitError
from ui.jobs import Jobs, Progress
from ui.later import Later

Found = TypeVar("Found")


class _Signals(QObject):
    found = Signal()
    failed = Signal(object)


class Sought(Generic[Found]):
    """What was found last stays until what is wanted now is there; what is not wanted is dropped."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        self._jobs = jobs
        self._signals = _Signals(parent)
        self.found, self.failed = self._signals.found, self._signals.failed
        self.value: Found | None = None
        self._of: object = None  # what the value is of
        self._wanted: object = None
        self._work: Later | None = None

    def is_of(self, wanted: object) -> bool:
        """Whether the value is of this."""
        return self.value is not None and self._of == wanted

    def seek(self, wanted: object, work: Callable[[Progress], Found]) -> None:
        """Work it out unless it is there or under way; ``found`` says when it is there."""
        if self.is_of(wanted) or (self._work is not None and self._wanted == wanted):
            return
        if self._work is not None:
            self._work.cancel()
        self._wanted = wanted
        self._work = Later(self._jobs, work)
        self._work.done.connect(self._take)
        self._work.failed.connect(self._fail)

    def _take(self, value: Found) -> None:
        self._work, self._of, self.value = None, self._wanted, value
        self._signals.found.emit()

    def _fail(self, fault: Exception) -> None:
        self._work = None
        if not isinstance(fault, BoardkitError):
            raise fault
        self._signals.failed.emit(fault)
