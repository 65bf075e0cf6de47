"""The library as a table: one row an assessment, sorted by any column, worked by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from boardkit.library.entries import Entry, Place
from ui.theme import theme
from ui.widgets.labels import named_action
from ui.widgets.library_cells import LibraryCells
from ui.widgets.library_model import CHANGED, FALLING, TITLES, LibraryModel, Sort

MILESTONES, NEXT = "Milestones…", "Next assessment from this one…"
COMPARE, COMPARE_TWO, NOT_TWO = (
    "Compare with…", "Compare these two", "Compare: mark two that answer the same questionnaire",
)  # fmt: skip
DEEDS: dict[Place, tuple[str, ...]] = {
    "live": ("Open", COMPARE, MILESTONES, NEXT, "Rename…", "Duplicate", "Archive", "Delete"),
    "archived": (
        "Open",
        COMPARE,
        MILESTONES,
        NEXT,
        "Rename…",
        "Duplicate",
        "Put back in use",
        "Delete",
    ),
    "deleted": ("Restore",),
}
HINTS: dict[Place, str] = {
    "live": (
        "Enter opens, Control 4 compares, Control Shift M shows milestones, Control Shift N starts "
        "the next assessment, F2 renames, Control D duplicates, Control E archives, Delete deletes. "
        "Shift and an arrow mark several, to compare two."
    ),
    "archived": (
        "Enter opens, Control 4 compares, Control Shift M shows milestones, Control Shift N starts "
        "the next assessment, F2 renames, Control D duplicates, Control E puts back in use, Delete "
        "deletes. Shift and an arrow mark several, to compare two."
    ),
    "deleted": "Enter restores.",
}

WIDTHS = (188, 84, 108, 90, 116, 142, 196)
SHARES = (0.6, 0.05, 0.05, 0.05, 0.1, 0.05, 0.1)  # of the room beyond that


class LibraryTable(QTableView):
    """Asks, by its signals, for something to be done with the marked assessment.

    What can be done depends on the place that is shown: those in use, archived or deleted. Several
    can be marked to be compared, and for nothing else.
    """

    opened = Signal(str)
    compare_wanted = Signal(str, str)  # with what, which may be nothing yet; and what
    pair_marked = Signal(bool)  # whether two are marked that can be compared
    milestones_wanted = Signal(str)
    next_wanted = Signal(str)
    renaming = Signal(str)
    duplicating = Signal(str)
    archiving = Signal(str)
    unarchiving = Signal(str)
    deleting = Signal(str)
    restoring = Signal(str)
    sorted_by_user = Signal()
    height_changed = Signal(int)  # of all rows; more room is of no use

    def __init__(self, locale: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = 0
        self.place: Place = "live"
        self._kept: tuple[str, int] | None = None  # what was marked, and in which row
        self.found = LibraryModel(locale, self)
        self.setModel(self.found)
        self.setItemDelegate(LibraryCells(self))
        self.setObjectName("library")
        self.setAccessibleName("Assessments")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self._make_header()
        self._make_actions()
        self.doubleClicked.connect(self._open_index)
        self.selectionModel().selectionChanged.connect(self._offer)
        self.found.modelAboutToBeReset.connect(self._keep_mark)
        self.found.modelReset.connect(self._mark_again)
        theme().changed.connect(self._take_sizes)
        self._take_sizes()

    def _make_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSortIndicator(CHANGED, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(self.sorted_by_user)

    def _make_actions(self) -> None:
        keys = QKeySequence
        delete = [keys(keys.StandardKey.Delete), keys("Ctrl+Backspace")]
        deeds = {
            "Open": ([], self.opened),
            COMPARE: ([keys("Ctrl+4")], None),
            MILESTONES: ([keys("Ctrl+Shift+M")], self.milestones_wanted),
            NEXT: ([keys("Ctrl+Shift+N")], self.next_wanted),
            "Rename…": ([keys("F2")], self.renaming),
            "Duplicate": ([keys("Ctrl+D")], self.duplicating),
            "Archive": ([keys("Ctrl+E")], self.archiving),
            "Put back in use": ([keys("Ctrl+E")], self.unarchiving),
            "Delete": (delete, self.deleting),
            "Restore": ([keys("Ctrl+E")], self.restoring),
        }
        self._deeds = {
            text: self._act(text, keys, partial(self._ask, signal) if signal else self.compare)
            for text, (keys, signal) in deeds.items()
        }
        self.show_place("live")

    def _act(self, text: str, keys: list[QKeySequence], what: Callable[[], None]) -> QAction:
        action = named_action(text, self)
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(what)
        self.addAction(action)
        return action

    # What is shown

    def show_place(self, place: Place) -> None:
        """Offer what can be done with the assessments of a place."""
        self.place = place
        for text, action in self._deeds.items():
            action.setVisible(text in DEEDS[place])
        self.setAccessibleDescription(HINTS[place])
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with as many as are marked."""
        several, pair = len(self.marked) > 1, self.pair is not None
        for text, action in self._deeds.items():
            fits = pair if several and text == COMPARE else not several
            action.setEnabled(text in DEEDS[self.place] and fits)
        said = COMPARE_TWO if pair else NOT_TWO if several else COMPARE
        self._deeds[COMPARE].setText(said)
        self.pair_marked.emit(pair and self._deeds[COMPARE].isEnabled())

    @property
    def current(self) -> Entry | None:
        """The assessment that is marked."""
        index = self.currentIndex()
        return self.found.entry(index.row()) if index.isValid() else None

    @property
    def marked(self) -> list[Entry]:
        """All that are marked."""
        return [self.found.entry(index.row()) for index in self.selectionModel().selectedRows()]

    @property
    def pair(self) -> tuple[Entry, Entry] | None:
        """The two that are marked, the earlier first, if they are two that can be compared."""
        marked = self.marked
        if len(marked) != 2 or marked[0].questionnaire_id != marked[1].questionnaire_id:
            return None
        first, second = sorted(marked, key=_when)
        return first, second

    def show_entries(self, entries: Sequence[Entry], select: str | None = None) -> None:
        """Show these, with the same one marked as before, or ``select``."""
        self.found.set_entries(entries)
        if select is not None:
            self.mark(select)

    def mark(self, assessment_id: str) -> bool:
        """Mark an assessment; whether it is among those that are shown."""
        row = self.found.row_of(assessment_id)
        if row is not None:
            self.mark_row(row)
        return row is not None

    def mark_row(self, row: int) -> None:
        """Mark the assessment in a row."""
        index = self.found.index(row, 0)
        if index.isValid():  # and nothing else, whichever keys are down just now
            only = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, only.ClearAndSelect | only.Rows)

    def sort_by(self, order: Sort) -> None:
        """Sort by a column."""
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        self.sortByColumn(order.column, down if order.falling else up)

    def _keep_mark(self) -> None:
        if self.current is not None:
            self._kept = (self.current.id, self.currentIndex().row())

    def _mark_again(self) -> None:
        kept, row = self._kept or ("", 0)
        if not self.mark(kept):
            self.mark_row(min(row, self.found.rowCount() - 1))
        self._offer()
        self._take_height()

    # What the person does

    def compare(self) -> None:
        """Ask for the two that are marked to be compared, or for one with what is chosen then."""
        if (pair := self.pair) is not None:
            self.compare_wanted.emit(pair[0].id, pair[1].id)
        elif self.current is not None:
            self.compare_wanted.emit("", self.current.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.visualRect(self.currentIndex()).center() if keyboard else event.pos()
        origin = self.viewport() if keyboard else self
        if not keyboard and not self.indexAt(self.viewport().mapFrom(self, place)).isValid():
            return
        if self.current is not None:
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(origin.mapToGlobal(place))

    def menu(self) -> QMenu:
        """What can be done with the marked assessment, and how the list is sorted."""
        menu = QMenu(self)
        for text in DEEDS[self.place]:
            if (
                self._deeds[text].isEnabled() or text == COMPARE
            ):  # which tells why it cannot be done
                menu.addAction(self._deeds[text])
        menu.addSeparator()
        sort = menu.addMenu("Sort by")
        for column, title in enumerate(TITLES):
            action = sort.addAction(title)
            action.setData(column)
        sort.triggered.connect(self._sort_by)
        return menu

    def _sort_by(self, action: QAction) -> None:
        column = int(action.data())
        self.sort_by(Sort(column, column in FALLING))

    def _open_index(self, _: QModelIndex) -> None:
        self._open_current()

    def _open_current(self) -> None:
        self._ask(self.restoring if self.place == "deleted" else self.opened)

    def _ask(self, signal: Any) -> None:
        if self.current is not None:
            signal.emit(self.current.id)

    # Sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = event.size().width()  # asked for by ``viewport()``, it takes Qt a while
        self._share_width()

    def _take_sizes(self) -> None:
        px = theme().px
        bold = QFont(self.font())
        bold.setPixelSize(px(15))
        bold.setWeight(QFont.Weight.DemiBold)
        self.found.set_font(bold)
        height = max(px(40), QFontMetrics(bold).height() + px(14))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)
        self._share_width()
        self._take_height()

    def _take_height(self) -> None:
        """No higher than its rows, and never less than three of them."""
        height = self.verticalHeader().defaultSectionSize()
        header = self.horizontalHeader().sizeHint().height()
        rows = max(self.found.rowCount(), 1)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setMinimumHeight(header + min(rows, 3) * height + bar)
        self.setMaximumHeight(header + rows * height + bar)
        self.updateGeometry()
        self.height_changed.emit(self.maximumHeight())

    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), min(self.maximumHeight(), theme().px(300)))

    def _share_width(self) -> None:
        widths = [theme().px(width) for width in WIDTHS]
        room = max(0, self._room - sum(widths))
        for column, (width, share) in enumerate(zip(widths, SHARES, strict=True)):
            self.setColumnWidth(column, width + int(room * share))


def _when(entry: Entry) -> tuple[date, datetime]:
    """For which meeting it was made, or else when."""
    return entry.board_date or entry.created_at.date(), entry.created_at
