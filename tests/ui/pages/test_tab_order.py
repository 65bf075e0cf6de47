"""Tab goes through a question as one reads it, whatever was added to it meanwhile."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from boardkit.assessment import Answer, Evidence
from tests.support.keyboard import SHIFT, focused, press, tab
from tests.support.windows import session_of
from ui.main_window import MainWindow
from ui.pages.questions import QuestionsPage

PROOF = tuple(
    Evidence(title=title, link=f"https://example.com/{title}", added=date(2026, 9, 1))
    for title in ("ledger", "invoices")
)
KEY = "paperclip-2026-q3"
MOST = 120  # presses of Tab after which a walk goes in circles


@pytest.fixture
def examples() -> tuple[str, ...]:
    return (KEY,)


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """A full example in the real window."""
    window.opened.open(KEY)
    return window


def the_page(window: MainWindow) -> QuestionsPage:
    page = window.screens.questions
    assert page is not None
    return page


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def walk(page: QuestionsPage, *, back: bool = False) -> list[QWidget]:
    """What has the focus, Tab after Tab, until it leaves the question."""
    card = page._card
    assert card is not None
    met: list[QWidget] = []
    while card.isAncestorOf(focused()) and len(met) < MOST:
        met.append(focused())
        press(Qt.Key.Key_Backtab, SHIFT) if back else tab()
        QApplication.processEvents()
    return met


def read_before(one: QWidget, other: QWidget) -> bool:
    """Whether one stands above another, or on its line and to its left."""
    first, second = place(one), place(other)
    same_line = first.top() < second.center().y() < first.bottom() or (
        second.top() < first.center().y() < second.bottom()
    )
    return first.left() < second.left() if same_line else first.top() < second.top()


def named(widget: QWidget) -> str:
    return widget.accessibleName() or type(widget).__name__


def test_on_every_question_it_goes_down_the_page(window: MainWindow) -> None:
    page, session = the_page(window), session_of(window)
    kinds: set[str] = set()
    for question in session.reading.asked():
        key = f"{question.type} {question.asked_if is not None}"
        if key in kinds or getattr(question, "locked_after_scores", False):
            continue
        kinds.add(key)
        answer = session.answer(question.id)
        assert answer is not None
        session.give(question.id, answer.model_copy(update={"evidence": PROOF, "note": "Mine."}))
        page.show_question(question.id)
        QApplication.processEvents()
        met = walk(page)
        names = [named(one) for one in met]
        assert len(met) < MOST, question.id
        for one, other in pairwise(met):
            assert read_before(one, other), (question.id, named(one), named(other), names)
        assert names[-1] == "Note", (question.id, names)
        assert names.index("Remove ledger") < names.index("Remove invoices"), names
    assert len(kinds) >= 8


def test_evidence_that_is_added_and_a_reason_have_their_place(window: MainWindow) -> None:
    page, session = the_page(window), session_of(window)
    levels = (q for q in session.reading.asked() if q.type == "level" and q.may_not_apply)
    question_id = next(levels).id
    page.show_question(question_id)
    session.give(
        question_id, Answer(state="not_applicable", reason="We sell none.", evidence=PROOF)
    )
    page._card.take_focus()  # type: ignore[union-attr]
    QApplication.processEvents()
    names = [named(one) for one in walk(page)]
    told = ["Don’t know", "Not applicable", "Clear answer", "Add evidence", "Add a note"]
    start = names.index("Don’t know")
    assert names[start : start + 5] == told
    assert names[start + 5] == "Why does it not apply?"
    assert names[start + 6 :] == [
        "Open ledger", "Remove ledger", "Open invoices", "Remove invoices",
    ]  # fmt: skip


def test_it_leaves_for_the_scores_and_the_bar_and_comes_round_again(window: MainWindow) -> None:
    page = the_page(window)
    page.show_question("B01")
    QApplication.processEvents()
    start, met = focused(), [named(focused())]
    tab()
    while focused() is not start and len(met) < MOST:
        met.append(named(focused()))
        tab()
    assert focused() is start, met
    below = [met.index(name) for name in ("Add evidence", "Hide scores", "← Back", "Next ↵")]
    assert below == sorted(below)
    assert met.index("Next ↵") < met.index("Boardkit") < met.index("Sections")


def test_from_a_question_that_is_locked_it_goes_on_to_its_neighbours(window: MainWindow) -> None:
    page, session = the_page(window), session_of(window)
    session.see_scores()
    page.show_question("J06")
    assert page._card is not None
    assert focused() is page._card.parts.lock_box
    assert "This answer was fixed" in named(focused()) or "can no longer" in named(focused())
    tab()
    assert named(focused()) == "Why the board asks"


def test_shift_tab_is_the_same_way_back(window: MainWindow) -> None:
    page = the_page(window)
    page.show_question("A06")
    QApplication.processEvents()
    there = walk(page)
    press(Qt.Key.Key_Backtab, SHIFT)
    back = walk(page, back=True)
    assert back == there[::-1]
