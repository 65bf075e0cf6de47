"""The library as a table: one row an assessment, found by words, sorted by any column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from boardkit.library import Entry
from ui.moments import lately, short_day
from ui.searching import folded
from ui.theme import theme
from ui.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
COMPANY, PERIOD, BOARD, ANSWERED, CHANGED = range(5)
TITLES = ("Company", "Period", "Board date", "Answered", "Last changed")
WIDTHS = (220, 108, 126, 106, 150)  # the company takes what is left
INSET = 14  # beside the text of a cell
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

    def find(self, words: str) -> None:
        """Show only the rows that hold these words."""
        self._words = folded(words).split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        return self._model.holds(row, self._words)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Handed on."""
        self._model.sort(column, order)


class _Rows(QStyledItemDelegate):
    """Paints the cells: whole rows are marked, more strongly where the keyboard is."""

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        tones, px = theme().tones, theme().px
        self.initStyleOption(option, index)
        rect = option.rect
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.widget and option.widget.hasFocus())
        painter.save()
        if marked:
            painter.fillRect(rect, QColor(tones.accent_soft if focused else tones.sunken))
        painter.setPen(QColor(tones.hair))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if marked and focused and index.column() == COMPANY:
            painter.fillRect(rect.left(), rect.top(), px(4), rect.height(), QColor(tones.accent))
        inner = rect.adjusted(px(INSET), 0, -px(INSET), 0)
        text = option.fontMetrics.elidedText(
            option.text, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.setFont(option.font)
        quiet = index.column() == CHANGED and not marked
        painter.setPen(QColor(tones.muted if quiet else tones.ink))
        painter.drawText(inner, option.displayAlignment, text)
        painter.restore()


class LibraryTable(QTableView):
    """Asks, by its signals, for an assessment to be opened, renamed, duplicated or deleted."""

    opened = Signal(str)
    renaming = Signal(str)
    duplicating = Signal(str)
    deleting = Signal(str)
    height_changed = Signal(int)  # of all rows; more room is of no use

    def __init__(self, locale: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = LibraryModel(locale, self)
        self.found = LibraryFilter(self.entries, self)
        self.setModel(self.found)
        self.setItemDelegate(_Rows(self))
        self.setAccessibleName("Assessments")
        self.setAccessibleDescription(
            "Enter opens, F2 renames, Control D duplicates, Delete deletes."
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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
        self.found.modelReset.connect(self._take_height)
        self.found.layoutChanged.connect(self._take_height)
        self.found.rowsInserted.connect(self._take_height)
        self.found.rowsRemoved.connect(self._take_height)
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

    def _make_actions(self) -> None:
        delete = [QKeySequence(QKeySequence.StandardKey.Delete), QKeySequence("Ctrl+Backspace")]
        self._actions = [
            self._act("Open", [], self._open_current),
            self._act("Rename…", [QKeySequence("F2")], self._rename_current),
            self._act("Duplicate", [QKeySequence("Ctrl+D")], self._duplicate_current),
            self._act("Delete", delete, self._delete_current),
        ]

    def _act(self, text: str, keys: list[QKeySequence], what: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(what)
        self.addAction(action)
        return action

    # What is shown

    @property
    def current(self) -> Entry | None:
        """The assessment that is marked."""
        index = self.found.mapToSource(self.currentIndex())
        return self.entries.entry(index.row()) if index.isValid() else None

    def show_entries(self, entries: Sequence[Entry], select: str | None = None) -> None:
        """Show these, with the same one marked as before, or ``select``."""
        before, row = self.current, self.currentIndex().row()
        self.entries.set_entries(entries)
        wanted = select or (before.id if before else None)
        if wanted is None or not self.mark(wanted):
            self.mark_row(min(max(row, 0), self.found.rowCount() - 1))

    def mark(self, assessment_id: str) -> bool:
        """Mark an assessment; whether it is among those that are shown."""
        row = self.entries.row_of(assessment_id)
        index = self.found.mapFromSource(self.entries.index(-1 if row is None else row, 0))
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def mark_row(self, row: int) -> None:
        """Mark the assessment in a row."""
        index = self.found.index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)

    # What the person does

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
        menu.addActions(self._actions)
        menu.addSeparator()
        sort = menu.addMenu("Sort by")
        for column, title in enumerate(TITLES):
            action = sort.addAction(title)
            action.setData(column)
        sort.triggered.connect(self._sort_by)
        return menu

    def _sort_by(self, action: QAction) -> None:
        column = int(action.data())
        descending = column in (BOARD, ANSWERED, CHANGED)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, order)

    def _open_index(self, _: QModelIndex) -> None:
        self._open_current()

    def _open_current(self) -> None:
        self._ask(self.opened)

    def _rename_current(self) -> None:
        self._ask(self.renaming)

    def _duplicate_current(self) -> None:
        self._ask(self.duplicating)

    def _delete_current(self) -> None:
        self._ask(self.deleting)

    def _ask(self, signal: Any) -> None:
        if self.current is not None:
            signal.emit(self.current.id)

    # Sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _take_sizes(self) -> None:
        px = theme().px
        bold = QFont(self.font())
        bold.setPixelSize(px(15))
        bold.setWeight(QFont.Weight.DemiBold)
        self.entries.set_font(bold)
        height = max(px(40), QFontMetrics(bold).height() + px(14))
        self.setStyleSheet(
            "QTableView, QTableView:focus { border: none; background: transparent; }"
            f"QHeaderView::section {{ padding: {px(8)}px {px(INSET)}px; }}"
        )
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
        widths[COMPANY] = max(widths[COMPANY], self.viewport().width() - sum(widths[1:]))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
