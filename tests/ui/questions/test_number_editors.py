"""Editors of a number, a range and a series: typing, pasting, bad input, clearing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.errors import AnswerError
from tests.support.keyboard import enter, focused, paste, press, tab, write
from tests.ui.questions.conftest import Edit
from ui.questions.editor import Editor
from ui.questions.number_editors import NumberEditor, RangeEditor, SeriesEditor


def leave(editor: Editor) -> None:
    window = editor.parentWidget()
    assert window is not None
    other = window.findChild(QLineEdit, "elsewhere")
    assert other is not None
    other.setFocus()


@pytest.mark.parametrize(
    ("question", "typed", "value", "shown"),
    [
        ("A01", "12m", 12e6, "$12,000,000"),
        ("A01", "0.99", 0.99, "$0.99"),
        ("C02", "40%", 40.0, "40%"),
        ("C02", "12.25", 12.25, "12.25%"),
        ("W2", "1,250", 1250.0, "1,250"),
    ],
)
def test_what_is_typed_is_read_and_said_back(
    edit: Edit, qtbot: QtBot, question: str, typed: str, value: float, shown: str
) -> None:
    editor = edit(question)
    assert isinstance(editor, NumberEditor)
    with qtbot.waitSignal(editor.typed), qtbot.assertNotEmitted(editor.edited):
        write(typed)
    assert editor.value() == value
    with qtbot.waitSignal(editor.edited):
        leave(editor)
    assert editor.field.text() == shown
    assert editor.value() == value


def test_a_number_is_pasted_with_its_sign_and_blanks(edit: Edit) -> None:
    editor = edit("A01")
    paste(" $ 12 000 000\n")
    assert editor.value() == 12e6


def test_bad_input_is_said_under_the_field_and_kept(edit: Edit) -> None:
    editor = edit("A01")
    assert isinstance(editor, NumberEditor)
    write("a lot")
    with pytest.raises(AnswerError, match="“a lot” cannot be read as a number"):
        editor.value()
    leave(editor)
    assert editor.field.text() == "a lot"
    assert editor._fault.isVisible()
    assert "12m or 12,000,000" in editor._fault.text()
    assert editor.field.property("fault") == "true"
    editor.take_focus()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("7")
    editor.show_fault("")
    assert not editor._fault.isVisible()
    assert editor.value() == 7


def test_clearing_a_number_leaves_none(edit: Edit, qtbot: QtBot) -> None:
    editor = edit("C02")
    editor.fill(Answer(value=40))
    leave(editor)
    editor.take_focus()
    press(Qt.Key.Key_Delete)
    assert editor.value() is None


def test_filling_tells_nobody(edit: Edit, qtbot: QtBot) -> None:
    values = {
        "A01": 200e6,
        "C02": 12.5,
        "B03": {"low": 2.0, "likely": 5.0, "high": 9.0},
        "C04": [1.0, 2.0, -3.0, 4.5],
    }
    for question, value in values.items():
        editor = edit(question)
        with qtbot.assertNotEmitted(editor.edited), qtbot.assertNotEmitted(editor.typed):
            editor.fill(Answer(value=value))
            leave(editor)
            editor.take_focus()
            leave(editor)
            assert editor.value() == value
            editor.fill(None)
        assert editor.value() is None


def test_a_range_goes_from_field_to_field_by_enter(edit: Edit) -> None:
    editor = edit("B03")
    assert isinstance(editor, RangeEditor)
    write("5")
    enter()
    write("15")
    enter()
    write("40")
    assert editor.value() == {"low": 5, "likely": 15, "high": 40}
    assert focused() is editor.fields[2]
    enter()
    assert focused() is editor.fields[2]


def test_half_a_range_is_given_as_far_as_it_goes(edit: Edit) -> None:
    editor = edit("B03")
    write("5")
    tab()
    assert editor.value() == {"low": 5, "likely": None, "high": None}
    with pytest.raises(AnswerError, match="likely is missing"):
        editor.question.accept(editor.value())


def test_a_column_of_a_spreadsheet_fills_a_series(edit: Edit, qtbot: QtBot) -> None:
    editor = edit("C04")
    assert isinstance(editor, SeriesEditor)
    with qtbot.waitSignal(editor.edited):
        paste("18%\n27%\n24.5%\n31%\n")
    assert editor.value() == [18, 27, 24.5, 31]
    assert editor.fields[1].text() == "27%"
    editor.take_focus()
    paste("1\t2\tmany")
    assert editor._fault.text().startswith("“many” cannot be read")


def test_a_series_with_gaps_names_the_period(edit: Edit) -> None:
    editor = edit("C04")
    write("18")
    with pytest.raises(AnswerError, match="“Three quarters ago”"):
        editor.question.accept(editor.value())
