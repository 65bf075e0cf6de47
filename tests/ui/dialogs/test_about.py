"""What Boardkit is, and where the library lies."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from boardkit import __version__
from ui import outside
from ui.desk import Desk
from ui.dialogs.about import AboutDialog


def test_it_says_version_licence_and_where_the_library_lies(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(outside, "open_outside", opened.append)
    dialog = AboutDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    text = " ".join(found.text() for found in dialog.findChildren(QLabel))
    assert __version__ in text
    assert "MIT licence" in text
    assert "library.sqlite3" in text
    show = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Show in folder")
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    assert opened == [desk.library.path.parent]


def test_escape_closes_it(qtbot: QtBot, desk: Desk) -> None:
    dialog = AboutDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
