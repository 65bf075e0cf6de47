"""The one way to work in the background."""

import threading

from pytestqt.qtbot import QtBot

from ui.jobs import Jobs, Progress


def test_every_result_arrives_on_the_main_thread(qtbot: QtBot) -> None:
    jobs, found, threads = Jobs(), [], set()

    def done(value: object) -> None:
        found.append(value)
        threads.add(threading.current_thread())

    for number in range(500):
        jobs.run(lambda _, n=number: n, done, found.append)
    qtbot.waitUntil(lambda: len(found) == 500, timeout=10_000)
    assert sorted(found) == list(range(500))
    assert threads == {threading.main_thread()}
    assert not jobs.busy


def test_a_failure_is_told_and_done_is_not_called(qtbot: QtBot) -> None:
    jobs, faults, values = Jobs(), [], []

    def work(_: Progress) -> None:
        raise ValueError("no")

    jobs.run(work, values.append, faults.append)
    qtbot.waitUntil(lambda: bool(faults), timeout=5000)
    assert str(faults[0]) == "no"
    assert not values


def test_progress_is_told_and_cancelling_stops_the_work(qtbot: QtBot) -> None:
    jobs, shares, called, stopped = Jobs(), [], [], threading.Event()

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
