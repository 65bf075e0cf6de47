"""Which assessments the list shows: of one company, and those in use, archived or deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from boardkit.library.entries import Place
from ui.theme import theme

PLACES: dict[Place, str] = {"live": "In use", "archived": "Archived", "deleted": "Deleted"}
ALL = "All companies"


class LibraryFilters(QWidget):
    """Two boxes; each is there only while there is something to choose from."""

    company_chosen = Signal(str)
    place_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        self._company = _box("Company", characters=14)
        self._company.addItem(ALL)
        self._company.activated.connect(self._choose_company)
        self._place = _box("Which assessments", characters=9)
        for place, text in PLACES.items():
            self._place.addItem(text, place)
        self._place.activated.connect(self._choose_place)
        row.addWidget(self._company)
        row.addWidget(self._place)
        row.addStretch(1)

    @property
    def place(self) -> Place:
        """Which assessments are wanted."""
        place: Place = self._place.currentData()
        return place

    def show_place(self, place: Place) -> None:
        """Show which assessments are shown."""
        self._place.setCurrentIndex(list(PLACES).index(place))

    def show_counts(self, counts: Mapping[Place, int]) -> None:
        """How many there are in each place."""
        for number, (place, text) in enumerate(PLACES.items()):
            told = text if place == "live" else f"{text} ({counts[place]})"
            self._place.setItemText(number, told)
        elsewhere = counts["archived"] + counts["deleted"]
        self._place.setVisible(elsewhere > 0 or self.place != "live")

    def show_companies(self, companies: Sequence[str]) -> None:
        """The companies to choose from; the chosen one stays chosen while it is among them."""
        chosen = self._chosen()
        self._company.clear()
        self._company.addItems([ALL, *companies])
        found = companies.index(chosen) + 1 if chosen in companies else 0
        self._company.setCurrentIndex(found)
        self._company.setVisible(len(companies) > 1)
        if chosen and not found:
            self.company_chosen.emit("")

    def show_all_companies(self) -> None:
        """No company is chosen any more."""
        self._company.setCurrentIndex(0)

    def _choose_company(self) -> None:
        self.company_chosen.emit(self._chosen())

    def _chosen(self) -> str:
        return self._company.currentText() if self._company.currentIndex() > 0 else ""

    def _choose_place(self) -> None:
        self.place_chosen.emit(str(self._place.currentData()))


def _box(name: str, characters: int) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.view().setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setMaxVisibleItems(14)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(characters)
    return made
