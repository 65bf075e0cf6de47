"""Taking files into the library: new ones, the same again, and another state of one that is there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.examples import Example, shipped_example
from boardkit.exchange import Opened, write_file, write_plain
from tests.support.looking import cut_off, nameless, texts, visible
from ui.desk import Desk
from ui.dialogs.error import ErrorDialog
from ui.dialogs.opening import OpeningDialog, take_in
from ui.theme import theme
from ui.widgets.choice_row import ChoiceRow

Press = Callable[[str], None]


@pytest.fixture(scope="module")
def example() -> Example:
    return shipped_example("paperclip-2026-q3")


@pytest.fixture
def file(tmp_path: Path, example: Example) -> Path:
    path = tmp_path / "paperclip.boardkit"
    write_file(path, example.assessment, example.questionnaire)
    return path


@pytest.fixture
def press(qtbot: QtBot) -> Press:
    """Presses a button of the dialog that is about to open; Escape for an empty text."""

    def later(text: str) -> None:
        QTimer.singleShot(0, lambda: _press(qtbot, text))

    return later


def _press(qtbot: QtBot, text: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OpeningDialog)
    if not text:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        return
    row = next(one for one in visible(dialog, ChoiceRow) if one.accessibleName() == text)
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)


def taken(desk: Desk, path: Path) -> str | None:
    """What comes of a file that is not only to be looked at."""
    came = take_in(desk, path)
    assert not isinstance(came, Opened)
    return came


def change(desk: Desk, assessment_id: str) -> None:
    desk.library.record(assessment_id, "A01", Answer(value=1_000_000))


@pytest.mark.parametrize("plain", [False, True])
def test_a_file_is_taken_in(
    desk: Desk, tmp_path: Path, example: Example, file: Path, plain: bool
) -> None:
    if plain:
        file = tmp_path / "paperclip.yaml"
        write_plain(file, example.assessment, example.questionnaire)
    assessment_id = taken(desk, file)
    assert assessment_id is not None
    assert (
        desk.library.assessment(assessment_id).answers.keys() == example.assessment.answers.keys()
    )


def test_the_same_file_again_opens_what_is_there(desk: Desk, file: Path) -> None:
    first = taken(desk, file)
    assert taken(desk, file) == first
    assert len(desk.library.list()) == 1


def test_one_that_was_deleted_comes_back(desk: Desk, file: Path) -> None:
    first = taken(desk, file)
    assert first is not None
    desk.library.delete(first)
    assert taken(desk, file) == first
    assert [entry.id for entry in desk.library.list()] == [first]


def test_another_state_may_be_left_for_the_one_in_the_library(
    desk: Desk, file: Path, press: Press
) -> None:
    first = taken(desk, file)
    assert first is not None
    change(desk, first)
    press("Open the one in the library")
    assert taken(desk, file) == first
    assert desk.library.assessment(first).answers["A01"].value == 1_000_000


def test_the_file_may_only_be_looked_at(desk: Desk, file: Path, press: Press) -> None:
    first = taken(desk, file)
    assert first is not None
    change(desk, first)
    before = desk.library.history(first)
    press("View the file")
    came = take_in(desk, file)
    assert isinstance(came, Opened)
    assert came.source == file
    assert desk.library.history(first) == before
    assert len(desk.library.list()) == 1


def test_both_may_be_kept(desk: Desk, file: Path, press: Press, example: Example) -> None:
    first = taken(desk, file)
    assert first is not None
    change(desk, first)
    press("Keep both")
    second = taken(desk, file)
    assert second not in (None, first)
    assert second is not None
    kept = desk.library.assessment(second)
    assert kept.answers == example.assessment.answers
    assert kept.details.period == "Q3 2026 (from a file)"
    assert len(desk.library.list()) == 2


def test_escape_changes_nothing(desk: Desk, file: Path, press: Press) -> None:
    first = taken(desk, file)
    assert first is not None
    change(desk, first)
    before = desk.library.history(first)
    press("")
    assert taken(desk, file) is None
    assert desk.library.history(first) == before


def test_what_cannot_be_opened_is_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "other.boardkit"
    path.write_bytes(b"nothing of ours")
    assert taken(desk, path) is None
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, ErrorDialog)]
    dialog = next(w for w in dialogs if w.isVisible())
    assert "other.boardkit" in dialog.text
    assert dialog.technical == ""
    dialog.accept()
    assert desk.library.list() == ()


def test_the_file_may_take_the_place_of_the_one_in_the_library(
    desk: Desk, file: Path, press: Press, example: Example
) -> None:
    first = taken(desk, file)
    assert first is not None
    change(desk, first)
    mine = desk.library.assessment(first)
    press("Replace the one in the library")
    assert taken(desk, file) == first
    assert desk.library.assessment(first) == example.assessment
    (kept,) = desk.library.milestones(first)
    assert kept.name == "Before paperclip.boardkit took its place"
    assert desk.library.at(first, kept.seq) == mine
    assert len(desk.library.list()) == 1


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_each_choice_leads_to_can_be_read(
    desk: Desk, qtbot: QtBot, example: Example, scale: float
) -> None:
    theme().set_scale(scale)
    details = example.assessment.details.model_copy(update={"company": "Paperclip " * 40})
    dialog = OpeningDialog(
        example.assessment, example.assessment.model_copy(update={"details": details})
    )
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: cut_off(dialog) == [])
    assert nameless(dialog) == []
    assert "A milestone keeps what it was." in texts(dialog)
    assert [row.accessibleName() for row in visible(dialog, ChoiceRow)] == [
        "Open the one in the library",
        "View the file",
        "Replace the one in the library",
        "Keep both",
    ]
    assert dialog.focusWidget() is visible(dialog, ChoiceRow)[0]
