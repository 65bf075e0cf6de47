"""What backs an answer: links, files kept with the library, and where else it can be found."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from boardkit.assessment import Evidence
from ui.theme import theme
from ui.widgets.flow import FlowLayout
from ui.widgets.keys import is_enter
from ui.widgets.labels import button, card, label, set_look
from ui.widgets.number_field import TextField

LINE_LIMIT = 400  # characters that a title or a link can have
_SCHEMES = ("http", "https")


class EvidenceList(QWidget):
    """Shows the evidence of an answer; a form below adds to it.

    ``changed`` fires when the person added a link or removed something, ``file_chosen`` with a
    file's path and title, ``file_wanted`` with the place of the file that they want to look at,
    ``emptied`` when they removed the last piece, and the keyboard with it.
    """

    changed = Signal()
    file_chosen = Signal(str, str)
    file_wanted = Signal(int)
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: tuple[Evidence, ...] = ()
        self._dialog: QFileDialog | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(6))
        self._head = label("Evidence", "subheading")
        layout.addWidget(self._head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme().px(6))
        layout.addLayout(self._rows)
        self._form = self._made_form()
        layout.addWidget(self._form)
        self._said = label("", "fault")
        self._said.hide()
        layout.addWidget(self._said)
        self._openers, self._removers = QButtonGroup(self), QButtonGroup(self)
        self._openers.idClicked.connect(self._open)
        self._removers.idClicked.connect(self._remove)
        self.open_form(False)

    def _made_form(self) -> QFrame:
        frame, layout = card(margin=12)
        layout.addWidget(label("What it is", "small"))
        self.title = TextField("What the evidence is", characters=40)
        self.title.setPlaceholderText("Billing export, September 2026")
        layout.addWidget(self.title)
        layout.addWidget(label("Where it is: a web address, a folder, a person", "small"))
        self.link = TextField("Where the evidence is", characters=40)
        for field in (self.title, self.link):
            field.setMaxLength(LINE_LIMIT)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout.addWidget(self.link)
        holder = QWidget()
        buttons = FlowLayout(holder)
        for text, tip, slot in (
            ("Add", "Add this to the answer (Enter)", self.add),
            ("Choose a file…", "A copy of the file is kept with your library", self.choose_file),
            ("Close", "Add nothing", self.close_form),
        ):
            made = button(text, "quiet" if text == "Close" else "", tip=tip)
            made.clicked.connect(slot)
            buttons.addWidget(made)
        layout.addWidget(holder)
        return frame

    # Showing

    def fill(self, evidence: tuple[Evidence, ...]) -> None:
        """Show this evidence; emits nothing."""
        self._evidence = evidence
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for group in (self._openers, self._removers):
            for old in group.buttons():
                group.removeButton(old)
        for place, one in enumerate(evidence):
            made = self._made_row(place, one)
            self._rows.addWidget(made)
            made.show()  # at once, so that the keyboard can go there
        self._head.setVisible(bool(evidence) or self.form_open)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What is shown."""
        return self._evidence

    def _made_row(self, place: int, one: Evidence) -> QFrame:
        frame, layout = card(margin=10, gap=2)
        line = QHBoxLayout()
        line.setSpacing(theme().px(6))
        layout.addLayout(line)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label(one.title or one.link))
        under = "A file, kept with this library" if one.sha256 else one.link
        if under and under != one.title:
            texts.addWidget(label(under, "small"))
        line.addLayout(texts, 1)
        if one.sha256 or self._address(one) is not None:
            line.addWidget(self._made_button("Open", one, place, self._openers))
        line.addWidget(self._made_button("Remove", one, place, self._removers))
        return frame

    @staticmethod
    def _made_button(text: str, one: Evidence, place: int, group: QButtonGroup) -> QWidget:
        made = button(text, "link")
        made.setAccessibleName(f"{text} {one.title}")
        group.addButton(made, place)
        return made

    # Adding

    @property
    def is_busy(self) -> bool:
        """Whether something is being added, or was said about it."""
        return self.form_open or not self._said.isHidden()

    @property
    def form_open(self) -> bool:
        """Whether the form is shown."""
        return not self._form.isHidden()

    def open_form(self, wanted: bool = True) -> None:
        """Show or hide the form that adds evidence."""
        self._form.setVisible(wanted)
        self._head.setVisible(wanted or bool(self._evidence))
        if wanted:
            self.title.setFocus()

    def close_form(self) -> None:
        """Add nothing."""
        self._empty_form()
        self.open_form(False)

    def add(self) -> None:
        """Add what the form says."""
        title, link = self.title.text().strip(), self.link.text().strip()
        if not title and not link:
            self.tell("Say what the evidence is, or choose a file.", fault=True)
            self.title.setFocus()
            return
        self.close_form()
        self.take(Evidence(title=title or link, link=link, added=date.today()))

    def take(self, one: Evidence) -> None:
        """Add this on the person's behalf."""
        self.fill((*self._evidence, one))
        self.changed.emit()

    def choose_file(self) -> None:
        """Let the person choose a file to keep."""
        self._dialog = QFileDialog(self, "Choose a file to keep with the answer")
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._dialog.fileSelected.connect(self.take_file)
        self._dialog.finished.connect(self._dialog.deleteLater)
        self._dialog.open()

    def take_file(self, path: str) -> None:
        """Ask for a copy of this file to be kept, under the title in the form."""
        title = self.title.text().strip()
        self.close_form()
        self.file_chosen.emit(path, title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self._form.isAncestorOf(self.focusWidget()):
            self.add()
        else:
            super().keyPressEvent(event)

    def _empty_form(self) -> None:
        self.title.fill("")
        self.link.fill("")
        self.tell("")

    def tell(self, text: str, *, fault: bool = False) -> None:
        """Say how the copying of a file goes, or what is wrong."""
        set_look(self._said, "fault" if fault else "small")
        self._said.setText(text)
        self._said.setVisible(bool(text))
        if text:
            self.show()

    # What is there

    @staticmethod
    def _address(one: Evidence) -> QUrl | None:
        """The web address behind the evidence, when that is what its link is."""
        url = QUrl(one.link, QUrl.ParsingMode.StrictMode)
        return url if url.isValid() and url.scheme() in _SCHEMES and url.host() else None

    def _open(self, place: int) -> None:
        url = self._address(self._evidence[place])
        if self._evidence[place].sha256:
            self.file_wanted.emit(place)
        elif url is not None:
            QDesktopServices.openUrl(url)

    def _remove(self, place: int) -> None:
        self.fill(tuple(one for i, one in enumerate(self._evidence) if i != place))
        self.changed.emit()
        if self._evidence:
            self._removers.button(min(place, len(self._evidence) - 1)).setFocus()
        else:
            self.emptied.emit()
