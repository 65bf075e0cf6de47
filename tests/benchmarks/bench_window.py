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

from boardkit.examples import shipped_example
from boardkit.library import Library
from tests.support.places import ROOT
from ui.desk import Desk
from ui.jobs import Jobs
from ui.pages.questions import QuestionsPage
from ui.session import Session
from ui.theme import theme

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
"""

OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui import app
application = app.made_application()
QTimer.singleShot(0, application.quit)
app.run((), Path(sys.argv[1]))
late = {"scipy", "weasyprint", "numpy"} & set(sys.modules)
assert not late, f"imported before the first window: {late}"
"""


def seconds(code: str, *arguments: str, runs: int = 5) -> float:
    """The median time of a process from start to its first idle moment with a window shown."""
    taken = []
    for _ in range(runs):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        watch = f"import time; t = time.perf_counter()\n{code}\nprint(time.perf_counter() - t)"
        run = subprocess.run(
            [sys.executable, "-c", watch, *arguments],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        taken.append(float(run.stdout.split()[-1]))
    return statistics.median(taken)


def test_first_window(tmp_path: Path) -> None:
    bare = seconds(BARE)
    ours = seconds(OURS, str(tmp_path / "library.sqlite3"))
    print(
        f"\nfirst window: {ours:.2f} s, bare PySide6 window {bare:.2f} s, ratio {ours / bare:.2f}"
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
