"""About whom an assessment is, for which meeting, and what is asked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from boardkit.assessment import Details
from boardkit.questionnaire import Questionnaire
from ui.desk import Desk
from ui.dialogs.base import PlainDialog
from ui.moments import quarter
from ui.theme import theme
from ui.widgets.currency_box import CurrencyBox
from ui.widgets.date_field import DateField
from ui.widgets.fields import CompanyField, line_field
from ui.widgets.have_ready_button import HaveReadyButton
from ui.widgets.labels import label
from ui.widgets.module_list import ModuleList

NARROW = 460  # pixels at 100% below which fields stand below each other
NEW = "Only the name is needed. The rest can be changed at any time."
EDIT = "Answers to what is no longer asked are kept, and come back when it is asked again."


class NewAssessmentDialog(PlainDialog):
    """Asks for the details of a new assessment, or changes those of one that is there."""

    def __init__(
        self,
        desk: Desk,
        *,
        questionnaire: Questionnaire | None = None,
        details: Details | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("New assessment" if details is None else "Details", parent, width=600)
        self._before = details
        self._rows: list[QBoxLayout] = []
        self._questionnaire = questionnaire or _shipped()
        known = details or Details(company="?", period=quarter(date.today()), modules=("none",))
        self.body.addWidget(label(self.windowTitle(), "heading"))
        if details is None:
            self.body.addWidget(label(NEW, "muted"))
        self.body.addSpacing(theme().px(8))
        self._company = CompanyField("" if details is None else details.company)
        self.body.addWidget(self._company)
        self.body.addSpacing(theme().px(8))
        currency = "" if details is None else details.currency
        self.body.addLayout(self._make_fields(desk, known, currency))
        self.body.addSpacing(theme().px(12))
        self.body.addWidget(label("What is asked", "subheading"))
        if details is not None:
            self.body.addWidget(label(EDIT, "muted"))
        chosen = known.modules or tuple(m.id for m in self._questionnaire.modules)
        self._modules = ModuleList(self._questionnaire, chosen)
        self._modules.turned.connect(self._take_modules)
        self.body.addWidget(self._modules)
        self._have_ready = HaveReadyButton(desk)
        self.body.addWidget(self._have_ready, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self._take_modules()
        self.foot.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        done = self.add_button("Create" if details is None else "Save", "main")
        done.clicked.connect(self.accept)
        self._company.take_focus()

    def details(self) -> Details:
        """What was typed and chosen."""
        values = {
            "company": self._company.value(),
            "period": self._period.text().strip(),
            "currency": self._currency.code(),
            "board_date": self._board_date.day(),
            "sponsor": self._sponsor.text().strip(),
            "modules": self._chosen_modules(),
        }
        if self._before is None:
            return Details.model_validate(values)
        return self._before.model_copy(update=values)

    def accept(self) -> None:
        """Only with a company's name."""
        if self._company.check():
            super().accept()
        else:
            self.fit()

    def _chosen_modules(self) -> tuple[str, ...]:
        """The modules; none where none meant all before, and all are still chosen."""
        chosen = self._modules.chosen()
        everything = len(chosen) == len(self._questionnaire.modules)
        unsaid = self._before is not None and not self._before.modules
        return () if unsaid and everything else chosen

    def _make_fields(self, desk: Desk, known: Details, currency: str) -> QVBoxLayout:
        self._period = line_field("Period", known.period, hint="Q3 2026")
        self._currency = CurrencyBox(desk.locale, currency)
        self._board_date = DateField("Board date", known.board_date, desk.locale)
        self._sponsor = line_field("Sponsor", known.sponsor, hint="Who puts it before the board")
        fields: tuple[tuple[str, QWidget], ...] = (
            ("Period", self._period),
            ("Currency", self._currency),
            ("Board date", self._board_date),
            ("Sponsor", self._sponsor),
        )
        columns = QVBoxLayout()
        columns.setSpacing(theme().px(14))
        for pair in (fields[:2], fields[2:]):
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(theme().px(14))
            for name, field in pair:
                row.addLayout(_captioned(name, field), 1)
            self._rows.append(row)
            columns.addLayout(row)
        return columns

    def take_width(self, width: int) -> None:
        """Fields beside each other, or below each other where there is little room."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for row in self._rows:
            row.setDirection(down if width < theme().px(NARROW) else across)

    def _take_modules(self) -> None:
        self._have_ready.set_content(self._questionnaire, self._modules.chosen())


def _captioned(name: str, field: QWidget) -> QVBoxLayout:
    caption = label(name, "subheading")
    caption.setBuddy(field)
    column = QVBoxLayout()
    column.setSpacing(theme().px(6))
    column.addWidget(caption)
    column.addWidget(field)
    column.addStretch(1)
    return column


def _shipped() -> Questionnaire:
    from boardkit.content import shipped_questionnaire

    return shipped_questionnaire()
