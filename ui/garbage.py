"""Reference cycles are searched for on the window's thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimerEvent

INTERVAL = 1000  # milliseconds between looks at whether a search is due


class Garbage(QObject):
    """Does Python's search for unreachable cycles in the window's own time, until it is ended.

    Python itself searches on whichever thread happens to allocate. What it finds can hold Qt objects, and
    one that dies on a job's thread while the window's thread delivers its events ends the program.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = self.startTimer(INTERVAL)

    def end(self) -> None:
        """Python searches by itself again."""
        self.killTimer(self._timer)
        gc.enable()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Search the oldest generation that is due, by Python's own thresholds."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [age for age in range(3) if counts[age] > limits[age] > 0]
        if due:
            gc.collect(due[-1])
