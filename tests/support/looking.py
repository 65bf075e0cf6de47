"""What tests ask of any screen: that nothing is cut off, and that everything has a name."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

Kind = TypeVar("Kind", bound=QWidget)


def visible(parent: QWidget, kind: type[Kind]) -> list[Kind]:
    """The widgets of a kind that are shown."""
    return [one for one in parent.findChildren(kind) if one.isVisible()]


def texts(parent: QWidget) -> str:
    """Every text that is shown, a line each."""
    return "\n".join(one.text() for one in visible(parent, QLabel) if one.text())


def cut_off(parent: QWidget) -> list[str]:
    """The texts that do not fit into their labels and buttons."""
    for _ in range(3):  # a scroll bar that appears narrows what is beside it a turn later
        QApplication.processEvents()
    found = []
    for one in visible(parent, QLabel):
        if not one.text():
            continue
        if one.wordWrap():
            fits = one.height() >= one.heightForWidth(one.width()) - 1
            longest = max(one.text().split(), key=len, default="")
            fits = fits and one.fontMetrics().horizontalAdvance(longest) <= one.width() + 1
        else:
            fits = one.fontMetrics().horizontalAdvance(one.text()) <= one.width() + 1
        if not fits:
            found.append(one.text())
    for button in visible(parent, QAbstractButton):
        room = button.width()
        if button.text() and button.fontMetrics().horizontalAdvance(button.text()) > room:
            found.append(button.text())
    return found


def deaf_to_enter(parent: QWidget) -> list[str]:
    """The buttons that Tab reaches and Enter does not press.

    Don't know and not applicable are pressed by the card, so that a second Enter goes on.
    """
    tab = Qt.FocusPolicy.TabFocus
    reached = [one for one in visible(parent, QPushButton) if one.focusPolicy() & tab == tab]
    own = [one for one in reached if one.property("look") != "state"]
    return [one.accessibleName() for one in own if not one.autoDefault()]


def nameless(parent: QWidget) -> list[QWidget]:
    """Controls that the keyboard reaches and a screen reader cannot name."""
    tab = Qt.FocusPolicy.TabFocus
    reached = [w for w in visible(parent, QWidget) if w.focusPolicy() & tab]
    internal = ("qt_", "ScrollLeftButton", "ScrollRightButton")
    return [
        w
        for w in reached
        if not w.accessibleName()
        and not w.objectName().startswith(internal)
        and not (isinstance(w, QAbstractButton) and w.text())
    ]
