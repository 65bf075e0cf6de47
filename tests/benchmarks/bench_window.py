"""How long the window takes, as ratios to a bare PySide6 window measured in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from boardkit.examples import shipped_example, shipped_examples
from boardkit.library import Library
from tests.support.places import ROOT
from ui.desk import Desk
from ui.jobs import Jobs
from ui.pages.questions import QuestionsPage
from ui.session import Session
from ui.theme import theme

WATCH = """
import time; started = time.perf_counter()
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

def idle():
    print(time.perf_counter() - started)
    QApplication.quit()

def watched(window):
    class Watched(window):
        painted = False
        def paintEvent(self, event):
            super().paintEvent(event)
            if not Watched.painted:
                Watched.painted = True
                QTimer.singleShot(0, idle)
    return Watched
"""

BARE = f"""{WATCH}
application = QApplication(sys.argv[:1])
window = watched(QMainWindow)()
window.resize(1280, 800)
window.show()
application.exec()
"""

OURS = f"""{WATCH}
from ui import app
app.MainWindow = watched(app.MainWindow)
app.run((), Path(sys.argv[1]))
"""


def seconds(*codes: tuple[str, str], runs: int = 7) -> list[float]:
    """The least time of each process from start to its first idle moment with a window painted.

    They take turns, so that what else the machine does falls on all alike.
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    taken: list[list[float]] = [[] for _ in codes]
    for _ in range(runs):
        for times, (code, argument) in zip(taken, codes, strict=True):
            run = subprocess.run(
                [sys.executable, "-c", code, argument],
                cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
            )  # fmt: skip
            times.append(float(run.stdout.split()[-1]))
    return [min(times) for times in taken]


def test_first_window(tmp_path: Path) -> None:
    empty, filled = tmp_path / "empty.sqlite3", tmp_path / "filled.sqlite3"
    with Library.open(filled, "Bench") as library:
        for example in shipped_examples():
            library.add(example.assessment, example.questionnaire)
    bare, welcome, listed = seconds((BARE, ""), (OURS, str(empty)), (OURS, str(filled)))
    print(
        f"\nfirst window: {welcome:.2f} s, with assessments {listed:.2f} s, bare PySide6 window "
        f"{bare:.2f} s, ratio {welcome / bare:.2f} and {listed / bare:.2f}"
    )


def test_next_question(tmp_path: Path, qapp: QApplication) -> None:
    """From the key to the next question painted, over every question of a full example."""
    with Library.open(tmp_path / "library.sqlite3", "Bench") as library:
        example = shipped_example("paperclip-2026-q3")
        library.add(example.assessment, example.questionnaire)
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        desk = Desk(library, Jobs(), settings, theme(), "en")
        page = QuestionsPage(desk, Session(library, example.assessment.id))
        page.resize(1280, 750)
        page.show()
        qapp.processEvents()
        page.show_question("J06")

        def repaint() -> None:
            painted(page, qapp)

        def step() -> None:
            page.go_on()
            repaint()

        steps = [timed(step) for _ in range(70)]
        repaints = [timed(repaint) for _ in range(70)]
        middle, worst = statistics.median(steps), sorted(steps)[-2]
        bare = statistics.median(repaints)
        print(
            f"\nnext question: median {middle * 1000:.0f} ms, worst but one {worst * 1000:.0f} ms, "
            f"{middle / bare:.1f} times a repaint of the page ({bare * 1000:.1f} ms)"
        )
        page.deleteLater()


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def painted(page: QuestionsPage, application: QApplication) -> None:
    """Lay out and paint everything, as before the next frame."""
    page.repaint()
    application.processEvents()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
