"""The report page: edits what the cover says, and makes the pack in a process of its own."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QWidget,
)  # fmt: skip
from pytestqt.qtbot import QtBot

from boardkit.content import load_questionnaire
from boardkit.documents.viewing import PdfPages
from boardkit.documents.worker import RenderWorker
from boardkit.exchange import open_file
from tests.support.freeing import is_freed
from tests.support.looking import cut_off, nameless, texts, visible
from tests.support.pdf_texts import text_of
from ui.desk import Desk
from ui.documents.making import DocumentMaking, under_way
from ui.pages.report import ReportPage
from ui.session import Session
from ui.theme import theme
from ui.widgets.making_card import MakingCard
from ui.widgets.page_thumbs import PageThumbs
from ui.widgets.page_view import PageView

TINY = Path(__file__).parents[2] / "fixtures" / "tiny-questionnaire"
HEADLINE = "Fairly prepared: Outlook for the summer is 46.2"
Show = Callable[..., ReportPage]


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    """A small assessment, whose pack is short."""
    found = open_file(TINY / "answers.yaml", load_questionnaire(TINY))
    made = desk.library.add(found.assessment, found.questionnaire, new_id=True)
    opened = Session(desk.library, made.id, locale=desk.locale)
    yield opened
    opened.deleteLater()


@pytest.fixture
def show(desk: Desk, worker: RenderWorker, qtbot: QtBot) -> Show:
    """Shows the report page of a session."""
    pages = []

    def shown(
        session: Session, width: int = 1280, height: int = 752, on: Desk = desk
    ) -> ReportPage:
        page = ReportPage(on, session, worker)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        QApplication.processEvents()
        return page

    return shown


class Outside(QObject):
    """Stands where the system opens files, and remembers what it was asked to open."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.paths.append(Path(url.toLocalFile()))


@pytest.fixture
def outside(qapp: QApplication) -> Iterator[Outside]:
    receiver = Outside()
    QDesktopServices.setUrlHandler("file", receiver, "open")  # type: ignore[arg-type]  # stub: bytes
    yield receiver
    QDesktopServices.unsetUrlHandler("file")


def button(page: ReportPage, text: str) -> QPushButton:
    return next(one for one in visible(page, QPushButton) if one.text() == text)


def offered(page: ReportPage) -> set[str]:
    return {one.text() for one in visible(page, QPushButton)}


def field(page: ReportPage, name: str) -> QLineEdit:
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name)


def card(page: ReportPage) -> MakingCard:
    found = page.findChild(MakingCard)
    assert found is not None
    return found


def up_to_date(page: ReportPage) -> bool:
    return page._keeper.up_to_date and card(page).isHidden()


def made(page: ReportPage, qtbot: QtBot) -> ReportPage:
    qtbot.waitUntil(lambda: up_to_date(page), timeout=120_000)
    return page


def previewed(page: ReportPage) -> str:
    pages = page._preview.pages
    assert pages is not None
    return " ".join(" ".join(pages.text(number) for number in range(pages.count)).split())


