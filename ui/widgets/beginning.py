"""How to begin one's own assessment, said on the start page while only examples are listed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import button, label

TITLE = "Only examples are listed so far"
LEAD = (
    "Begin with your own company whenever you like: answer what you know and say how you know it, "
    "see the result, and print the pack. {time} Stop whenever you like: every answer is saved as "
    "you give it."
)


class Beginning(QFrame):
    """What is to be done, how long it takes, and the button that begins it."""

    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        layout = QVBoxLayout(self)
        px = theme().px
        layout.setContentsMargins(px(20), px(16), px(20), px(16))
        layout.setSpacing(px(8))
        layout.addWidget(label(TITLE, "subheading"))
        self._lead = label("")
        layout.addWidget(self._lead)
        self.begin = button("Begin your own")
        self.begin.clicked.connect(self.new_wanted)
        layout.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)

    def show_time(self, time: str) -> None:
        """How long the questions take, as a sentence."""
        self._lead.setText(LEAD.format(time=time))
