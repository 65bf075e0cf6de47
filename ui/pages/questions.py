"""The wizard: one question a screen, with the sections to its left and the reasons to its right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.dialogs.find import FindDialog
from ui.questions.card import QuestionCard
from ui.questions.deck import Deck
from ui.questions.review import Review
from ui.session import Session
from ui.tab_order import move_focus
from ui.theme import theme
from ui.walk import Walk
from ui.widgets.labels import label
from ui.widgets.question_bar import QuestionBar
from ui.widgets.question_pane import QuestionPane
from ui.widgets.section_rail import SectionRail

PANE_BELOW = 1060  # narrower than this, in pixels at 100% text, the pane goes below the question
RAIL_AWAY = 860  # narrower than this, the sections go into a menu
IDLE = 60  # milliseconds without a change after which the next question is got ready


class QuestionsPage(QWidget):
    """Walks through the questions; every edit is saved by the card as it is made."""

    result_wanted = Signal()

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._desk, self._session = desk, session
        self._walk = Walk(session.reading, session.confirming)
        self._card: QuestionCard | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self._use_idle_moment)
        self._current = ""
        self._review = ""
        self._build()
        session.scored.connect(self._pane.paint_scores)
        session.changed.connect(self._redraw)
        theme().changed.connect(self._arrange_anew)
        self.show_question(self._where_it_was_left())

    # Building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        outer.addLayout(middle, 1)
        middle.addWidget(self._made_rail())
        self._stack = QStackedWidget()
        middle.addWidget(self._stack, 1)
        self._stack.addWidget(self._made_scroll())
        self._review_list = Review(self._session)
        self._review_list.chosen.connect(self.show_question)
        self._stack.addWidget(self._review_list)
        self._pane = QuestionPane(self._session, self._desk.settings)
        self._review_list.marked.connect(self._pane.show_question)
        middle.addWidget(self._pane)
        outer.addWidget(self._made_bar())
        self._space()
        back = QAction(self)
        back.setShortcuts([QKeySequence("Alt+Left"), QKeySequence("PgUp")])
        back.triggered.connect(self.go_back)
        on = QAction(self)
        on.setShortcuts([QKeySequence("Alt+Right"), QKeySequence("PgDown")])
        on.triggered.connect(self.go_on)
        self.addActions([back, on])

    def _made_rail(self) -> QWidget:
        self._rail_frame = QWidget()
        self._rail_frame.setObjectName("rail")
        self._rail_frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self._rail_frame)
        self._rail_head = QVBoxLayout()
        self._rail_head.addWidget(label("Sections", "kicker"))
        layout.addLayout(self._rail_head)
        self._rail = SectionRail()
        self._rail.chosen.connect(self._go_to_entry)
        layout.addWidget(self._rail, 1)
        return self._rail_frame

    def _made_scroll(self) -> QWidget:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        self._column = QVBoxLayout(canvas)
        self._column.addStretch(1)
        self._scroll.setWidget(canvas)
        self._deck = Deck(self._desk, self._session, canvas)
        self._deck.done.connect(self.go_on)
        self._deck.confirmed.connect(self.go_on_confirming)
        self._deck.question_wanted.connect(self.show_question)
        return self._scroll

    def _made_bar(self) -> QuestionBar:
        bar = self._bar = QuestionBar()
        bar.back_wanted.connect(self.go_back)
        bar.next_wanted.connect(self.go_on)
        bar.entry_wanted.connect(self._go_to_entry)
        return bar

    # Going about

    @property
    def current(self) -> str:
        """The id of the question that is shown."""
        return self._current

    def show_question(self, question_id: str) -> None:
        """Show one question; what was being typed in the last one is saved first."""
        self.flush()
        self._current, self._review = question_id, ""
        old, self._card = self._card, self._deck.card(question_id)
        if old is not None and old is not self._card:
            self._column.removeWidget(old)
            old.hide()
        self._column.insertWidget(0, self._card)
        self._card.show()  # at once, or the first Tab would find nothing to go to
        self._pane.show_question(question_id)
        self._stack.setCurrentIndex(0)
        self._scroll.verticalScrollBar().setValue(0)
        self._draw_frame()
        self._card.take_focus()
        # Last, so that the question is painted first; at once, so that no crash can lose the place.
        if not self._session.read_only:
            self._desk.settings.setValue(self._left_key, question_id)
        self._await_idle_moment()

    def _await_idle_moment(self) -> None:
        if self.isVisible():  # a page that is left, with its session gone, has no next question
            self._idle.start()

    def _use_idle_moment(self) -> None:
        """Nothing has happened for a moment: get the next question ready."""
        following = self._walk.beside(self._current, +1)
        if following is not None and self._card is not None:
            self._deck.prepare(following.id, self._card.width())

    def show_review(self, key: str) -> None:
        """Show the questions that are open, unknown, on judgement only, or disagree."""
        self.flush()
        self._review = key
        self._fill_review()
        self._stack.setCurrentIndex(1)
        self._draw_frame()
        self._review_list.take_focus()

    def go_on(self) -> None:
        """The next question that is asked; after the last one, what is open, and then the result.

        While what is typed is no answer it stays, and the card says why; a second time it goes on.
        """
        if self._card is not None and not self._card.may_leave():
            return
        following = self._walk.after(self._current, reviewed=self._review)
        if following == "open":
            self.show_review("open")
        elif isinstance(following, str):
            self.result_wanted.emit()
        else:
            self.show_question(following.id)

    def go_on_confirming(self) -> None:
        """The next question that is to be confirmed; after the last one, those that are left."""
        following = self._walk.next_to_confirm(self._current)
        if following is not None:
            self.show_question(following.id)
        else:
            self.show_review("confirm")

    def go_back(self) -> None:
        """The question before."""
        before = self._walk.beside(self._current, -1)
        if before is not None:
            self.show_question(before.id)

    def find_question(self) -> None:
        """Ask for a question by number or words, and go there."""
        self.flush()
        questions = tuple(place.question for place in self._walk.places)
        dialog = FindDialog(self._session, questions, self)
        dialog.finished.connect(self._found)
        self._finder = dialog
        dialog.open()

    def _found(self) -> None:
        question_id = self._finder.question_id
        self._finder.deleteLater()
        if question_id is not None:
            self.show_question(question_id)

    def flush(self) -> bool:
        """Save what is being typed; whether that could be done."""
        return self._card is None or self._card.flush()

    def _where_it_was_left(self) -> str:
        left = str(self._desk.settings.value(self._left_key, "") or "")
        if self._session.questionnaire.has_question(left) and self._walk.place(left) is not None:
            return left
        first = self._walk.first_open()
        return first.id if first is not None else self._walk.places[0].question.id

    @property
    def _left_key(self) -> str:
        return f"left_at/{self._session.assessment.id}"

    def _go_to_entry(self, key: str, review: bool) -> None:
        if review:
            self.show_review(key)
            return
        own = [p.question for p in self._walk.places if p.section.id == key]
        unanswered = [q for q in own if self._session.reading.answer(q.id) is None]
        self.show_question((unanswered or own)[0].id)

    # Drawing

    def _redraw(self) -> None:
        self._pane.show_scores()
        self._walk = Walk(self._session.reading, self._session.confirming)
        if self._review:
            self._fill_review()
        self._draw_frame()
        self._await_idle_moment()

    def _fill_review(self) -> None:
        self._review_list.show_list(self._review, self._walk)

    def _draw_frame(self) -> None:
        place = self._walk.place(self._current)
        section = place.section.id if place else ""
        entries = self._walk.entries
        self._rail.show_entries(entries, self._review or section)
        self._bar.show_walk(self._walk, self._current, self._review)

    def focusNextPrevChild(self, following: bool) -> bool:
        return move_focus(self, forward=following) or super().focusNextPrevChild(following)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        if self._card is not None and not self._review:
            self._card.take_focus()
        self._await_idle_moment()

    def hideEvent(self, event: QHideEvent) -> None:
        self._idle.stop()
        super().hideEvent(event)

    def _arrange_anew(self) -> None:
        self._deck.keep_only(self._current)
        self._space()
        self._arrange()

    def _space(self) -> None:
        """Give everything the air that goes with the size of the text."""
        px = theme().px
        frame = self._rail_frame.layout()
        assert frame is not None
        frame.setContentsMargins(0, px(14), 0, px(8))
        self._rail_head.setContentsMargins(px(18), 0, 0, px(2))
        self._bar.space()
        self._column.setSpacing(px(16))

    def _arrange(self) -> None:
        """Put the pane beside or below the question, and the rail beside it or into a menu."""
        px = theme().px
        room = self.width() / theme().scale
        below, away = room < PANE_BELOW, room < RAIL_AWAY
        self._rail_frame.setVisible(not away)
        self._rail_frame.setFixedWidth(px(255))
        self._bar.arrange(room, with_sections=away)
        inset = px(40 if room >= 1200 else 24)
        self._column.setContentsMargins(inset, px(28), inset, px(28))
        self._pane.arrange(self._column, below=below)
