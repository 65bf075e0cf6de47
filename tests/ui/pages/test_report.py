"""The report page: edits what the cover says, and makes the pack in a process of its own."""

from __future__ import annotations

import stat
import weakref
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
)  # fmt: skip
from pytestqt.qtbot import QtBot

from boardkit.content import load_questionnaire
from boardkit.documents.worker import RenderWorker
from boardkit.exchange import open_file
from tests.support.looking import Kind, cut_off, nameless, texts, visible
from ui.desk import Desk
from ui.pack_making import PackMaking
from ui.pages.report import ReportPage
from ui.session import Session
from ui.theme import theme

TINY = Path(__file__).parents[2] / "fixtures" / "tiny-questionnaire"
HEADLINE = "Fairly prepared: Outlook for the summer is 46.2"
Show = Callable[..., ReportPage]


@pytest.fixture(scope="module")
def worker() -> Iterator[RenderWorker]:
    made = RenderWorker()
    made.start()
    yield made
    made.close()


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    """A small assessment, whose pack is short."""
    found = open_file(TINY / "answers.yaml", load_questionnaire(TINY))
    made = desk.library.add(found.assessment, found.questionnaire)
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


def visible_or_not(page: ReportPage, kind: type[Kind]) -> Kind:
    found = page.findChild(kind)
    assert found is not None
    return found


def made(page: ReportPage, qtbot: QtBot) -> ReportPage:
    button(page, "Make the pack").click()
    qtbot.waitUntil(lambda: "Open" in offered(page), timeout=120_000)
    return page


def text_of(pack: Path) -> str:
    with pypdfium2.PdfDocument(pack) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


def test_the_pack_holds_the_headline_and_can_be_opened_shown_and_saved(
    session: Session, show: Show, outside: Outside, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    page = show(session)
    assert offered(page) == {"Make the pack"}
    made(page, qtbot)
    assert offered(page) == {"Open", "Save as…", "Show in folder", "Make it again"}
    assert "The pack is ready" in texts(page)
    button(page, "Open").click()
    assert HEADLINE in text_of(outside.paths[0])
    assert outside.paths[0].name == "Millbrook Community Orchard Spring 2026 board pack.pdf"
    assert stat.S_IMODE(outside.paths[0].parent.stat().st_mode) == 0o700
    proposed = []

    def choose(parent: object, title: str, path: str, kinds: str) -> tuple[str, str]:
        proposed.append(Path(path).name)
        return str(tmp_path / "For the board"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    button(page, "Save as…").click()
    saved = tmp_path / "For the board.pdf"
    qtbot.waitUntil(lambda: "Saved as For the board.pdf" in texts(page), timeout=10_000)
    assert proposed == ["Millbrook Community Orchard Spring 2026 board pack.pdf"]
    assert saved.read_bytes() == outside.paths[0].read_bytes()
    button(page, "Show in folder").click()
    assert outside.paths[-1] == tmp_path


def test_saving_that_fails_is_told_and_the_pack_stays(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(show(session), qtbot)
    nowhere = tmp_path / "not there" / "pack.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    button(page, "Save as…").click()
    qtbot.waitUntil(lambda: "could not be written" in texts(page), timeout=10_000)
    assert "Open" in offered(page)


def test_it_shows_how_far_it_is_and_the_window_stays_alive(
    session: Session, show: Show, qtbot: QtBot
) -> None:
    page = show(session)
    shares: list[int] = []
    bar = visible_or_not(page, QProgressBar)
    bar.valueChanged.connect(shares.append)
    ticks: list[int] = []
    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    button(page, "Make the pack").click()
    assert offered(page) == {"Cancel"}
    qtbot.waitUntil(lambda: "Open" in offered(page), timeout=120_000)
    timer.stop()
    assert len(ticks) > 10
    assert len(set(shares)) > 4
    assert shares == sorted(shares)


def test_cancel_stops_it_and_the_next_one_works(session: Session, show: Show, qtbot: QtBot) -> None:
    page = show(session)
    bar = visible_or_not(page, QProgressBar)
    button(page, "Make the pack").click()
    qtbot.waitUntil(lambda: bar.value() > 30, timeout=120_000)
    button(page, "Cancel").click()
    assert offered(page) == {"Make the pack"}
    assert "Cancelled" in texts(page)
    made(page, qtbot)


def test_it_says_when_the_assessment_has_changed_since(
    session: Session, show: Show, qtbot: QtBot
) -> None:
    page = made(show(session), qtbot)
    assert "has changed since" not in texts(page)
    session.revise(session.details.model_copy(update={"sponsor": "The treasurer"}))
    QApplication.processEvents()
    assert "The assessment has changed since this pack was made." in texts(page)
    assert "Make it again" in offered(page)
    session.undo()
    QApplication.processEvents()
    assert "has changed since" not in texts(page)


def test_a_pack_that_was_made_is_found_again(session: Session, show: Show, qtbot: QtBot) -> None:
    made(show(session), qtbot)
    again = show(session)
    assert "The pack is ready" in texts(again)


def test_making_goes_on_when_the_page_has_gone(
    desk: Desk, session: Session, worker: RenderWorker, show: Show, qtbot: QtBot
) -> None:
    page = ReportPage(desk, session, worker)
    page.show()
    page.make()
    gone = weakref.ref(page)
    page.hide()
    page.deleteLater()
    del page
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert gone() is None
    again = show(session)
    assert offered(again) == {"Cancel"}
    qtbot.waitUntil(lambda: "Open" in offered(again), timeout=120_000)


def test_a_failure_is_a_sentence_with_a_way_on(
    session: Session, show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    cache = tmp_path / "cache"
    cache.write_text("A file where a folder should be.")
    page = show(session)
    button(page, "Make the pack").click()
    qtbot.waitUntil(lambda: "Try again" in offered(page), timeout=120_000)
    assert "The pack could not be made" in texts(page)
    assert "The folder for new documents could not be made" in texts(page)
    cache.unlink()
    button(page, "Try again").click()
    qtbot.waitUntil(lambda: "Open" in offered(page), timeout=120_000)


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


def test_what_is_typed_and_not_left_goes_into_the_pack(
    session: Session, show: Show, qtbot: QtBot, outside: Outside
) -> None:
    page = show(session)
    sponsor = field(page, "Sponsor")
    sponsor.setFocus()
    sponsor.selectAll()
    QTest.keyClicks(sponsor, "The water warden")
    page.make()
    qtbot.waitUntil(lambda: "Open" in offered(page), timeout=120_000)
    button(page, "Open").click()
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


def test_it_says_what_the_pack_will_hold_and_admit(session: Session, show: Show) -> None:
    said = texts(show(session))
    assert "Every answer, with its basis\n11 of 12 questions are answered" in said
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


def test_it_is_freed(desk: Desk, session: Session, worker: RenderWorker) -> None:
    page = ReportPage(desk, session, worker)
    page.show()
    gone = weakref.ref(page)
    page.hide()
    page.deleteLater()
    del page
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert gone() is None
    assert not desk.jobs.findChildren(PackMaking)
