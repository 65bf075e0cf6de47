"""A person at the keyboard: keys go to whatever has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(
    key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    """Press a key, once or several times."""
    for _ in range(times):
        QTest.keyClick(focused(), key, modifiers)


def enter() -> None:
    """Press Enter."""
    press(Qt.Key.Key_Return)


def tab() -> None:
    """Press Tab."""
    press(Qt.Key.Key_Tab)


def write(text: str) -> None:
    """Type a text."""
    QTest.keyClicks(focused(), text)


def paste(text: str) -> None:
    """Paste a text."""
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(focused(), QKeySequence(QKeySequence.StandardKey.Paste))


def click(widget: QWidget) -> None:
    """Click into the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
