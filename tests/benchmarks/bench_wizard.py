"""How long the wizard takes from a key to what it paints, in the real window over a full example.

A time runs from the moment the key event is handed to Qt until the new scores with their intervals are
painted, and until the next paint of the whole window is done; the answer is written between the two.
Ratios are to a bare repaint of the same widget, which works nothing out.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication

from boardkit.examples import shipped_example
from boardkit.library import Library
from boardkit.questions import LevelQuestion
from ui.desk import Desk
from ui.garbage import Garbage
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.theme import Theme, theme
from ui.widgets.live_scores import LiveScores
from ui.widgets.score_bars import ScoreBars


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    """The example open at its first question, with its first draws made."""
    qapp.setStyle("Fusion")
    look: Theme = theme()
    look.set_scale(1.0)
    example = shipped_example("paperclip-2026-q3")
    garbage = Garbage()  # as in the program itself
    with Library.open(tmp_path / "library.sqlite3", "Bench") as library:
        library.add(example.assessment, example.questionnaire)
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        jobs = Jobs()
        made = MainWindow(Desk(library, jobs, settings, look, "en"))
        made.resize(1280, 800)
        made.show()
        made.activateWindow()
        made.opened.open(example.assessment.id)
        made.screens.show_question("J06")
        while jobs.busy:
            qapp.processEvents()
        yield made
        made.close()
        made.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    garbage.end()


class Clock(NamedTuple):
    """A moment, by the wall and in what this thread has computed, in seconds."""

    wall: float
    computed: float

    @classmethod
    def now(cls) -> Clock:
        """This moment."""
        return cls(time.perf_counter(), time.thread_time())


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Clock]:
    """When the bars of the scores had been painted, each time."""
    moments: list[Clock] = []
    paint = ScoreBars.paintEvent

    def timed(bars: ScoreBars, event: QPaintEvent) -> None:
        paint(bars, event)
        moments.append(Clock.now())

    monkeypatch.setattr(ScoreBars, "paintEvent", timed)
    return moments


class Took(NamedTuple):
    """How long some work took, and how much of that its own thread computed, in milliseconds.

    The rest went to other programs, to the disk, or to threads in the background.
    """

    wall: float
    computing: float


def between(start: Clock, end: Clock) -> Took:
    """How long it was from one moment to the other."""
    return Took(1000 * (end.wall - start.wall), 1000 * (end.computed - start.computed))


def milliseconds(work: Callable[[], object]) -> Took:
    """How long some work takes."""
    start = Clock.now()
    work()
    return between(start, Clock.now())


def press(key: int, text: str = "") -> None:
    """A key that goes to whatever has the focus, and all that follows from it, painted."""
    here = QApplication.focusWidget()
    assert here is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(here, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    QApplication.processEvents()


def told(name: str, taken: list[Took], bare: list[Took], of: str) -> None:
    """Median, 99th percentile and least, in wall time and in processor time."""
    print()
    for clock, place in (("wall", 0), ("processor", 1)):
        times, once = sorted(took[place] for took in taken), sorted(took[place] for took in bare)
        middle, late = statistics.median(times), times[int(0.99 * (len(times) - 1))]
        print(
            f"{name}, {clock} time: median {middle:.1f} ms, p99 {late:.1f} ms, least "
            f"{times[0]:.1f} ms; {middle / statistics.median(once):.1f} times a repaint of {of} "
            f"({statistics.median(once):.2f} ms); {len(taken)} keys; frame 16.7 ms"
        )


def test_a_level_key_to_painted_intervals(
    painted: list[Clock], window: MainWindow, qapp: QApplication
) -> None:
    session = window.session
    scores = window.findChild(LiveScores)
    assert session is not None
    assert scores is not None
    assert session.intervals is not None
    taken: list[Took] = []
    seen: list[Took] = []
    levels = [q for q in session.reading.asked() if isinstance(q, LevelQuestion)]
    for _ in range(2):
        for question in levels:
            window.screens.show_question(question.id)
            settle(qapp)
            answer = session.answer(question.id)
            old = answer.value if answer is not None else None
            level = (int(str(old)) + 1) % len(question.levels) if old is not None else 2
            before = session.intervals
            painted.clear()
            start = Clock.now()
            press(Qt.Key.Key_0 + level, str(level))
            taken.append(between(start, Clock.now()))
            seen.append(between(start, painted[0]))
            assert session.intervals is not before
    bare = [milliseconds(lambda: (scores.repaint(), qapp.processEvents())) for _ in range(100)]
    told("a level key to its painted intervals", seen, bare, "the scores")
    told("a level key to the whole window painted", taken, bare, "the scores")


def test_enter_to_the_next_question(window: MainWindow, qapp: QApplication) -> None:
    session = window.session
    assert session is not None
    page = window.screens.questions
    assert page is not None
    taken = []
    for _ in range(len(session.reading.asked()) - 1):
        before = page.current
        taken.append(milliseconds(page_on))
        assert page.current != before
        settle(qapp)
    bare = [milliseconds(lambda: (page.repaint(), qapp.processEvents())) for _ in range(50)]
    told("the next question", taken, bare, "the page")


def page_on() -> None:
    """The key that goes on wherever the focus is."""
    press(Qt.Key.Key_PageDown)


def settle(application: QApplication) -> None:
    """A person reads the question: what is done meanwhile is not waited for."""
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    end = time.perf_counter() + 0.2
    while time.perf_counter() < end:
        application.processEvents()
