"""How sure, what drives it and what to do, on the result page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QScrollArea
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Details
from boardkit.questionnaire import Questionnaire
from tests.support.looking import cut_off, nameless, texts, visible
from ui.desk import Desk
from ui.dialogs.reference_companies import ReferenceCompaniesDialog
from ui.pages.result import ResultPage
from ui.session import Session
from ui.theme import theme
from ui.widgets.chart_view import ChartView
from ui.widgets.dimension_list import QuestionRow
from ui.widgets.finding_row import FindingRow
from ui.widgets.folding import FoldHead
from ui.widgets.score_card import ScoreCard

Open = Callable[..., Session]
Show = Callable[..., ResultPage]


def row(page: ResultPage, text: str) -> FindingRow:
    return next(one for one in visible(page, FindingRow) if text in one.accessibleName())


def chart(page: ResultPage, says: str) -> ChartView:
    return next(one for one in visible(page, ChartView) if says in one.accessibleName())


def click_place(chart: ChartView, key: str) -> None:
    """Click in the middle of the first place with a key, found as a hand would: by trying."""
    for y in range(0, chart.height(), 6):
        for x in range(0, chart.width(), 6):
            place = chart.place_at(x, y)
            if place is not None and place.key == key:
                QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPointF(x, y).toPoint())
                return
    raise AssertionError(key)


def test_a_verdict_never_stands_without_its_chance(open_example: Open, show: Show) -> None:
    page = show(open_example("paperclip-2026-q3"))
    said = texts(page)
    assert "the band holds in 91% and the verdict in 95%. First derivative is ahead" in said
    assert "“Neither yet” is the verdict in 95% of draws" in said
    first, second, _ = (texts(card) for card in visible(page, ScoreCard))
    assert "Exposed in 91% of draws" in first
    assert "Eight times out of ten it lies between 35 and 49." in first
    assert "Counting only what is proven, it is 47.9." in first
    assert "Near in 88% of draws" in second


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Renew seat contracts", "B07"),
        ("B04. Seat ARR where agents cut seats. Answered on management data", "B04"),
        ("Weighs 10% of first-derivative leverage, carries 71% of its doubt", "D04"),
    ],
)
def test_a_move_a_thing_to_find_out_and_a_driver_lead_to_their_questions(
    open_example: Open, show: Show, qtbot: QtBot, text: str, question: str
) -> None:
    page = show(open_example("paperclip-2026-q3"))
    with qtbot.waitSignal(page.question_wanted) as wanted:
        qtbot.keyClick(row(page, text), Qt.Key.Key_Return)
    assert wanted.args == [question]


def test_options_and_choices_of_method_are_folded_away(
    open_example: Open, show: Show, qtbot: QtBot
) -> None:
    page = show(open_example("paperclip-2026-q3"))
    assert "Resale readiness alone" not in texts(page)
    assert "Change nothing" not in texts(page)
    for head in visible(page, FoldHead):
        qtbot.keyClick(head, Qt.Key.Key_Right)
    said = texts(page)
    assert "Resale readiness alone" in said
    assert "four changes, nine steps; just under 35.0 manageable" in said
    assert "How much a half-built way out covers" in said
    assert cut_off(page) == []


def test_a_reference_company_on_the_map_leads_to_what_is_public_about_it(
    open_example: Open, show: Show
) -> None:
    page = show(open_example("paperclip-2026-q3"))
    click_place(chart(page, "Reference companies"), "Snowflake")
    dialog = page.findChild(ReferenceCompaniesDialog)
    assert dialog is not None
    chosen = dialog.findChild(QListWidget)
    assert chosen is not None
    assert chosen.currentItem().text() == "Snowflake"
    dialog.close()


def test_a_column_of_the_bridge_opens_its_dimensions(open_example: Open, show: Show) -> None:
    page = show(open_example("paperclip-2026-q3"))
    assert not visible(page, QuestionRow)
    click_place(chart(page, "Gross exposure is"), "R")
    assert any("E03" in one.accessibleName() for one in visible(page, QuestionRow))


def test_the_map_says_where_the_moves_lead(open_example: Open, show: Show) -> None:
    page = show(open_example("switchback-2026-q3"))
    assert "The moves lead to" in chart(page, "Switchback").accessibleName()


def test_while_it_is_too_early_no_range_is_shown_but_what_to_find_out(
    open_example: Open, show: Show
) -> None:
    page = show(open_example("half-timbered-2026-q3"))
    said = texts(page)
    assert "minutes and would raise the odds of naming the right band by " in said
    assert "eight times out of ten" not in said
    assert "The least that would have to change" not in said


@pytest.mark.parametrize("name", ["hdi", "tiny"])
def test_any_questionnaire_shows_what_it_has(open_example: Open, show: Show, name: str) -> None:
    page = show(open_example(name))
    said = texts(page)
    assert "…" not in said.replace("Make the board pack…", "")
    assert "If the method were built differently" in said
    assert "How concentrated revenue is" not in said
    assert nameless(page) == []
    assert cut_off(page) == []


def test_all_unknown_says_what_to_find_out_first(
    desk: Desk, questionnaire: Questionnaire, show: Show
) -> None:
    unknown = {question.id: Answer(state="dont_know") for question in questionnaire.questions}
    made = desk.library.create(questionnaire, Details(company="Unsure"), unknown)
    page = show(Session(desk.library, made.id))
    assert visible(page, FindingRow)
    assert cut_off(page) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_in_a_small_window(open_example: Open, show: Show, scale: float) -> None:
    theme().set_scale(scale)
    page = show(open_example("paperclip-2026-q3"), 1024, 652)
    assert cut_off(page) == []
    assert nameless(page) == []


def test_what_is_looked_at_stays_where_it_is_while_findings_arrive(
    desk: Desk, open_example: Open, show: Show, qtbot: QtBot
) -> None:
    example = open_example("paperclip-2026-q3")
    session = Session(desk.library, example.assessment.id, jobs=desk.jobs)
    page = show(session, 800)
    assert "Looking for the fewest changes that reach the next band…" in texts(page)
    heading = next(one for one in visible(page, QLabel) if one.text() == "By dimension")
    area, body = page.findChild(QScrollArea), page.body
    assert area is not None
    assert body is not None
    QApplication.processEvents()
    area.verticalScrollBar().setValue(heading.mapTo(body, QPointF(0, 0).toPoint()).y() - 20)
    before = heading.mapTo(page, QPointF(0, 0).toPoint()).y()
    qtbot.waitSignal(session.analysed, timeout=30_000).wait()
    QApplication.processEvents()
    assert "Looking for the fewest changes" not in texts(page)
    assert visible(page, FindingRow)
    assert abs(heading.mapTo(page, QPointF(0, 0).toPoint()).y() - before) <= 2


def test_cards_that_are_still_being_worked_out_are_about_as_high_as_they_will_be(
    desk: Desk, open_example: Open, show: Show, qtbot: QtBot
) -> None:
    example = open_example("paperclip-2026-q3")
    session = Session(desk.library, example.assessment.id, jobs=desk.jobs)
    page = show(session)
    assert page.body is not None
    assert not page.body.has_findings
    before = page.body.heightForWidth(1268)
    qtbot.waitSignal(session.analysed, timeout=30_000).wait()
    QApplication.processEvents()
    assert page.body.has_findings
    assert abs(page.body.heightForWidth(1268) - before) < 0.05 * before
