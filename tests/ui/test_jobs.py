"""The one way to work in the background."""

import threading
from functools import partial

import shiboken6
from pytestqt.qtbot import QtBot

from ui.jobs import Jobs, Progress, _Task


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


def test_work_that_outlives_those_who_wanted_it_is_let_go(qtbot: QtBot) -> None:
    jobs = Jobs()
    task = _Task(lambda _: 1, Progress(1, jobs._moved.emit), 1, jobs._delivered.emit)
    shiboken6.delete(jobs)
    task.run()  # nobody is left to be told
