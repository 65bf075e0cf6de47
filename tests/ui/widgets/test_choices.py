"""Choices by keyboard and by mouse, and what assistive technology is told of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boardkit.questionnaire import Questionnaire
from tests.support.keyboard import focused, press, write
from ui.desk import Desk
from ui.theme import theme
from ui.widgets.basis_picker import BasisPicker, basis_box
from ui.widgets.choices import ChoiceList
from ui.widgets.pick_box import Pick, PickBox

TEXTS = ("Never & nowhere", "Sometimes", "Always")


@pytest.fixture
def holder(desk: Desk, qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def put(holder: QWidget, widget: QWidget) -> None:
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(widget)
    holder.resize(500, 400)
    QApplication.processEvents()


def levels(**kind: bool) -> ChoiceList:
    return ChoiceList("How often?", TEXTS, ("0", "1", "2"), more_keys="ABC", **kind)


def spoken(widget: QWidget) -> tuple[str, QAccessible.Role]:
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name), seen.role()


def test_digits_and_letters_choose(holder: QWidget, qtbot: QtBot) -> None:
    choices = levels()
    put(holder, choices)
    choices.take_focus()
    for key, place in (("2", 2), ("a", 0), ("B", 1)):
        with qtbot.waitSignal(choices.picked) as picked:
            write(key)
        assert picked.args == [place]
        assert choices.chosen == (place,)


def test_arrows_move_without_choosing_and_space_chooses(holder: QWidget, qtbot: QtBot) -> None:
    choices = levels()
    put(holder, choices)
    choices.take_focus()
    with qtbot.assertNotEmitted(choices.picked):
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Up)
        press(Qt.Key.Key_9)
        press(Qt.Key.Key_Delete)
    assert not choices.chosen
    press(Qt.Key.Key_Space)
    assert choices.chosen == (2,)


def test_the_whole_row_takes_the_mouse(holder: QWidget, qtbot: QtBot) -> None:
    choices = levels()
    put(holder, choices)
    row = choices._pieces[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert choices.chosen == (1,)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().bottomRight() / 1.05)
    assert choices.chosen == (1,)


def test_showing_emits_nothing_and_can_show_nothing(holder: QWidget, qtbot: QtBot) -> None:
    choices = levels()
    put(holder, choices)
    with qtbot.assertNotEmitted(choices.picked):
        choices.show_chosen((1,))
        assert choices.chosen == (1,)
        choices.show_chosen(())
    assert not choices.chosen


def test_check_boxes_toggle(holder: QWidget, qtbot: QtBot) -> None:
    choices = levels(several=True)
    put(holder, choices)
    choices.take_focus()
    for key in "021":
        write(key)
    write("0")
    assert choices.chosen == (1, 2)
    choices.take_focus()
    press(Qt.Key.Key_Tab)
    assert focused() is choices._pieces[2]


def test_delete_takes_a_choice_back_where_that_is_offered(holder: QWidget, qtbot: QtBot) -> None:
    choices = levels(small=True, clearable=True)
    put(holder, choices)
    choices.take_focus()
    write("1")
    with qtbot.waitSignal(choices.picked) as picked:
        press(Qt.Key.Key_Delete)
    assert picked.args == [-1]
    assert not choices.chosen


def test_roles_and_names_are_those_of_radio_buttons_and_check_boxes(holder: QWidget) -> None:
    choices, checks = levels(), levels(several=True)
    put(holder, choices)
    put(holder, checks)
    assert spoken(choices) == ("How often?", QAccessible.Role.Grouping)
    assert spoken(choices._pieces[0]) == ("0. Never & nowhere", QAccessible.Role.RadioButton)
    assert spoken(checks._pieces[1]) == ("1. Sometimes", QAccessible.Role.CheckBox)
    choices.show_chosen((0,))
    seen = QAccessible.queryAccessibleInterface(choices._pieces[0])
    assert seen.state().checked


def test_tab_stops_once_at_radio_buttons(holder: QWidget, qtbot: QtBot) -> None:
    first, second = levels(), levels(small=True)
    put(holder, first)
    put(holder, second)
    first.show_chosen((2,))
    first.take_focus()
    assert focused() is first._pieces[2]
    press(Qt.Key.Key_Tab)
    assert focused() is second._pieces[0]


def test_long_texts_wrap_and_nothing_is_cut_at_twice_the_size(holder: QWidget) -> None:
    theme().set_scale(2.0)
    long = ChoiceList("Long", ("word " * 60, "short"), ("A", "B"))
    put(holder, long)
    put(holder, QPlainTextEdit())  # takes what room is left
    holder.resize(420, 1600)
    QApplication.processEvents()
    row, short = long._pieces
    assert row.height() >= row.heightForWidth(row.width()) > 3 * short.height()


def test_a_pick_box_picks_by_digit_and_only_on_purpose(holder: QWidget, qtbot: QtBot) -> None:
    box = PickBox("State", [Pick("a", "First"), Pick("b", "Second", "tip <b>")], first=0)
    put(holder, box)
    box.setFocus()
    assert box.pick_id is None
    with qtbot.waitSignal(box.picked):
        QTest.keyClick(box, Qt.Key.Key_1)
    assert box.pick_id == "b"
    assert "&lt;b&gt;" in box.toolTip()
    with qtbot.waitSignal(box.picked):
        QTest.keyClick(box, Qt.Key.Key_Delete)
    assert box.pick_id is None
    with qtbot.assertNotEmitted(box.picked):
        box.fill("a")
        QTest.keyClick(box, Qt.Key.Key_7)
    assert box.pick_id == "a"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_pick_box_opens_by_arrow_and_picks_there(holder: QWidget, qtbot: QtBot) -> None:
    box = PickBox("State", [Pick("a", "First"), Pick("b", "Second")])
    put(holder, box)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.view().isVisible()
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    with qtbot.waitSignal(box.picked):
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert box.pick_id is not None


def test_no_basis_is_preselected_and_the_chosen_one_is_explained(
    holder: QWidget, qtbot: QtBot, questionnaire: Questionnaire
) -> None:
    bases = questionnaire.methodology.basis
    picker = BasisPicker(bases)
    put(holder, picker)
    assert picker.basis is None
    picker.take_focus()
    with qtbot.waitSignal(picker.picked):
        press(Qt.Key.Key_3)
    assert picker.basis == "export"
    assert picker._about.text() == bases[2].about
    press(Qt.Key.Key_5)
    assert picker.basis == "exact"
    picker.fill(None)
    assert picker.basis is None
    assert picker._about.text() == ""


def test_a_small_basis_names_what_it_is_about(desk: Desk, questionnaire: Questionnaire) -> None:
    box = basis_box("Seats", questionnaire.methodology.basis)
    assert box.accessibleName() == "How do you know? Seats"
    assert [pick.id for pick in box.picks][-1] == "exact"
    box.deleteLater()
