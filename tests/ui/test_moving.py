"""An assessment of an older questionnaire is offered the newer one, and moves only when that is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from boardkit.content import newer_edition
from boardkit.examples import shipped_example
from boardkit.formats import Formats
from boardkit.scoring.headline_note import headline_text
from tests.support.second_edition import second_edition
from tests.support.windows import notice, session_of
from ui.desk import Desk
from ui.dialogs.moving import MovingDialog
from ui.main_window import MainWindow
from ui.widgets.notice_bar import NoticeBar

EXAMPLE = shipped_example("paperclip-2026-q3")


@pytest.fixture
def second_ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Boardkit that comes with the second edition, as a file like any other."""
    folder = tmp_path / "shipped" / "inference-exposure"
    folder.mkdir(parents=True)
    plain = second_edition().model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)
    (folder / "questionnaire.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr("boardkit.content.shipped_folder", lambda: tmp_path / "shipped")


@pytest.fixture
def examples() -> tuple[str, ...]:
    return (EXAMPLE.name,)


def bar(window: MainWindow) -> NoticeBar:
    return notice(window, "A newer questionnaire")


def asked(window: MainWindow, qtbot: QtBot) -> MovingDialog:
    window.opened.open(EXAMPLE.assessment.id)
    qtbot.waitUntil(bar(window).isVisible, timeout=10_000)
    action = next(b for b in bar(window).findChildren(QPushButton) if b.text() == "Move…")
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MovingDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MovingDialog)
    return dialog


def texts(dialog: MovingDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel))


def test_there_is_a_newer_edition_only_where_one_ships(second_ships: None) -> None:
    found = newer_edition("inference-exposure", "1.0.0")
    assert found is not None
    assert found.version == "2.0.0"
    assert newer_edition("inference-exposure", "2.0.0") is None
    assert newer_edition("inference-exposure", "10.0.0") is None  # by number, not by letter
    assert newer_edition("of-somebody-elses", "1.0.0") is None


def test_nothing_is_offered_while_the_newest_is_answered(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.opened.open(EXAMPLE.assessment.id)
    assert desk.jobs.finish()
    qtbot.wait(20)
    assert not bar(window).isVisible()


def test_the_step_is_shown_and_can_be_left_alone(
    second_ships: None, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = asked(window, qtbot)
    shown = texts(dialog)
    for text in (
        "answers come along as they are.",
        "One answer comes along, to be confirmed",
        "It asks what agents may do rather than what they do.",
        "→ E21 Reason to pay at all and E22 Reason to pay more of it. Two reasons were asked",
        "Both counted the same customers.",
        "J11 New ARR from agents",
        "Too few companies knew.",
        "A milestone keeps the assessment as it is now",
    ):
        assert text in shown
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert session_of(window).questionnaire.version == "1.0.0"
    assert desk.library.milestones(EXAMPLE.assessment.id) == ()
    assert bar(window).isVisible()


def test_it_moves_keeps_a_milestone_and_can_be_undone(
    second_ships: None, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    asked(window, qtbot)
    qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session_of(window).questionnaire.version == "2.0.0")
    reworded = session_of(window).answer("B10")
    assert reworded is not None
    assert reworded.to_confirm
    assert session_of(window).answer("J09") is None
    assert not bar(window).isVisible()
    (kept,) = desk.library.milestones(EXAMPLE.assessment.id)
    assert kept.name == "Before moving to version 2.0.0 of the questionnaire"
    assert kept.questionnaire.version == "1.0.0"
    assert headline_text(kept.headline, Formats()).startswith("Saaspocalypse exposure 42.0")
    assert desk.library.at(EXAMPLE.assessment.id, kept.seq).answers == EXAMPLE.assessment.answers
    assert window.session is not None
    assert "moving to version 2.0.0" in window.session.undo_text
    window.opened.undo()
    assert session_of(window).questionnaire.version == "1.0.0"
    stored = desk.library.assessment(EXAMPLE.assessment.id)
    assert stored.answers == EXAMPLE.assessment.answers
    assert bar(window).isVisible()  # and it may still be moved
