"""The decisions table: as the moves suggest it, until the person makes it their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.decisions import Decision
from boardkit.documents.deciding import suggested
from boardkit.scoring.moves import Moves
from ui.session import Session
from ui.theme import theme
from ui.widgets.canvas import Canvas, scrolled
from ui.widgets.decision_card import DecisionCard
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label

MOST = 30
WORKING = "What the board could decide is being worked out…"
SUGGESTED = "Suggested by the smallest set of moves that takes the company to “{band}”. They print as they are."
SUGGESTED_PART = (
    "Suggested by the moves that take off most; six of them do not reach the next band. They print as they "
    "are."
)
TOO_EARLY = "It is too early to suggest any: too few questions are answered."
BEST = "There is nothing to suggest: the company is in the best band."
NO_MOVES = {"too_early": TOO_EARLY, "best_band": BEST}
CHANGE, WRITE = "Change one, and the table is yours.", "Write your own."
YOURS = "These are yours. They no longer follow the answers."
NONE = "No decision is asked for."


class DecisionsEditor(QWidget):
    """Each change is saved as it is made, and can be undone like any other."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cards: list[DecisionCard] = []
        self._moves: Moves | None = None
        self._moved: object = None  # the answers that those are of
        self._draft = False  # whether the last card is one that is still to be written
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._scroll = scrolled(Canvas())
        layout.addWidget(self._scroll)
        self._build()
        session.analysed.connect(self.fill)

    def _build(self) -> None:
        px = theme().px
        canvas = Canvas()
        column = QVBoxLayout(canvas)
        column.setContentsMargins(px(18), px(16), px(18), px(18))
        column.setSpacing(px(10))
        self._note = label("", "muted")
        column.addWidget(self._note)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(px(6))
        column.addLayout(self._stack)
        foot = QWidget()
        foot.setObjectName("canvas")
        row = FlowLayout(foot, gap=8)
        self._add = button("Add a decision")
        self._add.clicked.connect(self.add)
        self._again = button("Use the suggestions again", "link")
        self._again.clicked.connect(self.suggest_again)
        row.addWidget(self._add)
        row.addWidget(self._again)
        column.addWidget(foot)
        foot.setVisible(not self._session.read_only)
        column.addStretch(1)
        self._cards = []
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self._scroll.setWidget(canvas)
        canvas.show()

    def rebuild(self) -> None:
        """Make everything anew for another text size or theme."""
        opened = [card.is_open for card in self._cards]
        self._build()
        self.fill()
        for card, was_open in zip(self._cards, opened, strict=False):
            card.set_open(was_open)

    # Filling

    def fill(self) -> None:
        """Show the decisions as they are; writes nothing."""
        decisions = self._decisions()
        self._set_cards(len(decisions) + self._draft)
        for place, card in enumerate(self._cards):
            card.renumber(place + 1, len(decisions))
            card.fill(decisions[place] if place < len(decisions) else None)
        self._note.setText(self._said())
        self._note.setVisible(bool(self._note.text()))
        self._again.setVisible(self._session.details.decisions is not None)
        self._add.setEnabled(len(self._cards) < MOST and not self._draft)

    def _decisions(self) -> tuple[Decision, ...]:
        details, moves = self._session.details, self._known_moves()
        if details.decisions is not None:
            return details.decisions
        if moves is None:
            return ()
        method = self._session.questionnaire.methodology
        return suggested(details, method, moves, self._session.formats)

    def _known_moves(self) -> Moves | None:
        """The moves of the answers as they stand, which no detail alters; None until they are known."""
        answers, analysis = self._session.assessment.answers, self._session.analysis
        if analysis is not None:
            self._moves, self._moved = analysis.moves, answers
        return self._moves if self._moved is answers else None

    def _said(self) -> str:
        """Where they come from."""
        own, moves = self._session.details.decisions, self._known_moves()
        if own is not None:
            return ("" if self._session.read_only else YOURS) if own else NONE
        if moves is None:
            return WORKING
        if moves.state in NO_MOVES:
            said, then = NO_MOVES[moves.state], WRITE
        elif moves.state == "reached" and moves.target is not None:
            said, then = SUGGESTED.format(band=moves.target.title), CHANGE
        else:
            said, then = SUGGESTED_PART, CHANGE
        return said if self._session.read_only else f"{said} {then}"

    def _set_cards(self, count: int) -> None:
        while len(self._cards) > count:
            card = self._cards.pop()
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self._cards) < count:
            card = DecisionCard(self._session.formats, read_only=self._session.read_only)
            card.open_wanted.connect(self._toggle)
            if not self._session.read_only:
                card.edited.connect(self._save)
                card.step_wanted.connect(self._step)
                card.removal_wanted.connect(self._remove)
            self._cards.append(card)
            self._stack.addWidget(card)
            card.show()  # at once, so that it can take the keyboard

    # Editing

    def add(self) -> None:
        """Begin a new decision, with the keyboard in it; it counts once it says something."""
        self._draft = True
        self.fill()
        self._open_only(self._cards[-1])
        self._cards[-1].take_focus()
        self._scroll.ensureWidgetVisible(self._cards[-1])

    def suggest_again(self) -> None:
        """Let the table follow the moves again."""
        self._draft = False
        self._keep(None)

    def flush(self) -> None:
        """Save what is typed and not left yet."""
        for card in self._cards:
            card.flush()

    def _save(self) -> None:
        """Keep what all cards say, unless one of them cannot be kept."""
        card = self._sender()
        written = card.read()
        if written is None:
            return
        place = self._cards.index(card)
        decisions = list(self._decisions())
        if place < len(decisions):
            decisions[place] = written
        else:
            decisions.append(written)
            self._draft = False
        if tuple(decisions) != self._decisions():
            self._keep(tuple(decisions))

    def _step(self, by: int) -> None:
        card = self._sender()
        place, decisions = self._cards.index(card), list(self._decisions())
        other = place + by
        if place < len(decisions) and 0 <= other < len(decisions):
            decisions[place], decisions[other] = decisions[other], decisions[place]
            opened = card.is_open
            self._keep(tuple(decisions))
            if opened:
                self._open_only(self._cards[other])
            self._cards[other].take_focus()

    def _remove(self) -> None:
        place, decisions = self._cards.index(self._sender()), list(self._decisions())
        if place < len(decisions):
            del decisions[place]
            self._open_only(None)
            self._keep(tuple(decisions))
        else:
            self._draft = False
            self.fill()
        if self._cards:
            self._cards[min(place, len(self._cards) - 1)].take_focus()
        else:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, decisions: tuple[Decision, ...] | None) -> None:
        self._session.revise(self._session.details.model_copy(update={"decisions": decisions}))

    def _toggle(self) -> None:
        card = self._sender()
        if card.is_open:
            card.set_open(False)
        else:
            self._open_only(card)
            card.take_focus()

    def _open_only(self, card: DecisionCard | None) -> None:
        for other in self._cards:
            other.set_open(other is card)

    def _sender(self) -> DecisionCard:
        card = self.sender()
        assert isinstance(card, DecisionCard)
        return card
