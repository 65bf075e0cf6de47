"""How long the window takes, as ratios to a bare PySide6 window measured in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

from tests.support.places import ROOT

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
