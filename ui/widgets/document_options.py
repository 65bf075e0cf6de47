"""What a document holds and says: its paper, the meeting, and what it will admit of itself."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.documents.rendering import SHEETS
from boardkit.pack_options import Paper, usual_paper
from ui.desk import Desk
from ui.pack_lines import PackLines
from ui.session import Session
from ui.theme import theme
from ui.widgets.canvas import Canvas, scrolled
from ui.widgets.choices import ChoiceList
from ui.widgets.labels import label
from ui.widgets.lane import Lane
from ui.widgets.meeting_form import MeetingForm

PAPER = "report/paper"
PAPERS: tuple[Paper, ...] = get_args(Paper)


class DocumentOptions(QWidget):
    """Each choice is saved as it is made."""

    changed = Signal()

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._scroll = scrolled(Canvas())
        layout.addWidget(self._scroll)
        self._build()

    def _build(self) -> None:
        px = theme().px
        canvas = Canvas()
        column = QVBoxLayout(canvas)
        column.setContentsMargins(px(18), px(16), px(18), px(18))
        column.setSpacing(px(8))
        column.addWidget(label("Paper", "small"))
        self._paper = ChoiceList("Paper", [SHEETS[p].name for p in PAPERS], ["", ""], small=True)
        self._paper.picked.connect(self._take_paper)
        column.addWidget(self._paper)
        column.addSpacing(px(10))
        column.addWidget(label("For the meeting", "kicker"))
        self._meeting = MeetingForm(self._session, wide=True)
        column.addWidget(self._meeting)
        column.addSpacing(px(10))
        column.addWidget(label("What it will say of itself", "kicker"))
        self._says = Lane(gap=6)
        column.addWidget(self._says)
        column.addStretch(1)
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self._scroll.setWidget(canvas)
        canvas.show()

    def rebuild(self) -> None:
        """Make everything anew for another text size or theme."""
        self._build()

    @property
    def paper(self) -> str:
        """On which paper; that of the country until another is chosen."""
        return str(self._desk.settings.value(PAPER, usual_paper(self._desk.locale)))

    def fill(self) -> None:
        """Show the assessment as it is."""
        self._paper.show_chosen((PAPERS.index(self.paper),) if self.paper in PAPERS else (0,))
        self._meeting.fill()
        self._says.clear()
        for sentence in PackLines(self._session).warnings():
            self._says.add(label(sentence, "muted"))
        self._says.end()

    def flush(self) -> None:
        """Save what is typed and not left yet."""
        self._meeting.flush()

    def _take_paper(self, place: int) -> None:
        self._desk.settings.setValue(PAPER, PAPERS[place])
        self.changed.emit()
