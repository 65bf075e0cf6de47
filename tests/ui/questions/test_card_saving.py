"""When a card saves, what it keeps, and that showing something never writes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Evidence
from boardkit.examples import shipped_example
from boardkit.library import Library
from tests.support.keyboard import ALT, CONTROL, click, enter, focused, press, tab, write
from tests.support.looking import texts
from tests.ui.questions.conftest import Show
from ui.desk import Desk
from ui.questions.card import REST, QuestionCard
from ui.questions.draft import Draft
from ui.session import Session


def given(session: Session, question_id: str) -> Answer:
    answer = session.answer(question_id)
    assert answer is not None
    return answer


def test_filling_a_card_never_writes(desk: Desk, window: QScrollArea) -> None:
    example = shipped_example("paperclip-2026-q3")
    desk.library.add(example.assessment, example.questionnaire)
    session = Session(desk.library, example.assessment.id)
    before = desk.library.history(session.assessment.id)
    for question in session.questionnaire.questions:
        card = QuestionCard(desk, session, question.id)
        window.setWidget(card)
        card.take_focus()
        tab()
        assert card.flush()
        card.parts.editor.setFocus()
    assert desk.library.history(session.assessment.id) == before
    session.deleteLater()


def test_an_answer_that_cites_a_fact_no_longer_on_record_can_be_edited(
    desk: Desk, orchard_session: Session, window: QScrollArea
) -> None:
    content, details = orchard_session.questionnaire, orchard_session.details
    question = next(one for one in content.questions if one.type == "level")
    made = desk.library.create(content, details, {question.id: Answer(value=1, facts=("F999",))})
    session = Session(desk.library, made.id)
    card = QuestionCard(desk, session, question.id)
    window.setWidget(card)
    card.take_focus()
    write("0")
    assert card.flush()
    answer = given(session, question.id)
    assert (answer.value, answer.facts) == (0, ())
    session.deleteLater()


def test_filling_a_card_of_the_small_questionnaire_never_writes(
    desk: Desk, orchard_session: Session, window: QScrollArea
) -> None:
    before = len(desk.library.history(orchard_session.assessment.id))
    for question in orchard_session.questionnaire.questions:
        card = QuestionCard(desk, orchard_session, question.id)
        window.setWidget(card)
        card.take_focus()
        assert card.flush()
    assert len(desk.library.history(orchard_session.assessment.id)) == before


def test_a_choice_is_saved_at_once_and_only_once(show: Show, rows: Callable[[], int]) -> None:
    before = rows()
    card = show("D03")
    write("3")
    assert rows() == before + 1
    card.take_focus()
    write("3")
    assert rows() == before + 1


def test_a_number_is_saved_after_a_seconds_rest(
    show: Show, session: Session, rows: Callable[[], int], qtbot: QtBot
) -> None:
    before = rows()
    show("A01")
    write("200m")
    assert rows() == before
    qtbot.waitUntil(lambda: session.answer("A01") is not None, timeout=3 * REST)
    assert given(session, "A01").value == 200e6
    assert rows() == before + 1
    assert focused().property("text") == "200m", "what is being typed is left alone"


def test_a_number_is_saved_when_the_field_is_left(
    show: Show, session: Session, rows: Callable[[], int]
) -> None:
    before = rows()
    show("A01")
    write("200m")
    tab()
    assert given(session, "A01").value == 200e6
    assert rows() == before + 1


def test_a_rest_with_half_a_number_says_nothing_yet(show: Show, qtbot: QtBot) -> None:
    card = show("A01")
    write("-")
    qtbot.wait(REST + 200)
    assert "cannot be read" not in texts(card)
    tab()
    assert "cannot be read" in texts(card)


def test_half_a_range_is_no_fault_until_one_leaves_it(show: Show, session: Session) -> None:
    card = show("B03")
    write("5")
    enter()
    write("15")
    assert "is missing" not in texts(card)
    tab()
    tab()
    assert "high is missing" in texts(card)
    assert session.answer("B03") is None
    card.parts.editor.fields[2].setFocus()  # type: ignore[attr-defined]
    write("40")
    tab()
    assert "is missing" not in texts(card)
    assert given(session, "B03").value == {"low": 5, "likely": 15, "high": 40}


def test_a_basis_before_a_value_waits_for_it(show: Show, session: Session) -> None:
    card = show("A01")
    card.parts.basis.take_focus()
    write("3")
    assert session.answer("A01") is None
    card.take_focus()
    write("200m")
    card.flush()
    assert (given(session, "A01").value, given(session, "A01").basis) == (200e6, "export")


def test_a_note_is_saved_after_a_seconds_rest_and_on_leaving(
    show: Show, session: Session, qtbot: QtBot
) -> None:
    session.give("A01", Answer(value=200e6, basis="export"))
    card = show("A01")
    card.parts._show_note()
    write("End of September.")
    assert given(session, "A01").note == ""
    qtbot.waitUntil(lambda: given(session, "A01").note == "End of September.", timeout=3 * REST)
    write(" Tied to the ledger.")
    card.take_focus()
    assert given(session, "A01").note == "End of September. Tied to the ledger."


def test_a_pending_note_is_saved_on_flush(show: Show, session: Session) -> None:
    session.give("A01", Answer(value=200e6, basis="export"))
    card = show("A01")
    card.parts._show_note()
    write("Ask Finance.")
    assert card.flush()
    assert given(session, "A01").note == "Ask Finance."


def test_a_note_without_an_answer_waits_and_says_so(
    show: Show, session: Session, rows: Callable[[], int]
) -> None:
    before = rows()
    card = show("A01")
    card.parts._show_note()
    write("Ask Finance.")
    assert card.flush()
    assert rows() == before
    assert "Kept once there is an answer." in texts(card)
    show("A06")
    card = show("A01")
    assert card.parts.note.text() == "Ask Finance."
    press(Qt.Key.Key_K, ALT)
    assert (given(session, "A01").state, given(session, "A01").note) == (
        "dont_know",
        "Ask Finance.",
    )
    assert session.drafts == {}


def test_the_text_beside_a_choice_may_come_first(show: Show, session: Session) -> None:
    card = show("J06")
    card.parts.editor.box.setFocus()  # type: ignore[attr-defined]
    write("It is late.")
    assert card.flush()
    assert session.answer("J06") is None
    card = show("J06")
    assert card.parts.editor.companion() == "It is late."
    assert "Kept once there is an answer." in texts(card)
    write("d")
    assert (given(session, "J06").value, given(session, "J06").companion) == ("both", "It is late.")


def test_what_is_too_long_is_refused(show: Show, session: Session) -> None:
    session.give("A01", Answer(value=5.0))
    card = show("A01")
    card.parts.note.box.setPlainText("x" * 100_001)
    assert not card.flush()
    assert "longer than an answer can hold" in texts(card)
    assert given(session, "A01").note == ""


def test_changing_the_value_keeps_all_that_goes_with_it(show: Show, session: Session) -> None:
    backed = (Evidence(title="ARR roll-forward"),)
    session.give(
        "A01",
        Answer(value=1.0, basis="export", note="As said.", evidence=backed, facts=("S07",)),
    )
    card = show("A01")
    write("2m")
    card.flush()
    answer = given(session, "A01")
    assert (answer.value, answer.basis, answer.note) == (2e6, "export", "As said.")
    assert (answer.evidence, answer.facts) == (backed, ("S07",))


def test_dont_know_keeps_the_note_and_the_evidence(show: Show, session: Session) -> None:
    backed = (Evidence(title="ARR roll-forward"),)
    session.give("D03", Answer(value=1, basis="export", note="As said.", evidence=backed))
    show("D03")
    press(Qt.Key.Key_K, ALT)
    answer = given(session, "D03")
    assert (answer.state, answer.note, answer.evidence) == ("dont_know", "As said.", backed)


def test_an_emptied_field_takes_the_answer_back_and_remembers_the_rest(
    show: Show, session: Session
) -> None:
    session.give("A01", Answer(value=5.0, basis="export", note="As said."))
    card = show("A01")
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Delete)
    assert card.flush()
    assert session.answer("A01") is None
    assert session.drafts["A01"] == Draft(basis="export", note="As said.")
    write("6")
    card.flush()
    answer = given(session, "A01")
    assert (answer.value, answer.basis, answer.note) == (6, "export", "As said.")


def test_clearing_takes_everything_back_and_undo_brings_it_again(
    show: Show, session: Session
) -> None:
    session.give("A01", Answer(value=5.0, basis="export", note="As said."))
    card = show("A01")
    click(card.parts.states.clear)
    assert session.answer("A01") is None
    assert card.parts.note.text() == ""
    assert card.parts.basis.basis is None
    session.undo()
    assert card.parts.note.text() == "As said."
    assert card.parts.basis.basis == "export"
    assert card.parts.editor.value() == 5


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("D03", 1, 3),
        ("J06", "both", "resell"),
        ("E01", ["none"], ["credits"]),
        ("A01", 5.0, 6.0),
        ("C02", 5.0, 6.0),
        ("D02", "One.", "Two."),
        ("B03", {"low": 1.0, "likely": 2.0, "high": 3.0}, {"low": 2.0, "likely": 2.0, "high": 3.0}),
        ("C04", [1.0, 2.0, 3.0, 4.0], [4.0, 3.0, 2.0, 1.0]),
        ("B05", {"net": 100.0}, {"net": 104.0, "gross": 90.0}),
        ("D09", [{"label": "A"}], [{"label": "B", "arr": 5.0}]),
    ],
)
def test_undo_and_redo_are_shown(
    show: Show, session: Session, question: str, first: object, second: object
) -> None:
    session.give(question, Answer(value=first))
    session.give(question, Answer(value=second))
    card = show(question)
    assert card.parts.editor.value() == second
    session.undo()
    assert card.parts.editor.value() == first
    session.undo()
    assert card.parts.editor.value() is None
    session.redo()
    session.redo()
    assert card.parts.editor.value() == second


def test_a_change_of_another_question_leaves_what_is_being_typed(
    show: Show, session: Session
) -> None:
    card = show("A01")
    write("20")
    session.give("D03", Answer(value=2, basis="export"))
    write("0m")
    card.flush()
    assert given(session, "A01").value == 200e6


def test_a_table_of_rows_with_their_own_bases(show: Show, session: Session) -> None:
    card = show("D09")
    write("Customer A")
    enter()
    write("8m")
    enter()
    enter()
    enter()
    write("4")
    press(Qt.Key.Key_Down, CONTROL)
    write("Customer B")
    card.flush()
    answer = given(session, "D09")
    assert answer.value == [{"label": "Customer A", "arr": 8e6}, {"label": "Customer B"}]
    assert (answer.bases, answer.basis) == ({"0": "contract"}, None)


def test_the_currency_of_the_assessment_is_followed(show: Show, session: Session) -> None:
    session.give("A01", Answer(value=200e6, basis="export"))
    card = show("A01")
    session.revise(session.details.model_copy(update={"currency": "EUR"}))
    elsewhere = QLineEdit(card)
    elsewhere.show()
    elsewhere.setFocus()
    assert card.parts.editor.field.text() == "€200,000,000"  # type: ignore[attr-defined]


def test_what_is_refused_is_told_in_the_persons_own_figures(
    desk: Desk, session: Session, window: QScrollArea
) -> None:
    german = Session(desk.library, session.assessment.id, locale="de")
    card = QuestionCard(desk, german, "B02")
    window.setWidget(card)
    card.take_focus()
    write("150,5")
    assert not card.flush()
    assert "Type 100 or less; 150,5 is too large." in texts(card)
    german.deleteLater()


def test_a_library_that_cannot_be_written_is_told_and_nothing_is_lost(
    show: Show, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    card = show("A01")
    write("200m")
    folder = desk.library.path.parent
    desk.library.close()
    moved = desk.library.path.rename(folder / "gone.sqlite3")
    desk.library.path.mkdir()
    with qtbot.assertNotEmitted(card.done):
        press(Qt.Key.Key_Return, CONTROL)
    assert card.parts._failure.isVisible()
    assert card.parts.editor.value() == 200e6
    desk.library.path.rmdir()
    moved.rename(desk.library.path)
    assert card.flush()
    assert not card.parts._failure.isVisible()
    with Library.open(desk.library.path) as again:
        assert again.assessment(session.assessment.id).answers["A01"].value == 200e6
