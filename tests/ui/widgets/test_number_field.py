"""Fields to type in: what is typed is kept, said back, and never overwritten under one's hands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boardkit.errors import AnswerError
from boardkit.formats import Formats
from ui.desk import Desk
from ui.widgets.number_field import NumberField, TextField
from ui.widgets.text_box import TextBox


class Form(QWidget):
    """Three fields in a window."""

    def __init__(self) -> None:
        super().__init__()
        self.field = NumberField("ARR", "money", Formats())
        self.other = TextField("Name")
        self.box = TextBox("Note")
        layout = QVBoxLayout(self)
        for widget in (self.field, self.other, self.box):
            layout.addWidget(widget)


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.other.setFocus()
    return made


def test_a_number_is_said_back_when_the_field_is_left(form: Form, qtbot: QtBot) -> None:
    form.field.setFocus()
    QTest.keyClicks(form.field, "12m")
    assert form.field.text() == "12m"
    form.other.setFocus()
    assert form.field.text() == "$12,000,000"
    assert form.field.number() == 12e6
    form.field.setFocus(Qt.FocusReason.TabFocusReason)
    assert form.field.text() == form.field.selectedText() == "12m"
    form.other.setFocus()
    assert form.field.text() == "$12,000,000"


def test_looking_at_a_number_keeps_every_digit_of_it(form: Form, qtbot: QtBot) -> None:
    form.field.fill_number(1234567.123456789)
    with qtbot.assertNotEmitted(form.field.typed), qtbot.assertNotEmitted(form.field.left):
        form.field.setFocus()
        form.other.setFocus()
    assert form.field.number() == 1234567.123456789


def test_pasting_takes_signs_and_blanks(form: Form, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("  US$ 12 000 000\r\n")
    form.field.setFocus()
    with qtbot.waitSignal(form.field.typed):
        QTest.keySequence(form.field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert form.field.number() == 12e6


def test_a_pasted_piece_of_a_spreadsheet_is_passed_on(form: Form, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("10\t20\n30\t40\n")
    form.field.setFocus()
    with qtbot.waitSignal(form.field.block_pasted) as passed:
        QTest.keySequence(form.field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert passed.args == ["10\t20\n30\t40"]
    assert form.field.text() == ""


def test_bad_input_stays_as_it_was_typed(form: Form, qtbot: QtBot) -> None:
    form.field.setFocus()
    QTest.keyClicks(form.field, "12 apples")
    with qtbot.waitSignal(form.field.left):
        form.other.setFocus()
    assert form.field.text() == "12 apples"
    with pytest.raises(AnswerError, match="12 apples"):
        form.field.number()
    form.field.mark_fault("That is no number.")
    assert form.field.property("fault") == "true"
    assert form.field.accessibleDescription() == "That is no number."
    form.field.fill_number(3)
    assert form.field.property("fault") == ""


def test_emptying_it_is_no_number(form: Form, qtbot: QtBot) -> None:
    form.field.fill_number(5)
    form.field.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(form.field.typed):
        QTest.keyClick(form.field, Qt.Key.Key_Delete)
    assert form.field.number() is None
    form.other.setFocus()
    assert form.field.text() == ""


def test_filling_keeps_what_is_being_typed_when_it_is_the_same_number(
    form: Form, qtbot: QtBot
) -> None:
    form.field.setFocus()
    QTest.keyClicks(form.field, "12.0m")
    form.field.fill_number(12e6)
    assert form.field.text() == "12.0m"
    form.field.fill_number(7)
    assert form.field.text() == "7"
    QTest.keyClicks(form.field, "x")
    form.field.fill_number(None)
    assert form.field.text() == ""


def test_filling_tells_nobody(form: Form, qtbot: QtBot) -> None:
    fields = (form.field, form.other, form.box)
    with qtbot.assertNotEmitted(form.field.typed), qtbot.assertNotEmitted(form.box.typed):
        form.field.fill_number(4)
        form.other.fill("Name")
        form.box.fill("A note\nof two lines")
        for field in fields:
            field.setFocus()
    assert form.box.text() == "A note\nof two lines"


def test_texts_are_left_once_and_only_when_changed(form: Form, qtbot: QtBot) -> None:
    for field in (form.other, form.box):
        field.setFocus()
        QTest.keyClicks(field, "x")
        with qtbot.waitSignal(field.left):
            form.field.setFocus()
        with qtbot.assertNotEmitted(field.left):
            field.setFocus()
            form.field.setFocus()


def test_undo_is_the_fields_own_first_and_then_the_windows(form: Form, qtbot: QtBot) -> None:
    undo = QAction(form)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    form.addAction(undo)
    for field in (form.field, form.box):
        field.setFocus()
        QTest.keyClicks(field, "1")
        with qtbot.assertNotEmitted(undo.triggered):
            QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))
        assert field.text() == ""
        if isinstance(field, NumberField):
            field.fill_number(3)
        else:
            field.fill("3")
        with qtbot.waitSignal(undo.triggered):
            QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))


def test_a_text_box_grows_with_its_text_and_lets_tab_through(form: Form, qtbot: QtBot) -> None:
    low = form.box.sizeHint().height()
    form.box.fill("one\ntwo\nthree\nfour\nfive\nsix")
    assert form.box.sizeHint().height() > low
    form.box.fill("line\n" * 200)
    assert form.box.sizeHint().height() < 30 * form.box.fontMetrics().height()
    form.box.setFocus()
    QTest.keyClick(form.box, Qt.Key.Key_Tab)
    assert not form.box.hasFocus()
