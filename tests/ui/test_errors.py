"""The excepthook: what nobody caught is logged without answers, shown, and survived."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from boardkit.errors import FileError
from ui.dialogs.error import ErrorDialog
from ui.errors import LOG_NAME, Catcher, install_excepthook

SECRET = "our margin is 12 percent"


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def catcher(
    qapp: QApplication, tmp_path: Path, window: QMainWindow, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Catcher]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    installed = install_excepthook(qapp, tmp_path / "logs")
    yield installed
    for dialog in dialogs():
        dialog.accept()
    installed.close()
    installed.deleteLater()


def dialogs() -> list[ErrorDialog]:
    shown = (w for w in QApplication.topLevelWidgets() if w.isVisible())
    return [w for w in shown if isinstance(w, ErrorDialog)]


def raised(fault: Exception) -> None:
    """What Python does with a failure that nobody caught."""
    try:
        raise fault
    except Exception as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_it_is_shown_in_a_dialog_that_blocks_nothing(
    qtbot: QtBot, catcher: Catcher, window: QMainWindow
) -> None:
    raised(ValueError(SECRET))
    assert not dialogs()  # not in the middle of whatever failed
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    (dialog,) = dialogs()
    assert dialog.parent() is window
    assert SECRET not in dialog.text + dialog.technical
    assert "ValueError" in dialog.technical


def test_the_log_tells_what_and_where_but_no_answers(
    qtbot: QtBot, catcher: Catcher, tmp_path: Path
) -> None:
    raised(ValueError(SECRET))
    qtbot.waitUntil(lambda: bool(dialogs()))
    log = (tmp_path / "logs" / LOG_NAME).read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "test_errors.py:" in log
    assert "in raised" in log
    assert SECRET not in log


def test_a_second_failure_opens_no_second_dialog(qtbot: QtBot, catcher: Catcher) -> None:
    for fault in (ValueError("a"), KeyError("b"), FileError("The file is gone.")):
        raised(fault)
    qtbot.waitUntil(lambda: bool(dialogs()) and "gone" in dialogs()[0].text)
    (dialog,) = dialogs()
    assert "ValueError" in dialog.technical
    assert "KeyError" in dialog.technical


def test_a_failure_on_another_thread_is_told_on_the_main_one(
    qtbot: QtBot, catcher: Catcher
) -> None:
    thread = threading.Thread(target=raised, args=(ValueError("there"),))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)


def test_a_thread_that_dies_is_told_too(qtbot: QtBot, catcher: Catcher) -> None:
    def die() -> None:
        raise ZeroDivisionError

    thread = threading.Thread(target=die)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(dialogs()))
    assert "ZeroDivisionError" in dialogs()[0].technical


def test_an_interrupt_from_the_terminal_opens_no_dialog(
    qtbot: QtBot, catcher: Catcher, capsys: pytest.CaptureFixture[str]
) -> None:
    fault = KeyboardInterrupt()
    sys.excepthook(type(fault), fault, None)
    qtbot.wait(20)
    assert not dialogs()
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_where_no_log_can_be_written_it_is_still_shown(
    qtbot: QtBot, qapp: QApplication, window: QMainWindow, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    (tmp_path / "file").write_text("no folder")
    catcher = install_excepthook(qapp, tmp_path / "file")
    raised(ValueError("x"))
    qtbot.waitUntil(lambda: bool(dialogs()))
    dialogs()[0].accept()
    catcher.deleteLater()
