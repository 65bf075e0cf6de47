"""What stands beside a question: the reasons for asking it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from boardkit.questionnaire import Fact
from boardkit.questions import QuestionBase
from ui.session import Session
from ui.theme import theme
from ui.widgets.labels import label

TRUST = {
    "high": "high confidence",
    "medium": "medium confidence",
    "low": "low confidence",
    "opinion": "an opinion",
}


class Reasons(QWidget):
    """Why the board asks a question, what proves its answer, and the facts on record.

    The labels stay from question to question: to make and style new ones takes longer than all else.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._session = session
        self._texts = pane_column(self)
        self._why = self._made_part("Why the board asks")
        self._proof = self._made_part("What proves it")
        self._on_record = label("On record", "kicker")
        self._texts.addWidget(self._on_record)
        self._facts: list[tuple[QLabel, QLabel]] = []
        self._texts.addStretch(1)

    def _made_part(self, title: str) -> tuple[QLabel, QLabel]:
        head, text = label(title, "kicker"), label("")
        text.setContentsMargins(0, 0, 0, theme().px(8))
        self._texts.addWidget(head)
        self._texts.addWidget(text)
        return head, text

    def show_question(self, question: QuestionBase) -> None:
        """Those of this question."""
        for (head, text), said in ((self._why, question.why), (self._proof, question.proof)):
            text.setText(said[:1].upper() + said[1:])
            head.setVisible(bool(said))
            text.setVisible(bool(said))
        facts = [self._session.questionnaire.fact(fact) for fact in question.facts]
        self._on_record.setVisible(bool(facts))
        while len(self._facts) < len(facts):
            self._facts.append(self._made_fact())
        for place, (claim, backing) in enumerate(self._facts):
            if place < len(facts):
                claim.setText(facts[place].claim)
                backing.setText(_backing(facts[place]))
            claim.setVisible(place < len(facts))
            backing.setVisible(place < len(facts))

    def _made_fact(self) -> tuple[QLabel, QLabel]:
        claim, backing = label(""), label("", "small")
        backing.setContentsMargins(0, 0, 0, theme().px(6))
        for one in (claim, backing):
            self._texts.insertWidget(self._texts.count() - 1, one)  # above what fills the rest
        return claim, backing


def pane_column(widget: QWidget) -> QVBoxLayout:
    """The one column of a part of the pane."""
    layout = QVBoxLayout(widget)
    inset = theme().px(18)
    layout.setContentsMargins(inset, theme().px(12), inset, theme().px(12))
    layout.setSpacing(theme().px(5))
    return layout


def _backing(fact: Fact) -> str:
    text = f"{fact.source}, {fact.as_of}; {TRUST[fact.confidence]} ({fact.id})."
    return f"{fact.note} {text}" if fact.note else text
