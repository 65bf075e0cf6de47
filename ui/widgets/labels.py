"""Labels and buttons in the looks that the theme knows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import theme


def label(
    text: str = "", look: str = "", *, wrap: bool = True, parent: QWidget | None = None
) -> QLabel:
    """A label whose text is taken as it is, never as markup."""
    made = Wrapped(text, parent) if wrap else QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if look:
        made.setProperty("look", look)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


class Wrapped(QLabel):
    """A label of several lines that knows its height by width.

    A layout asks for it three or four times a pass, and to break a text into lines takes long.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._heights: dict[int, int] = {}

    def setText(self, text: str) -> None:
        if text != self.text():
            self._heights.clear()
            super().setText(text)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self.ensurePolished()  # with the font of its look
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)


def button(
    text: str, look: str = "", *, tip: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A push button that can always be reached by keyboard, and pressed by Enter as by Space."""
    made = QPushButton(parent)
    made.setText(text)  # not above: there PySide tries for an icon first, and makes its 150 names
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAutoDefault(True)
    made.setAccessibleName(text.replace("&", ""))
    if look:
        made.setProperty("look", look)
    if tip:
        made.setToolTip(tip)
        made.setAccessibleDescription(tip)
    return made


def named_action(text: str, parent: QObject) -> QAction:
    """An action without an icon."""
    made = QAction(parent)
    made.setText(text)  # not above, for the same reason
    return made


def card(look: str = "card", *, margin: int = 16, gap: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """A framed box and the layout inside it."""
    frame = QFrame()
    frame.setProperty("look", look)
    layout = QVBoxLayout(frame)
    inset = theme().px(margin)
    layout.setContentsMargins(inset, inset, inset, inset)
    layout.setSpacing(theme().px(gap))
    return frame, layout


def set_look(widget: QWidget, look: str) -> None:
    """Another look for a widget that is already there."""
    widget.setProperty("look", look)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def plain_tip(text: str) -> str:
    """A tooltip that shows a text as it is; Qt would take one that looks like markup for markup."""
    from html import escape

    return f"<p>{escape(text)}</p>"
