"""What the pack's cover says of the meeting; each change is saved as it is made."""

from __future__ import annotations

from typing import Any, get_args

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from boardkit.assessment import Details
from ui.session import Session
from ui.theme import theme
from ui.widgets.choices import ChoiceList
from ui.widgets.date_field import DateField
from ui.widgets.fields import LONGEST
from ui.widgets.labels import label
from ui.widgets.number_field import TextField

PURPOSES: tuple[str, ...] = get_args(Details.model_fields["purpose"].annotation)
MINUTES = "Type whole minutes, from 1 to 600, or nothing."


class MeetingForm(QWidget):
    """Fields over the session's details; filling them never writes."""

    def __init__(self, session: Session, *, wide: bool) -> None:
        super().__init__()
        self._session = session
        details = session.details
        self._date = DateField("Board date", details.board_date, session.locale)
        self._date.edit.editingFinished.connect(self._save_date)
        self._date.none.clicked.connect(self._save_date)
        self._sponsor = self._text_field("Sponsor", "Who puts it before the board")
        self._sponsor.left.connect(self._save_sponsor)
        self._classification = self._text_field("Classification", "Board confidential")
        self._classification.left.connect(self._save_classification)
        self._minutes = TextField("Minutes on the agenda", characters=8)
        self._minutes.left.connect(self._save_minutes)
        self._fault = label(MINUTES, "fault")
        self._fault.hide()
        names = [purpose.capitalize() for purpose in PURPOSES]
        self._purpose = ChoiceList("For", names, [""] * len(names), small=True)
        self._purpose.picked.connect(self._save_purpose)
        self._place(wide=wide)
        self.setEnabled(not session.read_only)
        self.fill()

    @staticmethod
    def _text_field(name: str, hint: str) -> TextField:
        made = TextField(name)
        made.setMaxLength(LONGEST)
        made.setPlaceholderText(hint)
        return made

    def _place(self, *, wide: bool) -> None:
        px = theme().px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(18))
        grid.setVerticalSpacing(px(12))
        fields: list[tuple[str, list[QWidget]]] = [
            ("Sponsor", [self._sponsor]),
            ("Classification", [self._classification]),
            ("Board date", [self._date]),
            ("Minutes on the agenda", [self._minutes, self._fault]),
            ("For", [self._purpose]),
        ]
        for number, (name, widgets) in enumerate(fields):
            column = QVBoxLayout()
            column.setSpacing(px(4))
            caption = label(name, "small")
            caption.setBuddy(widgets[0])
            column.addWidget(caption)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            last = number == len(fields) - 1
            place = (number // 2, number % 2) if wide else (number, 0)
            grid.addLayout(column, *place, 1, 2 if wide and last else 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1 if wide else 0)

    def fill(self) -> None:
        """Show the details as they are."""
        details = self._session.details
        self._sponsor.fill(details.sponsor)
        self._classification.fill(details.classification)
        self._minutes.fill("" if details.meeting_minutes is None else str(details.meeting_minutes))
        self._show_fault(shown=False)
        self._purpose.show_chosen((PURPOSES.index(details.purpose),))
        self._date.show_day(details.board_date)

    def flush(self) -> None:
        """Save what is typed and not left yet."""
        if self._sponsor.isModified():
            self._save_sponsor()
        if self._classification.isModified():
            self._save_classification()
        if self._minutes.isModified():
            self._save_minutes()
        self._save_date()

    def _save(self, **changes: Any) -> None:
        values = {**self._session.details.model_dump(), **changes}
        self._session.revise(Details.model_validate(values))

    def _save_date(self) -> None:
        self._save(board_date=self._date.day())

    def _save_sponsor(self) -> None:
        self._save(sponsor=self._sponsor.text())

    def _save_classification(self) -> None:
        self._save(classification=self._classification.text())

    def _save_purpose(self, place: int) -> None:
        self._save(purpose=PURPOSES[place])

    def _save_minutes(self) -> None:
        text = self._minutes.text().strip()
        fits = not text or (text.isdecimal() and 1 <= int(text) <= 600)
        self._show_fault(shown=not fits)
        if fits:
            self._save(meeting_minutes=int(text) if text else None)

    def _show_fault(self, *, shown: bool) -> None:
        self._fault.setVisible(shown)
        self._minutes.mark_fault(MINUTES if shown else "")
