"""What Boardkit is, what it is made of, and where the library lies."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from boardkit import __version__
from ui import outside
from ui.desk import Desk
from ui.dialogs.base import PlainDialog
from ui.theme import theme
from ui.widgets.labels import button, label

WHAT = (
    "Boardkit answers one question for a board: how do we either resell inference, or benefit from "
    "our customers buying huge volumes of it?"
)
LICENCE = "Free software under the MIT licence. It comes without warranty."
USES = (
    "It uses Qt through PySide6 (LGPL), NumPy and SciPy for the scores, SQLite for the library, "
    "pydantic and PyYAML for questionnaires, Babel for numbers, Jinja and WeasyPrint for documents, "
    "and the typefaces Source Sans and Source Serif (SIL Open Font Licence)."
)


class AboutDialog(PlainDialog):
    """Closed by Escape or Enter."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("About Boardkit", parent, width=520)
        self._folder = desk.library.path.parent
        gap = theme().px(8)
        self.body.addWidget(label(f"Boardkit {__version__}", "title"))
        self.body.addWidget(label(WHAT))
        self.body.addSpacing(gap)
        self.body.addWidget(label("Your assessments", "subheading"))
        self.body.addWidget(
            label(
                "They lie in one file on this computer, and nowhere else: "
                f"{desk.library.path.name}, in the folder {self._folder.name}."
            )
        )
        self._show = button("Show in folder")
        self._show.clicked.connect(self._show_folder)
        self.body.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(gap)
        self.body.addWidget(label("Licence", "subheading"))
        self.body.addWidget(label(LICENCE))
        self.body.addWidget(label(USES, "muted"))
        self.body.addStretch(1)
        self.foot.addStretch(1)
        close = self.add_button("Close", "main")
        close.clicked.connect(self.accept)
        close.setFocus()

    def _show_folder(self) -> None:
        outside.open_outside(self._folder)
