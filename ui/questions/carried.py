"""The note on a question whose answer was carried over: from when it is, and one key to confirm it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from boardkit.assessment import Answer
from boardkit.following import aged_answer
from boardkit.following.wording import aged_sentence, carried_from
from ui.session import Session
from ui.theme import theme
from ui.widgets.keys import key_label, key_text
from ui.widgets.labels import button, label

CONFIRM_KEY = "Alt+C"


class CarriedNote(QFrame):
    """There while the answer is to be confirmed, or rests on something too old."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        px = theme().px
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(12), px(8), px(12), px(8))
        layout.setSpacing(px(8))
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        self._from, self._age = label("", "subheading"), label("", "fault")
        texts.addWidget(self._from)
        texts.addWidget(self._age)
        layout.addLayout(texts, 1)
        self._confirm = button(
            "Still so", "main", tip=f"Confirm this answer ({key_text(CONFIRM_KEY)})"
        )
        self._confirm.setAccessibleName("Confirm this answer")
        self._confirm.clicked.connect(self.wanted)
        layout.addWidget(self._confirm)
        self._key = key_label(CONFIRM_KEY)
        layout.addWidget(self._key)
        self.hide()

    def show_answer(self, question_id: str, answer: Answer | None, session: Session) -> None:
        """Say from when the answer is, and how old what backs it."""
        waiting = answer is not None and answer.to_confirm
        question = session.questionnaire.question(question_id)
        aged = aged_answer(session.reading, question, session.evidence_day)
        self._from.setText(_carried(answer, session) if answer is not None and waiting else "")
        self._from.setVisible(waiting)
        self._age.setText(aged_sentence(aged) if aged is not None else "")
        self._age.setVisible(aged is not None)
        for part in (self._confirm, self._key):
            part.setVisible(waiting and not session.read_only)
        self.setVisible(waiting or aged is not None)


def _carried(answer: Answer, session: Session) -> str:
    """“From Q3 2026: to be confirmed. Said by Ada on 3 August 2026.”"""
    follows = session.details.follows
    start = (
        "From last time" if follows is None else f"From {carried_from(follows, session.formats)}"
    )
    by = f" by {answer.author}" if answer.author else ""
    when = f" on {session.formats.day(answer.at)}" if answer.at is not None else ""
    said = f" Said{by}{when}." if by or when else ""
    return f"{start}: to be confirmed.{said}"
