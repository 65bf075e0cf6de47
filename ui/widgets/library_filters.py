"""Which assessments the list shows: of one company, and those in use, archived or deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from boardkit.library.entries import Place
from ui.tab_order import place_after
from ui.theme import theme

PLACES: dict[Place, str] = {"live": "In use", "archived": "Archived", "deleted": "Deleted"}
ALL = "All companies"


class LibraryFilters(QWidget):
    """Two boxes; each is there only while there is something to choose from, and made not before."""

    company_chosen = Signal(str)
    place_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(10))
        self._row.addStretch(1)
        self._company: QComboBox | None = None
        self._place: QComboBox | None = None

    def _make_company(self) -> QComboBox:
        made = _box("Company", characters=14)
        made.activated.connect(self._choose_company)
        self._row.insertWidget(0, made)
        place_after(self, made)
        return made

    def _make_place(self) -> QComboBox:
        made = _box("Which assessments", characters=9)
        for place, text in PLACES.items():
            made.addItem(text, place)
        made.activated.connect(self._choose_place)
        self._row.insertWidget(self._row.count() - 1, made)
        place_after(self._company or self, made)
        return made

    @property
    def place(self) -> Place:
        """Which assessments are wanted."""
        place: Place = "live" if self._place is None else self._place.currentData()
        return place

    def show_counts(self, counts: Mapping[Place, int]) -> None:
        """How many there are in each place."""
        wanted = counts["archived"] + counts["deleted"] > 0 or self.place != "live"
        if self._place is None and wanted:
            self._place = self._make_place()
        if self._place is not None:
            for number, (place, text) in enumerate(PLACES.items()):
                told = text if place == "live" else f"{text} ({counts[place]})"
                self._place.setItemText(number, told)
            self._place.setVisible(wanted)

    def show_companies(self, companies: Sequence[str]) -> None:
        """The companies to choose from; the chosen one stays chosen while it is among them."""
        several = len(companies) > 1
        if self._company is None and several:
            self._company = self._make_company()
        if self._company is not None:
            chosen = self._chosen()
            self._company.clear()
            self._company.addItems([ALL, *companies])
            found = companies.index(chosen) + 1 if chosen in companies else 0
            self._company.setCurrentIndex(found)
            self._company.setVisible(several)
            if chosen and not found:
                self.company_chosen.emit("")

    def show_all_companies(self) -> None:
        """No company is chosen any more."""
        if self._company is not None:
            self._company.setCurrentIndex(0)

    def _choose_company(self) -> None:
        self.company_chosen.emit(self._chosen())

    def _chosen(self) -> str:
        box = self._company
        return box.currentText() if box is not None and box.currentIndex() > 0 else ""

    def _choose_place(self) -> None:
        self.place_chosen.emit(self.place)


def _box(name: str, characters: int) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.view().setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setMaxVisibleItems(14)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(characters)
    return made
