"""A whole quarter by keyboard: answer, keep a milestone, start the next one, confirm, compare."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Details
from boardkit.examples import shipped_example
from tests.support.keyboard import ALT, CONTROL, SHIFT, enter, press, write
from tests.support.looking import texts, visible
from tests.support.pdf_texts import text_of
from tests.support.windows import session_of
from ui.desk import Desk
from ui.dialogs.naming import NamingDialog
from ui.dialogs.next_assessment import NextAssessmentDialog
from ui.main_window import MainWindow
from ui.pages.compare import ComparePage
from ui.pages.compare_body import CompareBody
from ui.pages.report import ReportPage
from ui.widgets.side_picker import SidePicker


@pytest.fixture
def window(window: MainWindow, desk: Desk) -> MainWindow:
    """A company that has answered everything but one question."""
    example = shipped_example("paperclip-2026-q3")
    answers = {key: one for key, one in example.assessment.answers.items() if key != "A01"}
    details = Details(company="Acme", period="Q3 2026", modules=("core", "money", "full"))
    window.opened.open(desk.library.create(example.questionnaire, details, answers).id)
    return window


def in_dialog(kind: type, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind), timeout=5000)


def come_back(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    if QApplication.focusWidget() is None:
        window.setFocus()


def test_from_one_quarter_to_the_next(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    first = session_of(window).assessment.id
    window.screens.show_question("A01")
    write("200m")
    enter()
    press(Qt.Key.Key_3)
    given = session_of(window).answer("A01")
    assert given is not None
    assert (given.value, given.basis) == (200e6, "export")

    press(Qt.Key.Key_M, CONTROL)
    in_dialog(NamingDialog, qtbot)
    enter()
    come_back(window, qtbot)
    (kept,) = desk.library.milestones(first)
    assert kept.name == "Q3 2026 board"
    then = session_of(window).result.headline.claimed

    press(Qt.Key.Key_N, CONTROL | SHIFT)
    in_dialog(NextAssessmentDialog, qtbot)
    enter()
    qtbot.waitUntil(lambda: session_of(window).assessment.id != first, timeout=30_000)
    come_back(window, qtbot)
    session = session_of(window)
    assert session.details.period == "Q4 2026"
    assert session.confirming.share == 1
    assert session.result.headline.claimed == then

    (together,) = [
        b for b in window.findChildren(QPushButton) if b.accessibleName().endswith("as unchanged")
    ]
    together.setFocus()
    press(Qt.Key.Key_Space)
    left = session.confirming.waiting
    assert 0 < len(left) < 81
    for question in left:
        window.screens.show_question(question)
        press(Qt.Key.Key_C, ALT)
    assert session.confirming.waiting == ()
    assert session.result.headline.claimed == then
    answers = desk.library.assessment(session.assessment.id).answers.values()
    assert not any(answer.to_confirm for answer in answers)
    assert {answer.author for answer in answers} == {"Tester"}
    assert desk.library.at(first, kept.seq) == desk.library.assessment(first)

    session.give("A01", Answer(value=1e6, basis="export"))
    window.opened.undo()
    assert session.result.headline.claimed == then

    _compare_and_print(window, qtbot)


def _compare_and_print(window: MainWindow, qtbot: QtBot) -> None:
    """One answer changes: the page says so, and its report prints the same headline."""
    session = session_of(window)
    session.give("B01", Answer(value=4, basis="contract", note="Renewed for three years."))
    press(Qt.Key.Key_4, CONTROL)
    (page,) = window.findChildren(ComparePage)
    qtbot.waitUntil(lambda: page.is_drawn, timeout=60_000)
    body = page.body
    assert isinstance(body, CompareBody)
    headline = body.words.title()
    assert headline.startswith("Saaspocalypse exposure fell by")
    assert f"{headline}." in texts(body)
    assert [one.text() for one in visible(page, SidePicker)] == ["Q3 2026", "Now"]

    make = next(one for one in visible(page, QPushButton) if one.text().startswith("Make"))
    make.setFocus()
    press(Qt.Key.Key_Space)
    (report,) = window.findChildren(ReportPage)
    qtbot.waitUntil(lambda: report._path() is not None, timeout=60_000)
    path = report._path()
    assert path is not None
    printed = text_of(path)
    assert headline in printed
    assert "Renewed for three years." in printed
