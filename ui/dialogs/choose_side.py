"""Choosing what to compare with: type a few letters, arrow down, Enter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from ui.dialogs.base import PlainDialog
from ui.sides import Choice, Choices, Key, matching
from ui.theme import theme
from ui.widgets.labels import label

Index = QModelIndex | QPersistentModelIndex
LOWEST = 330  # pixels of the list, however large the text: so that nothing else scrolls
NOWHERE = QModelIndex()


class SideModel(QAbstractListModel):
    """The choices that were found, each group under its name; quick with thousands of them."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        self._rows: list[str | Choice] = []
        self._bold = QFont()
        self.search("")

    def search(self, wanted: str) -> int:
        """Show those that hold every word, and say how many."""
        self.beginResetModel()
        found = matching(self._choices.all, self._choices.words, wanted)
        self._rows, group = [], ""
        for one in found:
            if one.group != group:
                group = one.group
                self._rows.append(group)
            self._rows.append(one)
        self.endResetModel()
        return len(found)

    def choice(self, row: int) -> Choice | None:
        """What stands in a row; None for the name of a group."""
        there = self._rows[row] if 0 <= row < len(self._rows) else ""
        return there if isinstance(there, Choice) else None

    def row_of(self, key: Key | None) -> int:
        """Where something stands, or else the first that can be chosen."""
        rows = [place for place, one in enumerate(self._rows) if isinstance(one, Choice)]
        return next((r for r in rows if self._key(r) == key), rows[0] if rows else -1)

    def _key(self, row: int) -> Key | None:
        choice = self.choice(row)
        return choice.key if choice is not None else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.choice(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            if isinstance(one, str):
                return one
            return f"    {one.title}   –   {one.note}" if one.note else f"    {one.title}"
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(one, Choice):
            return f"{one.group}: {one.title}, {one.note}" if one.note else one.title
        if role == Qt.ItemDataRole.FontRole and isinstance(one, str):
            self._bold.setBold(True)
            return self._bold
        return None


class ChooseSideDialog(PlainDialog):
    """``chosen`` brings the key of what was chosen."""

    chosen = Signal(object)

    def __init__(
        self, question: str, choices: Choices, current: Key | None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(question, parent, width=640)
        self.body.addWidget(label(question, "heading"))
        self._words = QLineEdit()
        self._words.setPlaceholderText("A company, a quarter, a milestone")
        self._words.setAccessibleName(question)
        self._words.setClearButtonEnabled(True)
        self._words.textEdited.connect(self._search)
        self._words.returnPressed.connect(self._take_current)
        self.body.addWidget(self._words)
        self._model = SideModel(choices)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setUniformItemSizes(True)
        self._list.setSpacing(theme().px(2))
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName("What can be compared")
        self._list.setMinimumHeight(min(theme().px(330), LOWEST))
        names = (
            self._list.palette()
        )  # the names of the groups cannot be chosen, but are no less ink
        off = QPalette.ColorGroup.Disabled
        names.setColor(off, QPalette.ColorRole.Text, names.color(QPalette.ColorRole.Text))
        self._list.setPalette(names)
        self._list.activated.connect(self._take)
        self._list.clicked.connect(self._take)
        self.body.addWidget(self._list, 1)
        self._count = label("", "small")
        self.body.addWidget(self._count)
        self.foot.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.add_button("Choose", "main").clicked.connect(self._take_current)
        self._search("")
        self._go_to(self._model.row_of(current))
        self._words.setFocus()

    def _search(self, wanted: str) -> None:
        number = self._model.search(wanted)
        self._count.setText(
            "Nothing is called so." if not number else f"{number:,} to choose from."
        )
        self._go_to(self._model.row_of(None))

    def _go_to(self, row: int) -> None:
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._words.hasFocus():
            self._list.setFocus()
            return
        super().keyPressEvent(event)

    def _take_current(self) -> None:
        self._take(self._list.currentIndex())

    def _take(self, index: Index) -> None:
        choice = self._model.choice(index.row()) if index.isValid() else None
        if choice is not None:
            self.chosen.emit(choice.key)
            self.accept()
