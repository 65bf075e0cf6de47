"""The card by keyboard: value, basis, on; don't know, not applicable; what follows from it."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from tests.support.keyboard import ALT, CONTROL, click, enter, focused, press, tab, write
from tests.support.looking import cut_off, nameless, texts, visible
from tests.ui.questions.conftest import Show
from ui.desk import Desk
from ui.questions.card import ALWAYS_APPLIES, QuestionCard
from ui.questions.choice_editors import LevelEditor
from ui.session import Session
from ui.theme import theme


def given(session: Session, question_id: str) -> Answer:
    answer = session.answer(question_id)
    assert answer is not None
    return answer


# By keyboard


def test_a_level_a_basis_and_enter_go_on(show: Show, session: Session, qtbot: QtBot) -> None:
    card = show("D03")
    write("3")
    assert given(session, "D03").value == 3
    assert given(session, "D03").basis is None
    assert card.parts.basis.isAncestorOf(focused())
    write("2")
    assert given(session, "D03").basis == "management"
    with qtbot.waitSignal(card.done):
        enter()


def test_enter_goes_on_without_an_answer_and_chooses_nothing(
    show: Show, session: Session, qtbot: QtBot
) -> None:
    card = show("D03")
    with qtbot.waitSignal(card.done):
        enter()
    assert session.answer("D03") is None


def test_enter_in_a_number_saves_it_and_asks_how_one_knows_before_going_on(
    show: Show, session: Session, qtbot: QtBot
) -> None:
    card = show("A01")
    write("200m")
    with qtbot.assertNotEmitted(card.done):
        enter()
    assert given(session, "A01").value == 200e6
    write("3")
    with qtbot.waitSignal(card.done):
        enter()
    card.take_focus()
    write("210m")
    with qtbot.waitSignal(card.done):
        enter()
    assert (given(session, "A01").value, given(session, "A01").basis) == (210e6, "export")


def test_control_and_enter_go_on_from_anywhere(show: Show, session: Session, qtbot: QtBot) -> None:
    card = show("D02")
    write("We bill per minute.")
    enter()
    write("Calls cause minutes.")
    with qtbot.waitSignal(card.done):
        press(Qt.Key.Key_Return, CONTROL)
    assert given(session, "D02").value == "We bill per minute.\nCalls cause minutes."


def test_values_with_their_own_bases_by_enter_alone(
    show: Show, session: Session, qtbot: QtBot
) -> None:
    card = show("B05")
    assert not card.parts.basis.isVisible()
    for key in ("104", "3", "91", "2"):
        write(key)
        if key != "2":
            enter()
    with qtbot.waitSignal(card.done):
        enter()
    answer = given(session, "B05")
    assert answer.value == {"net": 104, "gross": 91}
    assert answer.bases == {"net": "export", "gross": "management"}
    assert answer.basis == "management", "the weakest of them, for what asks for one"


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, CONTROL])
def test_bad_input_keeps_the_person_there_and_saves_nothing(
    show: Show, session: Session, qtbot: QtBot, modifiers: Qt.KeyboardModifier
) -> None:
    card = show("A01")
    write("a lot")
    with qtbot.assertNotEmitted(card.done):
        press(Qt.Key.Key_Return, modifiers)
    assert session.answer("A01") is None
    assert "“a lot” cannot be read as a number" in texts(card)
    assert not card.flush()


def test_text_questions_have_no_basis(show: Show) -> None:
    assert not show("D02").parts.basis.isVisible()


# Don't know and not applicable


def test_dont_know_by_key_and_again_to_take_it_back(
    show: Show, session: Session, qtbot: QtBot
) -> None:
    card = show("D03")
    press(Qt.Key.Key_K, ALT)
    assert given(session, "D03").state == "dont_know"
    assert card.parts.states.dont_know.isChecked()
    assert not card.parts.basis.isVisible()
    with qtbot.waitSignal(card.done):
        enter()
    press(Qt.Key.Key_K, ALT)
    assert session.answer("D03") is None
    assert not card.parts.states.dont_know.isChecked()


def test_a_value_replaces_dont_know_and_the_other_way_round(show: Show, session: Session) -> None:
    card = show("A01")
    write("200m")
    press(Qt.Key.Key_K, ALT)
    assert given(session, "A01").state == "dont_know"
    assert card.parts.editor.value() is None
    write("7m")
    card.flush()
    assert given(session, "A01").value == 7e6


def test_not_applicable_asks_why_right_there(show: Show, session: Session, qtbot: QtBot) -> None:
    card = show("J04")
    press(Qt.Key.Key_N, ALT)
    assert focused() is card.parts.states.reason
    assert session.answer("J04") is None
    write("We never sold seats.")
    with qtbot.waitSignal(card.done):
        enter()
    answer = given(session, "J04")
    assert (answer.state, answer.reason) == ("not_applicable", "We never sold seats.")
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Delete)
    with qtbot.assertNotEmitted(card.done):
        enter()
    assert "Say in a few words why the question does not apply." in texts(card)
    assert given(session, "J04").reason == "We never sold seats."


def test_a_reason_that_is_never_given_is_missed_once_and_changes_nothing(
    show: Show, session: Session, qtbot: QtBot
) -> None:
    card = show("J04")
    press(Qt.Key.Key_N, ALT)
    with qtbot.assertNotEmitted(card.done):
        enter()
    assert "Say in a few words why the question does not apply." in texts(card)
    with qtbot.waitSignal(card.done):
        enter()
    assert session.answer("J04") is None
    card.take_focus()
    write("2")
    assert given(session, "J04").value == 2
    assert not card.parts.states.reason.isVisible()


def test_not_applicable_a_second_time_asks_no_more(show: Show, session: Session) -> None:
    session.give("J04", Answer(value=2, basis="export"))
    card = show("J04")
    press(Qt.Key.Key_N, ALT)
    press(Qt.Key.Key_N, ALT)
    assert not card.parts.states.reason.isVisible()
    assert not card.parts.states.not_applicable.isChecked()
    assert given(session, "J04").value == 2


def test_not_applicable_is_not_offered_where_it_cannot_be(show: Show, session: Session) -> None:
    card = show("D03")
    assert not card.parts.states.not_applicable.isVisible()
    press(Qt.Key.Key_N, ALT)
    assert not card.parts.states.reason.isVisible()
    assert session.answer("D03") is None
    assert ALWAYS_APPLIES in texts(card)
    write("2")
    assert ALWAYS_APPLIES not in texts(card)


def test_enter_on_dont_know_chooses_it_and_then_goes_on(
    show: Show, session: Session, qtbot: QtBot
) -> None:
    card = show("D03")
    card.parts.states.dont_know.setFocus()
    with qtbot.assertNotEmitted(card.done):
        enter()
    assert given(session, "D03").state == "dont_know"
    with qtbot.waitSignal(card.done):
        enter()
    assert given(session, "D03").state == "dont_know"


# What follows


def test_derived_values_are_said_live(show: Show, session: Session) -> None:
    session.give("A01", Answer(value=200e6, basis="export"))
    card = show("A03")
    assert not card.parts.consequences.isVisible()
    write("70")
    enter()
    write("30")
    card.flush()
    assert "That is $140m in seats." in texts(card)


def test_answers_that_disagree_are_named_with_a_way_there(
    show: Show, session: Session, qtbot: QtBot
) -> None:
    session.give("A01", Answer(value=10e6, basis="export"))
    card = show("A06")
    write("20m")
    enter()
    assert "ARR from AI products is $20m a year (A06), more than the whole ARR of $10m" in (
        texts(card)
    )
    link = next(
        b for b in visible(card, type(card.parts.states.clear)) if b.text() == "Go to A01: ARR"
    )
    with qtbot.waitSignal(card.question_wanted) as wanted:
        click(link)
    assert wanted.args == ["A01"]
    session.give("A01", Answer(value=100e6, basis="export"))
    assert "more than the whole" not in texts(card)


def test_an_amount_that_may_lack_its_millions_is_asked_about(show: Show, session: Session) -> None:
    card = show("A01")
    write("200")
    enter()
    said = texts(card)
    assert "Is that the amount you mean?" in said
    assert "Do you mean 200 US dollars, or 200 million?" in said
    assert "Millions are typed with an m, as in 12m." in said
    given = session.assessment.answers["A01"]
    assert given.value == 200  # asked, never blocked
    session.give("A01", Answer(value=200e6, basis="export"))
    assert "Do you mean" not in texts(card)


def test_parts_that_may_lack_their_millions_are_asked_about_by_name(
    show: Show, session: Session
) -> None:
    session.give("J01", Answer(value={"resell": 9, "first_derivative": 0, "runway": 18}))
    said = texts(show("J01"))
    assert "Committed to reselling inference: do you mean 9 US dollars, or 9 million?" in said
    assert said.count("o you mean") == 1


def test_the_place_of_the_question_is_said(show: Show) -> None:
    assert "Before you start, and the baseline · A01 · question 4 of 11" in texts(show("A01"))


def test_a_question_that_is_hidden_says_so(show: Show, session: Session) -> None:
    session.give("C08", Answer(value="none", basis="export"))
    assert "not asked at the moment" in texts(show("C01"))


# A view that was fixed


def test_a_view_is_fixed_once_scores_were_seen(show: Show, session: Session) -> None:
    session.give("J06", Answer(value="both", basis="judgement"))
    card = show("J06")
    assert card.parts.editor.isEnabled()
    session.see_scores()
    card.hide()
    card.show()
    assert "fixed when the scores were first shown" in texts(card)
    assert not card.parts.editor.isEnabled()
    press(Qt.Key.Key_K, ALT)
    assert given(session, "J06").value == "both"
    assert show("A07").parts.editor.isEnabled()


def test_a_view_never_given_cannot_be_given_afterwards(
    show: Show, session: Session, qtbot: QtBot
) -> None:
    session.see_scores()
    card = show("J06")
    assert "so this can no longer be answered" in texts(card)
    with qtbot.waitSignal(card.done):
        enter()
    assert session.answer("J06") is None


# As a widget

EVERY_TYPE = ("D03", "J06", "E01", "A01", "A03", "A02", "B05", "F10", "B03", "C04", "A08", "D09",
              "D02", "J04")  # fmt: skip


@pytest.mark.parametrize("question", EVERY_TYPE)
@pytest.mark.parametrize(("scale", "width"), [(1.0, 630), (2.0, 630)])
def test_nothing_is_cut_and_everything_is_named(
    show: Show, window: QScrollArea, question: str, scale: float, width: int
) -> None:
    theme().set_scale(scale)
    window.resize(width, 900)
    card = show(question)
    card.parts._show_form()
    card.parts._show_note()
    QApplication.processEvents()
    assert window.horizontalScrollBar().maximum() == 0
    assert cut_off(card) == []
    assert nameless(card) == []


@pytest.mark.parametrize("question", EVERY_TYPE)
def test_a_closed_card_is_freed(
    desk: Desk, session: Session, window: QScrollArea, question: str
) -> None:
    card = QuestionCard(desk, session, question)
    window.setWidget(card)
    card.take_focus()
    write("1")
    gone = weakref.ref(card)
    window.takeWidget().deleteLater()
    del card
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    assert gone() is None
    session.give("A01", Answer(value=1.0))


def test_larger_text_rebuilds_the_card_and_keeps_what_was_typed(
    show: Show, session: Session
) -> None:
    card = show("A01")
    write("200m")
    before = card.parts.findChildren(QLabel)[1].height()
    theme().set_scale(2.0)
    QApplication.processEvents()
    assert given(session, "A01").value == 200e6
    assert card.parts.findChildren(QLabel)[1].height() > before
    assert card.parts.editor.isAncestorOf(focused())


def test_tab_goes_from_the_value_to_the_basis_and_the_buttons(show: Show) -> None:
    card = show("D03")
    assert isinstance(card.parts.editor, LevelEditor)
    tab()
    assert card.parts.basis.isAncestorOf(focused())
    tab()
    assert focused() is card.parts.states.dont_know


def test_the_keyboard_stays_in_sight(show: Show, window: QScrollArea, qtbot: QtBot) -> None:
    theme().set_scale(2.0)
    window.resize(700, 500)
    card = show("D03")
    QApplication.processEvents()
    write("4")

    def in_sight() -> bool:
        here = focused()
        top = here.mapTo(window.viewport(), here.rect().topLeft()).y()
        return top >= 0 and top + here.height() <= window.viewport().height()

    assert card.parts.basis.isAncestorOf(focused())
    qtbot.waitUntil(in_sight)
    card.parts._show_note()
    qtbot.waitUntil(in_sight)


def test_a_form_that_opens_is_seen_whole(show: Show, window: QScrollArea, qtbot: QtBot) -> None:
    window.resize(720, 560)
    card = show("D03")
    card.parts._show_form()

    def seen(widget: QWidget) -> bool:
        top = widget.mapTo(window.viewport(), QPoint()).y()
        return top >= 0 and top + widget.height() <= window.viewport().height()

    qtbot.waitUntil(lambda: seen(card.parts.evidence))
    write("A")
    card.parts.evidence.close_form()
    card.parts.basis.take_focus()
    qtbot.waitUntil(lambda: seen(card.parts.basis))
