"""A board pack that is opened opens its assessment, and a line says whether its numbers are right."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from boardkit.comparison.forecasts import forecasts
from boardkit.documents.comparison_report import ComparisonReport
from boardkit.documents.making import document_pdf
from boardkit.documents.material import gathered
from boardkit.examples import shipped_example
from boardkit.exchange.pdf_file import NUMBERS
from boardkit.pack_options import PackOptions
from tests.support.comparisons import PAIRS, compared
from tests.support.looking import cut_off, nameless, visible
from tests.support.tampering import with_text, without_attached
from tests.support.windows import notice
from ui.dialogs.opening import WhichDialog
from ui.dialogs.verification import VerificationDialog
from ui.main_window import MainWindow
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.notice_bar import NoticeBar

EXAMPLE = shipped_example("paperclip-2026-q3")


@pytest.fixture(scope="module")
def pack() -> bytes:
    short = PackOptions(without=("standing", "money", "drives", "to-do", "dimensions"))
    assessment = EXAMPLE.assessment.with_details(pack=short)
    return document_pdf(gathered(EXAMPLE.questionnaire, assessment))


def bar(window: MainWindow) -> NoticeBar:
    return notice(window, "The numbers of the document")


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(400, 300), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)


def said(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(bar(window).isVisible, timeout=60_000)
    return bar(window).text


def press(window: MainWindow, text: str, qtbot: QtBot) -> None:
    found = next(b for b in bar(window).findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_pack_that_is_dropped_opens_and_is_said_to_be_right(
    window: MainWindow, pack: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(pack)
    drop(window, path)
    assert window.session is not None
    assert window.session.assessment.answers == EXAMPLE.assessment.answers
    assert not bar(window).isVisible()  # not before it is known
    assert said(window, qtbot).endswith("printed numbers are what its answers give.")
    press(window, "Dismiss", qtbot)
    assert not bar(window).isVisible()


def test_an_altered_pack_opens_and_what_is_wrong_is_named(
    window: MainWindow, pack: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "forged.pdf"
    path.write_bytes(with_text(pack, 1, "42.0", "12.0"))
    window.files.open(path)
    assert said(window, qtbot) == "1 thing in this document is not what its answers give."
    press(window, "Details…", qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, VerificationDialog)
    texts = [one.text() for one in dialog.findChildren(QLabel)]
    assert any("“12.0” is printed; the answers give “42.0”." in text for text in texts)
    assert any("This does not prove that the answers are true" in text for text in texts)
    dialog.close()
    window.show_start()
    assert not bar(window).isVisible()


def test_a_pack_whose_numbers_were_taken_out_opens_and_cannot_be_told(
    window: MainWindow, pack: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bare.pdf"
    path.write_bytes(without_attached(pack, NUMBERS))
    window.files.open(path)
    assert window.session is not None
    assert said(window, qtbot).startswith("Whether its numbers are right cannot be told.")


@pytest.mark.parametrize(("chosen", "period"), [("Q2 2026", "Q2 2026"), ("Q3 2026", "Q3 2026")])
def test_a_comparison_report_that_is_dropped_offers_both_and_is_checked(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, chosen: str, period: str
) -> None:
    path = tmp_path / "changed.pdf"
    sides = PAIRS["one-quarter-on"]()
    path.write_bytes(ComparisonReport(compared("one-quarter-on"), forecasts(*sides)).pdf())

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WhichDialog)
        assert cut_off(dialog) == []
        assert nameless(dialog) == []
        rows = visible(dialog, ChoiceRow)
        assert [row.accessibleName() for row in rows] == ["Q2 2026", "Q3 2026"]
        next(row for row in rows if row.accessibleName() == chosen).click()

    QTimer.singleShot(0, choose)
    drop(window, path)
    assert window.session is not None
    assert window.session.details.period == period
    assert said(window, qtbot).endswith("printed numbers are what its answers give.")


def test_a_comparison_report_may_be_left_closed(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "changed.pdf"
    sides = PAIRS["one-quarter-on"]()
    path.write_bytes(ComparisonReport(compared("one-quarter-on"), forecasts(*sides)).pdf())
    QTimer.singleShot(
        0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    )
    window.files.open(path)
    assert window.session is None
    assert window._desk.library.list() == ()
