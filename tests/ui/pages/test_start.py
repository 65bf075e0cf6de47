"""The start page: a welcome while the library is empty, and the library from then on."""

import subprocess
import sys
import threading
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Details
from boardkit.examples import shipped_example, shipped_examples
from boardkit.headlines import METHOD
from boardkit.questionnaire import Questionnaire
from boardkit.scoring import score
from tests.support.freeing import is_freed
from tests.support.keyboard import focused, tab
from ui.desk import Desk
from ui.dialogs.document import DocumentDialog
from ui.dialogs.error import ErrorDialog
from ui.dialogs.rename import RenameDialog
from ui.jobs import Progress
from ui.pages import start
from ui.pages.start import StartPage
from ui.searching import folded
from ui.shelving import copied
from ui.start_content import StartContent, latest, read_content
from ui.widgets.example_list import ExampleButton
from ui.widgets.library_model import BAND, COMPANY, SCORE, Sort

COMPANIES = ("Zebra", "Éclair & Fils", "Mango")


@pytest.fixture
def filled(desk: Desk, questionnaire: Questionnaire) -> dict[str, str]:
    """Three assessments, by company; the last is the one that was changed last."""
    return {
        company: desk.library.create(
            questionnaire,
            Details(company=company, period="Q3 2026", board_date=date(2026, 12, 15)),
            {"A01": Answer(value=200_000_000)},
        ).id
        for company in COMPANIES
    }


def shown(qtbot: QtBot, desk: Desk, width: int = 1280, height: int = 720) -> StartPage:
    page = StartPage(desk)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.setFocus()
    wait_for(page, qtbot)
    return page


def wait_for(page: StartPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.complete, timeout=30_000)


def button(within: QWidget, text: str) -> QPushButton:
    return next(b for b in within.findChildren(QPushButton) if b.text() == text and b.isVisible())


def box(within: QWidget, name: str) -> QComboBox:
    return next(b for b in within.findChildren(QComboBox) if b.accessibleName() == name)


def texts(within: QWidget) -> str:
    return "\n".join(w.text() for w in within.findChildren(QLabel) if w.isVisible())


def companies(page: StartPage) -> list[str]:
    found = page.shelf.table.found
    return [found.index(row, 0).data() for row in range(found.rowCount())]


# First start


def test_an_empty_library_is_a_welcome(
    qtbot: QtBot, desk: Desk, questionnaire: Questionnaire
) -> None:
    page = shown(qtbot, desk)
    said = texts(page)
    assert questionnaire.asks in said
    assert "Core takes about 40 minutes; Money adds 25 and Depth 25." in said
    assert "nothing leaves this computer" in said
    assert not page.shelf.isVisible()


