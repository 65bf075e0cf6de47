"""How long the window takes, as ratios to a bare PySide6 window measured in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from boardkit.examples import shipped_examples
from boardkit.library import Library
from tests.support.places import ROOT
from ui.headline_upkeep import compute
from ui.jobs import Progress

WATCH = """
import time; started = time.perf_counter()
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

def idle():
    print(time.perf_counter() - started, time.process_time())
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


class Took(NamedTuple):
    """How long it was until a window was painted, and how much of that the process computed, in seconds.

    The rest went to other programs and to the disk.
    """

    wall: float
    computing: float


def least(*codes: tuple[str, str], runs: int = 7) -> list[Took]:
    """The least of each process from start to its first idle moment with a window painted.

    They take turns, so that what else the machine does falls on all alike.
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    taken: list[list[Took]] = [[] for _ in codes]
    for _ in range(runs):
        for times, (code, argument) in zip(taken, codes, strict=True):
            run = subprocess.run(
                [sys.executable, "-c", code, argument],
                cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
            )  # fmt: skip
            wall, computing = map(float, run.stdout.split()[-2:])
            times.append(Took(wall, computing))
    return [Took(*map(min, zip(*times, strict=True))) for times in taken]


def test_first_window(tmp_path: Path) -> None:
    empty, filled = tmp_path / "empty.sqlite3", tmp_path / "filled.sqlite3"
    with Library.open(filled, "Bench") as library:
        for example in shipped_examples():
            library.add(example.assessment, example.questionnaire)
            library.see_scores(example.assessment.id)
        compute(library, [entry.id for entry in library.list()], Progress(0, lambda *_: None))
    took = least((BARE, ""), (OURS, str(empty)), (OURS, str(filled)))
    print()
    for clock, place in (("wall", 0), ("processor", 1)):
        bare, welcome, listed = (one[place] for one in took)
        print(
            f"first window, {clock} time: {welcome:.2f} s, with assessments {listed:.2f} s, bare "
            f"PySide6 window {bare:.2f} s, ratio {welcome / bare:.2f} and {listed / bare:.2f}"
        )
