"""What stands on a question's card, from top to bottom."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import JsonValue
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from boardkit.assessment import Answer
from boardkit.questions import Question, TextQuestion
from ui.questions.carried import CarriedNote
from ui.questions.consequences import Consequences
from ui.questions.draft import Draft
from ui.questions.editors import editor_for
from ui.questions.states import States
from ui.session import Session
from ui.theme import theme
from ui.widgets.basis_picker import BasisPicker
from ui.widgets.evidence_list import EvidenceList
from ui.widgets.labels import button, card, label
from ui.widgets.note_box import NoteBox

OWN_FILES = (".boardkit", ".yaml", ".yml")
LOCKED = (
    "This answer was fixed when the scores were first shown, so that it could not be bent to fit "
    "them."
)
LOCKED_OPEN = (
    "The scores have been shown, so this can no longer be answered: it asks for the view held "
    "before them."
)
READ_ONLY = (
    "This is what was said then. It is to be read here; the assessment itself can be changed."
)
UNFINISHED = (
    "Kept as you typed it. It is no answer until it is complete; go on, and come back to it later."
)
UNFINISHED_CHANGE = (
    "Kept as you typed it. Until it is complete, the answer that you gave before counts."
)
WAITING = "Kept once there is an answer. If you have none yet, choose “Don’t know”."


class CardParts(QWidget):
    """Shows; what is done with it is the card's business."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__()
        self._question = question
        bases = session.questionnaire.methodology.basis
        px = theme().px
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(14))
        self._add_head(session, question)
        self.lock_box, lock = card("note", margin=10)
        self.lock_box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lock_text = label("")
        lock.addWidget(self._lock_text)
        self._layout.addWidget(self.lock_box)
        self.carried = CarriedNote()
        self._layout.addWidget(self.carried)
        self.editor = editor_for(question, session.formats, bases)
        self.basis = BasisPicker(bases)
        self.consequences = Consequences(question.id)
        self.states = States(may_not_apply=question.may_not_apply)
        self.evidence, self.note = EvidenceList(), NoteBox()
        self._failure, self._waiting = label("", "fault"), label(WAITING, "small")
        self._unfinished = label("", "small")
        self._failure.hide()
        for part in (
            self.editor, self._unfinished, self._failure, self.consequences, self.basis, self.states,
            self.evidence, self.note, self._waiting,
        ):  # fmt: skip
            self._layout.addWidget(part)
        self.setAcceptDrops(True)
        self._has_basis = not (self.editor.has_own_bases or isinstance(question, TextQuestion))
        self._bases = bases
        self._add_openers()

    def _add_head(self, session: Session, question: Question) -> None:
        head = QVBoxLayout()
        head.setSpacing(theme().px(10))
        head.addWidget(label(_place(session, question), "small"))
        text = label(question.text, "title")
        text.setAccessibleName(question.text)
        head.addWidget(text)
        if question.help:
            head.addWidget(label(question.help, "lead"))
        self._layout.addLayout(head)

    def _add_openers(self) -> None:
        self._open_evidence = button("+ Evidence", tip="A link, or a file to keep with the answer")
        self._open_evidence.setAccessibleName("Add evidence")
        self._open_evidence.clicked.connect(self._show_form)
        self._open_note = button("+ Note", tip="What to remember about this answer")
        self._open_note.setAccessibleName("Add a note")
        self._open_note.clicked.connect(self._show_note)
        self.evidence.emptied.connect(self._open_evidence.setFocus)
        self.states.add_right(self._open_evidence, self._open_note)

    def _show_form(self) -> None:
        self.evidence.show()
        self.evidence.open_form()

    def _show_note(self) -> None:
        self.note.show()
        self.note.take_focus()
        self._open_note.hide()

    def whole_around(self, widget: QWidget) -> QWidget | None:
        """What is to be seen together with a widget: the form that it is in, and what it says."""
        wholes = (self.basis, self.states, self.evidence, self.note)
        return next((whole for whole in wholes if whole.isAncestorOf(widget)), None)

    # A file dropped on the card is evidence, unless the window can open it

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()) and self.evidence.isEnabled():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for path in _dropped(event.mimeData()):
            self.evidence.take_file(path)

    # Filling

    def fill(self, answer: Answer | None, draft: Draft) -> None:
        """Show an answer and what goes with it; writes nothing."""
        self.editor.fill(answer if answer is not None and answer.is_answered else None)
        if draft.entered:
            self.editor.show_entered(draft.entered)
        self.editor.fill_companion(draft.companion)
        self.editor.show_fault("")
        self.basis.fill(draft.basis)
        self.states.fill(answer.reason if answer is not None else "")
        self.note.fill(draft.note)
        self.evidence.fill(draft.evidence)
        self.show_failure("")

    def draft(self, old: Draft) -> Draft:
        """What goes with the value, as it is shown."""
        return replace(
            old,
            basis=self.basis.basis,
            companion=self.editor.companion(),
            note=self.note.text(),
            evidence=self.evidence.evidence,
            entered=(),
        )

    def tell_unfinished(self, answer: Answer | None, draft: Draft) -> None:
        """Say, in a quiet sentence, that what is typed is kept though it is no answer yet."""
        self._unfinished.setText(UNFINISHED if answer is None else UNFINISHED_CHANGE)
        self._unfinished.setVisible(bool(draft.entered))
        self.states.clear.setEnabled(answer is not None or bool(draft.entered))

    def tell(self, answer: Answer | None, session: Session, draft: Draft) -> None:
        """How the question stands, and what follows from the answer."""
        state = answer.state if answer is not None else "answered"
        self.states.show_state(state, answered=answer is not None)
        self.tell_unfinished(answer, draft)
        self.basis.setVisible(self._has_basis and state == "answered")
        here = QApplication.focusWidget()
        noted = bool(self.note.text()) or (here is not None and self.note.isAncestorOf(here))
        self.note.setVisible(noted)
        waits = bool(draft.note or draft.companion or draft.evidence)
        self._waiting.setVisible(answer is None and waits)
        self._open_note.setVisible(not noted)
        self.evidence.setVisible(bool(self.evidence.evidence) or self.evidence.is_busy)
        self.carried.show_answer(self._question.id, answer, session)
        self.consequences.show_reading(session.reading, session.formats)

    def answer(self, state: str, draft: Draft, facts: tuple[str, ...]) -> Answer | None:
        """What is shown, as an answer in that state that cites these facts; None without a value.

        Raises AnswerError when the value cannot be read.
        """
        said = {"note": draft.note, "evidence": draft.evidence, "facts": facts}
        if state == "dont_know":
            return Answer(state="dont_know", **said)
        if state == "not_applicable":
            return Answer(state="not_applicable", reason=self.states.reason.text(), **said)
        value = self.editor.value()
        if value is None:
            return None
        bases, basis = self.editor.bases(), draft.basis
        if self.editor.has_own_bases:
            basis = self._weakest(bases, value)
        return Answer(value=value, basis=basis, bases=bases, companion=draft.companion, **said)

    def _weakest(self, bases: dict[str, str], value: JsonValue) -> str | None:
        """The basis of an answer whose values have their own, once every one has."""
        count = len(value) if isinstance(value, list | dict) else 0
        if len(bases) < count:
            return None
        return next((basis.id for basis in self._bases if basis.id in bases.values()), None)

    # What is wrong

    def show_fault(self, fault: str, state: str) -> None:
        """Say what is wrong with the value, or with the reason; nothing when all is right."""
        about_reason = state == "not_applicable"
        self.states.tell(fault if about_reason else "")
        self.editor.show_fault("" if about_reason else fault)

    def show_failure(self, failure: str) -> None:
        """Say that saving failed; nothing when it did not."""
        self._failure.setText(failure)
        self._failure.setVisible(bool(failure))

    def lock(self, locked: bool, *, answered: bool, read_only: bool) -> None:
        """Show but do not let answer, and say why; or let answer again."""
        self._lock_text.setText(READ_ONLY if read_only else LOCKED if answered else LOCKED_OPEN)
        self.lock_box.setAccessibleName(f"{self._question.text} {self._lock_text.text()}")
        self.lock_box.setVisible(locked)
        for part in (self.editor, self.basis, self.states, self.evidence, self.note):
            part.setEnabled(not locked)


def _dropped(data: QMimeData) -> list[str]:
    """The files among what is dropped; none when one of them is Boardkit's own."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return [] if any(Path(path).suffix.lower() in OWN_FILES for path in paths) else paths


def _place(session: Session, question: Question) -> str:
    """Where the question stands: its section, its number, and how many there are."""
    section = next(s for s in session.questionnaire.sections if question in s.questions)
    asked = {one.id for one in session.reading.asked()}
    ids = [one.id for one in section.questions if one.id in asked]
    if question.id not in ids:
        return f"{section.title} · {question.id} · not asked at the moment; an answer is kept"
    place = f"question {ids.index(question.id) + 1} of {len(ids)}"
    return f"{section.title} · {question.id} · {place}"
