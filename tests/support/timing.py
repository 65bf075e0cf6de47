"""How long a piece of work takes, time after time."""

from __future__ import annotations

import time
from collections.abc import Callable


def times(work: Callable[[], object], runs: int = 40) -> list[float]:
    """Milliseconds of each run, sorted, after a first that is not counted."""
    work()
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - started))
    return sorted(taken)
