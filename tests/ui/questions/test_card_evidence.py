"""Evidence on a card: links, and files copied into the library in the background."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Evidence
from boardkit.library.evidence import SIZE_LIMIT
from tests.support.keyboard import click, enter, focused, tab, write
from tests.support.looking import texts, visible
from tests.ui.questions.conftest import Show
from ui.desk import Desk
from ui.questions.card import QuestionCard
from ui.session import Session


class Viewer(QObject):
    """Stands for the system's viewers."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)


@pytest.fixture
def viewer() -> object:
    made = Viewer()
    for scheme in ("file", "https"):
        QDesktopServices.setUrlHandler(scheme, made, "take")  # type: ignore[arg-type]
    yield made
    for scheme in ("file", "https"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "Billing export.xlsx"
    file.write_bytes(b"rows and rows")
    return file


def evidence(session: Session, question_id: str = "A01") -> tuple[Evidence, ...]:
    answer = session.answer(question_id)
    assert answer is not None
    return answer.evidence


def press_button(card: QuestionCard, text: str) -> None:
    QApplication.processEvents()
    click(next(b for b in visible(card, type(card.parts.states.clear)) if b.text() == text))


def test_a_link_by_keyboard(show: Show, session: Session, viewer: Viewer) -> None:
    session.give("A01", Answer(value=1.0, basis="export"))
    card = show("A01")
    press_button(card, "+ Evidence")
    write("ARR roll-forward")
    tab()
    write("https://example.com/arr")
    enter()
    link = Evidence(title="ARR roll-forward", link="https://example.com/arr", added=date.today())
    assert evidence(session) == (link,)
    assert not card.parts.evidence.form_open
    press_button(card, "Open")
    assert viewer.opened == [QUrl("https://example.com/arr")]
    press_button(card, "Remove")
    assert evidence(session) == ()
    session.undo()
    assert "ARR roll-forward" in texts(card)


def test_removing_keeps_the_keyboard_at_the_evidence(show: Show, session: Session) -> None:
    pieces = tuple(Evidence(title=title, link="") for title in ("One", "Two", "Three"))
    session.give("A01", Answer(value=1.0, basis="export", evidence=pieces))
    card = show("A01")
    press_button(card, "Remove")
    assert focused().accessibleName() == "Remove Two"
    enter()
    assert focused().accessibleName() == "Remove Three"
    enter()
    assert evidence(session) == ()
    assert focused().accessibleName() == "Add evidence"


def test_evidence_needs_to_say_what_it_is(show: Show) -> None:
    card = show("A01")
    press_button(card, "+ Evidence")
    enter()
    assert "Say what the evidence is, or choose a file." in texts(card)
    assert focused() is card.parts.evidence.title


@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:alert(1)", "Finance > Q3", ""])
def test_only_web_addresses_open(show: Show, session: Session, link: str) -> None:
    session.give("A01", Answer(value=1.0, evidence=(Evidence(title="It", link=link),)))
    card = show("A01")
    assert "Open" not in [b.text() for b in visible(card, type(card.parts.states.clear))]


def test_a_file_is_kept_in_the_background_and_opened_from_the_library(
    show: Show, session: Session, export: Path, viewer: Viewer, qtbot: QtBot
) -> None:
    session.give("A01", Answer(value=1.0, basis="export"))
    card = show("A01")
    card.keep_file(str(export))
    assert "Copying Billing export.xlsx…" in texts(card)
    qtbot.waitUntil(lambda: bool(evidence(session)))
    assert evidence(session)[0].title == "Billing export.xlsx"
    assert "Copying" not in texts(card)
    export.unlink()
    press_button(card, "Open")
    assert Path(viewer.opened[0].toLocalFile()).read_bytes() == b"rows and rows"


def test_a_file_before_an_answer_waits_for_it(
    show: Show, session: Session, export: Path, qtbot: QtBot
) -> None:
    card = show("D03")
    card.keep_file(str(export), "Study")
    qtbot.waitUntil(lambda: bool(card.parts.evidence.evidence))
    assert "Kept once there is an answer." in texts(card)
    card.take_focus()
    write("3")
    assert evidence(session, "D03")[0].title == "Study (Billing export.xlsx)"


def test_a_file_reaches_its_question_though_another_is_shown(
    show: Show, window: QScrollArea, desk: Desk, session: Session, export: Path, qtbot: QtBot
) -> None:
    session.give("A01", Answer(value=1.0, basis="export"))
    for question in ("A01", "D03"):
        show(question).keep_file(str(export))
    show("A06")
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert evidence(session)[0].title == "Billing export.xlsx"
    assert session.drafts["D03"].evidence == evidence(session)


def test_a_file_that_is_too_large_is_refused_in_a_sentence(
    show: Show, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    card = show("A01")
    card.keep_file(str(large))
    qtbot.waitUntil(lambda: "large.pdf is larger than 50 MB" in texts(card))
    assert session.answer("A01") is None


def test_a_file_that_is_not_here_is_named(show: Show, session: Session, viewer: Viewer) -> None:
    elsewhere = Evidence(title="ARR.pdf", sha256="0" * 64)
    session.give("A01", Answer(value=1.0, evidence=(elsewhere,)))
    card = show("A01")
    press_button(card, "Open")
    assert "“ARR.pdf” is not among the files of this library." in texts(card)
    assert viewer.opened == []


def test_the_file_dialog_takes_one_file(
    show: Show, session: Session, export: Path, qtbot: QtBot
) -> None:
    session.give("A01", Answer(value=1.0))
    card = show("A01")
    press_button(card, "+ Evidence")
    write("Export")
    press_button(card, "Choose a file…")
    dialog = card.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(export))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(evidence(session)))
    assert evidence(session)[0].title == "Export (Billing export.xlsx)"


def dropped(paths: list[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_file_is_dropped_on_the_card(
    show: Show, session: Session, export: Path, qtbot: QtBot
) -> None:
    session.give("A01", Answer(value=1.0))
    card = show("A01")
    data = dropped([export])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    card.parts.dropEvent(event)
    qtbot.waitUntil(lambda: bool(evidence(session)))
    assert evidence(session)[0].title == "Billing export.xlsx"


def test_boardkits_own_files_are_left_to_the_window(show: Show, tmp_path: Path) -> None:
    card = show("A01")
    data = dropped([tmp_path / "Q3.boardkit"])
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    card.parts.dragEnterEvent(event)
    assert not event.isAccepted()
