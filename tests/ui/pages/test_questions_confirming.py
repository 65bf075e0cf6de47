"""Confirming what was carried over, one answer after another, or the facts together."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.pages.questions import QuestionsPage
from ui.questions.card import QuestionCard
from ui.session import Session
from ui.widgets.question_list import QuestionList
from ui.widgets.top_bar import TopBar

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(desk: Desk, next_quarter: Session, qtbot: QtBot) -> QuestionsPage:
    made = QuestionsPage(desk, next_quarter)
    qtbot.addWidget(made)
    made.resize(1280, 750)
    made.show()
    qtbot.waitExposed(made)
    return made


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def bulk(page: QuestionsPage) -> QPushButton:
    found = [b for b in page.findChildren(QPushButton) if b.accessibleName().endswith("unchanged")]
    return found[0]


def test_confirming_goes_on_to_the_next_that_is_to_be_confirmed(
    page: QuestionsPage, next_quarter: Session, qtbot: QtBot
) -> None:
    next_quarter.confirm(("A03",))
    page.show_question("A01")
    qtbot.keyClick(page, Qt.Key.Key_C, ALT)
    assert page.current == "A06"  # A03 comes between, and is confirmed


def test_after_the_last_one_those_that_are_left_are_shown(
    page: QuestionsPage, next_quarter: Session, qtbot: QtBot
) -> None:
    waiting = next_quarter.confirming.waiting
    last = next_quarter.questionnaire.questions[-1].id
    assert last in waiting
    page.show_question(last)
    qtbot.keyClick(page, Qt.Key.Key_C, ALT)
    assert f"To be confirmed: {len(waiting) - 1}" in said(page)


def test_the_list_has_old_evidence_first_and_says_how_old(page: QuestionsPage) -> None:
    page.show_review("confirm")
    (shown,) = page.findChildren(QuestionList)
    texts = [shown.item(row).text() for row in range(shown.count())]
    old = ["Old evidence: " in text for text in texts]
    assert old[0]
    assert old == sorted(old, reverse=True)
    assert "Old evidence: 147 days, 120 allowed" in texts[0]


def test_facts_are_confirmed_together_and_judgements_never(
    page: QuestionsPage, next_quarter: Session, qtbot: QtBot
) -> None:
    page.show_review("confirm")
    facts, waiting = next_quarter.confirming.facts, next_quarter.confirming.waiting
    assert f"{len(waiting)} answers are still to be confirmed, 100% of what is asked." in said(page)
    assert bulk(page).text() == f"Confirm all {len(facts)} facts"
    qtbot.mouseClick(bulk(page), Qt.MouseButton.LeftButton)
    left = next_quarter.confirming.waiting
    assert set(left) == set(waiting) - set(facts)
    proves = next_quarter.questionnaire.methodology.basis_of
    for key in left:
        answer = next_quarter.answer(key)
        assert answer is not None
        old = key in next_quarter.confirming.aged
        bases: list[str | None] = [*answer.bases.values()] or [answer.basis]
        assert old or not answer.is_answered or not all(proves(b).proves for b in bases)
    assert not bulk(page).isVisible()
    next_quarter.undo()
    assert next_quarter.confirming.waiting == waiting
    assert bulk(page).isVisible()


def test_the_bar_below_says_what_is_left(page: QuestionsPage, next_quarter: Session) -> None:
    asked = next_quarter.confirming.asked
    assert f"{asked} of {asked} · {asked} to confirm" in said(page)
    next_quarter.confirm(next_quarter.confirming.waiting)
    assert f"{asked} of {asked} · 2 of them unknown" in said(page)


def test_the_bar_above_always_says_the_share(
    desk: Desk, next_quarter: Session, qtbot: QtBot
) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(1000, 40)
    bar.show()
    bar.show_session(next_quarter)
    (share,) = [b for b in bar.findChildren(QPushButton) if "to confirm" in b.text()]
    assert share.text() == "100% to confirm"
    with qtbot.waitSignal(bar.confirming_wanted, timeout=1000):
        qtbot.mouseClick(share, Qt.MouseButton.LeftButton)
    next_quarter.confirm(next_quarter.confirming.waiting)
    bar.show_session(next_quarter)
    assert not share.isVisible()
    QApplication.processEvents()


def test_coming_back_from_a_list_shows_one_question_alone(
    page: QuestionsPage, qtbot: QtBot
) -> None:
    page.show_question("A01")
    page.show_review("confirm")
    page._use_idle_moment()  # the next one is made ready behind the list
    page.show_question("D01")
    assert [card.question.id for card in page.findChildren(QuestionCard) if card.isVisible()] == [
        "D01"
    ]
