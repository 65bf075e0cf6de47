"""Milestones in the window, by keyboard: kept, looked at, gone back to, and the next quarter from one."""

from pathlib import Path

import pytest
from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.examples import shipped_example
from boardkit.exchange import open_file
from boardkit.library import Library
from tests.support.keyboard import CONTROL, SHIFT, enter, press, write
from tests.support.looking import cut_off, nameless, visible
from tests.support.windows import session_of
from ui.desk import Desk
from ui.dialogs.milestones import MilestonesDialog
from ui.dialogs.naming import NamingDialog
from ui.dialogs.next_assessment import NextAssessmentDialog
from ui.main_window import MainWindow
from ui.pages.questions import QuestionsPage
from ui.pages.result import ResultPage
from ui.questions.card import QuestionCard
from ui.theme import theme

KEY = "paperclip-2026-q3"


@pytest.fixture
def examples() -> tuple[str, ...]:
    return (KEY,)


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """The window with the example open."""
    window.opened.open(KEY)
    return window


def dialog(kind: type[QDialog], qtbot: QtBot) -> QDialog:
    """The open dialog of that kind, with the keyboard in it."""
    found: list[QDialog] = []

    def there() -> bool:
        found[:] = [
            w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()
        ]
        return bool(found) and found[0].isActiveWindow()

    qtbot.waitUntil(there, timeout=5000)
    return found[0]


def keep(window: MainWindow, qtbot: QtBot, name: str = "") -> None:
    press(Qt.Key.Key_M, CONTROL)
    dialog(NamingDialog, qtbot)
    if name:
        write(name)
    enter()
    come_back(window, qtbot)


