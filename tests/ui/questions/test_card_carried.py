"""A question whose answer was carried over from last time."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Evidence
from ui.desk import Desk
from ui.questions.card import QuestionCard
from ui.session import Session

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def card(desk: Desk, next_quarter: Session, window: QScrollArea) -> Callable[[str], QuestionCard]:
    def shown(question_id: str) -> QuestionCard:
        made = QuestionCard(desk, next_quarter, question_id)
        window.setWidget(made)
        made.take_focus()
        return made

    return shown


Card = Callable[[str], QuestionCard]


def said(card: QuestionCard) -> str:
    return "\n".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())


def answered(session: Session, question_id: str) -> Answer:
    answer = session.answer(question_id)
    assert answer is not None
    return answer


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    qtbot.keyClick(here, key, modifier)


def test_it_says_from_when_the_answer_is_and_whose(card: Card) -> None:
    text = said(card("A01"))
    assert "From Q3 2026: to be confirmed. Said by Finance on 3 November 2026." in text
    assert "What backs this is 147 days old; 120 are allowed." in text


def test_one_key_confirms_it(card: Card, next_quarter: Session, qtbot: QtBot) -> None:
    shown = card("A01")
    before = answered(next_quarter, "A01")
    with qtbot.waitSignal(shown.confirmed, timeout=1000):
        press(qtbot, Qt.Key.Key_C, ALT)
    after = answered(next_quarter, "A01")
    assert (after.to_confirm, after.value, after.note) == (False, before.value, before.note)
    assert "to be confirmed" not in said(shown)
    with qtbot.assertNotEmitted(next_quarter.changed):
        press(qtbot, Qt.Key.Key_C, ALT)


def test_the_button_does_the_same(card: Card, next_quarter: Session, qtbot: QtBot) -> None:
    shown = card("D01")
    (button,) = [b for b in shown.findChildren(QPushButton) if b.text() == "Still so"]
    assert button.accessibleName() == "Confirm this answer"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not answered(next_quarter, "D01").to_confirm


def test_enter_goes_on_and_confirms_nothing(
    card: Card, next_quarter: Session, qtbot: QtBot
) -> None:
    shown = card("A01")
    with qtbot.waitSignal(shown.done, timeout=1000):
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert answered(next_quarter, "A01").to_confirm


def test_another_value_needs_no_confirming(card: Card, next_quarter: Session, qtbot: QtBot) -> None:
    shown = card("A01")
    qtbot.keyClicks(QApplication.focusWidget(), "210m")
    assert shown.flush()
    after = answered(next_quarter, "A01")
    assert (after.value, after.to_confirm, after.author) == (210e6, False, "Tester")


def test_the_same_basis_chosen_again_confirms(card: Card, next_quarter: Session) -> None:
    shown = card("A01")
    shown.parts.basis.picked.emit()
    assert not answered(next_quarter, "A01").to_confirm


def test_a_note_beside_it_confirms_nothing_and_signs_nothing(
    card: Card, next_quarter: Session
) -> None:
    shown = card("A01")
    before = answered(next_quarter, "A01")
    shown.parts.note.fill("Finance is checking.")
    shown.parts.note.typed.emit()
    shown.parts.note.left.emit()
    after = answered(next_quarter, "A01")
    assert after.note == "Finance is checking."
    assert (after.to_confirm, after.author, after.at) == (True, before.author, before.at)


def test_new_evidence_makes_it_young_again_but_confirms_nothing(
    card: Card, next_quarter: Session
) -> None:
    shown = card("A01")
    newer = Evidence(title="ARR roll-forward of February", added=date(2027, 3, 1))
    shown.parts.evidence.take(newer)
    assert answered(next_quarter, "A01").to_confirm
    assert "days old" not in said(shown)


def test_a_milestone_is_looked_at_and_nothing_else(
    desk: Desk, session: Session, window: QScrollArea
) -> None:
    session.give("B01", Answer(value=2, basis="export"))
    kept = desk.library.keep_milestone(session.assessment.id, "Q3 board")
    opened = Session(desk.library, session.assessment.id, milestone=kept, parent=session)
    shown = QuestionCard(desk, opened, "B01")
    window.setWidget(shown)
    assert "This is what was said then." in said(shown)
    assert not shown.parts.editor.isEnabled()
    assert not shown.parts.note.isEnabled()
