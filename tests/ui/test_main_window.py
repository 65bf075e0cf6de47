"""The window itself: what it opens, remembers and follows."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Details
from boardkit.cli import main as boardkit
from boardkit.content import load_questionnaire
from boardkit.errors import NotFoundError
from tests.support.full_disk import make_room, refuse_to_write
from tests.support.keyboard import ALT, CONTROL, SHIFT, press, write
from tests.support.looking import cut_off, deaf_to_enter, nameless, texts
from tests.support.places import FIXTURES
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages.questions import QuestionsPage
from ui.pages.result import ResultPage
from ui.pages.start import StartPage
from ui.theme import theme
from ui.widgets.top_bar import TopBar


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lanternfish.boardkit"
    assert boardkit(["examples", "lanternfish-2026-q3", "-o", str(path)]) == 0
    return path


def page(window: MainWindow) -> QuestionsPage:
    found = window.screens.page("questions")
    assert isinstance(found, QuestionsPage)
    return found


def test_a_file_is_taken_in_and_opened(window: MainWindow, file: Path) -> None:
    window.files.open(file)
    assert window.session is not None
    assert window.session.details.company == "Lanternfish Telemetry"
    assert "Lanternfish Telemetry" in window.windowTitle()
    assert "lanternfish-2026-q3" in window._desk.library


def test_a_file_can_be_dropped_on_the_window(window: MainWindow, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    window.dropEvent(
        QDropEvent(
            QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop,
        )
    )  # fmt: skip
    assert window.session is not None
    assert window.session.assessment.id == "lanternfish-2026-q3"


def test_a_copy_goes_out_with_its_history_and_comes_back_the_same(
    window: MainWindow, file: Path, tmp_path: Path
) -> None:
    window.files.open(file)
    assert window.session is not None
    window.session.give("B10", Answer(value=1, basis="management"))
    window.opened.write_copy(tmp_path / "copy.boardkit")
    from boardkit.exchange import open_file

    opened = open_file(tmp_path / "copy.boardkit")
    assert opened.assessment == window.session.assessment
    assert any(change.subject == "B10" for change in opened.history)


def test_undo_goes_to_the_question_that_it_is_about(window: MainWindow) -> None:
    window.files.open_example("paperclip-2026-q3")
    window.screens.show_question("B01")
    assert window.session is not None
    window.session.give("B01", Answer(value=4, basis="export"))
    window.screens.show_question("G03")
    assert window.menus.undo.text().startswith("Undo B01")
    window.opened.undo()
    assert page(window).current == "B01"
    given = window.session.answer("B01")
    assert given is not None
    assert given.value != 4
    window.opened.redo()
    again = window.session.answer("B01")
    assert again is not None
    assert again.value == 4


def test_an_example_shows_its_result_first(window: MainWindow) -> None:
    window.files.open_example("dustjacket-2026-q3")
    assert isinstance(window.screens.currentWidget(), ResultPage)


def test_size_and_text_scale_are_remembered(desk: Desk, qtbot: QtBot) -> None:
    first = MainWindow(desk)
    qtbot.addWidget(first)
    first.show()
    first.resize(700, 650)  # the offscreen screen is 800 by 800
    first.place.enlarge()
    scale = theme().scale
    first.close()
    theme().set_scale(1.0)
    second = MainWindow(desk)
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (700, 650)
    assert theme().scale == scale


@pytest.mark.parametrize("fixture", ["tiny-questionnaire", "hdi"])
def test_any_questionnaire_goes_through_the_same_window(
    fixture: str, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    questionnaire = load_questionnaire(FIXTURES / fixture)
    made = desk.library.create(questionnaire, Details(company="Somebody else"))
    window.opened.open(made.id)
    for question in questionnaire.questions:
        window.screens.show_question(question.id)
        assert page(window).current == question.id
    window.screens.show_result()
    result = window.screens.page("result")
    assert isinstance(result, ResultPage)
    qtbot.waitUntil(lambda: result.is_drawn)
    window.screens.show_report()
    assert window.bar._tabs.checkedButton() is not None


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1280, 800, 1), (1024, 700, 1), (1024, 700, 2)]
)
def test_nothing_is_cut_off_and_everything_has_a_name(
    width: int, height: int, scale: float, window: MainWindow, qtbot: QtBot
) -> None:
    window.files.open_example("half-timbered-2026-q3")
    theme().set_scale(scale)
    window.resize(width, height)
    for question in ("J06", "A01", "A03", "B01", "B05", "A08"):
        window.screens.show_question(question)
        QApplication.processEvents()
        shown: QWidget = page(window)
        assert not cut_off(shown)
        assert not nameless(window)
        assert not deaf_to_enter(window)
    assert window.minimumSizeHint().width() <= QPoint(width, height).x()


def test_the_bar_has_room_for_its_names_when_the_text_grew_while_nothing_was_open(
    window: MainWindow,
) -> None:
    window.resize(1024, 700)
    window.files.open_example("half-timbered-2026-q3")
    window.show_start()
    QApplication.processEvents()
    theme().set_scale(2.0)
    QApplication.processEvents()
    window.files.open_example("half-timbered-2026-q3")
    QApplication.processEvents()
    (bar,) = window.findChildren(TopBar)
    tabs = [one for one in bar.findChildren(QPushButton) if one.isVisible()]
    assert len(tabs) > 5
    assert all(one.width() >= one.minimumSizeHint().width() for one in tabs)


def test_the_bar_says_that_all_is_saved_and_since_when(window: MainWindow) -> None:
    window.files.open_example("half-timbered-2026-q3")
    window.screens.show_question("B01")
    session = window.session
    assert session is not None
    assert "All changes saved" in texts(window.bar)
    window.activateWindow()
    press(Qt.Key.Key_K, ALT)
    assert session.saved_at is not None
    assert f"All changes saved {session.saved_at.astimezone():%H:%M}" in texts(window.bar)


def test_the_bar_says_that_a_change_is_not_saved_until_the_next_one_is(
    window: MainWindow, tmp_path: Path
) -> None:
    window.files.open_example("half-timbered-2026-q3")
    window.screens.show_question("B01")
    refuse_to_write(tmp_path / "library.sqlite3")
    window.activateWindow()
    press(Qt.Key.Key_K, ALT)
    assert "The last change is not saved" in texts(window.bar)
    make_room(tmp_path / "library.sqlite3")
    press(Qt.Key.Key_K, ALT)
    assert "All changes saved" in texts(window.bar)


def test_a_short_name_is_said_in_the_bar(window: MainWindow, desk: Desk) -> None:
    questionnaire = load_questionnaire(FIXTURES / "hdi")
    window.opened.open(desk.library.create(questionnaire, Details(company="Acme")).id)
    QApplication.processEvents()
    assert "Acme" in texts(window.bar).splitlines()


def test_a_page_that_takes_the_keyboard_says_its_name(window: MainWindow) -> None:
    window.files.open_example("half-timbered-2026-q3")
    for show, name in (
        (window.screens.show_result, "Result"),
        (window.screens.show_economics, "Economics"),
    ):
        show()
        here = window.screens.currentWidget()
        assert here is not None
        assert here.accessibleName() == name


def test_all_assessments_is_one_key_away_from_inside_a_field(window: MainWindow) -> None:
    window.files.open_example("half-timbered-2026-q3")
    window.screens.show_question("A01")
    window.activateWindow()
    write("12")
    press(Qt.Key.Key_Home, ALT)
    assert window.session is None
    assert isinstance(window.screens.currentWidget(), StartPage)


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)])
def test_either_key_for_redo_brings_an_answer_back(
    keys: tuple[Qt.Key, Qt.KeyboardModifier], window: MainWindow
) -> None:
    window.files.open_example("half-timbered-2026-q3")
    window.screens.show_question("A01")
    session = window.session
    assert session is not None
    session.give("A01", Answer(value=5e6, basis="export"))
    session.undo()
    press(*keys)
    redone = session.answer("A01")
    assert redone is not None
    assert redone.value == 5e6


def test_what_cannot_be_opened_leads_back_to_all_assessments(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr("ui.dialogs.error.tell", lambda parent, fault: told.append(fault))
    window.files.open_example("dustjacket-2026-q3")
    window.opened.open("not there")
    assert [type(fault) for fault in told] == [NotFoundError]
    assert window.session is None
    assert isinstance(window.screens.currentWidget(), StartPage)
    assert window.windowTitle() == "Boardkit"


def test_the_menus_offer_only_what_can_be_done(window: MainWindow, desk: Desk) -> None:
    def usable() -> set[str]:
        return {action.text() for action in window.findChildren(QAction) if action.isEnabled()}

    window.screens.show_result()  # there is nothing to show it of
    assert isinstance(window.screens.currentWidget(), StartPage)
    needs_one = {"Save a &copy…", "&Milestones…", "&Keep milestone…", "&Result", "&Details…"}
    assert not usable() & (needs_one | {"&Undo", "&Economics", "What became of &last time…"})
    window.files.open_example("paperclip-2026-q3")
    assert needs_one | {"&Economics"} <= usable()
    tiny = desk.library.create(
        load_questionnaire(FIXTURES / "tiny-questionnaire"), Details(company="Any")
    )
    window.opened.open(tiny.id)
    assert needs_one <= usable()
    assert "&Economics" not in usable()
    window.show_start()
    assert not usable() & needs_one
