"""The decisions table: suggested by the moves until the person makes it their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from boardkit.assessment import Details
from boardkit.decisions import Decision
from boardkit.examples import shipped_example
from boardkit.questionnaire import Questionnaire
from tests.support.looking import cut_off, nameless, texts, visible
from ui.desk import Desk
from ui.session import Session
from ui.theme import theme
from ui.widgets.decision_card import NOTHING_SAID, DecisionCard
from ui.widgets.decisions_editor import TOO_EARLY, YOURS, DecisionsEditor

ALT = Qt.KeyboardModifier.AltModifier
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TWO = (
    Decision(decision="Meter what customers run", owner="CTO"),
    Decision(decision="Bill by usage", by=date(2027, 1, 31), cost=250_000.0, ask="discuss"),
)


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    example = shipped_example("paperclip-2026-q3")
    desk.library.add(example.assessment, example.questionnaire)
    made = Session(desk.library, example.assessment.id, jobs=desk.jobs)
    yield made
    made.deleteLater()


def shown(session: Session, qtbot: QtBot) -> DecisionsEditor:
    editor = DecisionsEditor(session)
    qtbot.addWidget(editor)
    session.changed.connect(editor.fill)
    editor.resize(400, 900)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    editor.fill()
    return editor


def decide(session: Session, *decisions: Decision) -> None:
    session.revise(session.details.model_copy(update={"decisions": decisions}))


def opened(editor: DecisionsEditor, place: int) -> DecisionCard:
    editor._cards[place].head.click()
    assert editor._cards[place].is_open
    return editor._cards[place]


def retype(card: DecisionCard, text: str) -> None:
    card.decision.setFocus()
    card.decision.selectAll()
    QTest.keyClicks(card.decision, text)
    card.owner.setFocus()


def test_the_moves_suggest_it_and_say_so(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot)
    assert "being worked out" in texts(editor)
    qtbot.waitUntil(lambda: session.analysis is not None, timeout=120_000)
    assert session.analysis is not None
    moves = session.analysis.moves
    assert [card._title.text() for card in editor._cards] == [move.text for move in moves.moves]
    assert moves.target is not None
    assert f"takes the company to “{moves.target.title}”" in texts(editor)
    assert session.details.decisions is None


def test_a_changed_suggestion_makes_the_table_ones_own_and_undo_gives_it_back(
    session: Session, qtbot: QtBot
) -> None:
    editor = shown(session, qtbot)
    qtbot.waitUntil(lambda: session.analysis is not None, timeout=120_000)
    before = [card._title.text() for card in editor._cards]
    retype(opened(editor, 0), "Sell the boat")
    kept = session.details.decisions
    assert kept is not None
    assert [one.decision for one in kept] == ["Sell the boat", *before[1:]]
    assert YOURS in texts(editor)
    assert session.undo_text == "Undo the change of decisions"
    session.undo()
    assert session.details.decisions is None
    assert editor._cards[0]._title.text() == before[0]
    session.redo()
    editor._again.click()
    assert session.details.decisions is None


def test_all_of_a_decision_can_be_written(session: Session, desk: Desk, qtbot: QtBot) -> None:
    decide(session, *TWO)
    editor = shown(session, qtbot)
    card = opened(editor, 0)
    retype(card, "Meter every model call")
    card.owner.selectAll()
    QTest.keyClicks(card.owner, "CFO")
    QTest.keyClick(card.owner, Qt.Key.Key_Return)
    card.cost.setFocus()
    QTest.keyClicks(card.cost, "1.2m")
    card.by.none.setFocus()
    card.by.none.click()
    card.by.show_day(date(2027, 3, 31))
    card.by.edit.editingFinished.emit()
    card.ask.take_focus()
    QTest.keyClick(QApplication.focusWidget() or card, Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget() or card, Qt.Key.Key_Space)
    expected = Decision(
        decision="Meter every model call", owner="CFO", cost=1_200_000.0, by=date(2027, 3, 31),
        ask="discuss",
    )  # fmt: skip
    assert session.details.decisions == (expected, TWO[1])
    stored = desk.library.assessment(session.assessment.id).details.decisions
    assert stored == (expected, TWO[1])
    card.set_open(False)
    assert "To discuss · CFO · by 31 March 2027" in texts(editor)


def test_rows_are_added_moved_and_removed_by_keyboard(session: Session, qtbot: QtBot) -> None:
    decide(session, *TWO)
    editor = shown(session, qtbot)
    editor.add()
    new = editor._cards[-1]
    qtbot.waitUntil(new.decision.hasFocus)
    assert session.details.decisions == TWO
    QTest.keyClicks(new.decision, "Ask the bank")
    QTest.keyClick(new.decision, Qt.Key.Key_Tab)
    kept = session.details.decisions or ()
    assert [one.decision for one in kept] == [*(one.decision for one in TWO), "Ask the bank"]
    QTest.keyClick(QApplication.focusWidget() or new, Qt.Key.Key_Up, ALT)
    kept = session.details.decisions or ()
    assert [one.decision for one in kept][1] == "Ask the bank"
    QTest.keyClick(QApplication.focusWidget() or new, Qt.Key.Key_Delete, BOTH)
    assert session.details.decisions == TWO
    focus = QApplication.focusWidget()
    assert focus is not None
    assert editor.isAncestorOf(focus)


def test_a_decision_that_says_nothing_is_not_kept(session: Session, qtbot: QtBot) -> None:
    decide(session, *TWO)
    editor = shown(session, qtbot)
    card = opened(editor, 0)
    card.decision.setFocus()
    card.decision.selectAll()
    QTest.keyClick(card.decision, Qt.Key.Key_Delete)
    card.owner.setFocus()
    assert NOTHING_SAID in texts(editor)
    assert session.details.decisions == TWO


def test_a_cost_that_is_no_number_is_not_kept(session: Session, qtbot: QtBot) -> None:
    decide(session, *TWO)
    editor = shown(session, qtbot)
    card = opened(editor, 0)
    card.cost.setFocus()
    QTest.keyClicks(card.cost, "a lot")
    card.owner.setFocus()
    assert card._fault.isVisible()
    assert session.details.decisions == TWO


def test_too_early_is_said(desk: Desk, questionnaire: Questionnaire, qtbot: QtBot) -> None:
    made = desk.library.create(questionnaire, Details(company="New"))
    session = Session(desk.library, made.id, jobs=desk.jobs)
    editor = shown(session, qtbot)
    qtbot.waitUntil(lambda: session.analysis is not None, timeout=120_000)
    assert TOO_EARLY in texts(editor)
    assert editor._cards == []
    session.deleteLater()


@pytest.mark.parametrize("own", [True, False])
def test_of_a_milestone_the_decisions_are_read_and_not_changed(
    session: Session, desk: Desk, qtbot: QtBot, own: bool
) -> None:
    if own:
        decide(session, *TWO)
    kept = desk.library.keep_milestone(session.assessment.id, "Q3 board")
    key = session.assessment.id
    looked_at = Session(desk.library, key, jobs=desk.jobs, milestone=kept, parent=session)
    before = desk.library.history(key)
    editor = shown(looked_at, qtbot)
    qtbot.waitUntil(lambda: bool(editor._cards), timeout=30_000)
    card = opened(editor, 0)
    assert card.decision.isVisible()
    assert not card.decision.isEnabled()
    for text in ("Remove", "Move up", "Add a decision", "Use the suggestions again"):
        assert text not in [one.text() for one in visible(editor, QPushButton)]
    assert "yours" not in texts(editor)
    QTest.keyClick(card.head, Qt.Key.Key_Delete, BOTH)
    QTest.keyClick(card.head, Qt.Key.Key_Down, ALT)
    editor.flush()
    assert desk.library.history(key) == before
    qtbot.waitUntil(lambda: cut_off(editor) == [])


@pytest.mark.parametrize(("width", "scale"), [(350, 1.0), (700, 2.0)])
def test_nothing_is_cut_off_and_everything_has_a_name(
    width: int, scale: float, session: Session, qtbot: QtBot
) -> None:
    theme().set_scale(scale)
    long = Decision(decision="Do all of it at once and then again " * 11, because="Why " * 90)
    decide(session, long, *TWO)
    editor = shown(session, qtbot)
    editor.resize(width, 900)
    opened(editor, 0)
    assert cut_off(editor) == []
    assert nameless(editor) == []
