"""The wizard, by keyboard, as a person goes through it."""

import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from tests.support.full_disk import refuse_to_write
from ui.desk import Desk
from ui.pages.questions import IDLE, QuestionsPage
from ui.questions.card import QuestionCard
from ui.session import Session
from ui.theme import theme
from ui.widgets.live_scores import LiveScores
from ui.widgets.section_rail import SectionRail


@pytest.fixture
def page(desk: Desk, session: Session, qtbot: QtBot) -> QuestionsPage:
    made = QuestionsPage(desk, session)
    qtbot.addWidget(made)
    made.resize(1280, 750)
    made.show()
    qtbot.waitExposed(made)
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def said(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_it_starts_at_the_first_question_and_says_why_it_is_asked(page: QuestionsPage) -> None:
    assert page.current == "J06"
    text = said(page)
    assert "Which way out does the board favour today?" in text
    assert "Why the board asks" in text
    assert "What proves it" in text
    assert "0 of 82" in text


def test_an_answer_that_cannot_be_written_is_said_and_not_shown(
    page: QuestionsPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    page.show_question("B01")
    refuse_to_write(tmp_path / "library.sqlite3")
    qtbot.keyClick(focused(), Qt.Key.Key_2)
    assert session.answer("B01") is None
    assert "cannot do this: there is no room" in said(page)
    assert "0 of 82" in said(page)


def test_a_level_a_basis_and_enter_go_to_the_next_question(
    page: QuestionsPage, session: Session, qtbot: QtBot
) -> None:
    page.show_question("B01")
    qtbot.keyClick(focused(), Qt.Key.Key_2)
    qtbot.keyClick(focused(), Qt.Key.Key_3)
    given = session.answer("B01")
    assert given is not None
    assert (given.value, given.basis) == (2, "export")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert page.current == "B05"
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.current == "B01"


def test_it_opens_where_it_was_left(
    page: QuestionsPage, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    page.show_question("E07")  # and not a moment later the power fails
    again = QuestionsPage(desk, Session(desk.library, session.assessment.id))
    qtbot.addWidget(again)
    assert again.current == "E07"


def cards(page: QuestionsPage) -> set[str]:
    return {card.question.id for card in page.findChildren(QuestionCard)}


def test_the_next_card_is_made_ahead_only_while_the_page_is_seen(
    page: QuestionsPage, session: Session, qtbot: QtBot
) -> None:
    page.hide()  # as when the assessment is closed, with its session
    page.show_question("B01")
    session.give("B01", Answer(value=2, basis="export"))
    qtbot.wait(4 * IDLE)
    assert "B05" not in cards(page)
    page.show()
    qtbot.waitUntil(lambda: "B05" in cards(page))


def test_looking_at_a_milestone_leaves_the_place_alone(
    page: QuestionsPage, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    page.show_question("E07")
    key = session.assessment.id
    kept = desk.library.keep_milestone(key, "Q3 board")
    then = QuestionsPage(desk, Session(desk.library, key, milestone=kept, parent=session))
    qtbot.addWidget(then)
    then.show_question("B01")
    again = QuestionsPage(desk, Session(desk.library, key, parent=session))
    qtbot.addWidget(again)
    assert again.current == "E07"


def test_filling_the_page_never_writes(page: QuestionsPage, desk: Desk, session: Session) -> None:
    before = len(desk.library.history(session.assessment.id))
    for question in session.questionnaire.questions:
        page.show_question(question.id)
    assert len(desk.library.history(session.assessment.id)) == before


def test_what_is_being_typed_is_saved_when_one_goes_on(
    page: QuestionsPage, session: Session, qtbot: QtBot
) -> None:
    page.show_question("A01")
    qtbot.keyClicks(focused(), "200m")
    page.go_on()
    given = session.answer("A01")
    assert given is not None
    assert given.value == 200e6


def test_progress_and_sections_follow_the_answers(page: QuestionsPage, session: Session) -> None:
    session.give("C08", Answer(value="none", basis="export"))
    assert "1 of 68" in said(page) or "1 of 6" in said(page)
    rail = page.findChild(SectionRail)
    assert rail is not None
    spoken = [
        rail.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rail.count())
    ]
    assert "Customers' inference demand: 1 of 6 answered" in [
        text.replace("’", "'") for text in spoken
    ]


def test_scores_wait_for_enough_answers_then_move_live(
    page: QuestionsPage, session: Session, desk: Desk
) -> None:
    scores = page.findChild(LiveScores)
    assert scores is not None
    assert "Scores appear when there are enough answers to name a band: 0 of " in said(scores)
    assert not session.scores_seen
    for question in session.questionnaire.questions:
        if question.type == "level":
            session.give(question.id, Answer(value=2, basis="management"))
    session.give("A03", Answer(value={"seats": 50, "usage": 50}, basis="export"))
    session.give("C02", Answer(value=40, basis="export"))
    assert not session.result.headline.too_early
    assert session.scores_seen
    assert "Hide scores" in [b.text() for b in scores.findChildren(type(scores._toggle))]


def test_the_pane_goes_below_and_the_sections_into_a_menu_when_it_gets_narrow(
    page: QuestionsPage, qtbot: QtBot
) -> None:
    rail = page.findChild(SectionRail)
    assert rail is not None
    assert rail.isVisible()
    page.resize(1024, 650)
    theme().set_scale(2.0)
    qtbot.waitUntil(lambda: not rail.isVisible())
    assert "Why the board asks" in said(page)
    assert page._bar.sections.isVisible()
    theme().set_scale(1.0)
    page.resize(1280, 750)
    qtbot.waitUntil(rail.isVisible)


def test_finding_by_number_and_by_words(
    page: QuestionsPage, session: Session, qtbot: QtBot
) -> None:
    session.give("D02", Answer(value="We bill per minute of call."))
    page.find_question()
    qtbot.keyClicks(page._finder._words, "b05")
    qtbot.keyClick(page._finder._words, Qt.Key.Key_Return)
    assert page.current == "B05"
    page.find_question()
    qtbot.keyClicks(page._finder._words, "minute call")
    assert page._finder._list.count() == 1
    qtbot.keyClick(page._finder._words, Qt.Key.Key_Return)
    assert page.current == "D02"


def test_review_lists_lead_back_to_their_questions(
    page: QuestionsPage, session: Session, qtbot: QtBot
) -> None:
    session.give("B04", Answer(state="dont_know"))
    page.show_review("unknown")
    assert "Don’t know: 1" in said(page)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert page.current == "B04"


def test_disagreements_are_counted_and_say_with_what(page: QuestionsPage, session: Session) -> None:
    session.give("A01", Answer(value=10e6))
    session.give("A06", Answer(value=20e6))
    session.give("H01", Answer(value={"top_one": 30, "top_ten": 20}))
    page.show_review("disagree")
    assert "Disagreements: 2" in said(page)
    shown = focused()
    assert isinstance(shown, QListWidget)
    rows = [shown.item(row).text() for row in range(shown.count())]
    assert [row.splitlines()[-1] for row in rows] == [
        "It disagrees with A06.", "It disagrees with A01.", "Its own values disagree.",
    ]  # fmt: skip


def test_beside_a_review_list_stands_why_the_marked_question_is_asked(
    page: QuestionsPage, session: Session, qtbot: QtBot
) -> None:
    page.show_question("E07")
    page.show_review("open")
    first, second = (place.question for place in page._walk.places[:2])
    assert first.why in said(page)
    assert second.why not in said(page)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert second.why in said(page)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert page.current == second.id


def test_a_closed_page_is_freed(desk: Desk, session: Session, qapp: QApplication) -> None:
    page = QuestionsPage(desk, session)
    page.show_question("B01")
    page.show_question("A08")
    gone = weakref.ref(page)
    page.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    del page
    assert gone() is None


def test_after_the_last_question_what_is_open_comes_before_the_result(
    page: QuestionsPage, session: Session, qtbot: QtBot
) -> None:
    last = session.reading.asked()[-1]
    page.show_question(last.id)
    page.go_on()
    assert "Not answered yet: 82" in said(page)
    with qtbot.waitSignal(page.result_wanted):
        page.go_on()


def test_with_nothing_open_the_result_comes_after_the_last_question(
    page: QuestionsPage, session: Session, qtbot: QtBot
) -> None:
    for question in session.reading.asked():
        session.give(question.id, Answer(state="dont_know"))
    page.show_question(session.reading.asked()[-1].id)
    with qtbot.waitSignal(page.result_wanted):
        page.go_on()
