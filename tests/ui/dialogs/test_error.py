"""The error dialog: a sentence, and the rest folded away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from boardkit.errors import FileError, NewerFileError
from tests.support.freeing import is_freed
from ui.desk import Desk
from ui.dialogs.error import HIDE, SHOW, UNEXPECTED, ErrorDialog, tell

SENTENCE = "The file is from a newer Boardkit, 3.1; this is 1.0. Nothing was changed."


def failure() -> Exception:
    try:
        int("9 secret millions")
    except ValueError as fault:
        return fault
    raise AssertionError


def pressable(dialog: QWidget) -> list[str]:
    return [b.text() for b in dialog.findChildren(QPushButton) if not b.isHidden()]


def test_our_own_errors_are_told_in_their_own_words(qtbot: QtBot, desk: Desk) -> None:
    dialog = ErrorDialog(NewerFileError(SENTENCE))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.text == SENTENCE
    assert dialog.technical == ""
    assert pressable(dialog) == ["Close"]
    assert dialog.accessibleDescription() == SENTENCE


def test_others_have_a_technical_part_that_is_folded_away(qtbot: QtBot, desk: Desk) -> None:
    dialog = ErrorDialog(failure())
    qtbot.addWidget(dialog)
    dialog.show()
    technical = dialog.findChild(QPlainTextEdit)
    assert isinstance(technical, QPlainTextEdit)
    assert dialog.text == UNEXPECTED
    assert not technical.isVisible()
    fold = next(b for b in dialog.findChildren(QPushButton) if b.text() == SHOW)
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert technical.isVisible()
    assert fold.text() == HIDE
    assert "secret" not in dialog.technical


def test_copying_puts_only_the_technical_part_on_the_clipboard(qtbot: QtBot, desk: Desk) -> None:
    dialog = ErrorDialog(failure())
    qtbot.addWidget(dialog)
    dialog.show()
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text().startswith("Copy"))
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.technical
    assert "ValueError" in dialog.technical
    assert "secret" not in QGuiApplication.clipboard().text()


def test_a_second_error_goes_into_the_dialog_that_is_open(qtbot: QtBot, desk: Desk) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    first = tell(parent, failure())
    assert tell(parent, failure()) is first
    assert tell(parent, FileError(SENTENCE)) is first
    assert first.text == f"{UNEXPECTED}\n\n{SENTENCE}"
    assert first.windowModality() == Qt.WindowModality.WindowModal
    first.accept()
    second = tell(parent, FileError(SENTENCE))
    assert second is not first
    second.accept()


def test_a_text_that_looks_like_markup_stays_a_text(qtbot: QtBot, desk: Desk) -> None:
    dialog = ErrorDialog(FileError("<b>x</b> cannot be read."))
    qtbot.addWidget(dialog)
    assert dialog._text.textFormat() == Qt.TextFormat.PlainText


def test_a_long_list_of_faults_stays_within_the_screen(qtbot: QtBot, desk: Desk) -> None:
    dialog = ErrorDialog(
        FileError("\n".join(f"answers.yaml:{i}: unknown key." for i in range(300)))
    )
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() <= dialog.screen().availableGeometry().height()


def test_it_is_freed_when_it_is_closed(desk: Desk) -> None:
    assert is_freed(lambda: ErrorDialog(failure()), ErrorDialog.accept)
