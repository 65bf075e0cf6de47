"""What was found out about a document: each thing that is not what its answers give."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from boardkit.verification import Verification
from boardkit.verification.wording import LIMITS, MOST, basis, headline, line, looks
from ui.dialogs.base import PlainDialog
from ui.theme import theme
from ui.widgets.labels import card, label


class VerificationDialog(PlainDialog):
    """Tells what was checked in a document, what differs, and what the check cannot see."""

    def __init__(self, found: Verification, parent: QWidget | None = None) -> None:
        super().__init__("The numbers of a document", parent, width=660)
        self.body.addWidget(label(found.name, "muted"))
        self.body.addWidget(label(headline(found), "heading"))
        self.body.addSpacing(theme().px(8))
        shown = found.differences[:MOST]
        if shown:
            frame, column = card(margin=12, gap=8)
            for one in shown:
                column.addWidget(label(line(one)))
            self.body.addWidget(frame)
        if len(found.differences) > MOST:
            left = len(found.differences) - MOST
            self.body.addWidget(label(f"And {left} more, which “boardkit verify --json” names."))
        for text in (basis(found), looks(found), LIMITS):
            if text:
                self.body.addWidget(label(text, "muted"))
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button("Close", "main").clicked.connect(self.accept)
