"""Cards kept and made ahead: the same card comes back, and none is forgotten for long."""

import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from ui.desk import Desk
from ui.questions.card import QuestionCard
from ui.questions.deck import KEPT, Deck
from ui.session import Session


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(700, 900)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def deck(desk: Desk, session: Session, home: QWidget) -> Deck:
    return Deck(desk, session, home)


def test_a_card_that_was_prepared_is_the_one_that_comes(deck: Deck, home: QWidget) -> None:
    deck.prepare("B01", 640)
    card = deck.card("B01")
    assert card.width() == 640
    assert card.height() == card.heightForWidth(640)
    assert home.findChildren(QuestionCard) == [card]


def test_old_cards_go(deck: Deck, qapp: QApplication) -> None:
    first: Callable[[], QuestionCard | None] = weakref.ref(deck.card("B01"))
    for question in ("B04", "B05", "C04", "C02")[:KEPT]:
        deck.card(question)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert first() is None


def test_a_prepared_card_shows_what_was_answered_meanwhile(
    deck: Deck, session: Session, qtbot: QtBot
) -> None:
    deck.prepare("B01", 640)
    session.give("B01", Answer(value=3, basis="export", note="Counted twice."))
    card = deck.card("B01")
    card.show()
    assert card.parts.editor.value() == 3
    assert card.parts.basis.basis == "export"
    assert card.parts.note.text() == "Counted twice."


def test_a_prepared_card_knows_the_currency_chosen_meanwhile(deck: Deck, session: Session) -> None:
    session.give("A01", Answer(value=5e6, basis="export"))
    deck.prepare("A01", 640)
    session.revise(session.details.model_copy(update={"currency": "GBP"}))
    card = deck.card("A01")
    card.show()
    assert card.parts.editor.formats.currency == "GBP"


def test_a_prepared_card_is_locked_once_the_scores_were_seen(deck: Deck, session: Session) -> None:
    deck.prepare("J06", 640)
    session.see_scores()
    card = deck.card("J06")
    card.show()
    assert not card.parts.editor.isEnabled()
    assert any("scores have been shown" in one.text() for one in card.findChildren(QLabel))


def test_preparing_and_showing_never_write(deck: Deck, desk: Desk, session: Session) -> None:
    before = len(desk.library.history(session.assessment.id))
    for question in session.questionnaire.questions:
        deck.prepare(question.id, 640)
    assert len(desk.library.history(session.assessment.id)) == before
