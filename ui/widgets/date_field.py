"""A day, or none yet."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QObject
from PySide6.QtWidgets import QCheckBox, QDateEdit, QVBoxLayout, QWidget

from ui.theme import theme

PROPOSED = timedelta(weeks=6)  # how far ahead a first date is, when one is wanted
EMPTY = " "  # Qt takes no text at all for showing the date


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
        self.edit.installEventFilter(self)
        self._last = day or date.today() + PROPOSED  # what stands there once a date is wanted
        self.none = QCheckBox("No date yet")
        self.none.setAccessibleDescription(name)
        self.none.clicked.connect(self._turn)
        self.show_day(day)
        layout.addWidget(self.edit)
        layout.addWidget(self.none)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scrolling past the date changes no date."""
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def show_day(self, day: date | None) -> None:
        """Show another day, or an empty field for none."""
        self.none.setChecked(day is None)
        self.edit.setEnabled(day is not None)
        self.edit.setSpecialValueText(EMPTY if day is None else "")  # instead of the earliest date
        if day is None:
            self.edit.setDate(self.edit.minimumDate())
        elif day != self._shown():
            self.edit.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> date | None:
        """The day, or None while there is none."""
        return None if self.none.isChecked() else self._shown()

    def _shown(self) -> date:
        shown = self.edit.date()
        return date(shown.year(), shown.month(), shown.day())

    def _turn(self, none: bool) -> None:
        if none:
            self._last = self._shown()
            self.show_day(None)
        else:
            self.show_day(self._last)
            self.edit.setFocus()
