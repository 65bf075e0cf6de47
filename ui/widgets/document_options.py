"""What is printed of an assessment: which document, on which paper, with what in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from boardkit.documents.pages import PAGES
from boardkit.documents.rendering import SHEETS
from boardkit.pack_options import Document, PackOptions, Paper, usual_paper
from ui.comparing import Comparing
from ui.desk import Desk
from ui.documents.pack_lines import PackLines
from ui.session import Session
from ui.theme import theme
from ui.widgets.canvas import Canvas, scrolled
from ui.widgets.choices import ChoiceList
from ui.widgets.labels import button, label
from ui.widgets.lane import Lane
from ui.widgets.logo_field import LogoField
from ui.widgets.meeting_form import MeetingForm


@dataclass(frozen=True)
class Kind:
    """A document as it is offered."""

    id: Document
    name: str
    about: str


KINDS = (
    Kind("board", "Board pack", "The pages that are read, with the answer first."),
    Kind(
        "full", "Full pack", "The board pack, then every answer, fact and source, and the method."
    ),
    Kind("one_page", "One page", "All of it on one page, to put on the table."),
    Kind(
        "blank",
        "Blank questionnaire",
        "The questions on paper, to hand out and fill in with a pen.",
    ),
)
COMPARISON = "Comparison report"
COMPARED = "What changed from {} to {}, and what made it."
NOT_COMPARED = "What changed between two states. Choose them on the page that compares."
PAPERS: tuple[Paper, ...] = tuple(SHEETS)  # type: ignore[arg-type]  # the mapping's keys
ATTACHED = (
    "Whoever gets the PDF can open the assessment in Boardkit, with every answer, note and name, "
    "and work the figures out again."
)
ATTACHED_BOTH = (
    "Whoever gets the PDF can open both assessments in Boardkit, with every answer, note and name, "
    "and work the figures out again."
)
NOT_ATTACHED = "The PDF holds what is printed and no more. Nobody can work the figures out from it."


class DocumentOptions(QWidget):
    """Each choice is saved with the assessment as it is made; filling writes nothing.

    A comparison is of two states, and no choice of either: it is offered, and saved nowhere.
    """

    compare_wanted = Signal()  # the states to compare are to be chosen
    comparison_toggled = Signal()  # it is the comparison that is wanted now, or no longer

    def __init__(
        self, desk: Desk, session: Session, comparing: Comparing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._comparing = desk, session, comparing
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._scroll = scrolled(Canvas())
        layout.addWidget(self._scroll)
        self._build()

    # Building

    def _build(self) -> None:
        px = theme().px
        canvas = Canvas()
        column = QVBoxLayout(canvas)
        column.setContentsMargins(px(18), px(16), px(18), px(18))
        column.setSpacing(px(18))
        self._document = _choices("Document", [*(kind.name for kind in KINDS), COMPARISON])
        self._document.picked.connect(self._take_document)
        self._about = label("", "small")
        self._compare = button("Choose what to compare", "link")
        self._compare.clicked.connect(self.compare_wanted)
        links = Lane(across=True)
        links.add_small(self._compare)
        self._paper = _choices("Paper", [SHEETS[paper].name for paper in PAPERS])
        self._paper.picked.connect(self._take_paper)
        self._boxes = {page.id: QCheckBox(page.name) for page in PAGES if not page.always}
        for box in self._boxes.values():
            box.clicked.connect(self._take_pages)
        self._pages = _group("Pages", *self._boxes.values())
        self._meeting_form = MeetingForm(self._session, wide=True)
        self._logo = LogoField(self._desk)
        self._logo.chosen.connect(self._take_logo)
        self._attach = QCheckBox("Attach the assessment")
        self._attach.clicked.connect(self._take_attach)
        self._attached = label("", "small")
        self._says = Lane(gap=6)
        self._dated = (
            _group("For the meeting", self._meeting_form),
            _group("Logo", self._logo),
            _group("What it will say of itself", self._says),
        )
        self._in_file = _group("In the file", self._attach, self._attached)
        column.addWidget(_group("Document", self._document, self._about, links))
        column.addWidget(_group("Paper", self._paper))
        for group in (self._pages, *self._dated[:-1], self._in_file, self._dated[-1]):
            column.addWidget(group)
        column.addStretch(1)
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        canvas.setEnabled(not self._session.read_only)  # a milestone prints as it was kept
        self._scroll.setWidget(canvas)
        canvas.show()

    def rebuild(self) -> None:
        """Make everything anew for another text size or theme."""
        self._build()

    def take_focus(self) -> bool:
        """Put the keyboard to the document that is chosen; whether anything can be chosen here."""
        if self._document.isEnabled():
            self._document.take_focus()
        return self._document.isEnabled()

    # Filling

    def fill(self) -> None:
        """Show the assessment as it is."""
        options = self._options
        kind = next(kind for kind in KINDS if kind.id == options.document)
        compared = self._comparing.in_report
        self._document.show_chosen((len(KINDS) if compared else KINDS.index(kind),))
        names = self._comparing.names()
        what = COMPARED.format(*names) if names is not None else NOT_COMPARED
        self._about.setText(what if compared else kind.about)
        self._compare.setVisible(compared)
        paper = options.paper or usual_paper(self._desk.locale)
        self._paper.show_chosen((PAPERS.index(paper),))
        for page in PAGES:
            if (box := self._boxes.get(page.id)) is not None:
                box.setChecked(page.id not in options.without)
                box.setVisible(options.document == "full" or not page.reference)
        self._pages.setVisible(options.is_pack and not compared)
        for group in self._dated:
            group.setVisible(options.document != "blank" and not compared)
        self._in_file.setVisible(options.document != "blank" or compared)
        self._meeting_form.fill()
        self._logo.fill(options.logo)
        self._attach.setChecked(options.attach)
        self._attach.setText("Attach both assessments" if compared else "Attach the assessment")
        attached = ATTACHED_BOTH if compared else ATTACHED
        self._attached.setText(attached if options.attach else NOT_ATTACHED)
        self._attach.setAccessibleDescription(self._attached.text())
        self._fill_warnings()

    def _fill_warnings(self) -> None:
        self._says.clear()
        for sentence in PackLines(self._session).warnings():
            self._says.add(label(sentence, "muted"))
        self._says.end()

    def flush(self) -> None:
        """Save what is typed and not left yet."""
        self._meeting_form.flush()

    # Taking

    @property
    def _options(self) -> PackOptions:
        return self._session.details.pack

    def _save(self, **changes: Any) -> None:
        options = PackOptions.model_validate({**self._options.model_dump(), **changes})
        self._session.revise(self._session.details.model_copy(update={"pack": options}))

    def _take_document(self, place: int) -> None:
        compared = place == len(KINDS)
        toggled = compared != self._comparing.in_report
        self._comparing.in_report = compared
        if not compared:
            self._save(document=KINDS[place].id)
        if toggled:
            self.comparison_toggled.emit()

    def _take_paper(self, place: int) -> None:
        self._save(paper=PAPERS[place])

    def _take_pages(self) -> None:
        out = [page for page, box in self._boxes.items() if not box.isChecked()]
        self._save(without=tuple(out))

    def _take_logo(self, sha256: str) -> None:
        self._save(logo=sha256)

    def _take_attach(self, attach: bool) -> None:
        self._save(attach=attach)


def _choices(name: str, texts: list[str]) -> ChoiceList:
    return ChoiceList(name, texts, [""] * len(texts), small=True)


def _group(title: str, *widgets: QWidget) -> QWidget:
    """Widgets under their common title."""
    group = Lane(gap=7)
    group.add(label(title, "kicker"))
    for widget in widgets:
        group.add(widget)
    return group
