"""A list of questions with their answers, to go through or to search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from boardkit.answer_texts import answer_lines
from boardkit.questions import Question
from ui.session import Session
from ui.theme import theme

NO_NOTES: Mapping[str, str] = MappingProxyType({})
QUESTION = Qt.ItemDataRole.UserRole


def said(session: Session, question: Question) -> str:
    """A question's answer on one line."""
    answer = session.reading.answer(question.id)
    if answer is None:
        return "Not answered yet"
    return "; ".join(answer_lines(question, answer, session.formats))


class QuestionList(QListWidget):
    """Enter or a click goes to the question."""

    chosen = Signal(str)
    marked = Signal(str)  # the keyboard is on it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setSpacing(theme().px(2))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Questions")
        self.itemActivated.connect(self._choose)
        self.itemClicked.connect(self._choose)
        self.currentItemChanged.connect(self._mark)

    def show_questions(
        self, session: Session, questions: Sequence[Question], notes: Mapping[str, str] = NO_NOTES
    ) -> None:
        """These questions, each with what was said to it, and what else is to be noted of it."""
        self.clear()
        for question in questions:
            answer = said(session, question)
            if len(answer) > 160:
                answer = answer[:159].rstrip() + "…"
            note = f"\n{notes[question.id]}" if question.id in notes else ""
            item = QListWidgetItem(f"{question.id}  {question.text}\n{answer}{note}")
            item.setData(QUESTION, question.id)
            self.addItem(item)
        if questions:
            self.setCurrentRow(0)

    def _mark(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.marked.emit(item.data(QUESTION))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(QUESTION))
