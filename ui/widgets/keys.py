"""Keys: what was pressed, and how it is written beside what it does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.widgets.labels import label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def is_enter(event: QKeyEvent) -> bool:
    """Whether this is Enter by itself."""
    return event.key() in _ENTER and event.modifiers() in _PLAIN


def key_label(keys: str) -> QLabel:
    """A small box with a key in it, written as on this system's keyboards."""
    made = label(key_text(keys), "key", wrap=False)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(f"Key: {made.text()}")
    return made


def key_text(keys: str) -> str:
    """The keys as on this system's keyboards."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
