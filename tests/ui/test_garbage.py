"""Qt objects that only a cycle holds die on the window's thread, whatever the jobs allocate."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.garbage import Garbage
from ui.jobs import Progress


class Knot(QObject):
    """A Qt object that refers to itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[Garbage]:
    made = Garbage()
    yield made
    made.end()


def allocate(_: Progress) -> list[list[int]]:
    """Enough for Python to search every generation, and to stay."""
    return [[number] for number in range(300_000)]


def test_a_knot_dies_on_the_thread_of_the_window(
    garbage: Garbage, desk: Desk, qtbot: QtBot
) -> None:
    died: list[threading.Thread] = []
    knot = Knot()
    weakref.finalize(knot, lambda: died.append(threading.current_thread()))
    del knot
    done: list[list[list[int]]] = []
    desk.jobs.run(allocate, done.append, lambda fault: pytest.fail(str(fault)))
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    assert died == []
    qtbot.waitUntil(lambda: bool(died), timeout=10_000)
    assert died == [threading.main_thread()]


def test_afterwards_python_searches_by_itself(qtbot: QtBot) -> None:
    made = Garbage()
    assert not gc.isenabled()
    made.end()
    assert gc.isenabled()
