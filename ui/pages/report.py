"""The report: what the pack will hold, what its cover says, and making it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from boardkit.documents.worker import PackRequest, RenderWorker
from boardkit.errors import CancelledRendering
from boardkit.exchange.atomic import write_atomically
from ui.desk import Desk
from ui.jobs import Progress
from ui.keeping_focus import keeping_focus
from ui.later import Later
from ui.outside import open_outside
from ui.pack_files import PackFiles, forget_old_packs, pack_name
from ui.pack_lines import PackLines
from ui.pack_making import PackMaking, under_way
from ui.session import Session
from ui.theme import theme
from ui.widgets.canvas import Canvas, scrolled
from ui.widgets.labels import label
from ui.widgets.lane import Lane
from ui.widgets.meeting_form import MeetingForm
from ui.widgets.pack_card import PackCard, in_words
from ui.widgets.score_card import Card

PAPER, FOLDER = "report/paper", "report/folder"
LETTER_COUNTRIES = ("US", "CA")
NO_PROGRAM = "No program on this computer opens it. Save it, and open it elsewhere."
GONE = "It is no longer there. Make it again."


class ReportPage(QWidget):
    """Making goes on in the background when the page is left, and is found again on return."""

    def __init__(
        self, desk: Desk, session: Session, worker: RenderWorker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._desk, self._session, self._worker = desk, session, worker
        self._files = PackFiles(session.assessment.id)
        self._making: PackMaking | None = None
        self._fault: Exception | None = None
        self._saved: Path | None = None
        self._stale = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._scroll = scrolled(Canvas())
        layout.addWidget(self._scroll)
        self._build()
        forget_old_packs()
        if (making := under_way(desk, session.assessment.id)) is not None:
            self._follow(making)
        session.changed.connect(self._redraw)
        theme().changed.connect(self._rebuild)

    # Building

    def _columns(self) -> int:
        return 2 if self.width() >= theme().px(860) else 1

    def _build(self) -> None:
        self._built_for = self._columns()
        px, wide = theme().px, self._built_for == 2
        canvas = Canvas()
        outer = QVBoxLayout(canvas)
        inset = px(34 if wide else 20)
        outer.setContentsMargins(inset, px(24), inset, px(34))
        outer.setSpacing(px(16))
        self._title = label("", "lead")
        head = Lane(gap=2)
        head.add(label("Board pack", "title"))
        head.add(self._title)
        outer.addWidget(head)
        meeting = Card("For the meeting", gap=10)
        self._form = MeetingForm(self._session, wide=self.width() >= px(520))
        meeting.add(self._form)
        self._card = self._made_card()
        left, row = Lane(), Lane(across=wide)
        left.add(meeting)
        left.add(self._card)
        left.end()
        self._right = Lane()
        row.add(left, 6)
        row.add(self._right, 5)
        outer.addWidget(row)
        outer.addStretch(1)
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self._scroll.setWidget(canvas)
        canvas.show()
        self._stale = True

    def _made_card(self) -> PackCard:
        card = PackCard(self._paper())
        card.paper_chosen.connect(self._take_paper)
        card.make_wanted.connect(self.make)
        card.cancel_wanted.connect(self.cancel)
        card.open_wanted.connect(self.open_pack)
        card.folder_wanted.connect(self.show_folder)
        card.save_wanted.connect(self.ask_where_to_save)
        return card

    def _rebuild(self) -> None:
        self._form.flush()
        with keeping_focus(self):
            self._build()
        self._redraw()

    # When to draw

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._worker.start()
        if self._built_for != self._columns():
            self._build()
        self._redraw()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._form.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and self._built_for != self._columns():
            self._rebuild()

    def _redraw(self) -> None:
        if not self.isVisible():
            return
        details = self._session.details
        named = (details.company, details.period)
        self._title.setText(", ".join(part for part in named if part))
        self._form.fill()
        self._show_contents()
        self._show_state()

    def _show_contents(self) -> None:
        self._right.clear()
        lines = PackLines(self._session)
        holds = Card("What it will hold", gap=8)
        for name, title in lines.pages():
            page = QVBoxLayout()
            page.setSpacing(0)
            page.addWidget(label(name, "subheading"))
            page.addWidget(label(title, "muted"))
            holds.add(page)
        says = Card("What it will say of itself", gap=8)
        for sentence in lines.warnings():
            says.add(label(sentence))
        self._right.add(says)
        self._right.add(holds)
        self._right.end()

    # Making

    def make(self) -> None:
        """Make the pack of the assessment as it stands."""
        self._form.flush()
        if self._making is not None:
            return
        self._fault = self._saved = None
        name = pack_name(self._session.details)
        assessment_id = self._session.assessment.id
        self._follow(PackMaking(self._desk, self._worker, assessment_id, self._request(), name))
        self._show_state()

    def cancel(self) -> None:
        """Stop making it."""
        if self._making is not None:
            self._making.cancel()

    def _follow(self, making: PackMaking) -> None:
        self._making = making
        making.moved.connect(self._show_progress)
        making.done.connect(self._finish)
        making.failed.connect(self._fail)
        making.cancelled.connect(self._stop)

    def _finish(self, path: Path) -> None:
        self._making = None
        self._show_state()

    def _fail(self, fault: Exception) -> None:
        self._making = None
        self._fault = None if isinstance(fault, CancelledRendering) else fault
        self._show_state()

    def _stop(self) -> None:
        self._making = None
        self._show_state(note="Cancelled")

    def _show_progress(self, share: float, what: str) -> None:
        if self._making is not None:
            self._card.show_making(share, what)

    def _show_state(self, note: str = "") -> None:
        if self._making is not None:
            self._card.show_making(self._making.share, self._making.what)
        elif self._fault is not None:
            self._card.show_failed(self._fault)
        elif (path := self._files.find(self._request().key)) is not None:
            self._card.show_made(in_words(path), changed=False)
        elif (path := self._files.latest()) is not None and not note:
            self._card.show_made(in_words(path), changed=True)
        else:
            self._card.show_idle(note)

    def _request(self) -> PackRequest:
        return PackRequest.of(
            self._session.questionnaire, self._session.assessment,
            paper=self._paper(), locale=self._desk.locale,
        )  # fmt: skip

    def _paper(self) -> str:
        country = self._desk.locale.replace("-", "_").rpartition("_")[2]
        usual = "letter" if country in LETTER_COUNTRIES else "a4"
        return str(self._desk.settings.value(PAPER, usual))

    def _take_paper(self, paper: str) -> None:
        self._desk.settings.setValue(PAPER, paper)
        self._fault = None
        self._show_state()

    # What to do with it

    def _pack(self) -> Path | None:
        """The pack that is offered, if it is still there."""
        path = self._files.find(self._request().key) or self._files.latest()
        if path is None:
            self._card.show_idle(GONE)
        return path

    def open_pack(self) -> None:
        """Open the pack with the program that the system has for PDF."""
        if (path := self._pack()) is not None and not open_outside(self._saved or path):
            self._card.show_note(NO_PROGRAM)

    def show_folder(self) -> None:
        """Show where the pack lies."""
        if (path := self._pack()) is not None:
            open_outside((self._saved or path).parent)

    def ask_where_to_save(self) -> None:
        """Let the person choose a place, and save the pack there."""
        path = self._pack()
        if path is None:
            return
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(str(self._desk.settings.value(FOLDER, usual)))
        name = pack_name(self._session.details)
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Save the board pack", str(folder / name), "PDF documents (*.pdf)"
        )
        if chosen:
            target = Path(chosen)
            self.save(path, target if target.suffix else target.with_suffix(".pdf"))

    def save(self, path: Path, target: Path) -> None:
        """Write the pack there, whole or not at all."""

        def work(progress: Progress) -> Path:
            write_atomically(target, path.read_bytes())
            return target

        later = Later(self._desk.jobs, work)
        later.done.connect(self._note_saved)
        later.failed.connect(self._note_unsaved)

    def _note_saved(self, target: Path) -> None:
        self._saved = target
        self._desk.settings.setValue(FOLDER, str(target.parent))
        self._card.show_note(f"Saved as {target.name} in {target.parent}.")

    def _note_unsaved(self, fault: Exception) -> None:
        self._card.show_note(str(fault))
