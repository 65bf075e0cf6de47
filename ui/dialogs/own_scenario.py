"""A scenario of the company's own: its name, why these values, who answers for it and until when."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from boardkit.assessment import OwnScenario
from ui.dialogs.base import PlainDialog
from ui.theme import theme
from ui.widgets.date_field import DateField
from ui.widgets.fields import line_field
from ui.widgets.labels import label
from ui.widgets.text_box import TextBox

NO_NAME = "Type a name for it."


class OwnScenarioDialog(PlainDialog):
    """Asks for what a new one is called, or changes what is said of one that is there."""

    def __init__(
        self,
        known: OwnScenario | None,
        locale: str,
        *,
        owner: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Save as a scenario" if known is None else "Scenario", parent, width=480)
        self.known = known
        self._name = line_field("Name, needed", known.title if known else "", hint="Our plan")
        self._fault = label(NO_NAME, "fault")
        self._fault.hide()
        self._about = TextBox("Why these values", lines=3)
        self._about.fill(known.about if known else "")
        self._owner = line_field(
            "Owner", known.owner if known else owner, hint="Who answers for it"
        )
        self._expires = DateField("Look again by", known.expires if known else None, locale)
        for caption, widgets in (
            ("Name", (self._name, self._fault)),
            ("Why these values", (self._about,)),
            ("Owner", (self._owner,)),
            ("Look again by", (self._expires,)),
        ):
            head = label(caption, "subheading")
            head.setBuddy(widgets[0])
            self.body.addWidget(head)
            for widget in widgets:
                self.body.addWidget(widget)
            self.body.addSpacing(theme().px(8))
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.add_button("Save", "main").clicked.connect(self.accept)
        self._name.textEdited.connect(self._clear)
        self._name.setFocus()

    @property
    def title(self) -> str:
        """Its name."""
        return self._name.text().strip()

    @property
    def about(self) -> str:
        """Why these values."""
        return self._about.text()

    @property
    def owner(self) -> str:
        """Who answers for it."""
        return self._owner.text().strip()

    @property
    def expires(self) -> date | None:
        """When to look again."""
        return self._expires.day()

    def accept(self) -> None:
        """Only with a name."""
        if self.title:
            super().accept()
            return
        self._fault.show()
        self._name.setAccessibleDescription(NO_NAME)
        self._name.setFocus()
        self.fit()

    def _clear(self) -> None:
        self._fault.hide()
        self._name.setAccessibleDescription("")
