"""Editors of what is chosen: levels, one option, several options."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGroupBox
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from tests.support.keyboard import click, focused, press, write
from tests.ui.questions.conftest import Edit
from ui.questions.choice_editors import LevelEditor, MultipleEditor, SingleEditor


def test_a_level_is_chosen_by_digit_or_letter_and_settles(edit: Edit, qtbot: QtBot) -> None:
    editor = edit("D03")
    assert isinstance(editor, LevelEditor)
    assert editor.value() is None
    for key, level in (("3", 3), ("b", 1), ("0", 0)):
        with qtbot.waitSignals([editor.edited, editor.settled]):
            write(key)
        assert editor.value() == level


def test_levels_are_radio_buttons_in_a_group_named_after_the_question(edit: Edit) -> None:
    editor = edit("D03")
    group = editor.findChild(QGroupBox)
    assert group is not None
    assert group.accessibleName() == editor.question.text
    first = QAccessible.queryAccessibleInterface(focused())
    assert first.role() == QAccessible.Role.RadioButton
    assert first.text(QAccessible.Text.Name) == "0. Not measured"


def test_filling_a_choice_shows_it_and_tells_nobody(edit: Edit, qtbot: QtBot) -> None:
    for question, value in (("D03", 2), ("J06", "both"), ("A10", ["uk", "us"])):
        editor = edit(question)
        with qtbot.assertNotEmitted(editor.edited), qtbot.assertNotEmitted(editor.settled):
            editor.fill(Answer(value=value))
            assert editor.value() == value
            editor.fill(None)
        assert editor.value() is None


def test_a_single_choice_is_made_by_letter_or_mouse(edit: Edit) -> None:
    editor = edit("A07")
    assert isinstance(editor, SingleEditor)
    write("l")
    assert editor.value() == "other"
    click(editor._list._pieces[1])
    assert editor.value() == "workflow_app"


def test_the_text_that_goes_with_a_choice(edit: Edit, qtbot: QtBot) -> None:
    editor = edit("J06")
    assert isinstance(editor, SingleEditor)
    assert editor.box is not None
    editor.box.setFocus()
    with qtbot.waitSignal(editor.typed):
        write("  Customers buy direct. ")
    assert editor.companion() == "Customers buy direct."
    with qtbot.waitSignal(editor.edited):
        editor.take_focus()
    editor.fill(Answer(value="both", companion="It is late."))
    assert editor.companion() == "It is late."
    editor.fill(None)
    assert editor.companion() == ""


def test_several_options_toggle_and_an_exclusive_one_stands_alone(edit: Edit) -> None:
    editor = edit("E01")
    assert isinstance(editor, MultipleEditor)
    write("bd")
    assert editor.value() == [editor.question.options[1].id, editor.question.options[3].id]
    write("a")
    assert editor.value() == ["none"]
    write("c")
    assert editor.value() == [editor.question.options[2].id]
    press(Qt.Key.Key_Space)
    assert editor.value() is None


def test_a_fault_is_said_below_the_choices(edit: Edit) -> None:
    editor = edit("D03")
    assert isinstance(editor, LevelEditor)
    editor.show_fault("That cannot be.")
    assert editor._fault.isVisible()
    editor.show_fault("")
    assert not editor._fault.isVisible()
