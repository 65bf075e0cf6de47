"""A name for a milestone: when it is kept, and when it is to be called something else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from boardkit.assessment import Details
from ui.dialogs.base import PlainDialog
from ui.theme import theme
from ui.widgets.fields import line_field
from ui.widgets.labels import label

KEEPING = (
    "A milestone keeps the answers as they are now, for good. It can be looked at, printed and "
    "compared, and you can go back to it."
)
NO_NAME = "Type a name, such as “Q3 2026 board”."


class NamingDialog(PlainDialog):
    """One field; ``name`` is what was typed."""

    def __init__(
        self, title: str, name: str, done: str, about: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent, width=460)
        self.body.addWidget(label(title, "heading"))
        if about:
            self.body.addWidget(label(about, "muted"))
        self.body.addSpacing(theme().px(8))
        caption = label("Name", "subheading")
        self._line = line_field("Name of the milestone", name, hint="Q3 2026 board")
        self._line.textEdited.connect(self._hide_fault)
        caption.setBuddy(self._line)
        self.body.addWidget(caption)
        self.body.addWidget(self._line)
        self._fault = label(NO_NAME, "fault")
        self._fault.hide()
        self.body.addWidget(self._fault)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.add_button(done, "main").clicked.connect(self.accept)
        self._line.setFocus()
        self._line.selectAll()

    @property
    def name(self) -> str:
        """What was typed."""
        return self._line.text().strip()

    def accept(self) -> None:
        """Only with a name."""
        if self.name:
            super().accept()
            return
        self._fault.show()
        self._line.setAccessibleDescription(NO_NAME)
        self._line.setFocus()
        self.fit()

    def _hide_fault(self) -> None:
        self._fault.hide()
        self._line.setAccessibleDescription("")


def usual_name(details: Details, day: str) -> str:
    """“Q3 2026 board”, or the board's date, or today's."""
    return f"{details.period} board"[:400] if details.period else f"Board of {day}"
