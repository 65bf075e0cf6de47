"""The one way to work in the background."""

import sys
import threading
import weakref
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.jobs import Jobs, Progress


def _the_number(number: int, _: Progress) -> int:
    return number


def test_every_result_arrives_on_the_main_thread(qtbot: QtBot) -> None:
    jobs = Jobs()
    found: list[object] = []
    threads = set()

    def done(value: object) -> None:
        found.append(value)
        threads.add(threading.current_thread())

    for number in range(500):
        jobs.run(partial(_the_number, number), done, found.append)
    qtbot.waitUntil(lambda: len(found) == 500, timeout=10_000)
    assert set(found) == set(range(500))
    assert threads == {threading.main_thread()}
    assert not jobs.busy


def test_a_failure_is_told_and_done_is_not_called(qtbot: QtBot) -> None:
    jobs = Jobs()
    faults: list[Exception] = []
    values: list[object] = []

    def work(_: Progress) -> None:
        raise ValueError("no")

    jobs.run(work, values.append, faults.append)
    qtbot.waitUntil(lambda: bool(faults), timeout=5000)
    assert str(faults[0]) == "no"
    assert not values


def test_progress_is_told_and_cancelling_stops_the_work(qtbot: QtBot) -> None:
    jobs, stopped = Jobs(), threading.Event()
    shares: list[float] = []
    called: list[object] = []

    def work(progress: Progress) -> None:
        try:
            for step in range(10_000):
                progress.say(step / 10_000, "working")
                threading.Event().wait(0.002)
        finally:
            stopped.set()

    job = jobs.run(work, called.append, called.append, moved=lambda share, _: shares.append(share))
    qtbot.waitUntil(lambda: len(shares) > 3, timeout=5000)
    with qtbot.waitSignal(jobs.idle, timeout=5000):
        job.cancel()
    assert stopped.is_set()
    assert not called
    assert shares == sorted(shares)


def test_finishing_waits_for_what_is_under_way(qtbot: QtBot) -> None:
    jobs = Jobs()
    jobs.run(lambda progress: threading.Event().wait(0.05), lambda _: None, lambda _: None)
    assert jobs.finish()


class Held(QObject):
    """A Qt object that only the work of a job refers to."""

    def work(self, progress: Progress) -> str:
        progress.check()
        return self.objectName()


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads take turns so often that whichever may let go of something last, does."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def test_what_work_refers_to_ends_on_the_thread_of_the_window(hasty: None, qtbot: QtBot) -> None:
    jobs, ended = Jobs(), list[threading.Thread]()
    for _ in range(500):
        held = Held()
        weakref.finalize(held, lambda: ended.append(threading.current_thread()))
        jobs.run(held.work, lambda _: None, lambda _: None)
        del held
    qtbot.waitUntil(lambda: len(ended) == 500, timeout=10_000)
    assert set(ended) == {threading.main_thread()}


def test_jobs_that_nobody_holds_bring_their_result_all_the_same(qtbot: QtBot) -> None:
    found: list[object] = []
    for number in range(100):
        Jobs().run(partial(_the_number, number), found.append, found.append)
    qtbot.waitUntil(lambda: len(found) == 100, timeout=10_000)
