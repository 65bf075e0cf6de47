"""The next assessment from this one: for which period, and for which meeting."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from boardkit.assessment import Assessment
from ui.dialogs.base import PlainDialog
from ui.moments import following_quarter
from ui.theme import theme
from ui.widgets.date_field import DateField
from ui.widgets.fields import line_field
from ui.widgets.labels import label

ABOUT = (
    "It starts with every answer of {name}, each to be confirmed: one key says that it still holds, "
    "and facts that rest on proof can be confirmed together. {name} stays as it is."
)


class NextAssessmentDialog(PlainDialog):
    """Asks for the period and the date; ``period`` and ``board_date`` are what was given."""

    def __init__(self, previous: Assessment, locale: str, parent: QWidget | None = None) -> None:
        super().__init__("Next assessment", parent, width=500)
        details = previous.details
        name = f"“{details.period or details.company}”"
        self.body.addWidget(label(f"The next assessment of {details.company}", "heading"))
        self.body.addWidget(label(ABOUT.format(name=name), "muted"))
        self.body.addSpacing(theme().px(8))
        self._period = line_field(
            "Period", following_quarter(details.period, date.today()), hint="Q4 2026"
        )
        self._date = DateField("Board date", None, locale)
        for caption, field in (("Period", self._period), ("Board date", self._date)):
            made = label(caption, "subheading")
            made.setBuddy(field)
            self.body.addWidget(made)
            self.body.addWidget(field)
            self.body.addSpacing(theme().px(8))
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.add_button("Start", "main").clicked.connect(self.accept)
        self._period.setFocus()
        self._period.selectAll()

    @property
    def period(self) -> str:
        """What was typed."""
        return self._period.text().strip()

    @property
    def board_date(self) -> date | None:
        """The day of the meeting, if it is known."""
        return self._date.day()
