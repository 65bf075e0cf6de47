"""What stands beside a question: the reasons for asking it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

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
    """Why the board asks a question, what proves its answer, and the facts on record."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._session = session
        self._texts = pane_column(self)

    def show_question(self, question: QuestionBase) -> None:
        """Those of this question."""
        while (item := self._texts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._part("Why the board asks", question.why)
        self._part("What proves it", question.proof)
        facts = [self._session.questionnaire.fact(fact) for fact in question.facts]
        if facts:
            self._texts.addWidget(label("On record", "kicker"))
        for fact in facts:
            self._texts.addWidget(label(fact.claim))
            self._texts.addWidget(label(_backing(fact), "small"))
            self._texts.addSpacing(theme().px(6))
        self._texts.addStretch(1)

    def _part(self, title: str, text: str) -> None:
        if text:
            self._texts.addWidget(label(title, "kicker"))
            self._texts.addWidget(label(text[:1].upper() + text[1:]))
            self._texts.addSpacing(theme().px(8))


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