def test_its_pages_are_shown_and_can_be_opened_saved_and_found(
    session: Session, show: Show, outside: Outside, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    page = made(show(session), qtbot)
    assert HEADLINE in previewed(page)
    assert {"Save as PDF…", "Print…", "Open"} <= offered(page)
    assert "Show in folder" not in offered(page)
    button(page, "Open").click()
    assert HEADLINE in text_of(outside.paths[0])
    assert outside.paths[0].name == "Millbrook Community Orchard Spring 2026 board pack.pdf"
    assert stat.S_IMODE(outside.paths[0].parent.stat().st_mode) == 0o700
    proposed = []

    def choose(parent: object, title: str, path: str, kinds: str) -> tuple[str, str]:
        proposed.append(Path(path).name)
        return str(tmp_path / "For the board"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    button(page, "Save as PDF…").click()
    saved = tmp_path / "For the board.pdf"
    qtbot.waitUntil(lambda: "Saved as For the board.pdf" in texts(page), timeout=10_000)
    assert proposed == ["Millbrook Community Orchard Spring 2026 board pack.pdf"]
    assert saved.read_bytes() == outside.paths[0].read_bytes()
    button(page, "Show in folder").click()
    assert outside.paths[-1] == tmp_path


def test_saving_that_fails_is_told_and_the_pages_stay(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(show(session), qtbot)
    nowhere = tmp_path / "not there" / "pack.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    button(page, "Save as PDF…").click()
    qtbot.waitUntil(lambda: "could not be written" in texts(page), timeout=10_000)
    assert not nowhere.parent.exists()
    assert HEADLINE in previewed(page)


def test_a_full_disk_is_told_and_nothing_half_written_is_left(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(show(session), qtbot)
    target = tmp_path / "pack.pdf"
    target.write_bytes(b"the one of last quarter")

    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(os, "fsync", full)
    button(page, "Save as PDF…").click()
    qtbot.waitUntil(lambda: "No space left on device" in texts(page), timeout=10_000)
    assert "What was there before is unchanged." in texts(page)
    assert target.read_bytes() == b"the one of last quarter"
    assert not list(tmp_path.glob(".*.part"))


def test_it_shows_how_far_it_is_and_the_window_stays_alive(
    session: Session, show: Show, qtbot: QtBot
) -> None:
    ticks: list[float] = []
    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    page = show(session)
    shares: list[int] = []
    card(page).findChildren(QProgressBar)[0].valueChanged.connect(shares.append)
    assert "Making the pages" in texts(page)
    assert "Stop" in offered(page)
    timer.start()
    made(page, qtbot)
    qtbot.waitUntil(lambda: page._preview._pictures._drawing is None, timeout=10_000)
    timer.stop()
    assert len(set(shares)) > 4
    assert shares == sorted(shares)
    gaps = [after - before for before, after in pairwise(ticks)]
    assert len(gaps) > 10
    assert sum(gap > 0.25 for gap in gaps) <= 1  # a busy machine may hold one up


def test_the_keyboard_is_where_something_can_be_done(
    session: Session, show: Show, qtbot: QtBot
) -> None:
    """While the pages are being made there is nothing to read, but all of it to choose."""
    page = show(session)
    page.activateWindow()
    chosen = next(r for r in visible(page, QRadioButton) if r.accessibleName() == "Board pack")
    qtbot.waitUntil(chosen.hasFocus)
    stops = tab_stops(page)
    assert {"Save as PDF…", "Stop"} <= {one.accessibleName() for one in stops}
    assert not any(isinstance(one, QAbstractScrollArea) for one in stops)
    made(page, qtbot)
    assert chosen.hasFocus()
    assert sum(isinstance(one, PageView | PageThumbs) for one in tab_stops(page)) == 2
    page.hide()
    page.show()
    assert page.focusWidget() is page._preview.view
    assert page._preview.view.accessibleName().startswith("Page 1 of ")


def tab_stops(page: ReportPage) -> list[QWidget]:
    """Where the Tab key goes."""
    return [
        one
        for one in visible(page, QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
    ]


def test_stopping_it_leaves_a_way_on(session: Session, show: Show, qtbot: QtBot) -> None:
    page = show(session)
    bar = card(page).findChildren(QProgressBar)[0]
    qtbot.waitUntil(lambda: bar.value() > 30, timeout=120_000)
    button(page, "Stop").click()
    assert "Stopped" in texts(page)
    assert page._preview.pages is None
    button(page, "Make it").click()
    made(page, qtbot)


def test_the_pages_follow_a_change_and_stay_until_the_new_ones_come(
    session: Session, show: Show, qtbot: QtBot
) -> None:
    page = made(show(session), qtbot)
    page._preview.view.go_to(1)
    view, pictures = page._preview.view, page._preview._pictures
    qtbot.waitUntil(lambda: pictures.has(*view._wish(1)), timeout=10_000)
    before = page._preview.pages
    session.revise(session.details.model_copy(update={"sponsor": "The treasurer"}))
    qtbot.wait(50)
    assert page._preview.pages is before
    assert not pictures.picture(*view._wish(1)).isNull()
    made(page, qtbot)
    assert "The treasurer" in previewed(page)
    assert page._preview.view.page == 1
    session.undo()
    qtbot.waitUntil(lambda: "The treasurer" not in previewed(page), timeout=5_000)  # made already


def test_another_document_is_chosen_remembered_and_read_from_its_beginning(
    desk: Desk, session: Session, show: Show, qtbot: QtBot
) -> None:
    page = made(show(session), qtbot)
    before = page._preview.pages
    assert before is not None
    page._preview.view.go_to(1)
    next(r for r in visible(page, QRadioButton) if r.accessibleName() == "Full pack").click()
    made(page, qtbot)
    after = page._preview.pages
    assert after is not None
    assert after.count > before.count
    assert page._preview.view.page == 0
    assert desk.library.assessment(session.assessment.id).details.pack.document == "full"
    session.undo()
    qtbot.waitUntil(lambda: up_to_date(page) and page._preview.pages is not after, timeout=5_000)
    assert page._preview.pages is not None
    assert page._preview.pages.count == before.count


def test_stopping_an_update_says_what_the_pages_are(
    session: Session, show: Show, qtbot: QtBot
) -> None:
    page = made(show(session), qtbot)
    session.revise(session.details.model_copy(update={"sponsor": "The treasurer"}))
    qtbot.waitUntil(lambda: "Updating the pages" in texts(page), timeout=120_000)
    button(page, "Stop").click()
    assert "These pages are from before your last change." in texts(page)
    button(page, "Update them").click()
    made(page, qtbot)
    assert "The treasurer" in previewed(page)


def test_saving_in_the_middle_of_an_update_saves_what_it_will_be(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(show(session), qtbot)
    saved = tmp_path / "pack.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    session.revise(session.details.model_copy(update={"sponsor": "The treasurer"}))
    button(page, "Save as PDF…").click()
    assert not saved.exists()
    qtbot.waitUntil(lambda: "Saved as pack.pdf" in texts(page), timeout=120_000)
    assert "The treasurer" in text_of(saved)


def test_what_was_made_is_there_at_once_the_next_time(
    session: Session, show: Show, qtbot: QtBot
) -> None:
    made(show(session), qtbot)
    again = show(session)
    assert "Making the pages" not in texts(again)
    qtbot.waitUntil(lambda: up_to_date(again), timeout=2_000)


def begun(
    desk: Desk, session: Session, worker: RenderWorker, qtbot: QtBot
) -> Callable[[], ReportPage]:
    """Shows a page that has begun to make its document."""

    def shown() -> ReportPage:
        page = ReportPage(desk, session, worker)
        page.show()
        qtbot.waitUntil(lambda: under_way(desk, session.assessment.id) is not None)
        return page

    return shown


def test_making_goes_on_when_the_page_has_gone(
    desk: Desk, session: Session, worker: RenderWorker, show: Show, qtbot: QtBot
) -> None:
    assert is_freed(begun(desk, session, worker, qtbot))
    going = under_way(desk, session.assessment.id)
    assert going is not None
    again = show(session)
    assert again._keeper.making is going
    made(again, qtbot)


def test_a_failure_is_a_sentence_with_a_way_on(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    cache = tmp_path / "cache"
    cache.write_text("A file where a folder should be.")
    page = show(session)
    qtbot.waitUntil(lambda: "Try again" in offered(page), timeout=120_000)
    assert "The document could not be made" in texts(page)
    assert "The folder for new documents could not be made" in texts(page)
    cache.unlink()
    button(page, "Try again").click()
    made(page, qtbot)


def printed_to(monkeypatch: pytest.MonkeyPatch, path: Path, **choices: int) -> None:
    """Stands where the person chooses in the system's dialog."""

    def choose(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        if choices:
            printer.setFromTo(choices["first"], choices["last"])
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", choose)


def test_the_chosen_pages_are_printed(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(show(session), qtbot)
    paper = tmp_path / "paper.pdf"
    printed_to(monkeypatch, paper, first=2, last=3)
    button(page, "Print…").click()
    qtbot.waitUntil(lambda: "2 pages were sent to the printer." in texts(page), timeout=60_000)
    assert PdfPages(paper.read_bytes()).count == 2
    assert card(page).isHidden()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_take_it_is_told(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(show(session), qtbot)
    printed_to(monkeypatch, tmp_path / "no such folder" / "paper.pdf")
    button(page, "Print…").click()
    qtbot.waitUntil(lambda: "The printer did not take the document." in texts(page), timeout=60_000)
    assert card(page).isHidden()


def test_its_keys_work_wherever_the_keyboard_is(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(show(session), qtbot)
    saved = tmp_path / "pack.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    page.activateWindow()
    field(page, "Sponsor").setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(field(page, "Sponsor"), Qt.Key.Key_S, control)
    qtbot.waitUntil(saved.exists, timeout=10_000)
    qtbot.keyClick(field(page, "Sponsor"), Qt.Key.Key_F, control)
    search = field(page, "Find in the document")
    qtbot.waitUntil(search.hasFocus)
    qtbot.keyClicks(search, "summer")
    qtbot.waitUntil(lambda: "1 of " in texts(page), timeout=10_000)
    qtbot.keyClick(search, Qt.Key.Key_F3)
    assert "2 of " in texts(page)


def test_what_the_cover_says_is_saved_as_it_is_typed(session: Session, show: Show) -> None:
    page = show(session)
    for name, text in (
        ("Sponsor", " Ada "), ("Classification", "Members only"), ("Minutes on the agenda", "25"),
    ):  # fmt: skip
        one = field(page, name)
        one.setFocus()
        one.selectAll()
        QTest.keyClicks(one, text)
    page.setFocus()
    details = session.details
    assert (details.sponsor, details.classification) == ("Ada", "Members only")
    assert details.meeting_minutes == 25
    session.undo()
    assert field(page, "Minutes on the agenda").text() == ""


def test_minutes_that_make_no_sense_are_not_saved(session: Session, show: Show) -> None:
    page = show(session)
    minutes = field(page, "Minutes on the agenda")
    minutes.setFocus()
    QTest.keyClicks(minutes, "an hour")
    page.setFocus()
    assert "Type whole minutes, from 1 to 600, or nothing." in texts(page)
    assert session.details.meeting_minutes is None


def test_what_is_typed_and_not_left_goes_into_what_is_saved(
    session: Session, show: Show, qtbot: QtBot, outside: Outside
) -> None:
    page = made(show(session), qtbot)
    sponsor = field(page, "Sponsor")
    sponsor.setFocus()
    sponsor.selectAll()
    QTest.keyClicks(sponsor, "The water warden")
    button(page, "Open").click()
    qtbot.waitUntil(lambda: bool(outside.paths), timeout=120_000)
    assert "The water warden" in text_of(outside.paths[0])


def test_filling_it_writes_nothing(desk: Desk, session: Session, show: Show, qtbot: QtBot) -> None:
    session.revise(session.details.model_copy(update={"board_date": date(2026, 12, 15)}))
    before = len(desk.library.history(session.assessment.id))
    page = show(session)
    theme().set_scale(1.5)
    page.hide()
    page.show()
    page.resize(700, 700)
    QApplication.processEvents()
    assert len(desk.library.history(session.assessment.id)) == before


def test_focus_stays_when_the_text_grows(session: Session, show: Show, qtbot: QtBot) -> None:
    page = show(session)
    page.activateWindow()
    field(page, "Sponsor").setFocus()
    qtbot.waitUntil(field(page, "Sponsor").hasFocus)
    theme().set_scale(1.5)
    assert field(page, "Sponsor").hasFocus()


@pytest.mark.parametrize(
    ("locale", "chosen"),
    [("en_US", "US Letter"), ("en_CA", "US Letter"), ("en_GB", "A4"), ("de", "A4")],
)
def test_paper_is_what_the_country_uses_until_another_is_chosen(
    locale: str, chosen: str, desk: Desk, session: Session, show: Show
) -> None:
    there = Desk(desk.library, desk.jobs, desk.settings, desk.theme, locale)
    assert chosen_paper(show(session, on=there)) == chosen
    page = show(session, on=there)
    other = "A4" if chosen == "US Letter" else "US Letter"
    next(one for one in papers(page) if one.accessibleName() == other).click()
    assert chosen_paper(show(session, on=there)) == other


def papers(page: ReportPage) -> list[QRadioButton]:
    return [r for r in visible(page, QRadioButton) if r.accessibleName() in ("A4", "US Letter")]


def chosen_paper(page: ReportPage) -> str:
    return next(one.accessibleName() for one in papers(page) if one.isChecked())


def test_it_says_what_the_pack_will_admit(session: Session, show: Show) -> None:
    said = texts(show(session))
    assert "“Don’t know” is the answer to 1 question." in said
    assert "3 scored answers rest on judgement alone." in said


@pytest.mark.parametrize(("width", "scale"), [(1280, 1.0), (1024, 1.0), (1024, 2.0)])
def test_nothing_is_cut_off_and_everything_has_a_name(
    width: int, scale: float, session: Session, show: Show
) -> None:
    theme().set_scale(scale)
    session.revise(session.details.model_copy(update={"company": "Long & Sons " * 33}))
    page = show(session, width)
    assert cut_off(page) == []
    assert nameless(page) == []


def test_it_is_freed(desk: Desk, session: Session, worker: RenderWorker, qtbot: QtBot) -> None:
    assert is_freed(begun(desk, session, worker, qtbot))
    qtbot.waitUntil(lambda: not desk.jobs.findChildren(DocumentMaking), timeout=120_000)
