"""A date that may not be known yet."""

from datetime import date

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.widgets.date_field import PROPOSED, DateField


@pytest.fixture
def field(desk: Desk, qtbot: QtBot) -> DateField:
    made = DateField("Board date", None, "en")
    qtbot.addWidget(made)
    made.show()
    return made


def test_no_date_is_an_empty_field(field: DateField) -> None:
    assert field.day() is None
    assert field.edit.text().strip() == ""
    assert not field.edit.isEnabled()
    assert field.none.isChecked()


def test_a_date_is_proposed_once_one_is_wanted_and_kept_while_there_is_none(
    field: DateField,
) -> None:
    field.none.click()
    assert field.edit.isEnabled()
    assert field.day() == date.today() + PROPOSED
    field.edit.setDate(QDate(2026, 12, 15))
    field.none.click()
    assert field.day() is None
    assert field.edit.text().strip() == ""
    field.none.click()
    assert field.day() == date(2026, 12, 15)
    assert field.edit.text() == "15 Dec 2026"


def test_the_earliest_date_is_a_date_like_any_other(field: DateField) -> None:
    field.show_day(date(2000, 1, 1))
    assert field.edit.text() == "1 Jan 2000"
    assert field.day() == date(2000, 1, 1)
    field.show_day(None)
    assert field.day() is None
