"""A day, or none yet."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QObject
from PySide6.QtWidgets import QCheckBox, QDateEdit, QVBoxLayout, QWidget

from ui.theme import theme

PROPOSED = timedelta(weeks=6)  # how far ahead a first date is, when one is wanted


class DateField(QWidget):
    """A date to type or to choose from a calendar, and a box that says there is none yet."""

    def __init__(
        self, name: str, day: date | None, locale: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(2))
        self.edit = QDateEdit()
        self.edit.setAccessibleName(name)
        line = theme().px(21)  # as high as the fields beside it
        self.edit.setStyleSheet(f"QDateEdit {{ min-height: {line}px; max-height: {line}px; }}")
        self.edit.setLocale(QLocale(locale))
        self.edit.setDisplayFormat("d MMM yyyy")
        self.edit.setCalendarPopup(True)
        self.edit.setDateRange(QDate(2000, 1, 1), QDate(2199, 12, 31))
        shown = day or date.today() + PROPOSED
        self.edit.setDate(QDate(shown.year, shown.month, shown.day))
        self.edit.setEnabled(day is not None)
        self.edit.installEventFilter(self)
        self.none = QCheckBox("No date yet")
        self.none.setAccessibleDescription(name)
        self.none.setChecked(day is None)
        self.none.clicked.connect(self._turn)
        layout.addWidget(self.edit)
        layout.addWidget(self.none)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scrolling past the date changes no date."""
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def show_day(self, day: date | None) -> None:
        """Show another day, or none."""
        self.none.setChecked(day is None)
        self.edit.setEnabled(day is not None)
        if day is not None and day != self.day():
            self.edit.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> date | None:
        """The day, or None while there is none."""
        if self.none.isChecked():
            return None
        chosen = self.edit.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _turn(self, none: bool) -> None:
        self.edit.setEnabled(not none)
        if not none:
            self.edit.setFocus()
