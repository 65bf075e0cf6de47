"""Moving an assessment to a newer version of its questionnaire: what that does, before it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from boardkit.migration import MigrationReport
from boardkit.migration_wording import Told, kept, told
from boardkit.questionnaire import Questionnaire
from ui.dialogs.base import PlainDialog
from ui.theme import theme
from ui.widgets.labels import card, label

SAFE = (
    "A milestone keeps the assessment as it is now, and undo takes the whole step back. Scores may "
    "change, since another version may ask and weigh otherwise."
)
UNMAPPED = (
    "The new version does not say what became of the old one's questions: answers come along where "
    "a question has kept its number."
)


class MovingDialog(PlainDialog):
    """Shows what became of each question; it changes nothing itself."""

    def __init__(
        self, report: MigrationReport, old: Questionnaire, new: Questionnaire,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(f"Move to version {new.version}", parent, width=660)
        self.body.addWidget(label(f"Move to version {new.version} of “{new.title}”", "heading"))
        about = report.about if report.mapped else UNMAPPED
        if about:
            self.body.addWidget(label(about))
        self.body.addWidget(label(SAFE, "muted"))
        self.body.addSpacing(theme().px(8))
        self.body.addWidget(label(kept(report), "subheading"))
        for part in told(report, old, new):
            self._add(part)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        move = self.add_button(f"Move to version {new.version}", "main")
        move.clicked.connect(self.accept)
        move.setFocus()

    def _add(self, part: Told) -> None:
        frame, column = card(margin=12, gap=4)
        column.addWidget(label(part.title, "subheading"))
        for line in part.lines:
            column.addWidget(label(line))
        self.body.addWidget(frame)
