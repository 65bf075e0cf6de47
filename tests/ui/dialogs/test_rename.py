"""Renaming an assessment."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from boardkit.assessment import Details
from ui.desk import Desk
from ui.dialogs.rename import RenameDialog

DETAILS = Details(company="Acme", period="Q3 2026", sponsor="Chair")


def test_typing_replaces_the_name_and_enter_takes_it(qtbot: QtBot, desk: Desk) -> None:
    dialog = RenameDialog(DETAILS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    company = dialog.findChildren(QLineEdit)[0]
    assert company.selectedText() == "Acme"
    qtbot.keyClicks(company, "Mango")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(company, Qt.Key.Key_Return)
    assert dialog.details() == DETAILS.model_copy(update={"company": "Mango"})


def test_it_wants_a_name(qtbot: QtBot, desk: Desk) -> None:
    dialog = RenameDialog(DETAILS)
    qtbot.addWidget(dialog)
    dialog.show()
    company, period = dialog.findChildren(QLineEdit)
    period.clear()
    company.clear()
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(period, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog._company.fault
    dialog.reject()
