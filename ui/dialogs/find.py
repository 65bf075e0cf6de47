"""Finding a question by its number, or by words in it or in its answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from boardkit.questions import Question
from ui.searching import folded
from ui.session import Session
from ui.theme import theme
from ui.widgets.labels import label
from ui.widgets.question_list import QuestionList, said


def matching(session: Session, questions: tuple[Question, ...], words: str) -> tuple[Question, ...]:
    """The questions that hold every word; one whose number starts so comes first."""
    wanted = folded(words).split()
    if not wanted:
        return questions
    found = []
    for question in questions:
        answer = session.answer(question.id)
        note = answer.note if answer else ""
        text = folded(
            f"{question.id} {question.text} {question.short} {said(session, question)} {note}"
        )
        if all(word in text for word in wanted):
            found.append(question)
    found.sort(key=lambda q: not folded(q.id).startswith(wanted[0]))
    return tuple(found)


class FindDialog(QDialog):
    """Type, arrow down, Enter."""

    def __init__(
        self, session: Session, questions: tuple[Question, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Find a question")
        self.question_id: str | None = None
        self._session, self._questions = session, questions
        layout = QVBoxLayout(self)
        inset = theme().px(16)
        layout.setContentsMargins(inset, inset, inset, inset)
        layout.setSpacing(theme().px(8))
        self._words = QLineEdit()
        self._words.setPlaceholderText("A number such as B05, or words of a question or an answer")
        self._words.setAccessibleName("Find a question")
        self._words.setClearButtonEnabled(True)
        self._words.textEdited.connect(self._search)
        self._words.returnPressed.connect(self._take_current)
        layout.addWidget(self._words)
        self._list = QuestionList()
        self._list.chosen.connect(self._take)
        layout.addWidget(self._list, 1)
        self._count = label("", "small")
        layout.addWidget(self._count)
        self.resize(theme().px(640), theme().px(480))
        self._search("")

    def _search(self, words: str) -> None:
        found = matching(self._session, self._questions, words)
        self._list.show_questions(self._session, found)
        number = len(found)
        self._count.setText(
            "No question or answer holds these words."
            if not number
            else f"{number} question{'s' if number > 1 else ''}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._words.hasFocus():
            self._list.setFocus()
            return
        super().keyPressEvent(event)

    def _take_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._list.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _take(self, question_id: str) -> None:
        self.question_id = question_id
        self.accept()
