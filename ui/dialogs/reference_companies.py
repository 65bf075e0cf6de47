"""The reference companies, and what is public about each of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from boardkit.answer_texts import answer_lines
from boardkit.assessment import Answer
from boardkit.formats import Formats
from boardkit.questionnaire import Fact, Questionnaire
from boardkit.questions import Question
from boardkit.references import Reference
from ui.theme import theme
from ui.widgets.labels import button, label

OURS = (
    "Where a company stands on the map is our own placement: illustrative, not investment advice. "
    "What is not public is unknown, and scored so."
)


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
        row.setSpacing(px(14))
        self._list = QListWidget()
        self._list.setAccessibleName("Reference companies")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for reference in self._references:
            self._list.addItem(QListWidgetItem(reference.name))
        row.addWidget(self._list, 2)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("What is public")
        row.addWidget(self._scroll, 6)
        outer.addLayout(row, 1)
        close = button("Close", "main")
        close.clicked.connect(self.accept)
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._list.currentRowChanged.connect(self._show)
        if self._references:
            self._list.setCurrentRow(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        screen = self.screen().availableGeometry()
        width = min(theme().px(900), round(screen.width() * 0.92))
        self.resize(width, min(theme().px(640), round(screen.height() * 0.88)))
        self._list.setFocus()

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._references):
            self._scroll.setWidget(self._described(self._references[row]))

    def _described(self, reference: Reference) -> QWidget:
        px = theme().px
        canvas = QWidget()
        canvas.setObjectName("canvas")
        layout = QVBoxLayout(canvas)
        layout.setContentsMargins(px(4), 0, px(12), px(8))
        layout.setSpacing(px(6))
        profile = reference.profile
        layout.addWidget(label(reference.name, "heading"))
        counted = f"{reference.public} of {reference.asked} answers are public"
        layout.addWidget(label(f"{counted}; placed {reference.as_of}.", "muted"))
        layout.addWidget(label(profile.position))
        public, ours = self._answers(reference)
        self._add_part(layout, "Public answers", public)
        self._add_part(layout, "Ours, illustrative", ours)
        layout.addSpacing(px(8))
        layout.addWidget(label("Not public", "kicker"))
        layout.addWidget(label(profile.leave_blank))
        layout.addStretch(1)
        return canvas

    def _answers(
        self, reference: Reference
    ) -> tuple[list[tuple[Question, Answer]], list[tuple[Question, Answer]]]:
        """The answers that rest on published facts, and those that are our own."""
        public: list[tuple[Question, Answer]] = []
        ours: list[tuple[Question, Answer]] = []
        for question in self._questionnaire.questions:
            answer = reference.assessment.answers.get(question.id)
            if answer is not None and answer.is_answered:
                (public if answer.facts else ours).append((question, answer))
        return public, ours

    def _add_part(
        self, layout: QVBoxLayout, title: str, answers: Sequence[tuple[Question, Answer]]
    ) -> None:
        if not answers:
            return
        layout.addSpacing(theme().px(8))
        layout.addWidget(label(title, "kicker"))
        for question, answer in answers:
            layout.addWidget(label(f"{question.id} · {question.text}", "muted"))
            said = "; ".join(answer_lines(question, answer, self._formats))
            layout.addWidget(label(said, "subheading"))
            if answer.note:
                layout.addWidget(label(answer.note))
            for fact_id in answer.facts:
                layout.addWidget(label(_fact_text(self._questionnaire.fact(fact_id)), "small"))
            layout.addSpacing(theme().px(6))


def _fact_text(fact: Fact) -> str:
    return f"{fact.claim} {fact.source}, {fact.as_of} ({fact.id})."
