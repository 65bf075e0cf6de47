"""The start page: what Boardkit is for, and the library."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boardkit.assessment import Details
from boardkit.errors import BoardkitError
from ui.desk import Desk
from ui.dialogs.error import tell
from ui.dialogs.rename import RenameDialog
from ui.start_content import StartContent, is_read, read_content
from ui.theme import theme
from ui.widgets.canvas import scrolled
from ui.widgets.shelf import Shelf
from ui.widgets.undo_bar import UndoBar, short_name
from ui.widgets.welcome import Welcome

NARROW = 880  # pixels at 100% below which things stand below each other


@dataclass(frozen=True)
class Done:
    """Something done to the library that can be undone."""

    sentence: str
    id: str
    before: Details | None = None  # of a renamed one
    made: bool = False  # whether it was made, and undoing takes it away


class StartPage(QWidget):
    """A welcome while the library is empty; the library from then on."""

    opened = Signal(str)
    file_wanted = Signal(object)
    example_wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._desk = desk
        self._done: list[Done] = []
        self._renaming: tuple[str, RenameDialog] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._stack = QStackedWidget()
        layout.addWidget(self._stack, 1)
        self.welcome = Welcome(desk)
        self.shelf = Shelf(desk)
        for part in (self.welcome, self.shelf):
            part.new_wanted.connect(self.new_wanted)
            part.file_wanted.connect(self._want_file)
            part.example_wanted.connect(self.example_wanted)
            self._stack.addWidget(scrolled(part))
        self._connect_table()
        self.undo_bar = UndoBar()
        self.undo_bar.undo_wanted.connect(self.undo)
        self.undo_bar.dismissed.connect(self._forget)
        layout.addWidget(self.undo_bar)
        self._make_undo()
        self._read_content()
        self.reload()

    def _connect_table(self) -> None:
        table = self.shelf.table
        table.opened.connect(self.opened)
        table.renaming.connect(self.rename)
        table.duplicating.connect(self.duplicate)
        table.deleting.connect(self.delete)

    def _make_undo(self) -> None:
        undo = QAction("Undo", self)
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        undo.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.triggered.connect(self.undo)
        self.addAction(undo)

    # What is shown

    def reload(self, select: str | None = None) -> None:
        """Read the library again, and mark one of its assessments."""
        try:
            entries = self._desk.library.list()
        except BoardkitError as fault:
            tell(self.window(), fault)
            return
        self.shelf.show_entries(entries, select)
        self._stack.setCurrentIndex(1 if entries else 0)
        self.setFocusProxy(self.shelf.table if entries else self.welcome.main_button)

    def _read_content(self) -> None:
        if is_read():
            self._show_content(read_content())
            return
        job = self._desk.jobs.run(read_content, self._show_content, self._tell)
        self.destroyed.connect(job.cancel)

    def _show_content(self, content: StartContent) -> None:
        self.welcome.show_content(content)
        self.shelf.show_content(content)

    def _tell(self, fault: Exception) -> None:
        tell(self.window(), fault)

    def _want_file(self) -> None:
        self.file_wanted.emit(None)

    # What the person does to the library

    def rename(self, assessment_id: str) -> None:
        """Ask for another name, and another period."""
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
        if before != after and self._revise(assessment_id, after):
            sentence = f"Renamed to {short_name(after.company, after.period)}."
            self._say(Done(sentence, assessment_id, before=before))
            self.reload(assessment_id)

    def _revise(self, assessment_id: str, details: Details) -> bool:
        try:
            self._desk.library.revise(assessment_id, details)
        except BoardkitError as fault:
            self._tell(fault)
            return False
        return True

    def duplicate(self, assessment_id: str) -> None:
        """A second one with the same answers, marked in the table."""
        try:
            details = self._desk.library.assessment(assessment_id).details
            copy = self._desk.library.duplicate(assessment_id, copied(details))
        except BoardkitError as fault:
            self._tell(fault)
            return
        name = short_name(copy.details.company, copy.details.period)
        self._say(Done(f"Made {name}.", copy.id, made=True))
        self.reload(copy.id)

    def delete(self, assessment_id: str) -> None:
        """Take one off the list; the bar below offers to put it back."""
        try:
            details = self._desk.library.assessment(assessment_id).details
            self._desk.library.delete(assessment_id)
        except BoardkitError as fault:
            self._tell(fault)
            return
        self._say(Done(f"Deleted {short_name(details.company, details.period)}.", assessment_id))
        self.reload()

    def undo(self) -> None:
        """Take back the last deletion, renaming or copy."""
        if not self._done:
            return
        last = self._done.pop()
        library = self._desk.library
        try:
            if last.before is not None:
                library.revise(last.id, last.before)
            elif last.made:
                library.delete(last.id)
            else:
                library.restore(last.id)
        except BoardkitError as fault:
            self._tell(fault)
        self.undo_bar.say(self._done[-1].sentence if self._done else "")
        self.reload(None if last.made else last.id)
        self.setFocus()

    def _say(self, done: Done) -> None:
        self._done.append(done)
        self.undo_bar.say(done.sentence)

    def _forget(self) -> None:
        self._done.clear()
        self.undo_bar.say("")
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < theme().px(NARROW)
        self.welcome.set_narrow(narrow)
        self.shelf.set_narrow(narrow)
        super().resizeEvent(event)


def copied(details: Details) -> Details:
    """The details of a copy, told apart by its period."""
    period = f"{details.period[:390]} (copy)".strip()
    return details.model_copy(update={"period": period})
