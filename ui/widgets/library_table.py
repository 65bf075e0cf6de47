"""The library as a table: one row an assessment, found by words, sorted by any column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
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
from ui.theme import theme
from ui.widgets.library_model import (
    ANSWERED,
    BOARD,
    CHANGED,
    COMPANY,
    TITLES,
    Index,
    LibraryFilter,
    LibraryModel,
)

WIDTHS = (220, 108, 126, 106, 150)  # the company takes what is left
INSET = 14  # beside the text of a cell


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
