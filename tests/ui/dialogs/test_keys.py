"""The list of keys: all of it can be reached, and every key on it does something."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from ui.dialogs.keys import KEYS, KeysDialog
from ui.theme import theme


def test_every_key_is_named_once_with_what_it_does(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    shown = [found.text() for found in dialog.findChildren(QLabel)]
    for about, keys in KEYS.items():
        assert about in shown
        for names, what in keys:
            assert shown.count(what) == 1, names


def test_page_down_reaches_the_last_key_where_text_is_large(qtbot: QtBot) -> None:
    theme().set_scale(2.0)
    try:
        dialog = KeysDialog()
        qtbot.addWidget(dialog)
        dialog.show()
        bar = dialog.findChildren(QScrollArea)[0].verticalScrollBar()
        assert bar.maximum() > 0
        while bar.value() < bar.maximum():
            before = bar.value()
            qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
            assert bar.value() > before
        qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
        assert bar.value() < bar.maximum()
    finally:
        theme().set_scale(1.0)
