"""Background work tells what became of it, whoever is left to hear it."""

from __future__ import annotations

import threading
import weakref
from typing import Any

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.jobs import Progress
from ui.later import Later


class Hearer(QObject):
    def __init__(self, later: Later) -> None:
        super().__init__()
        self.heard: list[Any] = []
        later.done.connect(self.hear)
        later.failed.connect(self.hear)

    @Slot(object)
    def hear(self, what: object) -> None:
        self.heard.append(what)


def test_what_was_done_is_told_and_the_work_goes(desk: Desk, qtbot: QtBot) -> None:
    later = Later(desk.jobs, lambda progress: 42)
    hearer = Hearer(later)
    qtbot.waitUntil(lambda: hearer.heard == [42])
    gone = weakref.ref(later)
    del later
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone() is None


def test_a_failure_is_told(desk: Desk, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        raise ValueError("no")

    hearer = Hearer(Later(desk.jobs, work))
    qtbot.waitUntil(lambda: [str(fault) for fault in hearer.heard] == ["no"])


def test_nobody_needs_to_be_left_to_hear_it(desk: Desk, qtbot: QtBot) -> None:
    go = threading.Event()
    later = Later(desk.jobs, lambda progress: go.wait(10))
    hearer = Hearer(later)
    hearer.deleteLater()
    del hearer
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go.set()
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def test_cancelled_work_tells_nothing_else(desk: Desk, qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress.say(0.5, "waiting")

    later = Later(desk.jobs, work)
    hearer = Hearer(later)
    assert begun.wait(10)
    with qtbot.waitSignal(later.cancelled):
        later.cancel()
    assert later.over
    later.cancel()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert hearer.heard == []
