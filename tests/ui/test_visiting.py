"""A file of what is in the library already, looked at without being taken in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.examples import shipped_example
from boardkit.exchange import open_file
from boardkit.library_files import write_from
from tests.support.looking import cut_off, nameless, texts, visible
from ui.desk import Desk
from ui.dialogs.opening import OpeningDialog
from ui.main_window import MainWindow
from ui.pages.compare import ComparePage
from ui.pages.compare_body import CompareBody
from ui.pages.questions import QuestionsPage
from ui.pages.result import ResultPage
from ui.sides import Key
from ui.visiting import Visit
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.side_picker import SidePicker

KEY = "paperclip-2026-q3"
VIEW, REPLACE = "View the file", "Replace the one in the library"


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    """A file with a milestone; the assessment in the library has gone on since."""
    example = shipped_example(KEY)
    desk.library.add(example.assessment, example.questionnaire)
    desk.library.keep_milestone(KEY, "Q3 board")
    path = tmp_path / "from the chief of staff.boardkit"
    write_from(desk.library, KEY, path)
    desk.library.record(KEY, "A01", Answer(value=1e6, basis="export"))
    return path


def choose(qtbot: QtBot, text: str) -> None:
    """Takes a choice of the dialog that is about to open."""

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OpeningDialog)
        row = next(one for one in visible(dialog, ChoiceRow) if one.accessibleName() == text)
        qtbot.keyClick(row, Qt.Key.Key_Return)

    QTimer.singleShot(0, take)


def viewed(window: MainWindow, file: Path, qtbot: QtBot) -> Visit:
    choose(qtbot, VIEW)
    window.files.open(file)
    assert window.opened.visit is not None
    return window.opened.visit


def press(window: MainWindow, text: str) -> None:
    next(one for one in visible(window, QPushButton) if one.text() == text).click()


def test_it_is_shown_as_it_is_and_the_library_stays_as_it_was(
    window: MainWindow, desk: Desk, file: Path, qtbot: QtBot
) -> None:
    before = desk.library.history(KEY)
    viewed(window, file, qtbot)
    session = window.session
    assert session is not None
    assert session.read_only
    assert session.assessment == shipped_example(KEY).assessment
    assert isinstance(window.screens.currentWidget(), ResultPage)
    said = "The file “from the chief of staff.boardkit”. To be read and printed, not changed."
    assert said in texts(window)
    assert cut_off(window.notices) == []
    assert nameless(window.notices) == []
    window.screens.show_question("A01")
    page = window.screens.page("questions")
    assert isinstance(page, QuestionsPage)
    assert page._card is not None
    assert not page._card.parts.editor.isEnabled()
    names = {"Milestones…", "Next assessment from this one…", "Keep milestone…", "Details…"}
    actions = [a for menu in window.menuBar().actions() for a in menu.menu().actions()]  # type: ignore[attr-defined]
    found = {a.text().replace("&", ""): a.isEnabled() for a in actions}
    assert {name for name in names if found[name]} == set()
    assert found["Save a copy…"]
    assert found["Make the board pack…"]
    assert desk.library.history(KEY) == before
    assert desk.library.assessment(KEY).answers["A01"].value == 1e6


def test_it_is_compared_with_what_the_library_has_of_it(
    window: MainWindow, desk: Desk, file: Path, qtbot: QtBot
) -> None:
    later = desk.library.keep_milestone(KEY, "Kept here since")
    viewed(window, file, qtbot)
    window.screens.show_compare()
    page = window.screens.page("compare")
    assert isinstance(page, ComparePage)
    qtbot.waitUntil(lambda: page.is_drawn, timeout=60_000)
    pickers = [one.text() for one in visible(page, SidePicker)]
    assert pickers == ["Q3 2026", "from the chief of staff.board…"]
    assert isinstance(page.body, CompareBody)
    here, there = page.body.compared.sides
    assert here.assessment == desk.library.assessment(KEY)
    assert there.assessment == shipped_example(KEY).assessment
    assert "1 answer changed" in texts(page)
    offered = window.opened.comparing.choices
    assert offered is not None
    told = [(one.group, one.title) for one in offered.all if one.key.kind == "milestone"]
    company = here.company
    assert told == [("This file", "Q3 board"), (company, "Kept here since"), (company, "Q3 board")]
    (inside,) = [one.key for one in offered.all if one.group == "This file"][1:]
    page.compare(inside, Key("milestone", later.id, KEY))
    qtbot.waitUntil(lambda: page.is_drawn, timeout=60_000)
    first, second = page.body.compared.sides
    assert first.assessment == shipped_example(KEY).assessment
    assert second.assessment == desk.library.at(KEY, later.seq)


def test_closing_it_leads_to_all_assessments_and_leaves_nothing_behind(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    visit = viewed(window, file, qtbot)
    place = visit.desk.library.path
    assert place.exists()
    press(window, "Close")
    assert window.session is None
    assert not place.parent.exists()
    assert "To be read and printed" not in texts(window)


def test_a_copy_of_it_is_the_file_again(
    window: MainWindow, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    viewed(window, file, qtbot)
    window.opened.write_copy(tmp_path / "copy.boardkit")
    one, other = open_file(file), open_file(tmp_path / "copy.boardkit")
    assert (one.assessment, one.history) == (other.assessment, other.history)


def test_it_can_be_taken_in_after_all(
    window: MainWindow, desk: Desk, file: Path, qtbot: QtBot
) -> None:
    viewed(window, file, qtbot)
    choose(qtbot, REPLACE)
    press(window, "Take it in…")
    assert window.opened.visit is None
    assert window.session is not None
    assert not window.session.read_only
    assert desk.library.assessment(KEY) == shipped_example(KEY).assessment
    names = [one.name for one in desk.library.milestones(KEY)]
    assert names == ["Q3 board", "Before from the chief of staff.boardkit took its place"]


def test_taking_it_in_may_be_thought_better_of(
    window: MainWindow, desk: Desk, file: Path, qtbot: QtBot
) -> None:
    viewed(window, file, qtbot)

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OpeningDialog)
        assert VIEW not in [one.accessibleName() for one in visible(dialog, ChoiceRow)]
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, leave)
    press(window, "Take it in…")
    assert window.opened.visit is not None
    assert desk.library.assessment(KEY).answers["A01"].value == 1e6
