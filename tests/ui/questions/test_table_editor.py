"""The editor of a table: rows that open, cells of every type, rows in and out by keyboard."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.errors import AnswerError
from tests.support.keyboard import CONTROL, SHIFT, click, enter, focused, paste, press, write
from tests.ui.questions.conftest import Edit
from ui.questions.table_editor import TableEditor

TWO = [
    {"label": "Customer A", "arr": 8e6, "bill": 2, "proof": "Clause 4"},
    {"label": "Customer B", "arr": 6.4e6, "bill": 0},
]


@pytest.fixture
def editor(edit: Edit) -> TableEditor:
    made = edit("D09")
    assert isinstance(made, TableEditor)
    return made


def test_rows_by_keyboard_alone(editor: TableEditor) -> None:
    for name, arr, level, clause, basis in (
        ("Customer A", "8m", "2", "Clause 4", "4"),
        ("Customer B", "6.4m", "0", "", "2"),
    ):
        write(name)
        enter()
        write(arr)
        enter()
        write(level)
        enter()
        write(clause)
        enter()
        write(basis)
        press(Qt.Key.Key_Down, CONTROL)
    assert editor.value() == TWO
    assert editor.bases() == {"0": "contract", "1": "management"}
    assert len(editor.rows) == 3
    assert editor.rows[2].is_open
    assert not editor.rows[0].is_open
    press(Qt.Key.Key_Up, CONTROL)
    assert editor.rows[1].is_open
    assert editor.rows[1].isAncestorOf(focused())


def test_yes_and_no_by_their_letters(edit: Edit) -> None:
    editor = edit("A08")
    assert isinstance(editor, TableEditor)
    write("Core HR")
    enter()
    write("80")
    enter()
    for key in "ynyny":
        write(key)
        enter()
    press(Qt.Key.Key_Delete)
    expected = {"name": "Core HR", "share": 80, "t1": True, "t2": False, "t3": True, "t4": False}
    assert editor.value() == [expected | {"t5": True}]
    assert editor._total.text() == "Share of ARR: 80% of 100%"


def test_a_row_is_taken_out_by_keyboard_and_by_mouse(editor: TableEditor, qtbot: QtBot) -> None:
    editor.fill(Answer(value=TWO, basis="contract", bases={"1": "export"}))
    assert editor.bases() == {"0": "contract", "1": "export"}
    editor.rows[0].head.setFocus()
    with qtbot.waitSignal(editor.edited):
        press(Qt.Key.Key_Delete, CONTROL | SHIFT)
    assert editor.value() == TWO[1:]
    assert editor.bases() == {"0": "export"}
    assert editor.rows[0].isAncestorOf(focused())
    click(editor.rows[0].remove)
    assert editor.value() is None
    assert len(editor.rows) == 1
    assert editor.rows[0].is_open


def test_empty_rows_do_not_count_and_bases_stay_with_theirs(editor: TableEditor) -> None:
    press(Qt.Key.Key_Down, CONTROL)
    assert len(editor.rows) == 1, "an empty row needs no further one"
    editor.fill(Answer(value=TWO))
    editor.add_row()
    editor.add_row()
    write("Customer C")
    editor.rows[3].basis.setFocus()
    write("3")
    value = editor.value()
    assert isinstance(value, list)
    assert len(value) == 3
    assert editor.bases() == {"2": "export"}


def test_there_is_room_for_so_many_rows_and_no_more(editor: TableEditor) -> None:
    for _ in range(15):
        editor.add_row()
    assert len(editor.rows) == 10
    assert not editor.add.isEnabled()
    assert editor._room.text() == "All 10 rows are there"


def test_rows_pasted_from_a_spreadsheet_fill_the_cells(editor: TableEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.edited):
        paste("Customer A\t$8,000,000\t2\tClause 4\nCustomer B\t6.4m\tit falls\t\n")
    assert editor.value() == TWO
    assert editor.rows[0]._name.text() == "Customer A"
    assert "$8m" in editor.rows[0]._summary.text()


def test_pasted_yes_and_no(edit: Edit) -> None:
    editor = edit("A08")
    paste("Core HR\t70%\tyes\tNo\tY\tn\tno\tyes\nPayroll\t30%\n")
    value = editor.value()
    assert isinstance(value, list)
    assert value[0] == {
        "name": "Core HR", "share": 70, "t1": True, "t2": False, "t3": True, "t4": False,
        "t5": False, "t6": True,
    }  # fmt: skip
    assert value[1] == {"name": "Payroll", "share": 30}


def test_bad_input_opens_the_row_that_it_is_in(editor: TableEditor) -> None:
    editor.fill(Answer(value=TWO))
    editor.open_row(editor.rows[1])
    enter()
    write("a lot")
    enter()
    assert editor.rows[1]._fault.text().startswith("“a lot” cannot be read")
    editor.open_row(editor.rows[0])
    with pytest.raises(AnswerError):
        editor.value()
    editor.show_fault("No number.")
    assert editor.rows[1].is_open
    assert editor.rows[1]._fault.text() == "No number."
    assert editor.rows[1].cells[1].property("fault") == "true"


def test_a_cell_out_of_bounds_is_named_in_its_row(editor: TableEditor) -> None:
    editor.fill(Answer(value=TWO))
    editor.open_row(editor.rows[1])
    enter()
    write("-5")
    with pytest.raises(AnswerError) as fault:
        editor.value()
    editor.show_fault(str(fault.value))
    column = editor.question.columns[1].label
    said = f"“{column}”: type 0 or more; −5 is too small."
    assert editor.rows[1]._fault.text() == said
    assert editor.rows[1].cells[1].property("fault") == "true"


def test_what_is_wrong_with_the_whole_table_is_said_below_it(edit: Edit) -> None:
    editor = edit("A08")
    assert isinstance(editor, TableEditor)
    paste("Core HR\t70\nPayroll\t60\n")
    with pytest.raises(AnswerError, match="sums to 130, more than 100") as fault:
        editor.question.accept(editor.value())
    editor.show_fault(str(fault.value))
    assert editor._fault.isVisible()


def test_a_closed_row_says_what_is_in_it_and_opens_by_enter(editor: TableEditor) -> None:
    editor.add.setFocus()
    editor.fill(Answer(value=TWO, bases={"0": "contract"}))
    editor.take_focus()
    head = editor.rows[0].head
    assert focused() is head
    said = "Row 1: Customer A · $8m · It rises only after a new sale · Clause 4"
    assert head.accessibleName() == f"{said} · Contract or audited"
    enter()
    assert editor.rows[0].is_open
    assert focused() is editor.rows[0].cells[0]


def test_filling_tells_nobody(editor: TableEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.edited), qtbot.assertNotEmitted(editor.typed):
        editor.fill(Answer(value=TWO))
        assert editor.value() == TWO
        editor.fill(None)
    assert editor.value() is None
    assert editor.rows[0].is_open
