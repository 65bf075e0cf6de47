"""The editor of an answer in words."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from tests.support.keyboard import enter, paste, write
from tests.ui.questions.conftest import Edit
from ui.questions.text_editor import TextEditor


def test_enter_starts_a_line_and_blanks_at_the_ends_go(edit: Edit, qtbot: QtBot) -> None:
    editor = edit("D02")
    assert isinstance(editor, TextEditor)
    with qtbot.waitSignal(editor.typed):
        write("  We bill per minute.")
    enter()
    write("Each call adds its minutes. ")
    assert editor.value() == "We bill per minute.\nEach call adds its minutes."
    window = editor.parentWidget()
    assert window is not None
    elsewhere = window.findChild(QLineEdit, "elsewhere")
    assert elsewhere is not None
    with qtbot.waitSignal(editor.edited):
        elsewhere.setFocus()


def test_pasted_markup_stays_plain_text(edit: Edit) -> None:
    editor = edit("D02")
    paste("<b>bold</b>\n<script>")
    assert editor.value() == "<b>bold</b>\n<script>"


def test_filling_and_clearing_tell_nobody(edit: Edit, qtbot: QtBot) -> None:
    editor = edit("D02")
    with qtbot.assertNotEmitted(editor.edited), qtbot.assertNotEmitted(editor.typed):
        editor.fill(Answer(value="As it is."))
        assert editor.value() == "As it is."
        editor.fill(None)
    assert editor.value() is None


def test_a_fault_is_said_below_it(edit: Edit) -> None:
    editor = edit("D02")
    assert isinstance(editor, TextEditor)
    editor.show_fault("Too long.")
    assert editor._fault.isVisible()
    assert editor.box.accessibleDescription() == "Too long."
