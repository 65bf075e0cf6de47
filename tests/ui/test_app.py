"""Starting: the window over the library, or a sentence when there can be none."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from boardkit.assessment import Details
from boardkit.cli import main as boardkit
from boardkit.library import Library
from boardkit.questionnaire import Questionnaire
from tests.support.places import ROOT

WATCHED = """
import gc
import linecache
import sys
from pathlib import Path
import PySide6.QtGui
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from ui import app

SLOW = {
    "pydantic", "yaml", "babel", "numpy", "scipy", "weasyprint", "jinja2", "fontTools",
    "dataclasses", "platformdirs", "PySide6.QtSvg", "PySide6.QtPrintSupport", "PySide6.QtNetwork",
    "QAccessible", "QFileDialog", "QIcon", "QGradient",  # what Qt has many names for
}

def look():
    print("LOADED", *sorted(SLOW & set(sys.modules)))
    print("MADE", *sorted(SLOW & {*vars(PySide6.QtGui), *vars(PySide6.QtWidgets)}))
    print("READ", *(name for name in linecache.cache if "/ui/widgets/" in name))
    words = [w.text() for w in QApplication.allWidgets() if isinstance(w, QLabel) and w.isVisible()]
    for word in words:
        print(word)
    print("WIDGETS", len(QApplication.allWidgets()))
    print("TURN", sys.getswitchinterval())
    print("SEARCHES", gc.isenabled())
    QApplication.closeAllWindows()

class Watched(app.MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, look)

if sys.argv[2] == "wait":  # for whatever is shown after that many milliseconds
    watch = QTimer(singleShot=True, interval=int(sys.argv[3]))
    watch.timeout.connect(look)
    made = app.made_application
    app.made_application = lambda: (made(), watch.start())[0] or QApplication.instance()
elif sys.argv[2] == "frozen":
    watch = QTimer(interval=50)
    watch.timeout.connect(lambda: look() if gc.get_freeze_count() else None)
    made = app.made_application
    app.made_application = lambda: (made(), watch.start())[0] or QApplication.instance()
else:
    app.MainWindow = Watched
print("CODE", app.run((), Path(sys.argv[1])))
"""


WITH_A_FILE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui import app

class Watched(app.MainWindow):
    def __init__(self, desk):
        super().__init__(desk)
        self.opened.opened.connect(lambda: QTimer.singleShot(0, self.look))

    def look(self):
        if self.session is not None:
            print("OPEN", self.session.details.company)
            QApplication.closeAllWindows()

app.MainWindow = Watched
print("CODE", app.run([Path(sys.argv[2])], Path(sys.argv[1])))
"""


def started(path: Path, *how: str, script: str = WATCHED) -> subprocess.CompletedProcess[str]:
    home = {"HOME": str(path.parent), "XDG_CONFIG_HOME": str(path.parent)}
    return subprocess.run(
        [sys.executable, "-c", script, str(path), *(how or ("painted",))],
        env={**os.environ, **home, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )


@pytest.mark.parametrize("filled", [False, True])
def test_the_first_window_waits_for_no_models(
    tmp_path: Path, questionnaire: Questionnaire, filled: bool
) -> None:
    path = tmp_path / "library.sqlite3"
    if filled:
        with Library.open(path, "Ada") as library:
            library.create(questionnaire, Details(company="Northwind"))
    done = started(path)
    assert ("1 assessment" if filled else "See the result") in done.stdout.splitlines()
    for what in ("LOADED", "MADE", "READ"):
        assert what in done.stdout.splitlines(), done.stdout
    assert "CODE 0" in done.stdout.splitlines()
    assert int(done.stdout.partition("WIDGETS")[2].split()[0]) < (70 if filled else 60)
    assert done.stderr == ""


def test_only_the_window_searches_for_garbage_jobs_let_it_in_and_python_ends_in_peace(
    tmp_path: Path,
) -> None:
    for _ in range(5):
        done = started(tmp_path / "library.sqlite3")
        assert done.stdout.splitlines()[-3:] == ["TURN 0.001", "SEARCHES False", "CODE 0"]


def test_what_is_imported_meanwhile_is_not_searched_for_garbage(tmp_path: Path) -> None:
    done = started(tmp_path / "library.sqlite3", "frozen")
    loaded = next(line for line in done.stdout.splitlines() if line.startswith("LOADED"))
    assert {"numpy", "pydantic", "scipy"} <= set(loaded.split())


def test_a_file_that_is_given_is_open_in_the_first_window(tmp_path: Path) -> None:
    file = tmp_path / "lanternfish.boardkit"
    assert boardkit(["examples", "lanternfish-2026-q3", "-o", str(file)]) == 0
    done = started(tmp_path / "library.sqlite3", str(file), script=WITH_A_FILE)
    assert "OPEN Lanternfish Telemetry" in done.stdout.splitlines()
    assert "CODE 0" in done.stdout.splitlines()


def test_a_file_that_is_no_library_is_told(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear board, " * 20)
    done = started(path, "wait", "1500")
    sentence = f"{path} is not a Boardkit library, so it was left as it is. Choose another file."
    assert sentence in done.stdout
    assert sentence in done.stderr
    assert done.stdout.endswith("CODE 1\n")


def test_a_library_that_takes_its_time_says_so(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    path.touch()
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        done = started(path, "wait", "1500")
    assert "Opening the library…" in done.stdout