@pytest.mark.parametrize(
    ("text", "signal"), [("New assessment", "new_wanted"), ("Open a file…", "file_wanted")]
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_welcome_is_worked_by_keyboard(
    qtbot: QtBot, desk: Desk, text: str, signal: str, key: Qt.Key
) -> None:
    page = shown(qtbot, desk)
    qtbot.waitUntil(lambda: button(page, "New assessment").hasFocus())
    made = button(page, text)
    made.setFocus()
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.keyClick(made, key)


def test_every_example_company_is_offered_with_its_story(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    offered = page.findChildren(ExampleButton)
    assert {b.sample.company for b in offered} == {e.details.company for e in shipped_examples()}
    assert len(offered) == len({b.sample.company for b in offered})
    paperclip = next(b for b in offered if b.sample.company.startswith("Paperclip"))
    assert "fictional" in paperclip.accessibleName()
    assert paperclip.accessibleDescription().startswith("A case-management tool")
    interface = QAccessible.queryAccessibleInterface(paperclip)
    assert interface.role() == QAccessible.Role.Button
    paperclip.setFocus()
    with qtbot.waitSignal(page.example_wanted) as asked:
        qtbot.keyClick(paperclip, Qt.Key.Key_Return)
    assert asked.args == ["paperclip-2026-q3"]


def test_a_half_answered_example_says_so(desk: Desk) -> None:
    samples = read_content().samples
    half = next(s for s in samples if s.name.startswith("half-timbered"))
    assert "answered so far" in half.title
    assert sum("answered so far" in s.title for s in samples) == 1
    assert len(latest(samples)) < len(samples)


def test_the_sheet_can_be_had_before_anything_is_made(qtbot: QtBot, desk: Desk) -> None:
    page = shown(qtbot, desk)
    qtbot.mouseClick(page.welcome.have_ready, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.findChildren(DocumentDialog)), timeout=30_000)
    assert page.findChildren(DocumentDialog)[0].preview.pages is not None


# The library


def test_the_library_is_listed_and_the_last_changed_is_marked(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    page = shown(qtbot, desk)
    assert not page.welcome.isVisible()
    assert companies(page) == ["Mango", "Éclair & Fils", "Zebra"]
    assert "3 assessments" in texts(page)
    qtbot.waitUntil(page.shelf.table.hasFocus)
    with qtbot.waitSignal(page.opened) as asked:
        qtbot.keyClick(page.shelf.table, Qt.Key.Key_Return)
    assert asked.args == [filled["Mango"]]


def test_searching_by_keyboard(qtbot: QtBot, desk: Desk, filled: dict[str, str]) -> None:
    page = shown(qtbot, desk)
    table = page.shelf.table
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    qtbot.keyClicks(search, "eclair")
    assert companies(page) == ["Éclair & Fils"]
    assert "1 of 3 assessments" in texts(page)
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert table.hasFocus()
    with qtbot.waitSignal(page.opened) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [filled["Éclair & Fils"]]
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert len(companies(page)) == 3


def test_a_search_without_a_hit_says_so_and_can_be_taken_back(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    page = shown(qtbot, desk)
    page.shelf.search("giraffe")
    assert "No assessment holds “giraffe”." in texts(page)
    assert not page.shelf.table.isVisible()
    qtbot.mouseClick(button(page, "Show all assessments"), Qt.MouseButton.LeftButton)
    assert page.shelf.table.isVisible()
    assert len(companies(page)) == 3


def test_the_examples_are_in_a_menu(qtbot: QtBot, desk: Desk, filled: dict[str, str]) -> None:
    page = shown(qtbot, desk)
    menu = button(page, "Look at an example").menu()
    assert len(menu.actions()) == len(shipped_examples())
    paperclip = next(a for a in menu.actions() if a.data() == "paperclip-2026-q2")
    assert paperclip.text() == "Paperclip && Sons Workflow, Q2 2026 · fictional"
    with qtbot.waitSignal(page.example_wanted) as asked:
        paperclip.trigger()
    assert asked.args == ["paperclip-2026-q2"]


# Deleting, renaming, duplicating


def test_who_has_only_looked_at_examples_is_told_how_to_begin(qtbot: QtBot, desk: Desk) -> None:
    for example in shipped_examples()[:2]:
        desk.library.add(example.assessment, example.questionnaire)
    page = shown(qtbot, desk)
    assert "Only examples are listed so far" in texts(page)
    assert "Core takes about 40 minutes; Money adds 25 and Depth 25." in texts(page)
    qtbot.waitUntil(page.shelf.table.hasFocus)
    tab()
    with qtbot.waitSignal(page.new_wanted):
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    page.shelf.search("nothing of the sort")
    assert "Only examples are listed so far" in texts(page)
    desk.library.create(shipped_examples()[0].questionnaire, Details(company="Ours"))
    page.reload()
    assert "Only examples" not in texts(page)


def test_deleting_is_undone_by_the_bar_or_by_keyboard(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    page = shown(qtbot, desk)
    table = page.shelf.table
    qtbot.waitUntil(table.hasFocus)
    table.mark(filled["Éclair & Fils"])
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert companies(page) == ["Mango", "Zebra"]
    assert page.undo_bar.text == "Deleted Éclair & Fils, Q3 2026."
    assert page.undo_bar.isVisible()
    assert table.current is not None
    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert set(companies(page)) == set(COMPANIES)
    assert table.current.id == filled["Éclair & Fils"]
    assert not page.undo_bar.isVisible()


def test_deletions_are_undone_one_after_another(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    page = shown(qtbot, desk)
    for company in COMPANIES:
        page.delete(filled[company])
    assert page.welcome.isVisible()  # with the bar still there
    for company in reversed(COMPANIES):
        assert page.undo_bar.text == f"Deleted {company}, Q3 2026."
        qtbot.mouseClick(button(page.undo_bar, "Undo"), Qt.MouseButton.LeftButton)
        assert company in companies(page)
    assert not page.undo_bar.isVisible()
    page.undo()  # nothing left: nothing happens
    assert len(companies(page)) == 3


def test_the_bar_can_be_dismissed(qtbot: QtBot, desk: Desk, filled: dict[str, str]) -> None:
    page = shown(qtbot, desk)
    page.delete(filled["Mango"])
    qtbot.mouseClick(button(page.undo_bar, "Dismiss"), Qt.MouseButton.LeftButton)
    assert not page.undo_bar.isVisible()
    page.undo()
    assert len(companies(page)) == 2


def test_renaming_and_taking_it_back(qtbot: QtBot, desk: Desk, filled: dict[str, str]) -> None:
    page = shown(qtbot, desk)
    table = page.shelf.table
    table.mark(filled["Mango"])
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    dialog = page.findChild(RenameDialog)
    assert isinstance(dialog, RenameDialog)
    company, period = dialog.findChildren(QLineEdit)
    company.setText("Papaya")
    period.setText("Q4 2026")
    qtbot.keyClick(company, Qt.Key.Key_Return)
    assert "Papaya" in companies(page)
    assert page.undo_bar.text == "Renamed to Papaya, Q4 2026."
    details = desk.library.assessment(filled["Mango"]).details
    assert (details.company, details.board_date) == ("Papaya", date(2026, 12, 15))
    page.undo()
    assert "Mango" in companies(page)


def test_renaming_to_the_same_name_writes_nothing(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    page = shown(qtbot, desk)
    before = desk.library.history(filled["Mango"])
    page.rename(filled["Mango"])
    dialog = page.findChild(RenameDialog)
    assert isinstance(dialog, RenameDialog)
    dialog.accept()
    assert desk.library.history(filled["Mango"]) == before
    assert not page.undo_bar.isVisible()


def test_duplicating_marks_the_copy_and_can_be_undone(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    page = shown(qtbot, desk)
    table = page.shelf.table
    page.shelf.search("zebra")
    table.mark(filled["Zebra"])
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(companies(page)) == 4
    assert table.current is not None
    assert table.current.id != filled["Zebra"]
    assert (table.current.company, table.current.period) == ("Zebra", "Q3 2026 (copy)")
    assert table.current.answered == 1
    page.undo()
    assert len(companies(page)) == 3
    assert filled["Zebra"] in {entry.id for entry in desk.library.list()}


def test_a_copy_of_the_longest_period_still_fits() -> None:
    details = Details(company="A", period="x" * 400)
    Details.model_validate(copied(details).model_dump())
    assert copied(Details(company="A")).period == "(copy)"


def test_archiving_puts_aside_where_it_can_be_found_again(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    page = shown(qtbot, desk)
    table = page.shelf.table
    assert [one.accessibleName() for one in page.findChildren(QComboBox)] == ["Company"]
    table.mark(filled["Mango"])
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert companies(page) == ["Éclair & Fils", "Zebra"]
    assert page.undo_bar.text == "Archived Mango, Q3 2026."
    page.undo()
    assert companies(page) == ["Mango", "Éclair & Fils", "Zebra"]
    page.archive(filled["Mango"])
    which = box(page, "Which assessments")
    assert which.isVisible()
    assert which.itemText(1) == "Archived (1)"
    which.setFocus()
    qtbot.keyClick(which, Qt.Key.Key_Down)
    assert companies(page) == ["Mango"]
    assert "1 assessment" in texts(page)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert "No assessment is archived." in texts(page)
    qtbot.keyClick(which, Qt.Key.Key_Up)
    assert len(companies(page)) == 3


def test_tab_goes_through_what_was_made_later_where_it_stands(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    page = shown(qtbot, desk)
    page.archive(filled["Mango"])
    page.activateWindow()
    page.shelf.focus_search()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    names = []
    while not page.shelf.table.hasFocus():
        names.append(focused().accessibleName())
        tab()
    assert names == [
        "Find an assessment", "Company", "Which assessments", "Open a file…", "New assessment",
    ]  # fmt: skip
    page.shelf.search("nothing like it")
    page.shelf.focus_search()
    while focused().accessibleName() != "New assessment":
        tab()
    tab()
    assert focused().accessibleName() == "Show all assessments"
    while (name := focused().accessibleName()) != "Undo":
        assert name != "Dismiss"
        tab()
    tab()
    assert focused().accessibleName() == "Dismiss"


def test_what_was_deleted_can_be_restored_on_another_day(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    desk.library.delete(filled["Zebra"])
    page = shown(qtbot, desk)
    which = box(page, "Which assessments")
    which.setFocus()
    qtbot.keyClick(which, Qt.Key.Key_End)
    assert companies(page) == ["Zebra"]
    page.shelf.table.setFocus()
    qtbot.keyClick(page.shelf.table, Qt.Key.Key_Return)
    assert companies(page) == []
    assert filled["Zebra"] in {entry.id for entry in desk.library.list()}


def test_everything_archived_is_no_empty_library(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    for assessment_id in filled.values():
        desk.library.archive(assessment_id)
    page = shown(qtbot, desk)
    assert page.shelf.isVisible()
    assert "put aside are under “Archived”" in texts(page)


def test_one_company_is_chosen_by_keyboard(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    page = shown(qtbot, desk)
    page.duplicate(filled["Zebra"])
    company = box(page, "Company")
    assert [company.itemText(i) for i in range(company.count())] == [
        "All companies",
        *sorted(COMPANIES, key=folded),
    ]
    company.setFocus()
    qtbot.keyClick(company, Qt.Key.Key_End)
    assert companies(page) == ["Zebra", "Zebra"]
    assert "2 of 4 assessments" in texts(page)
    page.reload()
    assert companies(page) == ["Zebra", "Zebra"]
    qtbot.keyClick(company, Qt.Key.Key_Home)
    assert len(companies(page)) == 4


def test_the_order_is_remembered(qtbot: QtBot, desk: Desk, filled: dict[str, str]) -> None:
    page = shown(qtbot, desk)
    page.shelf.table.sort_by(Sort(COMPANY, falling=True))
    again = shown(qtbot, desk)
    assert companies(again) == ["Zebra", "Mango", "Éclair & Fils"]
    header = again.shelf.table.horizontalHeader()
    assert header.sortIndicatorSection() == COMPANY


def test_headlines_are_computed_in_the_background_and_stored(qtbot: QtBot, desk: Desk) -> None:
    example = shipped_example("paperclip-2026-q3")
    half = shipped_example("half-timbered-2026-q3")
    for each in (example, half):
        desk.library.add(each.assessment, each.questionnaire)
    desk.library.see_scores(example.assessment.id)
    result = score(example.questionnaire, example.assessment).headline
    assert result.band is not None
    assert result.claimed is not None
    page = shown(qtbot, desk)
    found = page.shelf.table.found

    def cells(column: int) -> list[str]:
        return [found.index(row, column).data() for row in range(found.rowCount())]

    qtbot.waitUntil(lambda: all(cells(BAND)), timeout=30_000)
    coverage = score(half.questionnaire, half.assessment).headline.coverage
    assert cells(BAND) == [
        f"{coverage.answered} of {coverage.needed} answers",
        result.band.title,
    ]
    assert cells(SCORE) == ["", f"{result.claimed:.0f}"]
    assert all(entry.headline_stands(METHOD) for entry in desk.library.list())
    kept = desk.library.list()
    again = shown(qtbot, desk)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert again.shelf.table.found.index(1, BAND).data() == result.band.title
    assert desk.library.list() == kept  # nothing is computed twice


def test_a_long_list_is_read_to_its_end(
    qtbot: QtBot, desk: Desk, filled: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.start.FIRST", 2)
    page = StartPage(desk)
    qtbot.addWidget(page)
    assert companies(page) == ["Mango", "Éclair & Fils"]
    page.show()
    assert "3 assessments" in texts(page)
    qtbot.waitUntil(lambda: len(companies(page)) == 3)
    assert "3 assessments" in texts(page)
    wait_for(page, qtbot)


def test_what_has_gone_in_the_meantime_is_told(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    page = shown(qtbot, desk)
    page.delete("never-there")
    shown_dialogs = [w for w in page.findChildren(ErrorDialog) if w.isVisible()]
    assert len(shown_dialogs) == 1
    assert "never-there" in shown_dialogs[0].text
    shown_dialogs[0].accept()
    assert len(companies(page)) == 3


def test_filling_the_page_writes_nothing(qtbot: QtBot, desk: Desk, filled: dict[str, str]) -> None:
    before = {i: desk.library.history(i) for i in filled.values()}
    page = shown(qtbot, desk)
    page.reload()
    assert {i: desk.library.history(i) for i in filled.values()} == before


# How it looks


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1280, 720, 1.0), (1024, 610, 1.0), (1024, 560, 2.0)]
)
@pytest.mark.parametrize("full", [False, True])
def test_nothing_is_cut(
    qtbot: QtBot, desk: Desk, questionnaire: Questionnaire, width: int, height: int, scale: float,
    dark: bool, full: bool,
) -> None:  # fmt: skip
    desk.theme.set_dark(dark)
    desk.theme.set_scale(scale)
    if full:
        company = "Verwaltungsgesellschaft " * 17
        desk.library.create(questionnaire, Details(company=company[:400]))
    page = shown(qtbot, desk, width, height)
    QApplication.processEvents()
    assert page.width() == width  # nothing forces it wider
    part = page.shelf if full else page.welcome
    assert part.width() <= width
    for made in part.findChildren(QPushButton):
        if made.isVisible():
            assert made.width() >= made.sizeHint().width()
            assert made.mapTo(page, made.rect().topRight()).x() < width
    for text in part.findChildren(QLabel):
        if text.isVisible() and text.text():
            assert text.height() >= text.heightForWidth(text.width())


def test_the_look_follows_the_theme_while_it_is_shown(
    qtbot: QtBot, desk: Desk, filled: dict[str, str]
) -> None:
    page = shown(qtbot, desk)
    row = page.shelf.table.verticalHeader().defaultSectionSize()
    light = page.grab().toImage()
    desk.theme.set_dark(True)
    assert page.grab().toImage() != light
    desk.theme.set_scale(2.0)
    assert page.shelf.table.verticalHeader().defaultSectionSize() >= 1.8 * row


def test_every_control_has_a_name(qtbot: QtBot, desk: Desk, filled: dict[str, str]) -> None:
    page = shown(qtbot, desk)
    for part in (page.shelf, page.welcome):
        for control in part.findChildren(QWidget):
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                inside = control.objectName().startswith("qt_")
                assert inside or control.accessibleName(), control


def test_a_closed_page_is_freed(qtbot: QtBot, desk: Desk, filled: dict[str, str]) -> None:
    def used() -> StartPage:
        page = StartPage(desk)
        page.show()
        wait_for(page, qtbot)
        page.delete(filled["Mango"])
        page.shelf.search("x")
        return page

    assert is_freed(used)
    desk.theme.set_dark(True)  # and nobody who has gone is asked to follow


def test_a_page_that_is_left_while_it_still_reads_is_no_trouble(
    qapp: QApplication, qtbot: QtBot, desk: Desk
) -> None:
    shipped_examples.cache_clear()
    page = StartPage(desk)
    page.welcome.have_ready.set_content(read_content().questionnaire, ("core",))
    page.welcome.have_ready.click()
    page.deleteLater()
    del page
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=30_000)


def test_the_page_waits_for_no_slow_import() -> None:
    slow = ("scipy", "weasyprint", "jinja2", "fontTools", "numpy", "pydantic", "yaml", "babel")
    code = (
        "import sys, ui.pages.start, ui.widgets.shelf, ui.widgets.welcome;"
        f" print([m for m in {slow!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_question_is_there_from_the_second_start_on(
    qtbot: QtBot, desk: Desk, questionnaire: Questionnaire
) -> None:
    shown(qtbot, desk).close()
    shipped_examples.cache_clear()
    page = StartPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert not page.complete
    assert questionnaire.asks in texts(page)
    qtbot.waitUntil(lambda: page.complete, timeout=30_000)


def test_nothing_jumps_when_the_question_is_there(qtbot: QtBot, desk: Desk) -> None:
    shipped_examples.cache_clear()
    page = StartPage(desk)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    QApplication.processEvents()
    assert not page.complete
    before = page.welcome.main_button.mapTo(page, QPoint(0, 0)).y()
    wait_for(page, qtbot)
    QApplication.processEvents()
    after = page.welcome.main_button.mapTo(page, QPoint(0, 0)).y()
    assert abs(after - before) < page.welcome.main_button.height() / 3


def test_a_wait_for_the_examples_is_put_into_words(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slowly(progress: Progress) -> StartContent:
        assert go_on.wait(20)
        return read_content(progress)

    monkeypatch.setattr(start, "read_content", slowly)
    shipped_examples.cache_clear()
    page = StartPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "Reading the examples…" in texts(page))
    go_on.set()
    wait_for(page, qtbot)
    assert "Reading the examples…" not in texts(page)
