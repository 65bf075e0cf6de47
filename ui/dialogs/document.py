"""One finished document that belongs to no assessment: seen, saved, printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from boardkit.documents.viewing import PdfPages
from boardkit.formats import Formats
from ui.announcing import announce
from ui.desk import Desk
from ui.documents.handling import DocumentHandling
from ui.theme import theme
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label
from ui.widgets.own_keys import Action, claims
from ui.widgets.preview import Preview

WIDTH, HEIGHT = 740, 900  # pixels at 100% text, where the screen has so many
_Key = QKeySequence.StandardKey


class DocumentDialog(QDialog):
    """Escape closes it; Ctrl+F, Ctrl+P and Ctrl+S do here what they do on the report page."""

    def __init__(
        self, desk: Desk, title: str, path: Path, pages: PdfPages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._path = path
        self._handling = DocumentHandling(desk, self)
        self.preview = Preview(desk.jobs, Formats(desk.locale))
        self._said = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.preview, 1)
        column.addWidget(self._made_foot())
        self._handling.said.connect(self._say)
        self._handling.printing.connect(self.preview.card.show_printing)
        self._handling.printed.connect(self.preview.card.show_nothing)
        self.preview.card.stop_wanted.connect(self._handling.stop_printing)
        self.preview.show_document(pages)

    def _made_foot(self) -> QWidget:
        foot, px = QWidget(), theme().px
        foot.setObjectName("bar")
        foot.setProperty("edge", "top")
        column = QVBoxLayout(foot)
        column.setContentsMargins(px(18), px(10), px(18), px(12))
        column.setSpacing(px(8))
        self._said.hide()
        column.addWidget(self._said)
        buttons = QWidget()
        buttons.setObjectName("canvas")
        row = FlowLayout(buttons, gap=8)
        for text, look, what in (
            ("Print…", "main", self.print),
            ("Save as PDF…", "", self.save),
            ("Open", "", self._open),
            ("Close", "", self.close),
        ):
            made = button(text, look)
            made.setDefault(look == "main")
            made.clicked.connect(what)
            row.addWidget(made)
        column.addWidget(buttons)
        return foot

    # What to do with it

    def print(self) -> None:
        """Print it through the system's dialog."""
        if self.preview.pages is not None:
            self._handling.ask_how_to_print(
                self.preview.pages, self._path.stem, self.preview.view.page
            )

    def save(self) -> None:
        """Let the person choose a place, and save it there."""
        target = self._handling.ask_where_to_save(self._path.name)
        if target is not None:
            self._handling.save(self._path, target)

    def _open(self) -> None:
        self._handling.open(self._path)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        announce(self, sentence)

    # Size and keys

    def showEvent(self, event: QShowEvent) -> None:
        screen, px = self.screen().availableGeometry(), theme().px
        self.resize(
            min(px(WIDTH), round(screen.width() * 0.94)),
            min(px(HEIGHT), round(screen.height() * 0.92)),
        )
        super().showEvent(event)
        self.preview.take_focus()

    def event(self, event: QEvent) -> bool:
        return claims(event, self._action) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action(event)
        if action is not None:
            action()
        else:
            super().keyPressEvent(event)

    def _action(self, event: QKeyEvent) -> Action | None:
        for key, action in (
            (_Key.Find, self.preview.open_search),
            (_Key.Print, self.print),
            (_Key.Save, self.save),
        ):
            if event.matches(key):
                return action
        return None