def come_back(window: MainWindow, qtbot: QtBot) -> None:
    """The offscreen system does not give the keyboard back when a dialog closes."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    if QApplication.focusWidget() is None:
        window.setFocus()


def listed(qtbot: QtBot) -> tuple[MilestonesDialog, QListWidget]:
    press(Qt.Key.Key_M, CONTROL | SHIFT)
    found = dialog(MilestonesDialog, qtbot)
    assert isinstance(found, MilestonesDialog)
    (shown,) = found.findChildren(QListWidget)
    return found, shown


def click(owner: QDialog | MainWindow, text: str) -> None:
    (button,) = [b for b in owner.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    button.click()


def texts(window: MainWindow) -> str:
    return "\n".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())


def test_a_milestone_is_kept_under_the_name_of_the_meeting(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    keep(window, qtbot)
    (kept,) = desk.library.milestones(KEY)
    assert (kept.name, kept.author) == ("Q3 2026 board", "Tester")
    assert isinstance(kept.headline, dict)
    assert kept.headline["score"] == round(session_of(window).result.headline.claimed or 0, 1)
    assert "“Q3 2026 board” is kept" in texts(window)


def test_a_milestone_needs_a_name(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_M, CONTROL)
    shown = dialog(NamingDialog, qtbot)
    press(Qt.Key.Key_Delete)
    enter()
    assert shown.isVisible()
    assert any("Type a name" in one.text() for one in shown.findChildren(QLabel) if one.isVisible())
    press(Qt.Key.Key_Escape)
    assert desk.library.milestones(KEY) == ()


def test_the_list_says_who_when_version_and_headline(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    keep(window, qtbot, "First draft")
    keep(window, qtbot)
    shown, rows = listed(qtbot)
    assert rows.count() == 2
    lines = rows.item(0).text().split("\n")
    assert lines[0] == "Q3 2026 board"
    assert lines[1].startswith("Saaspocalypse exposure 42.0, exposed")
    assert "by Tester, questionnaire version 1.0.0" in lines[2]
    assert rows.item(1).text().startswith("First draft")
    assert nameless(shown) == []
    assert cut_off(shown) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_line_of_a_milestone_can_be_read(
    window: MainWindow, desk: Desk, qtbot: QtBot, scale: float
) -> None:
    theme().set_scale(scale)
    note: JsonValue = {
        "title": "Saaspocalypse exposure", "score": 42.0, "decimals": 1, "band": "Exposed",
        "band_chance": 0.91, "p10": 35.2, "p90": 49.1,
    }  # fmt: skip
    desk.library.keep_milestone(KEY, "Q3 2026 board, as the chair saw it", note)
    shown, rows = listed(qtbot)
    QApplication.processEvents()
    there = rows.visualItemRect(rows.item(0))
    lines = QTextLayout(rows.item(0).text().replace("\n", "\u2028"), rows.font())
    lines.beginLayout()
    count = 0
    while (line := lines.createLine()).isValid():
        line.setLineWidth(there.width() - 2 * theme().px(12))
        count += 1
    lines.endLayout()
    assert there.height() >= count * rows.fontMetrics().lineSpacing()
    assert there.width() <= rows.viewport().width()
    shown.reject()


def test_a_milestone_is_looked_at_and_left_again(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    keep(window, qtbot)
    session_of(window).give("A01", Answer(value=1e6, basis="export"))
    listed(qtbot)
    enter()
    qtbot.waitUntil(lambda: session_of(window).read_only, timeout=5000)
    assert isinstance(window.screens.currentWidget(), ResultPage)
    assert "To be read and printed, not changed." in texts(window)
    assert session_of(window).answer("A01") == shipped_example(KEY).assessment.answers["A01"]
    usable = {action.text(): action.isEnabled() for action in window.findChildren(QAction)}
    assert not usable["&Keep milestone…"]
    assert not usable["&Details…"]
    assert usable["Save a &copy…"]
    window.screens.show_question("A01")
    page = window.screens.page("questions")
    assert isinstance(page, QuestionsPage)
    assert page._card is not None
    assert not page._card.parts.editor.isEnabled()
    click(window, "Close")
    assert not session_of(window).read_only
    found = session_of(window).answer("A01")
    assert found is not None
    assert found.value == 1e6
    assert "To be read and printed" not in texts(window)


def test_the_assessment_goes_back_to_a_milestone_and_undo_brings_it_forth(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    before = session_of(window).assessment
    keep(window, qtbot)
    session_of(window).give("A01", Answer(value=1e6, basis="export"))
    later = session_of(window).assessment
    shown, _ = listed(qtbot)
    click(shown, "Go back to it")
    qtbot.waitUntil(lambda: session_of(window).assessment == before, timeout=5000)
    window.opened.undo()
    assert session_of(window).assessment == later


def test_going_back_from_the_open_milestone(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    keep(window, qtbot)
    session_of(window).give("A01", None)
    listed(qtbot)
    enter()
    click(window, "Go back to this")
    assert not session_of(window).read_only
    assert session_of(window).assessment == shipped_example(KEY).assessment
    assert session_of(window).undo_text == "Undo going back to “Q3 2026 board”"


def test_renaming_and_removing_with_undo(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    keep(window, qtbot)
    shown, rows = listed(qtbot)
    click(shown, "Rename…")
    dialog(NamingDialog, qtbot)
    write("Audit committee")
    enter()
    assert rows.item(0).text().startswith("Audit committee")
    click(shown, "Remove")
    assert desk.library.milestones(KEY) == ()
    assert any("was removed" in one.text() for one in shown.findChildren(QLabel) if one.isVisible())
    click(shown, "Undo")
    assert [one.name for one in desk.library.milestones(KEY)] == ["Audit committee"]


def test_a_milestone_is_exported_as_it_was(
    window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(window, qtbot)
    session_of(window).give("A01", Answer(value=1e6, basis="export"))
    file = tmp_path / "q3.boardkit"
    asked: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(file), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    shown, _ = listed(qtbot)
    click(shown, "Export…")
    assert asked == ["Paperclip & Sons Workflow Q3 2026 board.boardkit"]
    opened = open_file(file)
    assert opened.assessment == shipped_example(KEY).assessment
    assert opened.history[-1].kind == "milestone"


def test_the_next_assessment_opens_at_what_is_to_be_confirmed(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_N, CONTROL | SHIFT)
    dialog(NextAssessmentDialog, qtbot)
    enter()
    qtbot.waitUntil(lambda: session_of(window).assessment.id != KEY, timeout=20_000)
    details = session_of(window).details
    assert details.period == "Q4 2026"
    assert session_of(window).confirming.share == 1
    assert "To be confirmed: 81" in texts(window)
    follows = details.follows
    assert follows is not None
    assert (follows.assessment, follows.name, follows.milestone) == (KEY, "Q3 2026", "")
    assert len(follows.ranges) >= 5
    assert [one.opening for one in follows.forecasts] == [pytest.approx(200e6)]
    assert follows.decisions  # what the pack suggested, since nothing was written down
    assert details.decisions is None
    assert desk.library.assessment(KEY) == shipped_example(KEY).assessment


def test_the_next_assessment_from_a_milestone_has_the_answers_of_then(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    keep(window, qtbot)
    session_of(window).give("A01", Answer(value=1e6, basis="export"))
    shown, _ = listed(qtbot)
    click(shown, "Next assessment from it…")
    dialog(NextAssessmentDialog, qtbot)
    enter()
    qtbot.waitUntil(lambda: session_of(window).assessment.id != KEY, timeout=20_000)
    answer = session_of(window).answer("A01")
    assert answer is not None
    assert answer.value == 200e6
    follows = session_of(window).details.follows
    assert follows is not None
    assert follows.milestone == "Q3 2026 board"


def test_everything_is_still_there_for_another_window(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    keep(window, qtbot)
    window.close()
    with Library.open(desk.library.path, "Somebody") as library:
        assert [one.name for one in library.milestones(KEY)] == ["Q3 2026 board"]


def test_from_the_list_of_assessments_its_milestones_are_a_key_away(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    keep(window, qtbot)
    window.show_start()
    _, shown = listed(qtbot)
    assert shown.count() == 1
    assert session_of(window).assessment.id == KEY
    enter()
    qtbot.waitUntil(lambda: session_of(window).read_only, timeout=5000)


def test_from_the_list_of_assessments_the_next_one_starts(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.show_start()
    press(Qt.Key.Key_N, CONTROL | SHIFT)
    dialog(NextAssessmentDialog, qtbot)
    enter()
    assert "Starting the next assessment…" in [
        one.accessibleName() or one.text() for one in window.findChildren(QLabel)
    ]
    qtbot.waitUntil(lambda: session_of(window).assessment.id != KEY, timeout=10_000)
    assert session_of(window).details.period == "Q4 2026"
    assert len(session_of(window).confirming.waiting) > 50


def test_a_question_of_a_milestone_is_read_from_its_top(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.resize(1024, 640)
    window.past.open_milestone(desk.library.keep_milestone(KEY, "Q3 board"))
    window.screens.show_question("A01")
    page = window.screens.questions
    assert page is not None
    area = page.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.wait(50)
    (card,) = visible(page, QuestionCard)
    assert QApplication.focusWidget() is card.parts.lock_box
    assert area.verticalScrollBar().value() == 0
