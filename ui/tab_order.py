"""Tab goes through a page in the order in which things stand, whenever they were made.

Qt's own order is that of making, so that a row that is added later would come last of all.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


def place_after(place: QWidget, *controls: QWidget) -> None:
    """Let Tab reach controls that were made later after a widget, or after what was made before it."""
    last = place
    while last.focusPolicy() == Qt.FocusPolicy.NoFocus:  # Qt puts nothing after such a one
        before = last.previousInFocusChain()
        if before is None or before is place:
            return
        last = before
    for control in controls:
        QWidget.setTabOrder(last, control)
        last = control


def move_focus(page: QWidget, *, forward: bool) -> bool:
    """From what has the focus to the next control, or out of the page; whether there is one."""
    here = QApplication.focusWidget()
    if here is None:
        return False
    controls = [one for one in _parts(page) if one is here or _is_reached(one)]
    if here not in controls:
        return False
    place = controls.index(here) + (1 if forward else -1)
    inside = 0 <= place < len(controls)
    target = controls[place] if inside else _outside(page, here, forward=forward)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    return True


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all that is seen in it, as the layouts place it."""
    if not widget.isVisible():
        return
    yield widget
    if isinstance(widget, QScrollArea):
        if (inside := widget.widget()) is not None:
            yield from _parts(inside)
    elif (layout := widget.layout()) is not None:
        for one in _widgets(layout):
            yield from _parts(one)


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _widgets(inner)


def _is_reached(widget: QWidget) -> bool:
    # A policy is a set of flags, of which Tab is one.
    tab = Qt.FocusPolicy.TabFocus
    return widget.isEnabled() and widget.focusPolicy() & tab == tab


def _outside(page: QWidget, here: QWidget, *, forward: bool) -> QWidget:
    """The first control of the window after the page, or the last before it."""
    one = here
    while True:
        after = one.nextInFocusChain() if forward else one.previousInFocusChain()
        assert after is not None, "the chain is a circle"
        one = after
        if one is here:
            return here
        if not page.isAncestorOf(one) and one.isVisible() and _is_reached(one):
            return one
