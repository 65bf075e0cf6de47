"""What pages share that are drawn from something worked out in the background: when, and what meanwhile."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.jobs import Work
from ui.keeping_focus import keeping_focus
from ui.later import Later
from ui.session import Session
from ui.theme import theme
from ui.widgets.canvas import Canvas
from ui.widgets.labels import label

PATIENCE = 300  # milliseconds before a wait is put into words


class DrawnPage(QWidget):
    """Drawn while it is looked at, whenever what it shows has become another.

    A page says what is ``_wanted``, and draws it. Until that has come it shows what it showed before;
    where there is nothing of the kind, it says after a moment that it is on its way.
    """

    WAITING = ""  # the sentence that says so

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._desk, self._session = desk, session
        self._shown: object = None  # what it was drawn of
        self._drawn_columns = 0
        self._is_waiting = False
        self._preparing: Later | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._say_waiting)

    @property
    def is_drawn(self) -> bool:
        """Whether it shows what is wanted now."""
        return self._shown is not None and not self._is_waiting

    # What each page says of itself

    def _wanted(self) -> object:
        """What is to be drawn, the same object until it has changed; None, and asked for, until it is there."""
        raise NotImplementedError

    def _draw(self) -> None:
        """Show what is wanted in place of what was shown."""
        raise NotImplementedError

    def _columns(self) -> int:
        """How many columns there is room for."""
        raise NotImplementedError

    def _say_again(self) -> bool:
        """Let what is shown stay during a wait, and say so if need be; False where it cannot stay."""
        raise NotImplementedError

    def _place_words(self, words: Canvas) -> None:
        """Show that it is being waited, in place of what was shown."""
        raise NotImplementedError

    # When to draw

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._patience.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None and self._drawn_columns != self._columns():
            self._outdate()

    def _outdate(self) -> None:
        """What is wanted has changed: draw it anew, now or when the page is next looked at."""
        self._shown = None
        self._refresh()

    def _refresh(self) -> None:
        """Draw what is wanted, unless that is what is shown; wait for it where it is not there."""
        if not self.isVisible():
            return
        wanted = self._wanted()
        self._is_waiting = wanted is None
        if wanted is None:
            if not self._patience.isActive():
                self._patience.start()
            return
        self._patience.stop()
        if wanted is not self._shown:
            self._shown, self._drawn_columns = wanted, self._columns()
            with keeping_focus(self):
                self._draw()

    def _say_waiting(self) -> None:
        if self._say_again():
            return
        self._shown = None
        words = label(self.WAITING, "lead")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        canvas = Canvas()
        QVBoxLayout(canvas).addWidget(words)
        self._place_words(canvas)

    # What comes before the first drawing

    def _prepare(self, work: Work) -> None:
        """Do in the background, once, what would keep the window waiting; ``_begin`` takes the outcome."""
        if self._preparing is None:
            self._preparing = Later(self._desk.jobs, work)
            self._preparing.done.connect(self._prepared)
            self._preparing.failed.connect(self._begin_without)

    def _prepared(self, outcome: Any) -> None:
        self._begin(outcome)
        self._refresh()

    def _begin_without(self, fault: Exception) -> None:
        self._prepared(None)
        raise fault

    def _begin(self, outcome: Any) -> None:
        """Take what was prepared, or None where that failed."""
        raise NotImplementedError


def room_for_two(page: QWidget, pixels: int) -> int:
    """Two columns on a page at least so wide, in pixels at 100% text, or else one."""
    return 2 if page.width() >= theme().px(pixels) else 1
