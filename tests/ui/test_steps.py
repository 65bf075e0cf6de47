"""Undo goes back past the day: what this person did before is undone as what they did just now."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Details
from boardkit.library import Library
from boardkit.questionnaire import Questionnaire
from tests.support.keyboard import CONTROL, press
from tests.support.looking import texts
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.session import Session


@pytest.fixture
def made(desk: Desk, questionnaire: Questionnaire) -> str:
    """A new assessment with one edit on each of two days."""
    created = desk.library.create(questionnaire, Details(company="Paperclip"))
    first = Session(desk.library, created.id)
    first.give("B01", Answer(value=1, basis="export"))
    second = Session(desk.library, created.id)
    second.give("B01", Answer(value=3, basis="export"))
    return created.id


def value(session: Session, question_id: str = "B01") -> object:
    answer = session.answer(question_id)
    return None if answer is None else answer.value


def test_after_a_restart_ctrl_z_undoes_the_last_edit(
    desk: Desk, qtbot: QtBot, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    file = tmp_path / "kept.sqlite3"
    with Library.open(file, "Ada") as library:
        created = library.create(questionnaire, Details(company="Paperclip"))
        Session(library, created.id).give("B01", Answer(value=1, basis="export"))
    with Library.open(file, "Ada") as library:
        window = MainWindow(Desk(library, desk.jobs, desk.settings, desk.theme, "en"))
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitActive(window)
        window.opened.open(created.id)
        assert not window.menus.undo.isEnabled()  # the first question does not wait for it
        qtbot.waitUntil(window.menus.undo.isEnabled)
        assert window.menus.undo.text() == "Undo B01, like-for-like seats"
        press(Qt.Key.Key_Z, CONTROL)
        assert library.assessment(created.id).answers == {}
        assert window.screens.questions is not None
        assert window.screens.questions.current == "B01"
        assert not window.menus.undo.isEnabled()
        window.close()


def test_what_was_just_said_stays_when_they_are_recalled(
    desk: Desk, qtbot: QtBot, made: str
) -> None:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    window.opened.open(made)
    window.bar.say("“Q3 board” is kept")
    qtbot.waitUntil(window.menus.undo.isEnabled)
    assert "“Q3 board” is kept" in texts(window)


def test_edits_are_undone_one_by_one_down_to_the_new_assessment(desk: Desk, made: str) -> None:
    session = Session(desk.library, made)
    assert session.undo() == "B01"
    assert value(session) == 1
    assert session.undo() == "B01"
    assert value(session) is None
    assert session.undo() is None
    assert session.redo() == "B01"
    assert value(session) == 1


def test_what_was_undone_is_not_undone_again(desk: Desk, made: str) -> None:
    Session(desk.library, made).undo()
    session = Session(desk.library, made)
    assert value(session) == 1
    session.undo()
    assert value(session) is None
    assert session.undo_text == ""


def test_what_is_done_before_they_are_recalled_comes_first(
    desk: Desk, made: str, qtbot: QtBot
) -> None:
    session = Session(desk.library, made, jobs=desk.jobs)
    session.give("B01", Answer(value=0, basis="export"))
    with qtbot.waitSignal(session.recalled):
        pass
    values = []
    while session.undo() is not None:
        values.append(value(session))
    assert values == [3, 1, None]
    session.deleteLater()


def test_details_and_many_answers_at_once_are_undone_as_one(desk: Desk, made: str) -> None:
    session = Session(desk.library, made)
    mark = desk.library.keep_milestone(made, "Q3 board")
    session.revise(Details(company="Paperclip Works", board_date=date(2026, 12, 1)))
    session.give("B04", Answer(state="dont_know"))
    session.go_back_to(mark)
    later = Session(desk.library, made)
    assert later.undo_text == "Undo 2 changes made at once"
    assert later.undo() == ""
    assert (later.details.company, value(later)) == ("Paperclip Works", 3)
    assert later.answer("B04") is not None
    assert later.undo() == "B04"
    assert later.undo_text == "Undo the change of details"
    later.undo()
    assert later.details.company == "Paperclip"
    assert Session(desk.library, made).details.company == "Paperclip"


def test_what_somebody_else_said_since_stands(
    desk: Desk, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    file = tmp_path / "shared.sqlite3"
    with Library.open(file, "Ada") as library:
        created = library.create(questionnaire, Details(company="Paperclip"))
        session = Session(library, created.id)
        session.give("B01", Answer(value=1, basis="export"))
        session.give("B04", Answer(state="dont_know"))
    with Library.open(file, "Bob") as library:
        theirs = Session(library, created.id)
        assert theirs.undo_text == ""  # Bob has done nothing yet
        theirs.give("B04", Answer(value=2, basis="export"))
    with Library.open(file, "Ada") as library:
        again = Session(library, created.id)
        assert again.undo() == "B01"
        assert again.undo() is None
        assert value(again, "B04") == 2


def test_an_answer_that_was_locked_stays(desk: Desk, questionnaire: Questionnaire) -> None:
    created = desk.library.create(questionnaire, Details(company="Paperclip"))
    session = Session(desk.library, created.id)
    session.give("J06", Answer(value="resell"))
    session.see_scores()
    session.give("B01", Answer(value=1, basis="export"))
    again = Session(desk.library, created.id)
    assert again.undo() == "B01"
    assert again.undo() is None
    assert value(again, "J06") == "resell"


def test_a_milestone_that_is_looked_at_has_nothing_to_undo(desk: Desk, made: str) -> None:
    mark = desk.library.keep_milestone(made, "Q3 board")
    assert Session(desk.library, made, milestone=mark).undo_text == ""


EDIT = st.tuples(
    st.sampled_from(["B01", "B04", "undo", "redo", "close"]), st.sampled_from([0, 1, 2, None])
)


@given(edits=st.lists(EDIT, max_size=12))
def test_whenever_it_was_closed_undo_leads_back_to_the_new_assessment(
    qapp: QApplication, questionnaire: Questionnaire, edits: list[tuple[str, int | None]]
) -> None:
    with TemporaryDirectory() as folder, Library.open(Path(folder) / "l.sqlite3", "Ada") as library:
        created = library.create(questionnaire, Details(company="Paperclip"))
        owner = QObject()
        session = Session(library, created.id, parent=owner)
        for what, level in edits:
            if what == "close":
                session = Session(library, created.id, parent=owner)
            elif what in ("undo", "redo"):
                getattr(session, what)()
            else:
                answer = None if level is None else Answer(value=level, basis="export")
                session.give(what, answer)
        session, steps = Session(library, created.id, parent=owner), 0
        while session.undo() is not None:
            steps += 1
        assert steps <= len(edits)
        assert library.assessment(created.id) == created
