"""The milestones of the open assessment, newest first, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from boardkit.errors import BoardkitError
from boardkit.formats import Formats
from boardkit.library import Library, Milestone
from boardkit.scoring.headline_note import headline_text
from ui.dialogs.base import PlainDialog
from ui.dialogs.error import tell
from ui.dialogs.naming import NamingDialog
from ui.theme import theme
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label
from ui.widgets.undo_bar import UndoBar

Index = QModelIndex | QPersistentModelIndex
EDGE = 14  # pixels at 100% between an item's edge and its text, with some to spare
LOWEST = 290  # pixels of the list, however large the text: what can be done stays in view
KEY = Qt.ItemDataRole.UserRole
NONE = (
    "There are no milestones yet. Keep one when the board has met (Ctrl+M), so that the next quarter "
    "can be compared with it."
)


class Wrapped(QStyledItemDelegate):
    """As high as its lines need: Qt forgets, in counting them, that an item has edges."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shown = self.parent()
        assert isinstance(shown, QListWidget)
        edge = theme().px(EDGE)
        width = shown.viewport().width() - 2 * shown.spacing()
        room = QRect(0, 0, width - 2 * edge, 10_000)
        wrap = Qt.TextFlag.TextWordWrap
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        height = shown.fontMetrics().boundingRect(room, wrap, text).height()
        return QSize(width, height + edge)


class MilestonesDialog(PlainDialog):
    """Renames and removes by itself; asks the window for everything else."""

    changed = Signal()  # one of them was renamed, removed or put back
    open_wanted = Signal(object)
    restore_wanted = Signal(object)
    next_wanted = Signal(object)
    export_wanted = Signal(object)

    def __init__(
        self, library: Library, assessment_id: str, formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__("Milestones", parent, width=680)
        self._library, self._assessment_id, self._formats = library, assessment_id, formats
        self._removed: Milestone | None = None
        self._naming: NamingDialog | None = None
        self.body.addWidget(label("Milestones", "heading"))
        self._none = label(NONE, "muted")
        self.body.addWidget(self._none)
        self._list = QListWidget()
        self._list.setAccessibleName("Milestones")
        self._list.setWordWrap(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)  # or a wrapped line is cut off
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.setItemDelegate(Wrapped(self._list))
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setSpacing(theme().px(2))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMinimumHeight(min(theme().px(230), LOWEST))
        self._list.itemActivated.connect(self._open)
        self.body.addWidget(self._list, 1)
        self._undo = UndoBar()
        self._undo.undo_wanted.connect(self._bring_back)
        self._undo.dismissed.connect(self._forget)
        self.body.addWidget(self._undo)
        self._buttons = self._made_buttons()
        self.foot.addStretch(1)
        self.add_button("Close").clicked.connect(self.reject)
        self._open_button = self.add_button("Open", "main", tip="Look at it as it was (Enter)")
        self._open_button.clicked.connect(self._open)
        self._fill()
        self._list.setFocus()

    def _made_buttons(self) -> tuple[QPushButton, ...]:
        holder = QWidget()
        row = FlowLayout(holder, gap=6)
        ways: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (
                "Go back to it",
                "Make the assessment what it was then; this can be undone",
                self._restore,
            ),
            ("Next assessment from it…", "Carry its answers over to the next meeting", self._next),
            ("Export…", "Write it to a .boardkit file", self._export),
            ("Rename…", "Call it something else", self._rename),
            ("Remove", "Take it off this list; the answers stay in the history", self._remove),
        )
        made = []
        for text, tip, slot in ways:
            one = button(text, tip=tip)
            one.setAutoDefault(False)
            one.clicked.connect(slot)
            row.addWidget(one)
            made.append(one)
        self.body.addWidget(holder)
        return tuple(made)

    # Filling

    def _fill(self, current: str = "") -> None:
        found = tuple(reversed(self._library.milestones(self._assessment_id)))
        self._milestones = {milestone.id: milestone for milestone in found}
        self._list.clear()
        for milestone in found:
            item = QListWidgetItem(self._described(milestone))
            item.setData(KEY, milestone.id)
            self._list.addItem(item)
            if milestone.id == current:
                self._list.setCurrentItem(item)
        if found and self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        self._none.setVisible(not found)
        self._list.setVisible(bool(found))
        for one in (*self._buttons, self._open_button):
            one.setEnabled(bool(found))

    def _described(self, milestone: Milestone) -> str:
        by = f" by {milestone.author}" if milestone.author else ""
        when = f"{self._formats.day(milestone.at.astimezone())} {milestone.at.astimezone():%H:%M}"
        lines = [
            milestone.name,
            headline_text(milestone.headline, self._formats),
            f"Kept on {when}{by}, questionnaire version {milestone.questionnaire.version}",
        ]
        return "\n".join(line for line in lines if line)

    def _chosen(self) -> Milestone | None:
        item = self._list.currentItem()
        return None if item is None else self._milestones[item.data(KEY)]

    # What can be done

    def _open(self) -> None:
        self._ask(self.open_wanted)

    def _restore(self) -> None:
        self._ask(self.restore_wanted)

    def _next(self) -> None:
        self._ask(self.next_wanted)

    def _export(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.export_wanted.emit(chosen)

    def _ask(self, signal: SignalInstance) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            signal.emit(chosen)

    def _rename(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self._naming = NamingDialog("Rename the milestone", chosen.name, "Rename", parent=self)
        self._naming.accepted.connect(self._take_name)
        self._naming.open()

    def _take_name(self) -> None:
        chosen = self._chosen()
        if chosen is None or self._naming is None:
            return
        try:
            self._library.rename_milestone(self._assessment_id, chosen.id, self._naming.name)
        except BoardkitError as fault:
            tell(self, fault)
        self.changed.emit()
        self._fill(chosen.id)

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        try:
            self._library.remove_milestone(self._assessment_id, chosen.id)
        except BoardkitError as fault:
            tell(self, fault)
            return
        self._removed = chosen
        self._undo.say(f"“{chosen.name}” was removed. Its answers stay in the history.")
        self._fill()
        self.changed.emit()

    def _bring_back(self) -> None:
        if self._removed is not None:
            self._library.restore_milestone(self._assessment_id, self._removed.id)
            self._fill(self._removed.id)
            self.changed.emit()
        self._forget()

    def _forget(self) -> None:
        self._removed = None
        self._undo.say("")
        self._list.setFocus()
