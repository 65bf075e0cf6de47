"""What stands beside a question: the reasons for asking it."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.english import sentence
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
        self._column = PaneColumn(self)
        self._why = Part("Why the board asks")
        self._proof = Part("What proves it")
        self._on_record = label("On record", "kicker")
        for one in (self._why, self._proof, self._on_record):
            self._column.addWidget(one)
        self._facts: list[Part] = []
        self._column.addStretch(1)

    def show_question(self, question: QuestionBase) -> None:
        """Those of this question."""
        for part, text in ((self._why, question.why), (self._proof, question.proof)):
            part.show_texts(sentence(text))
        facts = [self._session.questionnaire.fact(fact) for fact in question.facts]
        self._on_record.setVisible(bool(facts))
        while len(self._facts) < len(facts):
            self._facts.append(Part())
            self._column.insertWidget(self._column.count() - 1, self._facts[-1])
        for part, fact in zip_longest(self._facts, facts):
            part.show_texts(*((fact.claim, _backing(fact)) if fact is not None else ("", "")))
        # Left to itself, what scrolls this would learn of its new height a frame too late.
        for column in (
            *(part.column for part in (self._why, self._proof, *self._facts)),
            self._column,
        ):
            column.activate()


class Part(QWidget):
    """A title, a text and what backs it, each only where there is one, and some air below."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.column = PaneColumn(self, (0, 0, 0, 8))
        if title:
            self.column.addWidget(label(title, "kicker"))
        self._text, self._backing = label(""), label("", "small")
        self.column.addWidget(self._text)
        self.column.addWidget(self._backing)

    def show_texts(self, text: str, backing: str = "") -> None:
        """Show these; without a text, nothing at all."""
        self._text.setText(text)
        self._backing.setText(backing)
        self._backing.setVisible(bool(backing))
        self.setVisible(bool(text))


class PaneColumn(QVBoxLayout):
    """The one column of a part of the pane; its margins grow with the text."""

    def __init__(
        self, widget: QWidget, margins: tuple[int, int, int, int] = (18, 12, 18, 12)
    ) -> None:
        super().__init__(widget)
        self._margins = margins
        self._space()
        theme().changed.connect(self._space)

    def _space(self) -> None:
        left, top, right, bottom = (round(theme().scale * pixels) for pixels in self._margins)
        self.setContentsMargins(left, top, right, bottom)
        self.setSpacing(theme().px(5))


def _backing(fact: Fact) -> str:
    text = f"{fact.source}, {fact.as_of}; {TRUST[fact.confidence]} ({fact.id})."
    return f"{fact.note} {text}" if fact.note else text
