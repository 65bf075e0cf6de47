"""Labels and buttons in the looks that the theme knows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import theme


def label(
    text: str = "", look: str = "", *, wrap: bool = True, parent: QWidget | None = None
) -> QLabel:
    """A label whose text is taken as it is, never as markup."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if look:
        made.setProperty("look", look)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def button(
    text: str, look: str = "", *, tip: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A push button that can always be reached by keyboard."""
    made = QPushButton(text, parent)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(text.replace("&", ""))
    if look:
        made.setProperty("look", look)
    if tip:
        made.setToolTip(tip)
        made.setAccessibleDescription(tip)
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
