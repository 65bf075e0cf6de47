"""What the two faces of the start page share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from ui.start_content import StartContent


class StartPart(Canvas):
    """Asks, by its signals, for an assessment to be begun, opened or looked at."""

    new_wanted = Signal()
    file_wanted = Signal()
    example_wanted = Signal(str)

    def show_question(self, question: str) -> None:
        """The question for the board."""
        raise NotImplementedError

    def show_content(self, content: StartContent) -> None:
        """Say what only the questionnaire and the examples know."""
        raise NotImplementedError

    def set_narrow(self, narrow: bool) -> None:
        """Things below each other rather than beside each other."""
        raise NotImplementedError
