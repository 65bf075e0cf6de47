"""The entries of the library as a model that stays quick with thousands of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from boardkit.library import Entry
from ui.moments import lately, short_day
from ui.searching import folded
from ui.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
COMPANY, PERIOD, BOARD, ANSWERED, CHANGED = range(5)
TITLES = ("Company", "Period", "Board date", "Answered", "Last changed")
NOWHERE = QModelIndex()


class LibraryModel(QAbstractTableModel):
    """The entries of the library, in the order of the last sorting."""

    def __init__(self, locale: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._entries: list[Entry] = []
        self._words: dict[str, str] = {}
        self._now = datetime.now(UTC)
        self._order = (CHANGED, Qt.SortOrder.DescendingOrder)
        self._bold = QFont()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries, in the order that was chosen last."""
        self.beginResetModel()
        self._now = datetime.now(UTC)
        self._words = {entry.id: self._words_of(entry) for entry in entries}
        self._entries = self._sorted(entries)
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """The entry of a row."""
        return self._entries[row]

    def row_of(self, assessment_id: str) -> int | None:
        """The row of an assessment, if it is there."""
        return next((i for i, e in enumerate(self._entries) if e.id == assessment_id), None)

    def holds(self, row: int, words: Sequence[str]) -> bool:
        """Whether each of these words, without case and accents, is in a row."""
        text = self._words[self._entries[row].id]
        return all(word in text for word in words)

    def set_font(self, font: QFont) -> None:
        """The font that the company's name is set in."""
        self._bold = font

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry, column = self._entries[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(entry.company) if column == COMPANY else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole and column == COMPANY:
            return self._bold
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort here, once, rather than compare row by row through Qt: thousands stay quick."""
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._entries[index.row()].id for index in before]
        self._entries = self._sorted(self._entries)
        rows = {entry.id: row for row, entry in enumerate(self._entries)}
        after = [self.index(rows[i], x.column()) for i, x in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sorted(self, entries: Sequence[Entry]) -> list[Entry]:
        column, order = self._order
        newest_first = sorted(entries, key=_KEYS[CHANGED], reverse=True)
        return sorted(
            newest_first, key=_KEYS[column], reverse=order == Qt.SortOrder.DescendingOrder
        )

    def _text(self, entry: Entry, column: int) -> str:
        return {
            COMPANY: lambda: " ".join(entry.company.split()),
            PERIOD: lambda: " ".join(entry.period.split()),
            BOARD: lambda: short_day(entry.board_date, self._locale),
            ANSWERED: lambda: str(entry.answered),
            CHANGED: lambda: lately(entry.changed_at, self._now, self._locale),
        }[column]()

    def _words_of(self, entry: Entry) -> str:
        return folded(f"{entry.company} {entry.period} {short_day(entry.board_date, self._locale)}")


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == ANSWERED else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


_KEYS: dict[int, Callable[[Entry], Any]] = {
    COMPANY: lambda entry: folded(entry.company),
    PERIOD: lambda entry: _by_year(entry.period),
    BOARD: lambda entry: entry.board_date.isoformat() if entry.board_date else "",
    ANSWERED: lambda entry: entry.answered,
    CHANGED: lambda entry: entry.changed_at,
}


def _by_year(period: str) -> tuple[str, str]:
    """“Q3 2026” after “Q4 2025”."""
    words = folded(period).split()
    years = [word for word in words if word.isdigit() and len(word) == 4]
    return (years[-1] if years else "", " ".join(words))


class LibraryFilter(QSortFilterProxyModel):
    """The rows that hold every word; sorting is left to the model."""

    def __init__(self, model: LibraryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self.setSourceModel(model)

    def search(self, words: str) -> None:
        """Show only the rows that hold these words."""
        self._words = folded(words).split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        return self._model.holds(row, self._words)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Handed on."""
        self._model.sort(column, order)
