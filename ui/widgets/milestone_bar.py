"""The band that says that a milestone, or a file, is being looked at, and leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import button, label

if TYPE_CHECKING:
    from boardkit.formats import Formats
    from boardkit.library import Milestone


class MilestoneBar(QFrame):
    """Stands under the top bar for as long as nothing can be changed."""

    back_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(8), px(16), px(8))
        row.setSpacing(px(8))
        self._text = label("", "subheading")
        row.addWidget(self._text, 1)
        self._restore = button("")
        self._restore.clicked.connect(self.restore_wanted)
        row.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignVCenter)
        self._back = button("Close", "main")
        self._back.clicked.connect(self.back_wanted)
        row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_milestone(self, milestone: Milestone | None, formats: Formats | None) -> None:
        """Say which milestone it is; None hides the bar."""
        self.setVisible(milestone is not None)
        if milestone is not None and formats is not None:
            day = formats.day(milestone.at.astimezone())
            name = _short(milestone.name)
            self._text.setText(f"“{name}”, kept on {day}. To be read and printed, not changed.")
            self._name("Milestone", "Go back to this", "Make the assessment what it was then")
            self._back.setToolTip("To the assessment as it is now")

    def show_file(self, name: str) -> None:
        """Say which file it is, that is not taken in."""
        self.show()
        self._text.setText(f"The file “{_short(name)}”. To be read and printed, not changed.")
        self._name("File", "Take it in…", "Put it into the library, to go on with it")
        self._back.setToolTip("Leave the file alone, and see all assessments")

    def _name(self, what: str, restore: str, tip: str) -> None:
        self.setAccessibleName(what)
        self._restore.setText(restore)
        self._restore.setToolTip(tip)
        self._restore.setAccessibleDescription(tip)
        self._back.setAccessibleName(f"Close the {what.lower()}")


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:59] + "…"
