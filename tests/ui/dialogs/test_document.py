"""A finished document in a window of its own: it is seen, saved and printed there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from boardkit.content import shipped_questionnaire
from boardkit.documents.have_ready import have_ready_pdf
from boardkit.documents.viewing import PdfPages
from tests.support.freeing import is_freed
from tests.support.looking import cut_off, nameless, texts
from ui.desk import Desk
from ui.dialogs.document import DocumentDialog

Make = Callable[[], DocumentDialog]


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sheet, as a file."""
    path = tmp_path_factory.mktemp("sheet") / "Have these ready.pdf"
    path.write_bytes(have_ready_pdf(shipped_questionnaire(), ("core",)))
    return path


@pytest.fixture
def make(qtbot: QtBot, desk: Desk, sheet: Path) -> Make:
    """Shows it."""

    def made() -> DocumentDialog:
        dialog = DocumentDialog(desk, "Have these ready", sheet, PdfPages(sheet.read_bytes()))
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=20_000)
        return dialog

    return made


def test_it_shows_the_page_and_says_it_to_a_screen_reader(make: Make) -> None:
    dialog = make()
    assert dialog.preview.pages is not None
    assert dialog.preview.view.accessibleName() == "Page 1 of 1"
    assert "Have these ready" in dialog.preview.view.accessibleDescription()


def test_it_is_saved_where_the_person_says(
    qtbot: QtBot, make: Make, sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(parent: object, title: str, usual: str, kinds: str) -> tuple[str, str]:
        offered.append(Path(usual).name)
        return str(tmp_path / "For finance"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    dialog = make()
    qtbot.keyClick(dialog.preview.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Saved as For finance.pdf" in texts(dialog), timeout=10_000)
    assert (tmp_path / "For finance.pdf").read_bytes() == sheet.read_bytes()
    assert offered == ["Have these ready.pdf"]


def test_it_is_printed_through_the_dialog_of_the_system(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return int(QPrintDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    dialog = make()
    qtbot.keyClick(dialog.preview.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "1 page was sent to the printer." in texts(dialog), timeout=20_000)
    assert PdfPages((tmp_path / "printed.pdf").read_bytes()).count == 1


def test_the_program_of_the_system_can_have_it(
    make: Make, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def note(path: Path) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr("ui.documents.handling.open_outside", note)
    dialog = make()
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Open").click()
    assert opened == [sheet]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_stays_within_the_screen_and_nothing_is_cut(
    make: Make, desk: Desk, scale: float
) -> None:
    desk.theme.set_scale(scale)
    dialog = make()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()
    assert cut_off(dialog) == []
    assert nameless(dialog) == []


def test_closed_it_leaves_nothing_behind(desk: Desk, sheet: Path, qtbot: QtBot) -> None:
    def made() -> DocumentDialog:
        return DocumentDialog(desk, "Have these ready", sheet, PdfPages(sheet.read_bytes()))

    assert is_freed(made, DocumentDialog.close)
