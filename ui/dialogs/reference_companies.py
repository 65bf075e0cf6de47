"""The reference companies, and what is public about each of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from boardkit.answer_texts import answer_lines
from boardkit.assessment import Answer
from boardkit.formats import Formats
from boardkit.questionnaire import Fact, Questionnaire
from boardkit.questions import Question
from boardkit.reading import Reading
from boardkit.references import Reference
from ui.theme import theme
from ui.widgets.canvas import Canvas, scrolled
from ui.widgets.labels import button, label

OURS = (
    "Where a company stands on the map is our own placement: illustrative, not investment advice. "
    "What is not public is unknown, and scored so."
)
Said = Sequence[tuple[Question, Answer]]


class ReferenceCompaniesDialog(QDialog):
    """A list of companies, and beside it one company's public answers with facts and sources."""

    def __init__(
        self, questionnaire: Questionnaire, references: Sequence[Reference], formats: Formats,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle("Reference companies")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._questionnaire, self._formats = questionnaire, formats
        self._references = tuple(references)
        px = theme().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(18), px(18), px(18), px(14))
        outer.setSpacing(px(12))
        outer.addWidget(label(OURS, "muted"))
        row = QHBoxLayout()
        row.setSpacing(px(16))
        self._list = QListWidget()
        self._list.setAccessibleName("Reference companies")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._show)
        row.addWidget(self._list)
        self._scroll = scrolled(Canvas())
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to be read by keyboard
        self._scroll.setAccessibleName("What is public")
        row.addWidget(self._scroll, 1)
        outer.addLayout(row, 1)
        close = button("Close", "main")
        close.clicked.connect(self.accept)
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        screen = self.screen().availableGeometry()
        width = min(theme().px(900), round(screen.width() * 0.92))
        self.resize(width, min(theme().px(640), round(screen.height() * 0.88)))
        if not self._list.count():
            self._list.addItems([reference.name for reference in self._references])
            room = self._list.sizeHintForColumn(0) + theme().px(28)
            self._list.setFixedWidth(min(room, width // 3))
            self._list.setCurrentRow(0)
        self._list.setFocus()

    def show_company(self, name: str) -> None:
        """Go to one company."""
        for row, reference in enumerate(self._references):
            if reference.name == name:
                self._list.setCurrentRow(row)

    def _show(self, row: int) -> None:
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        if 0 <= row < len(self._references):
            described = self._described(self._references[row])
            self._scroll.setWidget(described)
            described.show()

    def _described(self, reference: Reference) -> Canvas:
        px = theme().px
        canvas = Canvas()
        layout = QVBoxLayout(canvas)
        layout.setContentsMargins(px(4), 0, px(12), px(8))
        layout.setSpacing(px(4))
        profile = reference.profile
        layout.addWidget(label(reference.name, "heading"))
        counted = f"{reference.public} of {reference.asked} answers are public"
        layout.addWidget(label(f"{counted}. Placed {reference.as_of}.", "muted"))
        layout.addWidget(label(profile.position))
        public, ours = self._answers(reference)
        self._add_part(layout, "Public answers", public)
        self._add_part(layout, "Ours, illustrative", ours)
        layout.addSpacing(px(8))
        layout.addWidget(label("Not public", "kicker"))
        layout.addWidget(label(profile.leave_blank))
        layout.addStretch(1)
        return canvas

    def _answers(self, reference: Reference) -> tuple[Said, Said]:
        """The answers that rest on published facts, and those that are our own."""
        reading = Reading(self._questionnaire, reference.assessment)
        said = [(question, reading.answer(question.id)) for question in reading.asked()]
        given = [(question, answer) for question, answer in said if answer and answer.is_answered]
        public = [(question, answer) for question, answer in given if answer.facts]
        return public, [(question, answer) for question, answer in given if not answer.facts]

    def _add_part(self, layout: QVBoxLayout, title: str, said: Said) -> None:
        if not said:
            return
        layout.addSpacing(theme().px(10))
        layout.addWidget(label(title, "kicker"))
        for question, answer in said:
            layout.addWidget(label(f"{question.id} · {question.text}", "muted"))
            given = "; ".join(answer_lines(question, answer, self._formats))
            layout.addWidget(label(given, "subheading"))
            if answer.note:
                layout.addWidget(label(answer.note))
            for fact_id in answer.facts:
                layout.addWidget(label(_fact_text(self._questionnaire.fact(fact_id)), "small"))
            layout.addSpacing(theme().px(8))


def _fact_text(fact: Fact) -> str:
    return f"{fact.claim} {fact.source}, {fact.as_of} ({fact.id})."
