"""Whether a widget that is closed leaves nothing behind."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

Kind = TypeVar("Kind", bound=QWidget)


def put_away(widget: QWidget) -> None:
    """As the window does with a page that it no longer needs."""
    widget.hide()
    widget.deleteLater()


def is_freed(make: Callable[[], Kind], close: Callable[[Kind], object] = put_away) -> bool:
    """Whether a widget is gone once it has been shown and closed, and nobody asks for it."""
    widget = make()
    widget.show()
    gone = weakref.ref(widget)
    close(widget)
    del widget
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    return gone() is None
