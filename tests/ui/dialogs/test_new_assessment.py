"""The dialog of details: a default for all but the name, and a sentence when that is missing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from boardkit.assessment import Details
from boardkit.content import load_questionnaire
from boardkit.questionnaire import Questionnaire
from tests.support.freeing import is_freed
from ui.desk import Desk
from ui.dialogs.document import DocumentDialog
from ui.dialogs.new_assessment import NewAssessmentDialog
from ui.moments import quarter
from ui.widgets.currency_box import CurrencyBox
from ui.widgets.date_field import DateField
from ui.widgets.fields import NO_COMPANY
from ui.widgets.have_ready_button import TEXT, HaveReadyButton

TINY = Path(__file__).parents[2] / "fixtures" / "tiny-questionnaire" / "questionnaire.yaml"
KEPT = Details(
    company="Paperclip", period="Q2 2026", currency="SEK", board_date=date(2026, 9, 15),
    sponsor="Chair", purpose="decision", meeting_minutes=20, classification="Secret",
    modules=("core", "money"), fictional=True, story="A story.",
)  # fmt: skip

Make = Callable[..., NewAssessmentDialog]


@pytest.fixture
def make(qtbot: QtBot, desk: Desk) -> Make:
    def made(company: str = "", **more: object) -> NewAssessmentDialog:
        dialog = NewAssessmentDialog(desk, **more)  # type: ignore[arg-type]
        if company:
            field(dialog, "Company").setText(company)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # read after closing
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def field(dialog: QWidget, name: str) -> QLineEdit:
    return next(f for f in dialog.findChildren(QLineEdit) if f.accessibleName().startswith(name))


def sentences(dialog: QWidget) -> list[str]:
    return [found.text() for found in dialog.findChildren(QLabel) if found.isVisible()]


def test_only_the_name_has_to_be_typed(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    qtbot.keyClicks(field(dialog, "Company"), "  Acme & Co ")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(field(dialog, "Company"), Qt.Key.Key_Return)
    assert dialog.details() == Details(
        company="Acme & Co", period=quarter(date.today()), currency="USD", modules=("core",)
    )


def test_the_keyboard_starts_in_the_name(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    qtbot.waitUntil(lambda: field(dialog, "Company").hasFocus())


@pytest.mark.parametrize("typed", ["", "   "])
def test_without_a_name_it_says_what_to_do_and_stays(qtbot: QtBot, make: Make, typed: str) -> None:
    dialog = make()
    company = field(dialog, "Company")
    company.setText(typed)
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(company, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert NO_COMPANY in sentences(dialog)
    assert company.accessibleDescription() == NO_COMPANY
    assert company.property("fault") is True
    qtbot.keyClicks(company, "A")
    assert NO_COMPANY not in sentences(dialog)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(company, Qt.Key.Key_Return)


def test_a_name_is_no_longer_than_the_library_keeps(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    field(dialog, "Company").insert("x" * 1000)
    assert dialog.details().company == "x" * 400


def test_the_currency_of_the_locale_comes_first(qtbot: QtBot, desk: Desk) -> None:
    box = CurrencyBox("en_GB")
    qtbot.addWidget(box)
    assert box.code() == "GBP"
    assert box.itemData(0) == "GBP"
    codes = [box.itemData(i) for i in range(box.count()) if box.itemData(i)]
    assert len(codes) == len(set(codes)) > 140


def test_typing_a_code_goes_to_the_currency(qtbot: QtBot, make: Make) -> None:
    dialog = make("Acme")
    box = dialog.findChild(CurrencyBox)
    assert isinstance(box, CurrencyBox)
    box.setFocus()
    qtbot.keyClicks(box, "NZD")
    assert box.code() == "NZD"
    assert dialog.details().currency == "NZD"


def test_there_may_be_a_board_date(qtbot: QtBot, make: Make) -> None:
    dialog = make("Acme")
    board = dialog.findChild(DateField)
    assert isinstance(board, DateField)
    assert board.day() is None
    assert not board.edit.isEnabled()
    qtbot.mouseClick(board.none, Qt.MouseButton.LeftButton, pos=board.none.rect().center() / 4)
    assert board.edit.isEnabled()
    assert dialog.details().board_date == board.day()
    board.edit.setDate(QDate(2027, 1, 21))
    assert dialog.details().board_date == date(2027, 1, 21)


def test_modules_say_how_many_questions_and_how_long(
    qtbot: QtBot, make: Make, questionnaire: Questionnaire
) -> None:
    dialog = make("Acme")
    boxes = dialog._modules.boxes
    assert boxes["core"].isChecked()
    assert not boxes["core"].isEnabled()
    core = len(questionnaire.asked_in(("core",)))
    assert boxes["core"].text() == f"Core: {core} questions, about 40 minutes"
    assert f"In all {core} questions, about 40 minutes." in sentences(dialog)
    boxes["money"].setFocus()
    qtbot.keyClick(boxes["money"], Qt.Key.Key_Space)
    assert dialog.details().modules == ("core", "money")
    both = len(questionnaire.asked_in(("core", "money")))
    assert f"In all {both} questions, about 70 minutes." in sentences(dialog)


def test_editing_shows_what_is_there_and_keeps_the_rest(qtbot: QtBot, make: Make) -> None:
    dialog = make(details=KEPT)
    assert dialog.windowTitle() == "Details"
    assert dialog.details() == KEPT
    field(dialog, "Sponsor").setText("Chief executive")
    assert dialog.details() == KEPT.model_copy(update={"sponsor": "Chief executive"})


def test_editing_leaves_an_unsaid_choice_of_modules_unsaid(qtbot: QtBot, make: Make) -> None:
    details = KEPT.model_copy(update={"modules": ()})
    dialog = make(details=details)
    assert dialog.details() == details
    dialog._modules.boxes["full"].click()
    assert dialog.details().modules == ("core", "money")


def test_any_questionnaire_has_its_own_modules(qtbot: QtBot, make: Make) -> None:
    tiny = load_questionnaire(TINY)
    dialog = make(questionnaire=tiny)
    assert tuple(dialog._modules.boxes) == tuple(module.id for module in tiny.modules)


def seen(dialog: QDialog) -> list[DocumentDialog]:
    """The documents that are shown over it."""
    return dialog.findChildren(DocumentDialog)


def test_the_sheet_is_made_in_the_background_and_shown(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    sheet = dialog.findChild(HaveReadyButton)
    assert isinstance(sheet, HaveReadyButton)
    sheet.click()
    assert sheet.working
    qtbot.waitUntil(lambda: bool(seen(dialog)), timeout=30_000)
    assert seen(dialog)[0].windowTitle() == "Have these ready"
    assert sheet.text() == TEXT


def test_making_the_sheet_can_be_stopped(qtbot: QtBot, make: Make, desk: Desk) -> None:
    dialog = make()
    sheet = dialog.findChild(HaveReadyButton)
    assert isinstance(sheet, HaveReadyButton)
    sheet.click()
    sheet.click()
    assert not sheet.working
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=30_000)
    assert seen(dialog) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_stays_within_the_screen_and_nothing_is_cut(
    qtbot: QtBot, make: Make, desk: Desk, scale: float
) -> None:
    desk.theme.set_scale(scale)
    dialog = make(details=KEPT.model_copy(update={"company": "Wort " * 79}))
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()
    assert dialog._scroll.horizontalScrollBar().maximum() == 0
    for button in dialog.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()


def test_every_control_has_a_name(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    for control in dialog.findChildren(QWidget):
        if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = control.accessibleName() or getattr(control, "text", str)()
            inside = isinstance(control.parent(), DateField | CurrencyBox) or "qt_" in (
                control.objectName()
            )
            assert name or inside, control


def test_it_is_freed_when_it_is_closed(desk: Desk) -> None:
    assert is_freed(lambda: NewAssessmentDialog(desk), NewAssessmentDialog.reject)
