"""The result page: says what the answers amount to, and leads from each figure to its answers."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Details
from tests.support.looking import cut_off, nameless, texts, visible
from tests.support.made_up_indices import composite, index, number
from ui.desk import Desk
from ui.dialogs.reference_companies import ReferenceCompaniesDialog
from ui.pages.result import ResultPage
from ui.session import Session
from ui.theme import theme
from ui.widgets.chart_view import ChartView
from ui.widgets.dimension_list import DimensionRow, QuestionRow
from ui.widgets.question_links import QuestionLink
from ui.widgets.score_card import ScoreCard

FIXTURES = Path(__file__).parents[2] / "fixtures"
Open = Callable[[str], Session]
Show = Callable[..., ResultPage]


def link(page: ResultPage, text: str) -> QPushButton:
    return next(one for one in visible(page, QPushButton) if one.text() == text)


def test_it_says_the_conclusion_the_money_and_the_standing(open_example: Open, show: Show) -> None:
    page = show(open_example("paperclip-2026-q3"))
    said = texts(page)
    assert "Exposed, and neither way out is open yet." in said
    assert "Of $200m ARR, $140m is seats" in said
    assert "Saaspocalypse exposure is 42.0 of 100 as claimed and 47.9 as proven" in said
    cards = visible(page, ScoreCard)
    assert [texts(card).split("\n")[:2] for card in cards] == [
        ["42.0", "Saaspocalypse exposure"],
        ["46.5", "First-derivative leverage"],
        ["45.0", "Resale readiness"],
    ]


def test_its_charts_say_what_they_show(open_example: Open, show: Show) -> None:
    page = show(open_example("paperclip-2026-q3"))
    spoken = " ".join(chart.accessibleName() for chart in visible(page, ChartView))
    assert "Gross exposure is 67.3 of 100" in spoken
    assert "Paperclip & Sons Workflow stands at" in spoken
    assert "Reference companies, placed from public answers only: " in spoken
    assert "Recurring revenue by position" in spoken


def test_two_clicks_lead_from_a_score_to_an_answer(
    open_example: Open, show: Show, qtbot: QtBot
) -> None:
    page = show(open_example("paperclip-2026-q3"))
    leverage = visible(page, ScoreCard)[1]
    visible(leverage, QPushButton)[0].click()
    row = next(row for row in visible(page, QuestionRow) if "D03" in row.accessibleName())
    with qtbot.waitSignal(page.question_wanted) as wanted:
        row.click()
    assert wanted.args == ["D03"]


def test_two_clicks_lead_from_the_money_to_an_answer(
    open_example: Open, show: Show, qtbot: QtBot
) -> None:
    page = show(open_example("paperclip-2026-q3"))
    before = set(visible(page, QuestionLink))
    link(page, "Where the money figures come from").click()
    unfolded = [one for one in visible(page, QuestionLink) if one not in before]
    assert [one.accessibleName().split(":")[0] for one in unfolded][:2] == ["A01", "A03"]
    with qtbot.waitSignal(page.question_wanted) as wanted:
        unfolded[0].click()
    assert wanted.args == ["A01"]


def test_dimensions_open_to_their_questions_by_keyboard(
    open_example: Open, show: Show, qtbot: QtBot
) -> None:
    page = show(open_example("paperclip-2026-q3"))
    seats = visible(page, DimensionRow)[0]
    assert seats.accessibleName() == "Seats: 69.5, 67 to 72"
    assert seats.accessibleDescription().startswith("Closed")
    qtbot.keyClick(seats, Qt.Key.Key_Right)
    assert seats.accessibleDescription().startswith("Open")
    rows = visible(page, QuestionRow)
    assert "Named seats 70%" in rows[0].accessibleName()
    assert "System export" in rows[0].accessibleName()
    with qtbot.waitSignal(page.question_wanted) as wanted:
        qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    assert wanted.args == ["A03"]
    qtbot.keyClick(seats, Qt.Key.Key_Left)
    assert not visible(page, QuestionRow)


def test_what_does_not_apply_is_said_beside_each_score_that_it_bounds(
    open_example: Open, show: Show, desk: Desk
) -> None:
    session = open_example("paperclip-2026-q3")
    bounds = "Counting what does not apply at its best and at its worst, it would lie between"
    assert texts(show(session)).count(bounds) == 1  # of gross exposure, and so of the headline
    session.give("I04", Answer(state="not_applicable", reason="We have no such data."))
    found = session.result.composite("R").bounds
    assert found is not None
    said = texts(show(session))
    assert said.count(bounds) == 2
    assert f"{bounds} {found.low:.1f} and {found.high:.1f}." in said
    questions = [number("a", 1, "x", may_not_apply=True), number("b", 2, "x"), number("c", 3, "x")]
    plain = index(questions, [composite("all", ["x"])])
    away = Answer(state="not_applicable", reason="There is none.")
    given = {key: Answer(value=50, basis="exact") for key in "bc"}
    made = desk.library.create(plain, Details(company="Ruritania"), {"a": away, **given})
    assert f"{bounds} 33.3 and 66.7." in texts(show(Session(desk.library, made.id, locale="en")))


def test_an_amount_that_may_lack_its_millions_is_asked_about(
    open_example: Open, show: Show, qtbot: QtBot
) -> None:
    for name in ("paperclip-2026-q3", "half-timbered-2026-q3"):
        session = open_example(name)
        page = show(session)
        assert "Is that the amount you mean?" not in texts(page)
        session.give("A01", Answer(value=200, basis="export"))
        page = show(session)
        said = texts(page)
        assert "Is that the amount you mean?" in said
        assert "Do you mean 200 " in said
        there, *_ = [one for one in visible(page, QuestionLink) if "A01" in one.accessibleName()]
        with qtbot.waitSignal(page.question_wanted) as wanted:
            there.click()
        assert wanted.args == ["A01"]


def test_what_is_missing_or_weak_is_listed_with_links(
    open_example: Open, show: Show, qtbot: QtBot
) -> None:
    page = show(open_example("paperclip-2026-q3"))
    said = texts(page)
    assert "Don’t know" in said
    assert "On judgement only" in said
    assert "Answers that disagree" in said
    before = len(visible(page, QuestionLink))
    link(page, "Show all 10").click()
    assert len(visible(page, QuestionLink)) == before + 5
    with qtbot.waitSignal(page.question_wanted) as wanted:
        visible(page, QuestionLink)[-1].click()
    assert wanted.args[0] in page_questions(page)


def page_questions(page: ResultPage) -> set[str]:
    return {one.accessibleName().split(":")[0] for one in visible(page, QuestionLink)}


def test_what_caps_a_score_is_named_with_what_would_lift_it(open_example: Open, show: Show) -> None:
    session = open_example("paperclip-2026-q3")
    answer = session.answer("D03")
    assert answer is not None
    session.give("D03", answer.model_copy(update={"value": 0}))
    said = texts(show(session))
    assert "What caps a score" in said
    assert "because nobody has measured whether revenue follows customers’ inference" in said
    assert "To lift it: measure the AI cohort’s revenue against its inference volume." in said


def test_when_it_is_too_early_it_says_so_and_shows_no_score(
    open_example: Open, show: Show, qtbot: QtBot
) -> None:
    session = open_example("half-timbered-2026-q3")
    page = show(session)
    said = texts(page)
    assert "Too early to say: 7 more answers would name a band." in said
    assert "12 of 19" in said
    assert "of draws. Of all the answers" in said
    assert "A draw is one way in which the true answers could fall" in said
    assert not visible(page, ScoreCard)
    assert not visible(page, DimensionRow)
    assert not session.scores_seen
    with qtbot.waitSignal(page.question_wanted) as wanted:
        visible(page, QuestionLink)[0].click()
    assert wanted.args == ["B09"]


def test_it_reads_in_the_order_in_which_a_director_asks(open_example: Open, show: Show) -> None:
    page = show(open_example("paperclip-2026-q3"))
    asked = [
        "Exposed, and neither way out is open yet.", "Of $200m ARR", "Saaspocalypse exposure",
        "The two ways out", "The least that would have to change", "What the doubt comes from",
        "By dimension", "On judgement only",
    ]  # fmt: skip
    found = [
        next(one for one in visible(page, QLabel) if one.text().startswith(text)) for text in asked
    ]
    heights = [one.mapTo(page, one.rect().topLeft()).y() for one in found]
    assert heights == sorted(heights)


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (1024, True), (760, False)])
def test_the_bridge_stands_beside_the_map_where_there_is_room(
    width: int, beside: bool, open_example: Open, show: Show
) -> None:
    page = show(open_example("paperclip-2026-q3"), width)
    places = [
        next(one for one in visible(page, QLabel) if one.text() == title).mapTo(page, QPoint())
        for title in ("The two ways out", "From what is at risk to what is left")
    ]
    assert (abs(places[0].y() - places[1].y()) <= 1) is beside


def test_a_dimension_of_which_too_little_applies_says_so(open_example: Open, show: Show) -> None:
    rows = visible(show(open_example("lanternfish-2026-q3")), DimensionRow)
    unscored = [row for row in rows if "too little applies" in row.accessibleName()]
    assert [row.accessibleName().split(":")[0] for row in unscored] == [
        "Substitution", "Metering and pricing",
    ]  # fmt: skip
    assert {row.height() for row in rows} == {rows[0].height()}


def test_while_it_is_too_early_the_next_question_is_one_click_away(
    open_example: Open, show: Show, qtbot: QtBot
) -> None:
    page = show(open_example("half-timbered-2026-q3"))
    with qtbot.waitSignal(page.question_wanted) as wanted:
        link(page, "Answer the next question").click()
    assert wanted.args == ["B09"]


def test_with_nothing_answered_it_lists_what_weighs_most(session: Session, show: Show) -> None:
    said = texts(show(session))
    assert "0 of 22" in said
    assert "Not answered yet" in said
    assert "judgement" not in said


def test_what_changes_after_the_first_look_is_listed(open_example: Open, show: Show) -> None:
    session = open_example("paperclip-2026-q3")
    page = show(session)
    assert session.scores_seen
    assert "Changed since the scores were first seen" not in texts(page)
    answer = session.answer("D01")
    assert answer is not None
    session.give("D01", answer.model_copy(update={"value": 0}))
    QApplication.processEvents()
    assert "Changed since the scores were first seen" in texts(page)
    assert "Exposed" in texts(page)


def test_it_is_drawn_anew_only_while_it_is_shown(open_example: Open, show: Show) -> None:
    session = open_example("paperclip-2026-q3")
    page = show(session)
    page.hide()
    before = page.body
    session.give("A01", Answer(value=3e8, basis="exact"))
    assert page.body is before
    page.show()
    assert page.body is not before
    assert "Of $300m ARR" in texts(page)
    again = page.body
    page.hide()
    page.show()
    assert page.body is again


def test_open_dimensions_stay_open_when_it_is_drawn_anew(open_example: Open, show: Show) -> None:
    session = open_example("paperclip-2026-q3")
    page = show(session)
    visible(page, DimensionRow)[0].click()
    session.give("A01", Answer(value=3e8, basis="exact"))
    QApplication.processEvents()
    assert visible(page, QuestionRow)


def test_focus_stays_when_it_is_drawn_anew(open_example: Open, show: Show, qtbot: QtBot) -> None:
    session = open_example("paperclip-2026-q3")
    page = show(session)
    page.activateWindow()
    row = visible(page, DimensionRow)[1]
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    session.give("A01", Answer(value=3e8, basis="exact"))
    again = visible(page, DimensionRow)[1]
    assert again is not row
    assert again.hasFocus()


def test_tab_goes_from_a_dimension_into_its_questions_and_on(
    open_example: Open, show: Show
) -> None:
    page = show(open_example("paperclip-2026-q3"))
    seats, substitution = visible(page, DimensionRow)[:2]
    seats.click()
    rows = visible(page, QuestionRow)
    assert following(seats, len(rows) + 1) == [*rows, substitution]


def test_tab_goes_through_a_list_that_was_unfolded(open_example: Open, show: Show) -> None:
    page = show(open_example("paperclip-2026-q3"))
    more = link(page, "Show all 10")
    before = set(visible(page, QuestionLink))
    more.click()
    added = [one for one in visible(page, QuestionLink) if one not in before]
    assert following(added[0], 4) == added[1:]


def following(widget: QWidget, count: int) -> list[QWidget]:
    """What Tab reaches next."""
    found: list[QWidget] = []
    while len(found) < count:
        beyond = widget.nextInFocusChain()
        assert beyond is not None
        widget = beyond
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
    return found


def test_showing_it_writes_nothing_but_that_the_scores_were_seen(
    desk: Desk, open_example: Open, show: Show
) -> None:
    session = open_example("paperclip-2026-q3")
    before = desk.library.history(session.assessment.id)
    show(session)
    after = desk.library.history(session.assessment.id)
    assert [change.kind for change in after[len(before) :]] == ["seen"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("hdi", "Very high human development: Human Development Index is 0.964."),
        ("tiny", "Fairly prepared: Outlook for the summer is 46.2."),
    ],
)
def test_any_questionnaire_shows_what_it_has(
    name: str, sentence: str, open_example: Open, show: Show
) -> None:
    page = show(open_example(name))
    assert sentence in texts(page)
    assert len(visible(page, ScoreCard)) == 1
    assert len(visible(page, ChartView)) == 1
    assert "Reference companies" not in texts(page)
    link(page, "What it is made of").click()
    assert visible(page, QuestionRow)


def test_reference_companies_show_their_public_answers(
    open_example: Open, show: Show, qtbot: QtBot
) -> None:
    page = show(open_example("lanternfish-2026-q3"))
    link(page, "Reference companies…").click()
    dialog = page.findChild(ReferenceCompaniesDialog)
    assert dialog is not None
    with qtbot.waitExposed(dialog):
        pass
    assert "not investment advice" in texts(dialog)
    dialog.show_company("Datadog")
    QApplication.processEvents()
    said = texts(dialog)
    assert "3 of 45 answers are public. Placed June 2026." in said
    assert "Public answers" in said
    assert "(S05)" in said
    assert not nameless(dialog)
    assert not cut_off(dialog)
    dialog.accept()


def test_the_pack_is_one_click_away(open_example: Open, show: Show, qtbot: QtBot) -> None:
    page = show(open_example("paperclip-2026-q3"))
    with qtbot.waitSignal(page.report_wanted):
        link(page, "Make the board pack…").click()


@pytest.mark.parametrize("name", ["paperclip-2026-q3", "half-timbered-2026-q3", "hdi"])
@pytest.mark.parametrize(("width", "scale"), [(1280, 1.0), (1024, 1.0), (1024, 2.0)])
def test_nothing_is_cut_off_and_everything_has_a_name(
    name: str, width: int, scale: float, open_example: Open, show: Show
) -> None:
    theme().set_scale(scale)
    session = open_example(name)
    session.revise(session.details.model_copy(update={"company": "Long & Sons " * 33}))
    page = show(session, width)
    for row in visible(page, DimensionRow):
        row.click()
    assert cut_off(page) == []
    assert nameless(page) == []
    assert page.body is not None
    assert page.body.width() <= page.width()


def test_it_follows_the_theme_and_the_text_size_while_it_is_shown(
    open_example: Open, show: Show
) -> None:
    page = show(open_example("paperclip-2026-q3"))
    before = page.body
    theme().set_dark(True)
    assert page.body is not before
    assert page.body is not None
    assert page.body.columns == 2
    theme().set_scale(2.0)
    assert page.body.columns == 1


def test_it_is_freed(desk: Desk, open_example: Open, qtbot: QtBot) -> None:
    session = open_example("paperclip-2026-q3")
    page = ResultPage(desk, session)
    page.resize(1280, 752)
    page.show()
    drawn = visible(page, QScrollArea)[0]
    qtbot.waitUntil(lambda: bool(visible(drawn, DimensionRow)), timeout=30_000)
    visible(page, DimensionRow)[0].click()
    assert page.body is not None
    gone: list[weakref.ref[QWidget]] = [weakref.ref(page), weakref.ref(page.body)]
    page.hide()
    page.deleteLater()
    del page
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert [one() for one in gone] == [None, None]


def test_it_may_be_freed_before_it_was_ready(desk: Desk, open_example: Open, qtbot: QtBot) -> None:
    page = ResultPage(desk, open_example("paperclip-2026-q3"))
    page.show()
    page.deleteLater()
    del page
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=30_000)
    QApplication.processEvents()
