"""The ways to a comparison: from the list of all assessments, and as milestones come and go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from tests.support.keyboard import CONTROL, SHIFT, enter, press, write
from tests.support.looking import texts, visible
from ui.desk import Desk
from ui.dialogs.choose_side import ChooseSideDialog
from ui.dialogs.milestones import MilestonesDialog
from ui.main_window import MainWindow
from ui.pages.compare import ComparePage
from ui.pages.compare_body import CompareBody
from ui.widgets.library_table import LibraryTable
from ui.widgets.side_picker import SidePicker

Q2, Q3 = "paperclip-2026-q2", "paperclip-2026-q3"


@pytest.fixture
def examples() -> tuple[str, ...]:
    return (Q3, Q2)


def table(window: MainWindow) -> LibraryTable:
    found = window.findChild(LibraryTable)
    assert found is not None
    found.setFocus()
    return found


def in_dialog(kind: type, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind), timeout=9000)


def drawn(window: MainWindow, qtbot: QtBot) -> ComparePage:
    page = window.screens.page("compare")
    assert isinstance(page, ComparePage)
    qtbot.waitUntil(lambda: page.is_drawn, timeout=60_000)
    return page


def test_two_on_the_list_are_marked_and_compared(window: MainWindow, qtbot: QtBot) -> None:
    rows = table(window)
    rows.mark(Q2)
    assert not [b for b in visible(window, QPushButton) if b.text() == "Compare these two"]
    qtbot.waitUntil(rows.hasFocus)
    press(Qt.Key.Key_Down, SHIFT)
    (together,) = [b for b in visible(window, QPushButton) if b.text() == "Compare these two"]
    together.click()
    page = drawn(window, qtbot)
    assert window.session is not None
    assert window.session.assessment.id == Q3  # the later one is opened
    assert [one.text() for one in visible(page, SidePicker)] == ["Q2 2026", "Now"]
    assert isinstance(page.body, CompareBody)
    assert "Saaspocalypse exposure fell by 7.4" in texts(page)


def test_one_on_the_list_is_compared_with_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    rows = table(window)
    rows.mark(Q3)
    qtbot.waitUntil(rows.hasFocus)
    press(Qt.Key.Key_4, CONTROL)  # which in the menu leads to the page of an open assessment
    in_dialog(ChooseSideDialog, qtbot)
    write("twilio")
    enter()
    page = drawn(window, qtbot)
    qtbot.waitUntil(lambda: "Twilio" in texts(page), timeout=60_000)
    assert [one.text() for one in visible(page, SidePicker)] == ["Twilio", "Now"]


def test_a_milestone_that_is_removed_while_it_is_compared_goes_at_once(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    first = desk.library.keep_milestone(Q3, "First draft")
    desk.library.record(Q3, "B01", Answer(value=4, basis="contract"))
    desk.library.keep_milestone(Q3, "Second draft")
    desk.library.record(Q3, "B01", Answer(value=3, basis="contract"))
    window.opened.open(Q3)
    window.screens.show_compare()
    page = drawn(window, qtbot)
    assert [one.text() for one in visible(page, SidePicker)] == ["Second draft", "Now"]
    window.past.show_milestones()
    in_dialog(MilestonesDialog, qtbot)
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, MilestonesDialog)
    dialog._remove()
    qtbot.waitUntil(
        lambda: [one.text() for one in visible(page, SidePicker)] == ["First draft", "Now"],
        timeout=60_000,
    )
    drawn(window, qtbot)
    assert isinstance(page.body, CompareBody)
    assert page.body.compared.sides[0].at == first.at
    dialog._bring_back()
    offered = "Second draft"
    qtbot.waitUntil(lambda: offered in listed(page), timeout=60_000)
    dialog.reject()


def listed(page: ComparePage) -> list[str]:
    found = page._comparing.choices
    return [one.title for one in found.all] if found is not None else []
