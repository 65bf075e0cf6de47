"""The editor of several values, each with a basis of its own."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.errors import AnswerError
from tests.support.keyboard import click, enter, focused, paste, press, write
from tests.ui.questions.conftest import Edit
from ui.questions.values_editor import ValuesEditor


@pytest.fixture
def editor(edit: Edit) -> ValuesEditor:
    made = edit("B05")
    assert isinstance(made, ValuesEditor)
    return made


def test_values_and_bases_by_keyboard_alone(editor: ValuesEditor) -> None:
    write("104")
    enter()
    write("3")
    enter()
    write("91.5")
    enter()
    write("2")
    assert editor.value() == {"net": 104, "gross": 91.5}
    assert editor.bases() == {"net": "export", "gross": "management"}
    assert editor.has_own_bases


def test_a_value_may_be_left_empty_and_its_basis_with_it(editor: ValuesEditor) -> None:
    editor.rows[1].basis.setFocus()
    write("3")
    assert editor.value() is None
    assert editor.bases() == {}
    editor.take_focus()
    write("104")
    assert editor.value() == {"net": 104}


def test_bad_input_is_said_below_its_own_value(editor: ValuesEditor) -> None:
    write("104")
    enter()
    enter()
    write("none")
    enter()
    row = editor.rows[1]
    assert row._fault.isVisible()
    assert row._fault.text().startswith("“none” cannot be read")
    assert row.fields[0].text() == "none"
    with pytest.raises(AnswerError):
        editor.value()
    editor.show_fault("Type it again.")
    assert row._fault.text() == "Type it again."
    assert not editor._fault.isVisible()


def test_a_value_out_of_bounds_is_refused_at_its_place(editor: ValuesEditor) -> None:
    editor.rows[1].fields[0].setFocus()
    write("120")
    with pytest.raises(AnswerError, match="Type 100 or less; 120 is too large"):
        editor.value()


def test_an_answer_with_one_basis_for_all_shows_it_beside_each(editor: ValuesEditor) -> None:
    editor.fill(Answer(value={"net": 104}, basis="management", bases={}))
    assert editor.rows[0].basis.pick_id == "management"
    assert editor.rows[1].basis.pick_id is None
    assert editor.bases() == {"net": "management"}


def test_one_basis_for_the_others_too_at_one_click(editor: ValuesEditor, qtbot: QtBot) -> None:
    write("104")
    enter()
    enter()
    write("90")
    assert not editor.same.isVisible()
    editor.rows[0].basis.setFocus()
    write("4")
    assert editor.same.text() == "“Contract or audited” for the other values too"
    with qtbot.waitSignal(editor.edited):
        click(editor.same)
    assert editor.bases() == {"net": "contract", "gross": "contract"}
    assert not editor.same.isVisible()


def test_ranges_and_choices_inside(edit: Edit) -> None:
    editor = edit("F10")
    assert isinstance(editor, ValuesEditor)
    role = editor.rows[3]
    assert role.choice is not None
    role.choice.take_focus()
    write("b")
    assert editor.value() == {"role": "agent"}
    press(Qt.Key.Key_Delete)
    assert editor.value() is None
    ranges = edit("A02")
    for number in ("3", "6", "8"):
        write(number)
        enter()
    write("2")
    assert ranges.value() == {"seats": {"low": 3, "likely": 6, "high": 8}}
    assert ranges.bases() == {"seats": "management"}


def test_a_range_that_falls_is_refused_below_its_fields(edit: Edit) -> None:
    editor = edit("A02")
    for number in ("9", "6", "8"):
        write(number)
        enter()
    with pytest.raises(AnswerError, match="must rise"):
        editor.value()


def test_a_cell_with_a_sign_is_pasted(editor: ValuesEditor) -> None:
    paste(" 104 %")
    assert editor.value() == {"net": 104}


def test_filling_tells_nobody(edit: Edit, qtbot: QtBot) -> None:
    value = {"packaged": 70.0, "mark_up": 5.0, "rebate": 2.0, "role": "principal"}
    editor = edit("F10")
    with qtbot.assertNotEmitted(editor.edited), qtbot.assertNotEmitted(editor.typed):
        editor.fill(Answer(value=value, basis="export", bases={"role": "contract"}))
        assert editor.value() == value
        assert editor.bases()["role"] == "contract"
        assert editor.bases()["rebate"] == "export"
        editor.fill(None)
    assert editor.value() is None
    assert editor.bases() == {}


def test_every_box_says_what_it_is_about(editor: ValuesEditor) -> None:
    assert editor.rows[0].fields[0].accessibleName() == "Net revenue retention"
    assert editor.rows[0].basis.accessibleName() == "How do you know? Net revenue retention"
    editor.take_focus()
    assert focused() is editor.rows[0].fields[0]
