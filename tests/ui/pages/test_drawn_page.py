"""A page that waits for what it shows: when it is drawn, how often, and what it says meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.support.looking import texts
from ui.desk import Desk
from ui.jobs import Progress
from ui.pages.drawn_page import DrawnPage, room_for_two
from ui.session import Session
from ui.widgets.canvas import Canvas
from ui.widgets.labels import button, label


class Page(DrawnPage):
    """Shows a text that comes from outside, below a button."""

    WAITING = "Thinking…"

    def __init__(self, desk: Desk, session: Session, text: str | None = None) -> None:
        super().__init__(desk, session)
        self.text = text
        self.drawn: list[object] = []
        self.stays = False
        self.begun: list[object] = []
        self._canvas: Canvas | None = None
        self._column = QVBoxLayout(self)

    def give(self, text: str | None) -> None:
        self.text = text
        self._refresh()

    def outdate(self) -> None:
        self._outdate()

    def prepare(self, work: Callable[[Progress], object]) -> None:
        self._prepare(work)

    def _wanted(self) -> object:
        return self.text

    def _draw(self) -> None:
        self.drawn.append(self.text)
        canvas = Canvas()
        column = QVBoxLayout(canvas)
        column.addWidget(button("Go on"))
        column.addWidget(label(str(self.text)))
        self._place_words(canvas)

    def _columns(self) -> int:
        return room_for_two(self, 600)

    def _say_again(self) -> bool:
        return self.stays

    def _place_words(self, words: Canvas) -> None:
        if self._canvas is not None:
            self._canvas.hide()
            self._canvas.deleteLater()
        self._canvas = words
        self._column.addWidget(words)
        words.show()

    def _begin(self, outcome: object) -> None:
        self.begun.append(outcome)
        self.text = "Ready"


@pytest.fixture
def page(desk: Desk, session: Session, qtbot: QtBot) -> Page:
    """Not shown yet."""
    made = Page(desk, session, "One")
    made.resize(500, 400)
    qtbot.addWidget(made)
    return made


def look(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def test_it_is_drawn_once_it_is_looked_at(page: Page, qtbot: QtBot) -> None:
    page.outdate()
    page.give("Two")
    assert page.drawn == []
    assert not page.is_drawn
    look(page, qtbot)
    assert page.drawn == ["Two"]
    assert page.is_drawn


def test_what_is_shown_already_is_not_drawn_again(page: Page, qtbot: QtBot) -> None:
    look(page, qtbot)
    page.hide()
    page.show()
    page.give(page.text)
    assert page.drawn == ["One"]
    page.give("Two")
    page.outdate()
    assert page.drawn == ["One", "Two", "Two"]


def test_what_changes_while_it_is_hidden_is_drawn_when_it_is_shown(
    page: Page, qtbot: QtBot
) -> None:
    look(page, qtbot)
    page.hide()
    page.outdate()
    page.outdate()
    assert not page.is_drawn
    page.show()
    assert page.drawn == ["One", "One"]


def test_it_is_drawn_anew_where_another_number_of_columns_fits(page: Page, qtbot: QtBot) -> None:
    look(page, qtbot)
    page.resize(550, 400)
    assert page.drawn == ["One"]
    page.resize(700, 400)
    assert page.drawn == ["One", "One"]


def test_a_wait_is_put_into_words(page: Page, qtbot: QtBot) -> None:
    page.text = None
    look(page, qtbot)
    assert texts(page) == ""  # a short wait goes by without a word
    qtbot.waitUntil(lambda: texts(page) == "Thinking…")
    assert not page.is_drawn
    page.give("One")
    assert texts(page) == "One"
    assert page.is_drawn


def test_what_was_shown_stays_where_it_may(page: Page, qtbot: QtBot) -> None:
    look(page, qtbot)
    page.stays = True
    page.give(None)
    assert not page.is_drawn
    qtbot.wait(400)
    assert texts(page) == "One"
    page.give("One")
    assert page.is_drawn
    assert page.drawn == ["One"]


def test_what_was_shown_and_made_way_for_words_comes_back(page: Page, qtbot: QtBot) -> None:
    look(page, qtbot)
    page.give(None)
    qtbot.waitUntil(lambda: texts(page) == "Thinking…")
    page.give("One")
    assert texts(page) == "One"


def test_nothing_is_said_on_a_page_that_was_left(page: Page, qtbot: QtBot) -> None:
    page.text = None
    look(page, qtbot)
    page.hide()
    qtbot.wait(400)
    page.show()
    assert texts(page) == ""


def test_focus_stays_on_what_has_the_same_name(page: Page, qtbot: QtBot) -> None:
    look(page, qtbot)
    (first,) = page.findChildren(QPushButton)
    first.setFocus()
    page.outdate()
    (second,) = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    assert second is not first
    assert second.hasFocus()


def test_what_comes_first_is_done_once_in_the_background(page: Page, qtbot: QtBot) -> None:
    calls = []

    def work(progress: Progress) -> str:
        calls.append(progress)
        return "outcome"

    page.text = None
    look(page, qtbot)
    page.prepare(work)
    page.prepare(work)
    qtbot.waitUntil(lambda: page.is_drawn)
    assert len(calls) == 1
    assert page.begun == ["outcome"]
    assert page.drawn == ["Ready"]


def test_it_goes_on_without_what_could_not_be_prepared(page: Page, qtbot: QtBot) -> None:
    def fail(progress: Progress) -> None:
        raise RuntimeError("no such thing")

    page.text = None
    look(page, qtbot)
    with qtbot.captureExceptions() as raised:
        page.prepare(fail)
        qtbot.waitUntil(lambda: page.is_drawn)
    assert [str(one[1]) for one in raised] == ["no such thing"]
    assert page.begun == [None]
