"""The start page: what Boardkit is for, and the library."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from boardkit.errors import BoardkitError
from boardkit.library.entries import Entry, Place
from ui.desk import Desk
from ui.later import Later
from ui.shelving import Shelving
from ui.start_content import StartContent, is_read, read_content
from ui.theme import theme
from ui.widgets.canvas import scroll_area
from ui.widgets.labels import named_action
from ui.widgets.library_model import companies_of
from ui.widgets.start_part import StartPart
from ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from boardkit.library.listing import Listing
    from ui.dialogs.rename import RenameDialog
    from ui.headline_upkeep import HeadlineUpkeep
    from ui.jobs import Progress
    from ui.widgets.shelf import Shelf
    from ui.widgets.welcome import Welcome

NARROW = 880  # pixels at 100% below which things stand below each other
PAUSE = 30  # milliseconds from the first painting to what the page only needs later
FIRST = 100  # assessments that are shown before the whole list is read
QUESTION = "start/question"  # the setting that keeps what is asked, for the next start


class StartPage(QWidget):
    """A welcome while the library is empty; the library from then on."""

    opened = Signal(str)
    compare_wanted = Signal(str, str)
    milestones_wanted = Signal(str)
    next_wanted = Signal(str)
    file_wanted = Signal(object)
    example_wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._desk = desk
        self._shelving = Shelving(desk)
        self._parts: list[StartPart] = []
        self._content: StartContent | None = None
        self._place: Place = "live"
        self._entries: tuple[Entry, ...] = ()
        self._select: str | None = None
        self._reading: Later | None = None
        self._renaming: tuple[str, RenameDialog] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._stack = QStackedWidget()
        layout.addWidget(self._stack, 1)
        self.undo_bar = UndoBar()
        self.undo_bar.undo_wanted.connect(self.undo)
        self.undo_bar.dismissed.connect(self._forget)
        layout.addWidget(self.undo_bar)
        self._make_undo()
        self.reload()
        self._is_asked = is_read()
        if self._is_asked:
            self._take_content(read_content())

    def _make_undo(self) -> None:
        undo = named_action("Undo", self)
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        undo.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.triggered.connect(self.undo)
        self.addAction(undo)

    # Its two faces, each made when it is first shown

    @cached_property
    def welcome(self) -> Welcome:
        """What Boardkit will do, for somebody whose library is empty."""
        from ui.widgets.welcome import Welcome

        area = self._make_area()
        made = Welcome(self._desk, area)
        self._add(made, area)
        return made

    @cached_property
    def shelf(self) -> Shelf:
        """The list of assessments."""
        from ui.widgets.shelf import Shelf

        area = self._make_area()
        made = Shelf(self._desk, area)
        table = made.table
        table.opened.connect(self.opened)
        table.compare_wanted.connect(self.compare_wanted)
        table.milestones_wanted.connect(self.milestones_wanted)
        table.next_wanted.connect(self.next_wanted)
        table.renaming.connect(self.rename)
        table.duplicating.connect(self.duplicate)
        table.archiving.connect(self.archive)
        table.unarchiving.connect(self.unarchive)
        table.deleting.connect(self.delete)
        table.restoring.connect(self.restore)
        made.place_chosen.connect(self._change_place)
        self._add(made, area)
        return made

    def _make_area(self) -> QScrollArea:
        """In its place before there is anything in it.

        Whatever moves to another parent is styled anew, with all that is in it: a quarter of the time.
        """
        area = scroll_area(self._stack)
        self._stack.addWidget(area)
        return area

    def _add(self, part: StartPart, area: QScrollArea) -> None:
        part.new_wanted.connect(self.new_wanted)
        part.file_wanted.connect(self._want_file)
        part.example_wanted.connect(self.example_wanted)
        part.set_narrow(self._is_narrow())
        part.show_question(str(self._desk.settings.value(QUESTION, "")))
        if self._content is not None:
            part.show_content(self._content)
        self._parts.append(part)
        area.setWidget(part)

    # What is shown

    @property
    def complete(self) -> bool:
        """Whether the questionnaire and the examples have been read."""
        return self._content is not None

    def reload(self, select: str | None = None) -> None:
        """Read the library again, and mark one of its assessments."""
        listing = self._desk.listing
        try:
            counts = listing.counts()
            listed = bool(counts["live"] + counts["archived"]) or self._place != "live"
            entries = listing.list(self._place, FIRST) if listed else ()
        except BoardkitError as fault:
            self._tell(fault)
            return
        part: StartPart = self.shelf if listed else self.welcome
        if listed:
            self.shelf.show_counts(counts)
            self.shelf.show_entries(entries, companies_of(entries), select)
        self._stack.setCurrentIndex(self._parts.index(part))
        self.setFocusProxy(self.shelf.front if listed else self.welcome.main_button)
        self._entries, self._select = entries, select
        if len(entries) < counts[self._place]:
            self._read_all()
        elif self.complete:
            self._keep_up()

    def _read_all(self) -> None:
        """The rest of a long list, while its beginning is shown already."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = Later(self._desk.jobs, partial(read_all, self._desk.listing, self._place))
        self._reading.done.connect(self._take_all)
        self._reading.failed.connect(self._tell)
        self.destroyed.connect(self._reading.cancel)

    @Slot(object)
    def _take_all(self, read: tuple[tuple[Entry, ...], list[str]]) -> None:
        self._reading = None
        self._entries, companies = read
        self.shelf.show_entries(self._entries, companies, self._select)
        if self.complete:
            self._keep_up()

    @cached_property
    def _upkeep(self) -> HeadlineUpkeep:
        from ui.headline_upkeep import HeadlineUpkeep

        made = HeadlineUpkeep(self._desk, self)
        made.computed.connect(self.shelf.table.found.set_headlines)
        return made

    def _keep_up(self) -> None:
        if self._entries and self._place != "deleted":
            self._upkeep.take(self._entries)

    @Slot(str)
    def _change_place(self, place: Place) -> None:
        self._place = place
        self.reload()

    @Slot()
    def _read_content(self) -> None:
        reading = Later(self._desk.jobs, read_content)
        reading.done.connect(self._take_content)
        reading.failed.connect(self._tell)
        self.destroyed.connect(reading.cancel)

    @Slot(object)
    def _take_content(self, content: StartContent) -> None:
        self._content = content
        self._desk.settings.setValue(QUESTION, content.questionnaire.asks)
        for part in self._parts:
            part.show_question(content.questionnaire.asks)
            part.show_content(content)
        self._keep_up()

    @Slot(object)
    def _tell(self, fault: Exception) -> None:
        from ui.dialogs.error import tell

        tell(self.window(), fault)

    def _want_file(self) -> None:
        self.file_wanted.emit(None)

    # What the person does to the library

    def rename(self, assessment_id: str) -> None:
        """Ask for another name, and another period."""
        from ui.dialogs.rename import RenameDialog

        try:
            details = self._desk.library.assessment(assessment_id).details
        except BoardkitError as fault:
            self._tell(fault)
            return
        dialog = RenameDialog(details, self)
        dialog.accepted.connect(self._take_name)
        self._renaming = (assessment_id, dialog)
        dialog.open()

    def _take_name(self) -> None:
        assert self._renaming is not None
        assessment_id, dialog = self._renaming
        self._renaming = None
        before, after = dialog.before, dialog.details()
        if before != after:
            rename = partial(self._shelving.rename, assessment_id, before, after)
            self._do(rename, select=assessment_id)

    def duplicate(self, assessment_id: str) -> None:
        """A second one with the same answers, marked in the table."""
        self._do(partial(self._shelving.duplicate, assessment_id))

    def archive(self, assessment_id: str) -> None:
        """Put one aside; the bar below offers to take that back."""
        self._do(partial(self._shelving.archive, assessment_id))

    def unarchive(self, assessment_id: str) -> None:
        """Put an archived one back in use."""
        self._do(partial(self._shelving.unarchive, assessment_id))

    def restore(self, assessment_id: str) -> None:
        """Put a deleted one back where it was."""
        self._do(partial(self._shelving.restore, assessment_id))

    def delete(self, assessment_id: str) -> None:
        """Take one off the list; the bar below offers to put it back."""
        self._do(partial(self._shelving.delete, assessment_id))

    def undo(self) -> None:
        """Take back what was done last."""
        if self._shelving.sentence:
            self._do(self._shelving.undo)
            self.setFocus()

    def _do(self, change: Callable[[], str | None], select: str | None = None) -> None:
        """Change the library, say so, and mark what the change names."""
        try:
            select = change() or select
        except BoardkitError as fault:
            self._tell(fault)
        self.undo_bar.say(self._shelving.sentence)
        self.reload(select)

    def _forget(self) -> None:
        self._shelving.forget()
        self.undo_bar.say("")
        self.setFocus()

    def _is_narrow(self) -> bool:
        return self.width() < theme().px(NARROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_asked:
            self._is_asked = True
            QTimer.singleShot(PAUSE, self, self._read_content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for part in self._parts:
            part.set_narrow(self._is_narrow())
        super().resizeEvent(event)


def read_all(
    listing: Listing, place: Place, progress: Progress
) -> tuple[tuple[Entry, ...], list[str]]:
    """Every assessment of a place, and the companies they are of."""
    entries = listing.list(place)
    progress.check()
    return entries, companies_of(entries)
