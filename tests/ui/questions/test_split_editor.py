"""The editor of a split: what is left over, and putting it where it belongs."""

import pytest
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.errors import AnswerError
from tests.support.keyboard import click, enter, focused, paste, tab, write
from tests.ui.questions.conftest import Edit
from ui.questions.split_editor import SplitEditor


@pytest.fixture
def editor(edit: Edit) -> SplitEditor:
    made = edit("A03")
    assert isinstance(made, SplitEditor)
    return made


def test_what_is_left_over_is_shown_at_each_key(editor: SplitEditor) -> None:
    assert editor._left.text() == "100% left over"
    write("61")
    assert editor._left.text() == "39% left over"
    tab()
    write("8.5")
    assert editor._left.text() == "30.5% left over"
    tab()
    write("50")
    assert editor._left.text() == "19.5 points too many"


def test_one_key_puts_the_rest_into_the_part_one_is_in(editor: SplitEditor, qtbot: QtBot) -> None:
    write("61")
    enter()
    write("8")
    enter()
    assert editor.rest.text() == "Put the rest into “Outcomes”"
    with qtbot.waitSignal(editor.edited):
        write("=")
    assert editor.value() == {"seats": 61, "usage": 8, "outcomes": 31, "platform": 0, "other": 0}
    assert editor._left.text() == "The parts sum to 100%."
    assert not editor.rest.isVisible()
    assert focused() is editor.fields[2]


def test_the_button_does_the_same_for_the_part_one_was_in(editor: SplitEditor) -> None:
    write("61")
    tab()
    click(editor.rest)
    assert editor.fields[1].readable == 39
    assert focused() is editor.fields[1]


def test_the_rest_replaces_what_is_there_and_is_never_negative(editor: SplitEditor) -> None:
    editor.fill(Answer(value={"seats": 90, "usage": 30, "outcomes": 0, "platform": 0, "other": 0}))
    editor.fields[1].setFocus()
    write("=")
    assert editor.fields[1].readable == 10
    editor.fill(Answer(value={"seats": 90, "usage": 30, "outcomes": 5, "platform": 0, "other": 0}))
    editor.fields[2].setFocus()
    assert not editor.rest.isVisible()  # the others hold more than there is
    write("=")
    assert editor.fields[2].readable == 0
    editor.fields[0].setFocus()
    assert editor.rest.isVisible()


def test_parts_that_do_not_sum_are_refused_in_a_sentence(editor: SplitEditor) -> None:
    write("61")
    with pytest.raises(AnswerError, match="The parts sum to 61%, not to 100%: 39 points are"):
        editor.question.accept(editor.value())
    editor.show_fault("The parts sum to 61%.")
    assert not editor._left.isVisible()
    write("2")
    assert editor._left.isVisible()


def test_a_column_of_a_spreadsheet_fills_it(editor: SplitEditor) -> None:
    paste("61%\n8%\n\n0%\n24%\n7%\n")
    assert editor.value() == {"seats": 61, "usage": 8, "outcomes": 0, "platform": 24, "other": 7}
    assert editor._left.text() == "The parts sum to 100%."


def test_filling_and_clearing_tell_nobody(editor: SplitEditor, qtbot: QtBot) -> None:
    value = {"seats": 61.0, "usage": 8.0, "outcomes": 0.0, "platform": 24.0, "other": 7.0}
    with qtbot.assertNotEmitted(editor.edited), qtbot.assertNotEmitted(editor.typed):
        editor.fill(Answer(value=value))
        assert editor.value() == value
        editor.fill(None)
    assert editor.value() is None
    assert editor._left.text() == "100% left over"
