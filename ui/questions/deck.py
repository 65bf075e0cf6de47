"""The cards of a few questions, kept and made ahead, so that nobody waits for the next one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.questions.card import QuestionCard
from ui.session import Session

KEPT = 3  # the one that is shown, the one before it and the one after


class Deck(QObject):
    """Makes cards and keeps those that were asked for last; the others go.

    ``done``, ``confirmed`` and ``question_wanted`` are those of its cards.
    """

    done = Signal()
    confirmed = Signal()
    question_wanted = Signal(str)

    def __init__(self, desk: Desk, session: Session, home: QWidget) -> None:
        super().__init__(home)
        self._desk, self._session, self._home = desk, session, home
        self._cards: dict[str, QuestionCard] = {}  # the one asked for last comes last

    def card(self, question_id: str) -> QuestionCard:
        """The card of a question, not shown yet when it is new."""
        made = self._cards.pop(question_id, None) or self._make(question_id)
        self._cards[question_id] = made
        for old in list(self._cards)[:-KEPT]:
            self._discard(old)
        return made

    def prepare(self, question_id: str, width: int) -> None:
        """Have a card ready, with everything in its place at that width, before it is asked for."""
        made = self.card(question_id)
        if made.isVisible():
            return
        made.catch_up()
        made.resize(width, made.heightForWidth(width))
        layout = made.layout()
        assert layout is not None
        layout.activate()

    def keep_only(self, question_id: str) -> None:
        """Let the other cards go: the look has changed, and with it all their sizes."""
        for other in [one for one in self._cards if one != question_id]:
            self._discard(other)

    def _make(self, question_id: str) -> QuestionCard:
        made = QuestionCard(self._desk, self._session, question_id, parent=self._home)
        made.hide()  # or it would come to view with the screen that it waits on
        made.done.connect(self.done)
        made.confirmed.connect(self.confirmed)
        made.question_wanted.connect(self.question_wanted)
        return made

    def _discard(self, question_id: str) -> None:
        card = self._cards.pop(question_id)
        card.hide()
        card.deleteLater()
