"""What is typed and makes no answer yet: kept wherever one goes, and never taken for an answer."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from tests.support.keyboard import enter, focused, press, tab, write
from tests.support.looking import texts
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages.questions import QuestionsPage
from ui.questions.number_editors import NumberEditor
from ui.session import Session
from ui.widgets.number_field import TextField

FAR = ("J06", "B01", "B04", "C04", "D02")  # more questions than there are cards kept


@pytest.fixture
def page(desk: Desk, session: Session, qtbot: QtBot) -> QuestionsPage:
    made = QuestionsPage(desk, session)
    qtbot.addWidget(made)
    made.resize(1280, 900)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def away_and_back(page: QuestionsPage, question: str) -> None:
    for other in FAR:
        page.show_question(other)
    page.show_question(question)


def of_type(session: Session, kind: str) -> str:
    return next(q.id for q in session.questionnaire.questions if q.type == kind)


def test_an_invalid_number_is_there_when_one_comes_back(
    page: QuestionsPage, session: Session
) -> None:
    page.show_question("A01")
    write("about 12")
    away_and_back(page, "A01")
    assert session.answer("A01") is None
    assert page._card is not None
    assert page._card.parts.editor.entered() == ("about 12",)
    assert "Kept as you typed it. It is no answer until it is complete" in texts(page)


def test_half_a_range_becomes_an_answer_once_it_is_whole(
    page: QuestionsPage, session: Session
) -> None:
    question = of_type(session, "range")
    page.show_question(question)
    write("10")
    away_and_back(page, question)
    assert session.answer(question) is None
    tab()
    write("20")
    tab()
    write("30")
    away_and_back(page, question)
    given = session.answer(question)
    assert given is not None
    assert given.value == {"low": 10, "likely": 20, "high": 30}
    assert question not in session.drafts
    assert "Kept as you typed it" not in texts(page)


@pytest.mark.parametrize("kind", ["money", "range", "series", "split", "values", "table"])
def test_every_type_with_fields_shows_again_what_stood_in_them(
    page: QuestionsPage, session: Session, kind: str
) -> None:
    question = of_type(session, kind)
    page.show_question(question)
    assert page._card is not None
    field = next(one for one in page._card.parts.editor.inputs() if hasattr(one, "number"))
    field.setFocus()
    write("some 4 or 5")
    stood = page._card.parts.editor.entered()
    away_and_back(page, question)
    assert page._card.parts.editor.entered() == stood
    assert "some 4 or 5" in stood
    assert session.answer(question) is None


def test_an_answer_given_before_counts_until_the_new_one_is_whole(
    page: QuestionsPage, session: Session
) -> None:
    session.give("A01", Answer(value=5e6, basis="export"))
    page.show_question("A01")
    focused().selectAll()  # type: ignore[attr-defined]
    write("6 or 7m")
    away_and_back(page, "A01")
    given = session.answer("A01")
    assert given is not None
    assert given.value == 5e6
    assert "Until it is complete, the answer that you gave before counts." in texts(page)


def test_enter_says_what_is_wrong_once_then_goes_on(page: QuestionsPage) -> None:
    page.show_question("A01")
    write("plenty")
    enter()
    assert page.current == "A01"
    assert "“plenty” cannot be read as a number." in texts(page)
    enter()
    assert page.current != "A01"


def test_after_more_typing_it_is_said_again(page: QuestionsPage) -> None:
    page.show_question("A01")
    write("plenty")
    enter()
    write("!")
    enter()
    assert page.current == "A01"


def test_undo_shows_the_answer_that_it_brings_back(page: QuestionsPage, session: Session) -> None:
    session.give("A01", Answer(value=5e6, basis="export"))
    session.give("A01", Answer(value=6e6, basis="export"))
    page.show_question("A01")
    focused().selectAll()  # type: ignore[attr-defined]
    write("7 or 8m")
    page.show_question("B01")
    session.undo()
    page.show_question("A01")
    assert page._card is not None
    assert page._card.parts.editor.value() == 5e6
    assert "Kept as you typed it" not in texts(page)


def test_clear_and_dont_know_let_it_go(page: QuestionsPage, session: Session) -> None:
    page.show_question("A01")
    write("plenty")
    page.show_question("B01")
    page.show_question("A01")
    assert page._card is not None
    assert page._card.parts.states.clear.isEnabled()
    page._card.clear_answer()
    away_and_back(page, "A01")
    assert page._card.parts.editor.entered() == ("",)
    write("plenty")
    press(Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    away_and_back(page, "A01")
    assert page._card.parts.editor.entered() == ("",)
    given = session.answer("A01")
    assert given is not None
    assert given.state == "dont_know"


def test_it_is_there_again_after_the_assessment_was_left(
    desk: Desk, session: Session, qtbot: QtBot
) -> None:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()

    def first_field() -> TextField:
        window.opened.open(session.assessment.id)
        window.screens.show_question("A01")
        (field,) = window.findChildren(NumberEditor)[-1].fields
        return field

    first_field().enter("about 12")
    window.show_start()
    assert first_field().text() == "about 12"
    assert session.answer("A01") is None
    window.close()
