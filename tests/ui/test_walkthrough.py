"""The whole way by keyboard alone: start page, new assessment, every question, result, board pack."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from boardkit.library import Library
from boardkit.questions import Question
from boardkit.reading import Standing
from tests.support.pdf_texts import page_texts
from tests.support.places import ROOT
from ui.desk import Desk
from ui.dialogs.new_assessment import NewAssessmentDialog
from ui.main_window import MainWindow
from ui.pages.questions import QuestionsPage
from ui.pages.report import ReportPage
from ui.widgets.number_field import NumberField, TextField
from ui.widgets.pick_box import PickBox

CONTROL = Qt.KeyboardModifier.ControlModifier
SPLIT = ("70", "20", "0", "10", "0")


class Keyboard:
    """Types into whatever has the focus."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def type(self, text: str) -> None:
        self._qtbot.keyClicks(self.focus, text)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self._qtbot.keyClick(self.focus, key, modifier)

    def tab(self) -> None:
        self.press(Qt.Key.Key_Tab)


def answer(keyboard: Keyboard, page: QuestionsPage, question: Question) -> None:
    """Answers the question that is shown as a person would, basis included, and goes on."""
    if question.type in ("level", "single", "multiple"):
        keyboard.type("2" if question.type == "level" else "B")
        if question.type == "multiple":
            keyboard.press(Qt.Key.Key_Return)
        keyboard.type("2")
    elif question.type in ("number", "percent", "money"):
        keyboard.type("200m" if question.type == "money" else "10")
        keyboard.press(Qt.Key.Key_Return)
        keyboard.type("2")
    elif question.type in ("split", "range", "series"):
        for text in SPLIT if question.type == "split" else ("5", "10", "15", "20"):
            if isinstance(keyboard.focus, NumberField):
                keyboard.type(text)
                keyboard.tab()
        keyboard.type("2")
    elif question.type == "text":
        keyboard.type("One more call is one more minute.")
    else:
        fill_fields(keyboard, page)
    keyboard.press(Qt.Key.Key_Return, CONTROL)


def fill_fields(keyboard: Keyboard, page: QuestionsPage) -> None:
    """Several values or a table's row: field after field, each with what it takes."""
    assert page._card is not None
    editor = page._card.parts.editor
    while editor.isAncestorOf(keyboard.focus):
        field = keyboard.focus
        if isinstance(field, NumberField):
            keyboard.type("10")
        elif isinstance(field, TextField):
            keyboard.type("Contract one")
        elif isinstance(field, PickBox):
            keyboard.type("2")
        elif not isinstance(field, QPushButton):
            keyboard.type(field.accessibleName()[:1])
        keyboard.tab()


def test_every_question_of_every_module_to_a_printed_pack(
    window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyboard = Keyboard(qtbot)
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    dialog = window.files._dialog
    assert isinstance(dialog, NewAssessmentDialog)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    keyboard.type("Paperclip Works")
    for box in dialog.findChildren(QCheckBox):
        if box.isEnabled() and not box.isChecked():
            box.setFocus(Qt.FocusReason.TabFocusReason)
            keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None)
    window.activateWindow()  # a window manager does this when a dialog closes; offscreen has none
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    session = window.session
    assert session is not None
    page = window.screens.page("questions")
    assert isinstance(page, QuestionsPage)

    visited: list[str] = []
    while window.screens.currentWidget() is page and len(visited) < 100:
        visited.append(page.current)
        answer(keyboard, page, session.questionnaire.question(page.current))
    asked = [question.id for question in session.reading.asked()]
    assert set(asked) <= set(visited)
    unanswered = [q for q in asked if session.reading.standing(q) is not Standing.ANSWERED]
    assert not unanswered
    assert len(asked) > 75
    assert {q.module for q in session.reading.asked()} == {"core", "money", "full"}

    tab = window.bar._tabs.checkedButton()
    assert tab is not None
    assert tab.text() == "Result"
    qtbot.keyClick(window, Qt.Key.Key_5, CONTROL)
    report = window.screens.page("report")
    assert isinstance(report, ReportPage)
    saved = tmp_path / "pack.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    qtbot.keyClick(keyboard.focus, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(saved.exists, timeout=120_000)
    first = page_texts(saved)[0]
    assert "Paperclip Works" in first
    result = session.result.headline
    assert result.band is not None
    assert result.band.phrase in first


RESUMED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QSettings
from boardkit.assessment import Answer, Details
from boardkit.content import shipped_questionnaire
from boardkit.library import Library
from ui.app import made_application
from ui.desk import Desk
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.theme import theme
folder = Path(sys.argv[1])
application = made_application()
library = Library.open(folder / "library.sqlite3", "Tester")
settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
window = MainWindow(Desk(library, Jobs(), settings, theme(), "en"))
window.show()
made = library.create(shipped_questionnaire(), Details(company="Interrupted"))
window.opened.open(made.id)
window.screens.show_question("E03")
window.session.give("E03", Answer(value=2, basis="contract"))
window.screens.show_question("E05")
application.processEvents()
settings.sync()
print(made.id, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_after_a_crash_it_opens_where_it_was_left(
    tmp_path: Path, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    folder = tmp_path / "crashed"
    folder.mkdir()
    run = subprocess.run(
        [sys.executable, "-c", RESUMED, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assessment_id = run.stdout.strip()
    assert assessment_id, run.stderr
    with Library.open(folder / "library.sqlite3", "Tester") as library:
        from PySide6.QtCore import QSettings

        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        again = MainWindow(Desk(library, desk.jobs, settings, desk.theme, "en"))
        qtbot.addWidget(again)
        again.opened.open(assessment_id)
        page = again.screens.page("questions")
        assert isinstance(page, QuestionsPage)
        assert page.current == "E05"
        assert again.session is not None
        kept = again.session.answer("E03")
        assert kept is not None
        assert (kept.value, kept.basis) == (2, "contract")
        again.close()
