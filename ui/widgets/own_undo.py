"""Ctrl+Z in a field: the field's own typing first, then whatever the window undoes."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


def leaves_to_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether this key press is an undo or redo that the field has nothing to do for.

    Qt's fields claim both keys even when there is nothing of their own to take back.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return (event.matches(_UNDO) and not can_undo) or (event.matches(_REDO) and not can_redo)
