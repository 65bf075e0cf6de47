"""Keys that mean something in one widget before they mean anything to the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

Action = Callable[[], object]


def claims(event: QEvent, action_of: Callable[[QKeyEvent], Action | None]) -> bool:
    """Whether the window asks for a key that does something here; if so, its menus leave it alone."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    event.setAccepted(action_of(event) is not None)
    return event.isAccepted()
