"""Making the pack: on which paper, how far it is, and what to do with it."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from boardkit.documents.rendering import SHEETS, Paper
from ui.theme import theme
from ui.widgets.choices import ChoiceList
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label
from ui.widgets.score_card import Card

PAPERS: tuple[Paper, ...] = get_args(Paper)
STEPS = 1000
IDLE = "It is made on this computer, in a few seconds. Nothing leaves it."
CHANGED = "The assessment has changed since this pack was made. Make it again before you send it."


class PackCard(Card):
    """Shows one of four states: nothing made, being made, made, failed."""

    paper_chosen = Signal(str)
    make_wanted = Signal()
    cancel_wanted = Signal()
    open_wanted = Signal()
    folder_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, paper: str) -> None:
        super().__init__("The pack")
        px = theme().px
        papers = QVBoxLayout()
        papers.setSpacing(px(4))
        papers.addWidget(label("Paper", "small"))
        self._paper = ChoiceList("Paper", [SHEETS[p].name for p in PAPERS], ["", ""], small=True)
        self._paper.show_chosen((PAPERS.index(paper),) if paper in PAPERS else (0,))
        self._paper.picked.connect(self._take_paper)
        papers.addWidget(self._paper)
        self.add(papers)
        self.add_gap(4)
        self._note = label("", "subheading")
        self.add(self._note)
        self._about = label("", "muted")
        self.add(self._about)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, STEPS)
        self._bar.setAccessibleName("How far the pack is")
        self.add(self._bar)
        self._warning = label(CHANGED, "fault")
        self.add(self._warning)
        buttons = QWidget()
        buttons.setObjectName("canvas")
        row = FlowLayout(buttons, gap=8)
        self._details = ""
        self._make = self._added(row, "Make the pack", self.make_wanted, "main")
        self._open = self._added(row, "Open", self.open_wanted, "main")
        self._save = self._added(row, "Save as…", self.save_wanted)
        self._folder = self._added(row, "Show in folder", self.folder_wanted)
        self._cancel = self._added(row, "Cancel", self.cancel_wanted)
        self._again = self._added(row, "Make it again", self.make_wanted)
        self._copy = button("Copy the technical part", tip="It holds no answers")
        self._copy.clicked.connect(self._copy_details)
        row.addWidget(self._copy)
        self.add(buttons)
        self.show_idle()

    @staticmethod
    def _added(row: FlowLayout, text: str, signal: SignalInstance, look: str = "") -> QPushButton:
        made = button(text, look)
        made.clicked.connect(signal)
        row.addWidget(made)
        return made

    # States

    def show_idle(self, note: str = "") -> None:
        """Nothing has been made."""
        self._show(self._make, note=note, about=IDLE)

    def show_making(self, share: float, what: str) -> None:
        """It is being made."""
        self._show(self._cancel, note="Making the pack", about=f"{what}…" if what else "")
        self._bar.show()
        self._bar.setValue(round(share * STEPS))
        self._bar.setAccessibleDescription(what)

    def show_made(self, about: str, *, changed: bool) -> None:
        """It is there; whether the assessment has changed since."""
        shown = [self._open, self._save, self._folder, self._again]
        self._show(*shown, note="The last pack" if changed else "The pack is ready", about=about)
        self._warning.setVisible(changed)
        self._again.setProperty("look", "main" if changed else "")
        self._open.setProperty("look", "" if changed else "main")
        for one in (self._again, self._open):
            one.style().unpolish(one)
            one.style().polish(one)

    def show_failed(self, fault: Exception) -> None:
        """It could not be made, and why."""
        self._details = "\n".join(getattr(fault, "__notes__", ()))
        self._show(self._again, note="The pack could not be made", about=str(fault))
        self._again.setText("Try again")
        self._copy.setVisible(bool(self._details))

    def show_note(self, text: str) -> None:
        """What came of opening or saving."""
        self._about.setText(text)

    def _show(self, *buttons: QPushButton, note: str, about: str) -> None:
        had_focus = any(one.hasFocus() for one in self._buttons())
        self._again.setText("Make it again")
        for one in self._buttons():
            one.setVisible(one in buttons)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._about.setText(about)
        self._warning.hide()
        self._bar.hide()
        making = self._cancel in buttons
        self._paper.setEnabled(not making)
        if had_focus and not any(one.hasFocus() for one in buttons):
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> tuple[QPushButton, ...]:
        named = (self._make, self._open, self._save, self._folder, self._cancel, self._again)
        return (*named, self._copy)

    # Inside

    def _take_paper(self, place: int) -> None:
        self.paper_chosen.emit(PAPERS[place])

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copy.setText("Copied")


def in_words(path: Path) -> str:
    """A file's name and size, for a person."""
    size = path.stat().st_size
    text = f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(size // 1000, 1)} kB"
    return f"{path.name}, {text}"
