"""The library on the start page: the question, what to do next, and every assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from boardkit.library.entries import Entry, Place
from ui.desk import Desk
from ui.start_content import StartContent
from ui.tab_order import place_after
from ui.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.flow import FlowLayout
from ui.widgets.have_ready_button import HaveReadyButton
from ui.widgets.labels import button, card, label, named_action
from ui.widgets.library_filters import LibraryFilters
from ui.widgets.library_model import TITLES, Sort
from ui.widgets.library_table import COMPARE_TWO, LibraryTable
from ui.widgets.start_part import StartPart

if TYPE_CHECKING:
    from ui.widgets.beginning import Beginning
    from ui.widgets.none_found import NoneFound

SORT = "start/sort"  # the setting that remembers the order
_NOTHING: dict[Place, str] = {
    "live": "No assessment is in use. Those that were put aside are under “Archived”.",
    "archived": "No assessment is archived.",
    "deleted": "No assessment is deleted.",
}


class Shelf(StartPart):
    """A search box, filters, the buttons that begin something, and the table."""

    place_chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = desk.settings
        self._whole = 0
        self._none: NoneFound | None = None
        self._beginning: Beginning | None = None
        self._content: StartContent | None = None
        self._listed: frozenset[str] = frozenset()  # the ids of those in use
        px = theme().px
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(px(14))
        self._banner = Banner()
        self._banner.add(self._make_example_button())
        self._layout.addLayout(self._make_tools())
        self._frame, self._inside = card(margin=6)
        self._layout.addWidget(self._frame, 1)
        self.table = LibraryTable(desk.system_locale, self._frame)
        self._inside.addWidget(self.table)
        self.table.height_changed.connect(self._fit_frame)
        self._layout.addLayout(self._make_foot(desk))
        self._layout.addStretch(0)
        self._restore_sort()
        self.table.sorted_by_user.connect(self._keep_sort)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._tools.setDirection(down if narrow else across)
        self._banner.set_narrow(narrow)
        self._layout.removeWidget(self._banner)  # where there is little room the list comes first
        self._layout.insertWidget(self._layout.count() - 1 if narrow else 0, self._banner)
        side = theme().px(16 if narrow else 34)
        self._layout.setContentsMargins(side, theme().px(14 if narrow else 24), side, theme().px(8))

    def show_question(self, question: str) -> None:
        self._banner.set_text("The question for the board", question)

    def show_content(self, content: StartContent) -> None:
        self._menu.clear()
        for sample in content.samples:
            name = f"{sample.company}, {sample.title}".replace("&", "&&")
            action = self._menu.addAction(name)
            action.setData(sample.name)
        always = tuple(m.id for m in content.questionnaire.modules if m.always)
        self.have_ready.set_content(content.questionnaire, always)
        self._content = content
        self._tell_beginning()

    def show_counts(self, counts: Mapping[Place, int]) -> None:
        """How many assessments there are in each place."""
        self._whole = counts[self._filters.place]
        self._filters.show_counts(counts)
        self.table.show_place(self._filters.place)

    def show_entries(
        self, entries: Sequence[Entry], companies: Sequence[str], select: str | None = None
    ) -> None:
        """The assessments of the place that is shown, as far as they have been read."""
        if select is not None and any(entry.id == select for entry in entries):
            self._show_all()
        self.table.show_entries(entries, select)
        self._filters.show_companies(companies)
        self._tell_count()
        self._listed = frozenset(entry.id for entry in entries)
        self._tell_beginning()

    @property
    def place(self) -> Place:
        """Which assessments are shown: those in use, archived or deleted."""
        return self._filters.place

    @property
    def front(self) -> QWidget:
        """Where the keyboard goes first."""
        return self.table if self.table.found.rowCount() else self._search

    def focus_search(self) -> None:
        """Put the keyboard into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def search(self, words: str) -> None:
        """Show only the assessments that hold these words."""
        self._search.setText(words)
        self._find(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search box Down and Enter lead into the table, and Escape clears it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            into = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() in into and self.table.found.rowCount():
                self.table.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
        return super().eventFilter(watched, event)

    def _make_example_button(self) -> QWidget:
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._choose_example)
        made = button("Look at an example", "menu")
        made.setMenu(self._menu)
        return made

    def _make_tools(self) -> QBoxLayout:
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools.setSpacing(theme().px(10))
        self._search = QLineEdit()
        self._search.setPlaceholderText("Find a company or a period")
        self._search.setAccessibleName("Find an assessment")
        self._search.setAccessibleDescription("Control F comes here; Down goes to the list.")
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(theme().px(380))
        self._search.textChanged.connect(self._find)
        self._search.installEventFilter(self)
        self._tools.addWidget(self._search, 1)
        self._filters = LibraryFilters()
        self._filters.company_chosen.connect(self._show_company)
        self._filters.place_chosen.connect(self.place_chosen)
        self._tools.addWidget(self._filters)
        self._tools.addStretch(0)
        open_file = button("Open a file…")
        open_file.clicked.connect(self.file_wanted)
        new = button("New assessment", "main")
        new.clicked.connect(self.new_wanted)
        buttons = QWidget()
        buttons.setObjectName("canvas")
        flow = FlowLayout(buttons, gap=10)
        for made in (open_file, new):
            flow.addWidget(made)
        self._tools.addWidget(buttons)
        find = named_action("Find an assessment", self)
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(self.focus_search)
        self.addAction(find)
        return self._tools

    def _make_foot(self, desk: Desk) -> FlowLayout:
        foot = FlowLayout(gap=14)
        self._count = label("", "small", wrap=False)
        self.have_ready = HaveReadyButton(desk)
        self._pair = button(COMPARE_TWO)
        self._pair.clicked.connect(self.table.compare)
        self._pair.hide()
        self.table.pair_marked.connect(self._pair.setVisible)
        foot.addWidget(self._count)
        foot.addWidget(self._pair)
        foot.addWidget(self.have_ready)
        return foot

    def _tell_none(self, *, none: bool) -> None:
        """What stands in place of the table is made when there is nothing in it for the first time."""
        if none and self._none is None:
            from ui.widgets.none_found import NoneFound

            self._none = NoneFound()
            self._none.all_wanted.connect(self._clear)
            self._layout.insertWidget(self._layout.indexOf(self._frame) + 1, self._none)
            place_after(self.table, self._none.show_all)
        if self._none is not None:
            words = " ".join(self._search.text().split())
            said = f"No assessment holds “{words}”." if self._whole else _NOTHING[self.place]
            self._none.say(said, hidden=bool(self._whole))
            self._none.setVisible(none)

    def _tell_beginning(self) -> None:
        """Who has only looked at examples is told how to begin; the rest of a long list is on its way."""
        samples = {s.name for s in self._content.samples} if self._content is not None else set()
        only = self.place == "live" and bool(self._listed) and self._listed <= samples
        if only and self._beginning is None:
            from ui.widgets.beginning import Beginning

            self._beginning = Beginning()
            self._beginning.new_wanted.connect(self.new_wanted)
            self._layout.insertWidget(self._layout.indexOf(self._frame) + 1, self._beginning)
            place_after(self.table, self._beginning.begin)
        if self._beginning is not None:
            self._beginning.setVisible(only)
            if self._content is not None:
                self._beginning.show_time(self._content.time)

    def _fit_frame(self, height: int) -> None:
        margins = self._inside.contentsMargins()
        self._frame.setMaximumHeight(height + margins.top() + margins.bottom())

    def _choose_example(self, action: QAction) -> None:
        self.example_wanted.emit(str(action.data()))

    def _clear(self) -> None:
        self._show_all()
        self._search.setFocus()

    def _show_all(self) -> None:
        """Take back the search and the choice of a company."""
        self._search.clear()
        self._filters.show_all_companies()
        self.table.found.show_company("")

    def _find(self, words: str) -> None:
        self.table.found.search(words)
        self._tell_count()

    @Slot(str)
    def _show_company(self, company: str) -> None:
        self.table.found.show_company(company)
        self._tell_count()

    def _tell_count(self) -> None:
        shown, whole = self.table.found.rowCount(), self._whole
        if self.table.found.whole < whole and not self.table.found.narrowed:
            shown = whole  # the others are on their way
        self._tell_none(none=not shown)
        self._frame.setVisible(bool(shown))
        noun = "assessment" if whole == 1 else "assessments"
        self._count.setText(f"{whole} {noun}" if shown == whole else f"{shown} of {whole} {noun}")

    # The order is remembered

    def _restore_sort(self) -> None:
        column, _, way = str(self._settings.value(SORT, "")).partition(" ")
        if column.isdigit() and int(column) < len(TITLES):
            self.table.sort_by(Sort(int(column), way == "falling"))

    @Slot()
    def _keep_sort(self) -> None:
        order = self.table.found.order
        self._settings.setValue(SORT, f"{order.column} {'falling' if order.falling else 'rising'}")
