"""The bar below the questions: how far one is, and where it leads."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from tests.support.looking import nameless, visible
from ui.session import Session
from ui.walk import Walk
from ui.widgets.question_bar import QuestionBar


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> QuestionBar:
    made = QuestionBar()
    qtbot.addWidget(made)
    made.space()
    made.resize(1280, 60)
    made.show()
    made.show_walk(walk(session), "A01")
    return made


def walk(session: Session) -> Walk:
    return Walk(session.reading, session.confirming)


def named(bar: QuestionBar, text: str) -> QPushButton:
    return next(one for one in visible(bar, QPushButton) if one.text() == text)


def test_it_says_how_far_one_is(bar: QuestionBar, session: Session) -> None:
    places = walk(session).places
    progress = bar.findChild(QProgressBar)
    assert progress is not None
    assert (progress.value(), progress.maximum()) == (0, len(places))
    session.give("B01", Answer(value=2, basis="export"))
    bar.show_walk(walk(session), "B01")
    assert progress.value() == 1
    left = next(one.text() for one in visible(bar, QLabel) if " of " in one.text())
    assert left.startswith(f"1 of {len(walk(session).places)} · about ")
    assert nameless(bar) == []


def test_a_questionnaire_full_of_unknowns_is_not_all_done(
    bar: QuestionBar, session: Session
) -> None:
    for question in session.questionnaire.questions:
        session.give(question.id, Answer(state="dont_know"))
    now = walk(session)
    bar.show_walk(now, "A01")
    count = len(now.places)
    (left,) = [one.text() for one in visible(bar, QLabel) if " of " in one.text()]
    assert left == f"{count} of {count} · {count} of them unknown"


def test_at_either_end_there_is_nothing_before_and_what_is_open_or_the_result_afterwards(
    bar: QuestionBar, session: Session
) -> None:
    places = walk(session).places
    bar.show_walk(walk(session), places[0].question.id)
    assert not named(bar, "← Back").isEnabled()
    assert named(bar, "Next ↵").isEnabled()
    bar.show_walk(walk(session), places[-1].question.id)
    assert named(bar, "← Back").isEnabled()
    assert named(bar, "See what is open ↵").isEnabled()
    bar.show_walk(walk(session), places[-1].question.id, "open")
    assert named(bar, "See the result ↵").isEnabled()


def test_sections_are_in_a_menu_where_there_is_no_rail(
    bar: QuestionBar, session: Session, qtbot: QtBot
) -> None:
    bar.arrange(600, with_sections=True)
    assert bar.sections.isVisible()
    assert not visible(bar, QProgressBar)
    menu = bar.sections.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    entries = walk(session).entries
    assert len(menu.actions()) == len(entries)
    with qtbot.waitSignal(bar.entry_wanted) as wanted:
        menu.actions()[1].trigger()
    assert wanted.args == [entries[1].key, entries[1].review]
    bar.arrange(1280, with_sections=False)
    assert not bar.sections.isVisible()
    assert visible(bar, QProgressBar)
