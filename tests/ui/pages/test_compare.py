"""The compare page: two states, the trend, and what to do while there is nothing to compare."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.comparison import compare
from boardkit.comparison.wording import ComparisonWords
from boardkit.content import shipped_questionnaire
from boardkit.examples import shipped_example
from boardkit.following import next_assessment
from boardkit.formats import Formats
from boardkit.migration import migrate
from boardkit.references import shipped_references
from tests.support.comparisons import example
from tests.support.drawn_pages import settle, shown
from tests.support.keyboard import enter, press, write
from tests.support.looking import cut_off, nameless, texts, visible
from tests.support.second_edition import second_edition
from ui.comparing import Comparing
from ui.desk import Desk
from ui.dialogs.choose_side import ChooseSideDialog
from ui.pages.compare import ComparePage
from ui.pages.compare_body import CompareBody
from ui.pages.compare_empty import NothingYet, TooFew
from ui.pages.trend_body import StepRow, TrendBody
from ui.session import Session
from ui.sides import WORKING, Key
from ui.theme import theme
from ui.widgets.change_rows import ChangeRow
from ui.widgets.chart_view import ChartView
from ui.widgets.side_picker import SidePicker

Q2, Q3 = "paperclip-2026-q2", "paperclip-2026-q3"
Show = Callable[..., ComparePage]


@pytest.fixture
def session(desk: Desk) -> Session:
    """The later quarter, open, with the earlier one in the library."""
    for name in (Q2, Q3):
        found = shipped_example(name)
        desk.library.add(found.assessment, found.questionnaire)
    return Session(desk.library, Q3, locale=desk.locale)


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    """Shows the page of a session once it has what it waits for."""
    pages = []

    def of(session: Session, width: int = 1280, height: int = 720) -> ComparePage:
        pages.append(ComparePage(desk, session, Comparing(desk, session)))
        return shown(pages[-1], qtbot, width, height)

    return of


def look_at(page: ComparePage, before: Key, after: Key, qtbot: QtBot) -> CompareBody:
    page.compare(before, after)
    settle(page, qtbot)
    assert isinstance(page.body, CompareBody)
    return page.body


def button(page: ComparePage, text: str) -> QPushButton:
    return next(one for one in visible(page, QPushButton) if one.text() == text)


def test_says_what_the_comparison_says(show: Show, session: Session, qtbot: QtBot) -> None:
    body = look_at(show(session), Key("assessment", Q2), WORKING, qtbot)
    words = ComparisonWords(compare(example(Q2), example(Q3)), Formats("en", "USD"))
    shown = texts(body)
    assert f"{words.title()}." in shown
    for sentence in (words.sentence(), words.done_or_known(), words.answers_title()):
        assert sentence
        assert sentence in shown
    for change in words.comparison.composites:
        assert words.score(change.before) in shown
        assert words.change(change) in shown
    bridge = visible(body, ChartView)[0].says
    for bar in words.bars():
        assert bar.title in bridge
    assert "Forecasts" in shown


def test_starts_from_the_latest_milestone(
    show: Show, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    desk.library.keep_milestone(Q3, "First draft")
    desk.library.keep_milestone(Q3, "Q3 board")
    session.give("B10", Answer(value=0, basis="judgement"))
    page = show(session)
    names = [one.text() for one in visible(page, SidePicker)]
    assert names == ["Q3 board", "Now"]
    assert "1 answer changed" in texts(page)
    assert isinstance(page.body, CompareBody)
    assert page.body.compared.sides[0].kind == "milestone"


def test_starts_from_what_the_assessment_follows(
    show: Show, next_quarter: Session, qtbot: QtBot
) -> None:
    page = show(next_quarter)
    assert [one.text() for one in visible(page, SidePicker)] == ["Q3 2026", "Now"]
    assert "Nothing changed between Q3 2026 and Now." in texts(page)


def test_follows_the_answers(show: Show, session: Session, desk: Desk, qtbot: QtBot) -> None:
    desk.library.keep_milestone(Q3, "Q3 board")
    page = show(session)
    assert "Nothing changed" in texts(page)
    session.give("B01", Answer(value=4, basis="contract", note="Signed on Tuesday."))
    assert "Nothing changed" in texts(page)  # until what has changed is known
    settle(page, qtbot)
    assert "1 answer changed" in texts(page)
    assert "“Signed on Tuesday.”" in texts(page)
    session.undo()
    settle(page, qtbot)
    assert "Nothing changed" in texts(page)


def test_a_row_and_a_bar_lead_to_their_question(show: Show, session: Session, qtbot: QtBot) -> None:
    page = show(session)
    body = look_at(page, Key("assessment", Q2), WORKING, qtbot)
    first = visible(body, ChangeRow)[0]
    assert first.accessibleName().startswith("B01: Like-for-like seats. −2.0 points. before: ")
    first.setFocus()
    with qtbot.waitSignal(page.question_wanted) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == ["B01"]
    bridge = visible(body, ChartView)[0]
    spot = next(
        (x, y)
        for y in range(bridge.height())
        for x in (30,)
        if (place := bridge.place_at(x, y)) is not None and place.key == "B10"
    )
    with qtbot.waitSignal(page.question_wanted) as asked:
        qtbot.mouseClick(bridge, Qt.MouseButton.LeftButton, pos=QPoint(*spot))
    assert asked.args == ["B10"]


def test_the_rest_of_the_answers_unfolds(show: Show, session: Session, qtbot: QtBot) -> None:
    body = look_at(show(session), Key("assessment", Q2), WORKING, qtbot)
    assert len(visible(body, ChangeRow)) < 14
    button_ = next(one for one in visible(body, QPushButton) if one.text() == "Show all 14")
    button_.click()
    assert len(visible(body, ChangeRow)) == 14
    assert isinstance(QApplication.focusWidget(), ChangeRow)


def test_picks_by_typing(show: Show, session: Session, qtbot: QtBot) -> None:
    page = show(session)
    assert isinstance(page.body, NothingYet)
    visible(page, SidePicker)[0].click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ChooseSideDialog))
    write("datad")
    enter()
    settle(page, qtbot)
    assert [one.text() for one in visible(page, SidePicker)] == ["Datadog", "Now"]
    assert "Datadog" in texts(page)
    assert "answers differ" in texts(page)


def test_offers_the_nearest_first(show: Show, session: Session, desk: Desk) -> None:
    desk.library.keep_milestone(Q3, "Q3 board")
    made = desk.library.duplicate(
        Q3, session.details.model_copy(update={"company": "Another Company"})
    )
    offered = show(session)._comparing.choices
    assert offered is not None
    kinds = [one.key.kind for one in offered.all]
    assert kinds[:4] == ["working", "milestone", "assessment", "assessment"]
    assert [one.key.id for one in offered.all[2:4]] == [Q2, made.id]
    count = sum(one.profile.role == "dot" for one in shipped_references())
    assert kinds.count("reference") == count
    assert kinds[-1] == "example"


def test_milestones_of_others_and_what_is_archived_can_be_compared(
    show: Show, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    first = desk.library.keep_milestone(Q2, "Q2 board")
    gone = desk.library.keep_milestone(Q2, "A slip")
    desk.library.remove_milestone(Q2, gone.id)
    desk.library.record(Q2, "B01", Answer(value=4, basis="contract"))
    made = desk.library.duplicate(
        Q3, session.details.model_copy(update={"company": "Another Company"})
    )
    other = desk.library.keep_milestone(made.id, "Before the sale")
    desk.library.archive(made.id)
    page = show(session)
    offered = page._comparing.choices
    assert offered is not None
    told = {one.key: (one.group, one.title, one.note) for one in offered.all}
    day = session.formats.day(first.at.astimezone())
    assert told[Key("milestone", first.id, Q2)] == (
        "Paperclip & Sons Workflow", "Q2 board", f"Q2 2026, milestone of {day}",
    )  # fmt: skip
    assert told[Key("milestone", other.id, made.id)][:2] == (
        "Other assessments", "Another Company: Before the sale",
    )  # fmt: skip
    assert told[Key("assessment", made.id)][2].endswith("archived")
    assert not any(key.id == gone.id for key in told)
    body = look_at(page, Key("milestone", first.id, Q2), WORKING, qtbot)
    assert body.compared.sides[0].assessment == shipped_example(Q2).assessment
    body = look_at(page, Key("milestone", other.id, made.id), WORKING, qtbot)
    assert body.compared.sides[0].company == "Another Company"


def test_a_name_with_markup_is_shown_as_it_is(show: Show, session: Session, desk: Desk) -> None:
    desk.library.keep_milestone(Q3, "<b>Q3</b> & co")
    page = show(session)
    assert visible(page, SidePicker)[0].accessibleName().startswith("Before: <b>Q3</b> & co")
    assert "&lt;b&gt;" in visible(page, SidePicker)[0].toolTip()


def test_with_nothing_before_says_how_there_will_be(
    show: Show, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    page = show(session)
    assert "There is nothing from before to compare with yet." in texts(page)
    with qtbot.waitSignal(page.milestone_wanted):
        button(page, "Keep milestone…").click()
    assert not button(page, "Make comparison report…").isEnabled()
    desk.library.keep_milestone(Q3, "Q3 board")
    page._comparing.list()
    qtbot.waitUntil(lambda: isinstance(page.body, CompareBody), timeout=60_000)


def test_two_versions_say_what_is_left_out(
    show: Show, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    newer = second_edition()
    moved, _ = migrate(session.assessment, shipped_questionnaire(), newer)
    desk.library.add(moved.model_copy(update={"id": "newer"}), newer)
    opened = Session(desk.library, "newer", locale=desk.locale)
    body = look_at(show(opened), Key("assessment", Q2), WORKING, qtbot)
    shown = texts(body)
    assert "The two answer different versions of the questionnaire, 1.0.0 and 2.0.0." in shown
    assert "Left out of both sides" in shown
    versions = body.words.comparison.versions
    assert versions is not None
    for one in versions.left_out:
        assert one.title in shown
    opened.deleteLater()


def test_the_trend_needs_three_states(show: Show, session: Session, desk: Desk) -> None:
    desk.library.keep_milestone(Q3, "Q3 board")
    page = show(session)
    button(page, "Over time").click()
    assert isinstance(page.body, TooFew)
    assert "A trend takes three states or more." in texts(page)


def test_the_trend_and_its_steps(show: Show, desk: Desk, session: Session, qtbot: QtBot) -> None:
    previous = session.assessment
    made = next_assessment(
        session.questionnaire, previous, "next", period="Q4 2026", board_date=date(2027, 3, 30)
    )
    desk.library.add(made, session.questionnaire)
    desk.library.keep_milestone("next", "Before the offsite")
    opened = Session(desk.library, "next", locale=desk.locale)
    opened.give("B01", Answer(value=4, basis="contract"))
    page = show(opened)
    button(page, "Over time").click()
    settle(page, qtbot)
    assert isinstance(page.body, TrendBody)
    assert page.body.words.title() in texts(page)
    said = visible(page, ChartView)[0].says
    for name in ("Q3 2026", "Before the offsite", "Now"):
        assert name in said
    rows = visible(page, StepRow)
    assert len(rows) == 2
    rows[1].setFocus()
    press(Qt.Key.Key_Return)
    settle(page, qtbot)
    assert [one.text() for one in visible(page, SidePicker)] == ["Before the offsite", "Now"]
    assert "1 answer changed" in texts(page)
    opened.deleteLater()


@pytest.mark.parametrize(("width", "scale"), [(1280, 1.0), (1024, 1.0), (1024, 2.0)])
def test_nothing_is_cut_off_or_nameless(
    show: Show, session: Session, qtbot: QtBot, width: int, scale: float
) -> None:
    theme().set_scale(scale)
    page = show(session, width)
    body = look_at(page, Key("assessment", Q2), WORKING, qtbot)
    assert body.columns == (2 if width == 1280 else 1)
    assert not cut_off(page)
    assert not nameless(page)
    assert not [one for one in visible(page, QLabel) if one.width() > page.width()]


def test_a_milestone_is_compared_with_the_one_before(
    show: Show, session: Session, desk: Desk
) -> None:
    desk.library.keep_milestone(Q3, "First")
    desk.library.record(Q3, "B01", Answer(value=4, basis="contract"))
    second = desk.library.keep_milestone(Q3, "Second")
    looked_at = Session(desk.library, Q3, locale=desk.locale, milestone=second)
    page = show(looked_at)
    assert [one.text() for one in visible(page, SidePicker)] == ["First", "Second"]
    assert "1 answer changed" in texts(page)
    looked_at.deleteLater()
