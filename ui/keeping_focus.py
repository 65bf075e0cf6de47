"""Keyboard focus that survives a page's being drawn anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QWidget


@contextmanager
def keeping_focus(page: QWidget) -> Iterator[None]:
    """Around what replaces a page's widgets: focus goes to what then has the same name."""
    before = QApplication.focusWidget()
    if before is None or not page.isAncestorOf(before):
        yield
        return
    name = before.accessibleName()
    yield
    for one in page.findChildren(type(before)):
        if one.accessibleName() == name and one is not before and one.isVisibleTo(page):
            one.setFocus()
            break
