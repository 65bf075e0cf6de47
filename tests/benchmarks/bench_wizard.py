"""How long the wizard takes from a key to what it paints, in the real window over a full example.

A time runs from the moment the key event is handed to Qt until the next paint of the whole window is
done: the answer is on disk by then, and scores and intervals are new. Ratios are to a bare repaint of the
same widget, which works nothing out.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from boardkit.examples import shipped_example
from boardkit.library import Library
from boardkit.questions import LevelQuestion
from ui.desk import Desk
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


class Paints(QObject):
    """Counts the paints of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Took(NamedTuple):
    """How long some work took, and how much of that its own thread computed, in milliseconds.

    The rest went to other programs, to the disk, or to threads in the background.
    """

    wall: float
    computing: float


def milliseconds(work: Callable[[], object]) -> Took:
    """How long some work takes."""
    start, computed = time.perf_counter(), time.thread_time()
    work()
    return Took(1000 * (time.perf_counter() - start), 1000 * (time.thread_time() - computed))


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


def test_a_level_key_to_painted_intervals(window: MainWindow, qapp: QApplication) -> None:
    session = window.session
    scores = window.findChild(LiveScores)
    bars = window.findChild(ScoreBars)
    assert session is not None
    assert scores is not None
    assert bars is not None
    assert session.intervals is not None
    paints = Paints(bars)
    taken: list[Took] = []
    levels = [q for q in session.reading.asked() if isinstance(q, LevelQuestion)]
    for _ in range(2):
        for question in levels:
            window.screens.show_question(question.id)
            settle(qapp)
            answer = session.answer(question.id)
            old = answer.value if answer is not None else None
            level = (int(str(old)) + 1) % len(question.levels) if old is not None else 2
            before, painted = session.intervals, paints.count
            taken.append(milliseconds(lambda n=level: press(Qt.Key.Key_0 + n, str(n))))  # type: ignore[misc]
            assert session.intervals is not before
            assert paints.count > painted
    bare = [milliseconds(lambda: (scores.repaint(), qapp.processEvents())) for _ in range(100)]
    told("a level key to its painted intervals", taken, bare, "the scores")


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
