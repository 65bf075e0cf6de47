"""Another name, or another period, for an assessment of the library."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from boardkit.assessment import Details
from ui.dialogs.base import PlainDialog
from ui.theme import theme
from ui.widgets.fields import CompanyField, line_field
from ui.widgets.labels import label


class RenameDialog(PlainDialog):
    """Company and period; the rest of the details stays."""

    def __init__(self, details: Details, parent: QWidget | None = None) -> None:
        super().__init__("Rename", parent, width=440)
        self.before = details
        self._company = CompanyField(details.company)
        self.body.addWidget(self._company)
        self.body.addSpacing(theme().px(8))
        caption = label("Period", "subheading")
        self._period = line_field("Period", details.period, hint="Q3 2026")
        caption.setBuddy(self._period)
        self.body.addWidget(caption)
        self.body.addWidget(self._period)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.add_button("Rename", "main").clicked.connect(self.accept)
        self._company.take_focus()

    def details(self) -> Details:
        """The details with the new name."""
        return self.before.model_copy(
            update={"company": self._company.value(), "period": self._period.text().strip()}
        )

    def accept(self) -> None:
        """Only with a company's name."""
        if self._company.check():
            super().accept()
        else:
            self.fit()
