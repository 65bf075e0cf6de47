"""The card that holds one question: it saves what is said as it is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from boardkit.assessment import Answer
from boardkit.errors import AnswerError, LibraryError
from boardkit.following import confirmed, still_to_confirm
from boardkit.questions import Question, SingleQuestion
from ui.desk import Desk
from ui.questions.card_parts import CardParts
from ui.questions.carried import CONFIRM_KEY
from ui.questions.draft import Draft
from ui.questions.keeping import Keeping, look_at
from ui.questions.states import DONT_KNOW_KEY, NOT_APPLICABLE_KEY
from ui.session import Session
from ui.theme import theme
from ui.widgets.keys import is_enter
from ui.widgets.scrolling import bring_into_view

REST = 1000  # milliseconds without a key after which what is typed is saved
WIDEST = 860  # pixels at 100% text: longer lines are hard to read
UNFIT = "That cannot be kept: it is longer than an answer can hold, or holds half a character."
ALWAYS_APPLIES = (
    "This question applies to every company. If you have no answer, choose “Don’t know”."
)


class QuestionCard(QWidget):
    """One question with everything that is said about it.

    ``done`` asks for the next question, ``question_wanted`` for a certain one; ``confirmed`` says
    that an answer carried over was said again. Filling never writes: only what the person does is
    given to the session.
    """

    done = Signal()
    confirmed = Signal()
    question_wanted = Signal(str)

    def __init__(
        self, desk: Desk, session: Session, question_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session
        self.question: Question = session.questionnaire.question(question_id)
        self._draft = Draft()
        self._state = "answered"
        self._seen: Answer | None = None  # the answer as it was last shown or saved
        self._pending = self._saving = self._locked = self._behind = False
        self._warned = False  # that what is typed is no answer, and nothing was typed since
        self._said = False  # whether the person has said anything but a note, or a file
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._save_quietly)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._bring_focus_into_view)
        self._scale, self._formats = theme().scale, session.formats
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._build()
        self._add_shortcuts()
        session.changed.connect(self._follow)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)
        theme().changed.connect(self._rescale)

    # Building

    def _build(self) -> None:
        self.setMaximumWidth(theme().px(WIDEST))
        self.parts = parts = CardParts(self._session, self.question)
        self._layout.addWidget(parts)
        parts.editor.edited.connect(self._take_value)
        parts.editor.typed.connect(self._take_typing)
        parts.editor.settled.connect(self._go_to_basis)
        parts.basis.picked.connect(self._take_basis)
        parts.states.chosen.connect(self._take_state)
        parts.states.cleared.connect(self.clear_answer)
        parts.states.typed.connect(self._start_rest)
        parts.states.left.connect(self._save_loudly)
        parts.note.typed.connect(self._start_rest)
        parts.note.left.connect(self._save_quietly)
        parts.evidence.changed.connect(self._save_at_once)
        parts.evidence.file_chosen.connect(self.keep_file)
        parts.evidence.file_wanted.connect(self._open_file)
        parts.carried.wanted.connect(self.confirm)
        parts.consequences.question_wanted.connect(self.question_wanted)
        self._refill()

    def _add_shortcuts(self) -> None:
        for keys, slot in (
            (DONT_KNOW_KEY, self._press_dont_know),
            (NOT_APPLICABLE_KEY, self._press_not_applicable),
            (CONFIRM_KEY, self.confirm),
            ("Ctrl+Return", self._finish),
            ("Ctrl+Enter", self._finish),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)

    # Showing

    def take_focus(self) -> None:
        """Put the keyboard where answering starts."""
        if self._locked:
            self.parts.lock_box.setFocus()
        else:
            self.parts.editor.take_focus()

    def _refill(self) -> None:
        """Show the answer as the session has it; writes nothing."""
        answer = self._session.answer(self.question.id)
        waiting = self._session.drafts.get(self.question.id, Draft())
        self._seen = answer
        self._draft = waiting if answer is None or waiting.entered else Draft.of(answer)
        self._state = answer.state if answer else "answered"
        self._pending = self._said = self._warned = False
        self._rest.stop()
        self.parts.fill(answer, self._draft)
        self._tell()

    def _follow(self) -> None:
        """The session changed: by undo, about another question, or by this card's own doing."""
        if self._saving:
            return  # it is told when it is done
        self._behind = True
        if self.isVisible():
            self.catch_up()

    def catch_up(self) -> None:
        """Show what has changed in the session since this card last looked; while hidden it waits."""
        if not self._behind:
            return
        self._behind = False
        if self._session.formats != self._formats:
            self._formats = self._session.formats
            self._rebuild()
        elif self._session.answer(self.question.id) != self._seen:
            self._forget_entered()
            self._refill()
        else:
            self._tell()

    def _forget_entered(self) -> None:
        """Another answer than the one that was being changed, as after undo: that one is shown."""
        answer, seen = self._session.answer(self.question.id), self._seen
        if answer is None or seen is None or answer.value != seen.value:
            waiting = self._session.drafts.pop(self.question.id, Draft())
            if (rest := replace(waiting, entered=())) != Draft():
                self._session.drafts[self.question.id] = rest

    def _tell(self) -> None:
        """What goes with the answer, and follows from it."""
        answer = self._session.answer(self.question.id)
        self.parts.tell(answer, self._session, self._draft)
        self._lock()

    def _lock(self) -> None:
        question = self.question
        may_lock = isinstance(question, SingleQuestion) and question.locked_after_scores
        session = self._session
        self._locked = session.read_only or (may_lock and session.scores_seen)
        answered = session.answer(question.id) is not None
        self.parts.lock(self._locked, answered=answered, read_only=session.read_only)

    def _rescale(self) -> None:
        if theme().scale != self._scale:
            self._scale = theme().scale
            self._rebuild()

    def _rebuild(self) -> None:
        """Everything again, in the new sizes or the new currency."""
        focused = self.isAncestorOf(QApplication.focusWidget() or self)
        self.flush()
        old = self.parts
        self._layout.removeWidget(old)
        self._build()
        old.hide()
        old.deleteLater()
        if focused:
            self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()  # what was opened may have pushed the keyboard out of sight

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()
        self._lock()  # the scores may have been looked at in the meantime

    # What the person does

    def _take_value(self) -> None:
        self._answer_by_value()
        self._save(loud=not self._in_editor())

    def _take_typing(self) -> None:
        self._answer_by_value()
        self._start_rest()

    def _answer_by_value(self) -> None:
        self._state, self._pending, self._said = "answered", True, True
        self.parts.states.close_reason()

    def _start_rest(self) -> None:
        self._pending, self._warned = True, False
        self._rest.start()

    def _take_basis(self) -> None:
        self._answer_by_value()
        self._save(loud=False)

    def _take_state(self, state: str) -> None:
        if not state:  # it was to be not applicable, but no reason was given
            self._state = self._seen.state if self._seen is not None else "answered"
            self._pending = self._said = False
            self._tell()
            return
        again = self._state == state == "dont_know" and self._seen is not None
        self._state = "answered" if again else state
        self._pending = self._said = True
        self._warned = False
        if state == "not_applicable" and not self.parts.states.reason.text().strip():
            return  # it is saved with its reason, and missed when one goes on without
        self.parts.editor.fill(None)
        if self._save(loud=True):
            self._refill()

    def confirm(self) -> None:
        """Say the answer that was carried over again, as it is."""
        answer = self._session.answer(self.question.id)
        if self._session.read_only or answer is None or not answer.to_confirm:
            return
        if self._said and not self.flush():
            return
        answer = self._session.answer(self.question.id)
        if answer is None or not answer.to_confirm or self._give(confirmed(answer)):
            self.confirmed.emit()

    def clear_answer(self) -> None:
        """Take back the answer and all that goes with it; undo brings it back."""
        self._session.drafts.pop(self.question.id, None)
        if self._give(None):
            self._refill()
            self.take_focus()

    def keep_file(self, path: str, title: str = "") -> None:
        """Copy a file into the library as evidence for this answer."""
        keeping = Keeping(self._desk, self._session, self.question.id, self.parts.evidence)
        keeping.start(Path(path), title)

    def _open_file(self, place: int) -> None:
        fault = look_at(self._desk, self.parts.evidence.evidence[place])
        self.parts.evidence.tell(fault, fault=True)

    def _press_dont_know(self) -> None:
        if not self._locked:
            self.parts.states.choose_dont_know()

    def _press_not_applicable(self) -> None:
        if self._locked:
            return
        if self.question.may_not_apply:
            self.parts.states.choose_not_applicable()
        else:
            self.parts.show_failure(ALWAYS_APPLIES)

    # Saving

    def flush(self) -> bool:
        """Save what is pending; whether everything that was said is saved now."""
        return self._save(loud=True) if self._pending else True

    def may_leave(self) -> bool:
        """Whether to go on: at once when all is saved, else once the person was told what is not.

        Whatever is typed is kept either way.
        """
        if self.flush():
            return True
        warned, self._warned = self._warned, True
        return warned

    def _save_at_once(self) -> None:
        self._pending = True
        self._save(loud=False)

    def _save_loudly(self) -> None:
        if self._pending:
            self._save(loud=True)

    def _save_quietly(self) -> None:
        if self._pending:
            self._save(loud=False)

    def _save(self, *, loud: bool) -> bool:
        """Give the session what is shown. Loud: say what is wrong, for the person is finished."""
        self._rest.stop()
        if self._locked:
            return True
        self._draft = self.parts.draft(self._draft)
        try:
            old = self._session.answer(self.question.id)
            facts = self._session.questionnaire.known_facts(old.facts) if old is not None else ()
            answer = self.parts.answer(self._state, self._draft, facts)
            if answer is not None and not self._said:
                answer = still_to_confirm(old, answer)
        except AnswerError as fault:
            return self._refuse(fault.told(self._session.formats), loud)
        except ValidationError:
            return self._refuse(UNFIT, loud)
        self._session.drafts.pop(self.question.id, None)
        if answer is None and self._draft != Draft():
            self._session.drafts[self.question.id] = self._draft
        return self._give(answer, loud)

    def _give(self, answer: Answer | None, loud: bool = True) -> bool:
        self._saving = True
        try:
            self._session.give(self.question.id, answer)
        except AnswerError as fault:
            return self._refuse(fault.told(self._session.formats), loud)
        except LibraryError as fault:
            self._pending = True
            self.parts.show_failure(str(fault))
            return False
        finally:
            self._saving = False
        self._pending = self._said = False
        self._seen = self._session.answer(self.question.id)
        self.parts.show_failure("")
        self.parts.show_fault("", self._state)
        self._tell()
        return True

    def _refuse(self, fault: str, loud: bool) -> bool:
        self._pending = True
        if self._state == "answered" and (entered := self.parts.editor.entered()):
            self._draft = replace(self._draft, entered=entered)
            self._session.drafts[self.question.id] = self._draft
            self.parts.tell_unfinished(self._seen, self._draft)
        if loud:
            self.parts.show_fault(fault, self._state)
        return False

    # Going on

    def _in_editor(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.parts.editor.isAncestorOf(here)

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        """Whoever leaves the editor has finished with the value, complete or not."""
        if not self.isVisible():
            return
        self._soon.start()  # once what has just been shown has its place
        editor = self.parts.editor
        if old is None or now is None or not editor.isAncestorOf(old):
            return
        if not editor.isAncestorOf(now):
            self._save_loudly()

    def _bring_focus_into_view(self) -> None:
        here = QApplication.focusWidget()
        # What is locked is read from its top, so what says that it is draws nothing into view.
        if here is None or here is self.parts.lock_box or not self.isAncestorOf(here):
            return
        if (whole := self.parts.whole_around(here)) is not None:
            bring_into_view(whole)
        bring_into_view(here)

    def _go_to_basis(self) -> None:
        if not self._pending and not self.parts.basis.isHidden():
            self.parts.basis.take_focus()

    def _finish(self) -> None:
        if self.may_leave():
            self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_enter(event):
            super().keyPressEvent(event)
            return
        if self.parts.states.press_focused():
            return
        asks = self._in_editor() and not self.parts.basis.isHidden()
        if not self.may_leave():
            return
        answered = self._seen is not None and self._seen.is_answered
        if asks and answered and self.parts.basis.basis is None:
            self.parts.basis.take_focus()
        else:
            self.done.emit()
