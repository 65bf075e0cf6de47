"""A real desk for each test: a library, settings and background work of its own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkit.assessment import Details
from boardkit.content import shipped_questionnaire
from boardkit.examples import shipped_example
from boardkit.following import next_assessment
from boardkit.library import Library
from boardkit.questionnaire import Questionnaire
from ui.desk import Desk
from ui.garbage import Garbage
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.session import Session
from ui.theme import theme


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application in the style that the theme is drawn for, with a caret that does not blink."""
    qapp.setStyle("Fusion")
    qapp.setCursorFlashTime(0)
    return qapp


@pytest.fixture(autouse=True)
def _nothing_left_over(qapp: QApplication) -> Iterator[None]:
    """Widgets of earlier tests are gone: each one left would slow down every change of the look.

    As in the application, none is taken away on the thread of a job.
    """
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    garbage = Garbage()
    yield
    for jobs in qapp.findChildren(Jobs):
        assert jobs.finish()
        jobs.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    garbage.end()


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk over an empty library, in the light theme at 100%."""
    monkeypatch.setenv("BOARDKIT_CACHE", str(tmp_path / "cache"))
    look = theme()
    look.set_scale(1.0)
    look.set_dark(False)
    jobs = Jobs()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    with Library.open(tmp_path / "library.sqlite3", "Tester") as library:
        yield Desk(library, jobs, settings, look, "en")
        assert jobs.finish()
        qapp.processEvents()


@pytest.fixture
def examples() -> tuple[str, ...]:
    """The finished examples that the library holds when the window opens; none, unless a module says so."""
    return ()


@pytest.fixture
def window(desk: Desk, examples: tuple[str, ...], qtbot: QtBot) -> Iterator[MainWindow]:
    """The window at its usual size, on its list of all assessments."""
    for name in examples:
        found = shipped_example(name)
        desk.library.add(found.assessment, found.questionnaire)
    made = MainWindow(desk)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    made.close()


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """The questionnaire that ships with Boardkit."""
    return shipped_questionnaire()


@pytest.fixture
def session(desk: Desk, questionnaire: Questionnaire) -> Iterator[Session]:
    """A new assessment of one company, open, with nothing answered."""
    made = desk.library.create(questionnaire, Details(company="Paperclip", period="Q3 2026"))
    opened = Session(desk.library, made.id, locale=desk.locale)
    yield opened
    opened.deleteLater()


@pytest.fixture
def next_quarter(desk: Desk) -> Iterator[Session]:
    """The assessment that follows a finished example: every answer is to be confirmed."""
    example = shipped_example("paperclip-2026-q3")
    desk.library.add(example.assessment, example.questionnaire)
    made = next_assessment(
        example.questionnaire, example.assessment, "next", period="Q4 2026",
        board_date=date(2027, 3, 30),
    )  # fmt: skip
    desk.library.add(made, example.questionnaire)
    opened = Session(desk.library, "next", locale=desk.locale)
    yield opened
    opened.deleteLater()
