"""The economics page: the forecast under four strategies, moved by scenario and by hand."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Details, ForecastSettings, OwnScenario
from boardkit.content import load_questionnaire, shipped_questionnaire
from boardkit.examples import shipped_example
from boardkit.exchange import open_file
from boardkit.reading import Standing
from tests.support.drawn_pages import settle, shown
from tests.support.keyboard import press, write
from tests.support.looking import cut_off, nameless, texts, visible
from ui.desk import Desk
from ui.dialogs.own_scenario import OwnScenarioDialog
from ui.main_window import MainWindow
from ui.pages.economics import EconomicsPage
from ui.pages.result import ResultPage
from ui.session import Session
from ui.theme import theme
from ui.widgets.chart_view import ChartView
from ui.widgets.doubt_card import DoubtCard
from ui.widgets.folding import FoldHead
from ui.widgets.input_row import InputRow, Slider
from ui.widgets.number_field import NumberField
from ui.widgets.outcome_strip import OutcomeStrip
from ui.widgets.question_links import QuestionLink
from ui.widgets.undo_bar import UndoBar

FIXTURES = Path(__file__).parents[2] / "fixtures"
Show = Callable[..., EconomicsPage]


@pytest.fixture
def sample(desk: Desk) -> Session:
    example = shipped_example("paperclip-2026-q3")
    made = desk.library.add(example.assessment, example.questionnaire)
    return Session(desk.library, made.id, locale="en")


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    """Shows the page of a session, and waits until it is drawn."""

    pages = []

    def of(session: Session, width: int = 1280, height: int = 752) -> EconomicsPage:
        pages.append(EconomicsPage(desk, session))
        return shown(pages[-1], qtbot, width, height)

    return of


def company(desk: Desk, answers: dict[str, object], **details: object) -> Session:
    given = {key: Answer(value=value, basis="export") for key, value in answers.items()}
    about = Details.model_validate({"company": "Thimble", "currency": "GBP", **details})
    made = desk.library.create(shipped_questionnaire(), about, given)
    return Session(desk.library, made.id, locale="en")


def named(page: QWidget, name: str) -> QPushButton:
    return next(one for one in visible(page, QPushButton) if one.accessibleName() == name)


def row(page: QWidget, symbol: str) -> InputRow:
    return next(one for one in visible(page, InputRow) if one.symbol == symbol)


def field(page: QWidget, symbol: str) -> NumberField:
    (found,) = visible(row(page, symbol), NumberField)
    return found


def moved(page: EconomicsPage) -> str:
    """What it says once a moved input has been shown."""
    QApplication.processEvents()
    return texts(page)


def test_it_says_the_conclusion_and_sets_the_strategies_side_by_side(
    sample: Session, show: Show
) -> None:
    page = show(sample)
    said = texts(page)
    assert said.startswith("Doing nothing ends year 7 with $188m of gross profit")
    assert "65% of draws by doing nothing, and in 82% of draws by both ways together." in said
    for text in ("$298m", "year 4", "1.84", "−7.4 points", "beyond year 7", "36%"):
        assert text in said.split("\n"), text
    spoken = " ".join(view.accessibleName() for view in visible(page, ChartView))
    assert "ARR: $200m today; in year 7, Do nothing $253m, from $164m to $330m" in spoken
    assert "Resell $67.8m, paid back in year 4" in spoken
    assert "New revenue that earns what 1 of seat revenue does: Seats 1.00; Resell 1.84" in spoken


def test_severe_says_that_neither_path_is_enough(sample: Session, show: Show) -> None:
    page = show(sample)
    named(page, "Scenario Severe").click()
    said = texts(page)
    assert said.startswith("Neither path is enough: even both together end year 7 with $149m")
    assert "Agents empty two seats in five" in said
    assert named(page, "Scenario Severe").isChecked()
    named(page, "Print this one in the pack").click()
    assert sample.details.forecast.scenario == "severe"
    assert "This one is printed in the pack." in texts(page)


def test_a_slider_moves_the_forecast_in_place(sample: Session, show: Show, qtbot: QtBot) -> None:
    page = show(sample)
    body = page.body
    (slider,) = visible(row(page, "delta"), Slider)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_PageUp, delay=10)
    said = moved(page)
    assert page.body is body
    assert field(page, "delta").text() not in ("", "15%")
    assert not said.startswith("Doing nothing ends year 7 with $188m")
    assert "Set by hand; without that it is 15%." in said
    assert "One input is set by hand on top of it, and not saved." in said
    chart = visible(page, ChartView)[0]
    qtbot.waitUntil(lambda: "Do nothing $253m" not in chart.accessibleName())
    assert "$253m" not in texts(page).split("\n")  # out of sight it follows at rest
    named(page, "Set back Seats not renewed because of agents").click()
    assert moved(page).startswith("Doing nothing ends year 7 with $188m")
    assert sample.undo_text == ""


def test_a_figure_is_typed(sample: Session, show: Show) -> None:
    page = show(sample)
    field(page, "delta").setFocus()
    write("32")
    press(Qt.Key.Key_Return)
    assert "Either way out alone is enough to make it up." in moved(page)
    named(page, "Set all back").click()
    assert moved(page).startswith("Doing nothing ends year 7 with $188m")
    assert field(page, "delta").text() == "15%"


def test_a_figure_past_its_bounds_is_said_and_changes_nothing(sample: Session, show: Show) -> None:
    page = show(sample)
    field(page, "delta").setFocus()
    write("140")
    press(Qt.Key.Key_Return)
    said = moved(page)
    assert "Type a figure from 0% to 100%." in said
    assert said.startswith("Doing nothing ends year 7 with $188m")
    assert field(page, "delta").accessibleDescription() == "Type a figure from 0% to 100%."
    write("many")
    press(Qt.Key.Key_Return)
    assert "cannot be read as a number" in moved(page)


def test_every_input_is_there_with_its_bounds_and_where_it_is_from(
    sample: Session, show: Show
) -> None:
    page = show(sample)
    for head in visible(page, FoldHead):
        if not head.is_open:
            head.click()
    rows = visible(page, InputRow)
    assert len(rows) == 43
    assert "Of those renewing; from 0% to 100%." in texts(row(page, "delta"))
    assert "Answered by Sales, on judgement: 5% to 40%." in texts(row(page, "delta"))
    assert "Our proposal: agents take three years" in texts(row(page, "tau"))
    assert nameless(page) == []


def test_an_answer_behind_an_input_is_a_click_away(
    sample: Session, show: Show, qtbot: QtBot
) -> None:
    page = show(sample)
    with qtbot.waitSignal(page.question_wanted) as wanted:
        named(page, "Go to B03, for Seats not renewed because of agents").click()
    assert wanted.args == ["B03"]


def test_what_is_booked_as_principal_is_a_box(sample: Session, show: Show) -> None:
    page = show(sample)
    next(h for h in visible(page, FoldHead) if "Reselling" in h.accessibleName()).click()
    before = texts(page)
    box = row(page, "principal")._box
    assert box is not None
    box.click()
    assert moved(page) != before
    assert box.text() == "No"


def test_a_scenario_of_ones_own_is_kept_renamed_and_deleted(
    sample: Session, show: Show, qtbot: QtBot
) -> None:
    page = show(sample)
    field(page, "delta").setFocus()
    write("30")
    press(Qt.Key.Key_Return)
    moved(page)
    named(page, "Save as a scenario of our own…").click()
    dialog = page.findChildren(OwnScenarioDialog)[-1]
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.accept()
    assert dialog.isVisible()
    assert "Type a name for it." in texts(dialog)
    assert nameless(dialog) == []
    write("Our plan")
    dialog.accept()
    assert named(page, "Scenario Our plan").isChecked()
    assert sample.details.forecast.scenarios[0].values == {"delta": 0.3}
    named(page, "Rename…").click()
    again = page.findChildren(OwnScenarioDialog)[-1]
    again._name.setText("Plan B")
    again.accept()
    assert named(page, "Scenario Plan B").isChecked()
    named(page, "Delete").click()
    assert "The scenario “Plan B” is deleted." in texts(page)
    (bar,) = visible(page, UndoBar)
    page.undo_wanted.connect(sample.undo)
    named(bar, "Undo").click()
    assert sample.details.forecast.scenarios[0].title == "Plan B"
    assert not visible(page, UndoBar)
    assert named(page, "Scenario Plan B").isVisible()


def test_changes_of_ones_own_are_saved_into_it(sample: Session, show: Show) -> None:
    page = show(sample)
    page.what_if.move("w", 0.2)
    page.what_if.save_as("Our plan", "As agreed", "Chair", None)
    moved(page)
    assert "As agreed. Owner: Chair, set" in texts(page)
    page.what_if.move("w", 0.3)
    moved(page)
    named(page, "Save the changes").click()
    assert sample.details.forecast.scenarios[0].values["w"] == 0.3


def test_of_a_milestone_inputs_move_and_nothing_can_be_kept(
    sample: Session, desk: Desk, show: Show
) -> None:
    key = sample.assessment.id
    own = OwnScenario(id="plan", title="Our plan", values={}, decided=date(2026, 9, 1))
    settings = ForecastSettings(scenario="plan", scenarios=(own,))
    sample.revise(sample.details.model_copy(update={"forecast": settings}))
    sample.revise(sample.details.model_copy(update={"modules": ("core",)}))
    kept = desk.library.keep_milestone(key, "Q3 board")
    before = desk.library.history(key)
    looked_at = Session(desk.library, key, milestone=kept, parent=sample)
    page = show(looked_at)
    assert page.body is not None
    first = page.what_if.forecast
    (slider,) = visible(row(page, "delta"), Slider)
    slider.setValue(slider.value() + 5)
    assert page.what_if.forecast != first
    offered = [one.text() for one in visible(page, QPushButton)]
    for text in ("Save the changes", "Rename…", "Delete", "Save as a scenario of our own…"):
        assert text not in offered
    assert not any(text.startswith("Answer ") for text in offered)
    asked: list[str] = []
    page.question_wanted.connect(asked.append)
    out = next(
        q.id for q in looked_at.questionnaire.questions
        if looked_at.reading.standing(q.id) is Standing.OUT
    )  # fmt: skip
    page._go_to(out)
    assert asked == [out]
    assert desk.library.history(key) == before


def test_with_nothing_but_arr_it_names_three_questions(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    session = company(desk, {"A01": 85e6}, modules=["core"])
    page = show(session)
    said = texts(page)
    assert said.startswith(
        "Too early to say: nothing but ARR is answered, and each of the other 32 inputs"
    )
    assert "If what is assumed holds, doing nothing ends year 7" in said
    assert "These three questions would do most to make it worth reading:" in said
    links = visible(page, QuestionLink)
    assert [one.accessibleName()[:3] for one in links] == ["B03", "A02", "A03"]
    with qtbot.waitSignal(page.question_wanted) as wanted:
        links[0].click()
    assert wanted.args == ["B03"]
    assert session.details.modules == ("core", "money")


def test_without_arr_it_says_what_it_needs(session: Session, show: Show, qtbot: QtBot) -> None:
    page = show(session)
    assert texts(page).startswith("There is no forecast yet: every amount in it is scaled")
    (link,) = visible(page, QuestionLink)
    with qtbot.waitSignal(page.question_wanted) as wanted:
        link.click()
    assert wanted.args == ["A01"]
    session.give("A01", Answer(value=1e8, basis="exact"))
    assert texts(page).startswith("Too early to say")


def test_without_any_ai_cohort_it_works(desk: Desk, show: Show) -> None:
    answers = {"A01": 85e6, "A03": {"seats": 70, "usage": 20, "platform": 10}, "C08": "none"}
    page = show(company(desk, answers))
    said = texts(page)
    assert "£" in said
    assert "Break-even" in said
    assert nameless(page) == []


def test_what_is_out_of_line_is_said_with_the_facts(desk: Desk, show: Show) -> None:
    example = shipped_example("switchback-2026-q3")
    made = desk.library.add(example.assessment, example.questionnaire)
    page = show(Session(desk.library, made.id))
    said = texts(page)
    assert "Out of line with what is published" in said
    assert (
        "AI would be 27.9% of ARR in year 2 under “Resell” and 28.3% under “Both”, above every "
        "published case: Salesforce 2.7%"
    ) in said
    assert "S61 Fortune Business Insights via uptick.ai, Dec 2025 / Jun 2026." in said
    assert "S61: Fortune" not in said
    next(one for one in visible(page, FoldHead) if "published" in one.accessibleName()).click()
    assert "S61: Fortune Business Insights forecasts that the inference market" in texts(page)
    page.what_if.move("w", 0.01)
    assert "AI would be" not in moved(page)
    page.what_if.move("pi", 0.0)
    assert "Customers’ inference spend grows by " in moved(page)
    assert nameless(page) == []
    page.what_if.move("pi", 0.2)
    moved(page)
    assert not visible(page, DoubtCard)


def test_an_amount_that_may_lack_its_millions_is_asked_about(desk: Desk, show: Show) -> None:
    page = show(company(desk, {"A01": 200}))
    (card,) = visible(page, DoubtCard)
    assert texts(card) == (
        "Is that the amount you mean?\n"
        "ARR today (A01) is small. Do you mean 200 British pounds, or 200 million?"
    )
    page.what_if.move("A0", 200e6)
    moved(page)
    assert not visible(page, DoubtCard)
    page.what_if.move("I0", 80)
    assert "Do you mean 80 " in moved(page)
    page.what_if.move("pi", 0.0)
    said = moved(page)
    assert "To be looked at again" in said
    assert "Is that the amount you mean?" not in said
    assert "Customers’ inference spend grows by " in said


def test_the_register_lists_every_input_and_flags_what_has_expired(
    sample: Session, show: Show
) -> None:
    sample.revise(sample.details.model_copy(update={"board_date": Details.model_validate(
        {"company": "?", "board_date": "2027-08-01"}).board_date}))  # fmt: skip
    page = show(sample)
    head = next(h for h in visible(page, FoldHead) if "register" in h.accessibleName())
    assert "43 inputs, 10 of them assumed" in head.accessibleName()
    head.click()
    said = texts(page)
    for row_ in page.what_if.forecast.register:
        assert f"{row_.title} ({row_.symbol})" in said
    assert "Technology, set 30 June 2026, past its date of 31 December 2026." in said
    page.what_if.pick("severe")
    assert "Scenario “Severe”." in texts(page)


def test_it_follows_answers_and_undo(sample: Session, show: Show) -> None:
    page = show(sample)
    page.hide()
    sample.give("A01", Answer(value=4e8, basis="exact"))
    page.show()
    assert "$400m today" in visible(page, ChartView)[0].accessibleName()
    sample.undo()
    assert "$200m today" in visible(page, ChartView)[0].accessibleName()


@pytest.mark.parametrize("name", ["paperclip-2026-q3", "switchback-2026-q3", "arr"])
@pytest.mark.parametrize(("width", "scale"), [(1280, 1.0), (1024, 1.0), (1024, 2.0)])
def test_nothing_is_cut_off_and_everything_has_a_name(
    name: str, width: int, scale: float, desk: Desk, show: Show
) -> None:
    theme().set_scale(scale)
    if name == "arr":
        session = company(desk, {"A01": 9.99e14}, currency="CHF")
    else:
        example = shipped_example(name)
        made = desk.library.add(example.assessment, example.questionnaire)
        session = Session(desk.library, made.id)
    page = show(session, width, 700)
    page.what_if.save_as(
        "A plan with a very long name that goes on and on " * 6, "Why " * 60, "", None
    )
    QApplication.processEvents()
    for head in visible(page, FoldHead):
        if not head.is_open:
            head.click()
    assert cut_off(page) == []
    assert nameless(page) == []


def test_it_follows_the_theme_and_stacks_where_there_is_no_room(
    sample: Session, show: Show
) -> None:
    page = show(sample)
    before = page.body
    assert page.pane is not None
    page.what_if.move("delta", 0.3)
    moved(page)
    theme().set_dark(True)
    assert page.body is not before
    assert "One input is set by hand" in texts(page)
    theme().set_scale(2.0)
    assert page.pane is not None
    assert page.pane.width() > 0.9 * page.width()


def test_a_slider_and_what_it_moves_are_in_sight_together_at_twice_the_text(
    sample: Session, show: Show, qtbot: QtBot
) -> None:
    theme().set_scale(2.0)
    page = show(sample, 1024, 505)
    assert not visible(page, OutcomeStrip)  # the charts are in sight themselves
    (slider,) = visible(row(page, "delta"), Slider)
    area = next(one for one in visible(page, QScrollArea) if one.isAncestorOf(slider))
    slider.setFocus()
    area.ensureWidgetVisible(slider)
    QApplication.processEvents()
    (strip,) = visible(page, OutcomeStrip)
    assert texts(strip).split("\n")[0] == "Gross profit in year 7; today it is $154m"
    assert "$188m" in texts(strip)
    qtbot.keyClick(slider, Qt.Key.Key_PageUp, delay=10)
    moved(page)
    assert "$188m" not in texts(strip)
    for one in (slider, strip):
        assert not one.visibleRegion().isEmpty()
        seen = one.mapTo(page, one.rect().bottomRight())
        assert seen.y() <= page.height()
    assert slider.mapTo(page, slider.rect().bottomLeft()).y() < strip.mapTo(page, QPoint()).y()
    area.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    assert not visible(page, OutcomeStrip)


def test_beside_the_charts_no_figures_are_said_twice(sample: Session, show: Show) -> None:
    assert not show(sample).findChildren(OutcomeStrip)


def test_it_is_freed(desk: Desk, sample: Session, qtbot: QtBot) -> None:
    page = EconomicsPage(desk, sample)
    page.resize(1280, 752)
    page.show()
    settle(page, qtbot)
    assert page.body is not None
    assert page.pane is not None
    gone: list[weakref.ref[QWidget]] = [weakref.ref(one) for one in (page, page.body, page.pane)]
    page.hide()
    page.deleteLater()
    del page
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert [one() for one in gone] == [None, None, None]


def test_the_window_has_it_where_the_questionnaire_forecasts(desk: Desk, qtbot: QtBot) -> None:
    example = shipped_example("paperclip-2026-q3")
    desk.library.add(example.assessment, example.questionnaire)
    folder = FIXTURES / "tiny-questionnaire"
    tiny = open_file(folder / "answers.yaml", load_questionnaire(folder))
    desk.library.add(tiny.assessment, tiny.questionnaire)
    window = MainWindow(desk)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.opened.open(example.assessment.id)
    window.screens.show_result()
    (result,) = visible(window, ResultPage)
    qtbot.waitUntil(lambda: result.is_drawn, timeout=30_000)
    named(window, "What it comes to in 7 years").click()
    assert visible(window, EconomicsPage)
    window.screens.show_questions()
    named(window, "Economics").click()
    (page,) = visible(window, EconomicsPage)
    qtbot.waitUntil(lambda: page.is_drawn, timeout=30_000)
    page.question_wanted.emit("B03")
    assert not page.isVisible()
    window.opened.open(tiny.assessment.id)
    assert "Economics" not in [one.accessibleName() for one in visible(window, QPushButton)]
    window.screens.show_economics()
    assert not visible(window, EconomicsPage)
    window.show_start()
