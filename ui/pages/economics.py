"""The economics page: seven years under four strategies, moved by hand and by scenario."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.assessment import Assessment
from boardkit.economics.answers import questions_of
from boardkit.errors import ForecastError
from boardkit.questionnaire import Questionnaire
from boardkit.reading import Standing
from ui.desk import Desk
from ui.dialogs.own_scenario import OwnScenarioDialog
from ui.jobs import Progress
from ui.pages.drawn_page import DrawnPage, room_for_two
from ui.pages.economics_body import EconomicsBody
from ui.pages.economics_sides import EconomicsSides
from ui.result_lines import Link
from ui.session import Session
from ui.theme import theme
from ui.what_if import WhatIf
from ui.widgets.canvas import Canvas, scrolled
from ui.widgets.input_pane import OPEN_AT_FIRST, InputPane
from ui.widgets.labels import label
from ui.widgets.question_links import QuestionLinks
from ui.widgets.scenario_bar import ScenarioBar
from ui.widgets.score_card import Card
from ui.widgets.undo_bar import UndoBar

REST = 250  # milliseconds after which an input has come to rest
SIDE_BY_SIDE = 880  # pixels at 100% from which there is room for the inputs beside the forecast


class EconomicsPage(DrawnPage):
    """Made anew when answers or the scenario change; in place while an input moves."""

    WAITING = "Working out the forecast…"

    question_wanted = Signal(str)
    undo_wanted = Signal()

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, parent)
        self.what_if = WhatIf(session, self)
        self.body: EconomicsBody | None = None
        self.pane: InputPane | None = None
        self._opened: tuple[str, ...] = OPEN_AT_FIRST
        self._register_open = False
        self._ready = False
        self._dialog: OwnScenarioDialog | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._undo_bar = UndoBar()
        self._undo_bar.undo_wanted.connect(self.undo_wanted)
        self._undo_bar.dismissed.connect(self._undo_bar.hide)
        outer.addWidget(self._undo_bar)
        self._sides = EconomicsSides()
        outer.addWidget(self._sides, 1)
        self._moving = _timer(self, 0)
        self._moving.timeout.connect(self._show_moved)
        self._resting = _timer(self, REST)
        self._resting.timeout.connect(self._rest)
        self.what_if.changed.connect(self._outdate)
        self.what_if.moved.connect(self._moving.start)
        theme().changed.connect(self._outdate)

    # When to draw

    def _wanted(self) -> object:
        if not self._ready:
            questionnaire, assessment = self._session.questionnaire, self._session.assessment

            def work(progress: Progress) -> None:
                warm_up(questionnaire, assessment)

            self._prepare(work)
        return self._ready or None

    def _begin(self, outcome: None) -> None:
        self._ready = True

    def _outdate(self) -> None:
        if self.isVisible():
            self._undo_bar.hide()
        super()._outdate()

    def _say_again(self) -> bool:
        return False

    def _place_words(self, words: Canvas) -> None:
        self._sides.show_alone(words)

    def _columns(self) -> int:
        return room_for_two(self, SIDE_BY_SIDE)

    # Drawing

    def _draw(self) -> None:
        self._remember()
        self.body = self.pane = None
        try:
            wide = self._columns() == 2
            self.body = EconomicsBody(
                self._session, self.what_if, wide=wide, register_open=self._register_open
            )
            self.pane = InputPane(self.what_if, self._session.formats, self._opened)
        except ForecastError as fault:
            self._sides.show_alone(scrolled(self._without(str(fault))))
            return
        self.body.question_wanted.connect(self._go_to)
        self.pane.question_wanted.connect(self._go_to)
        self._connect(self.body.bar)
        self._sides.show_both(self.body, self.pane, self.what_if.words, wide=wide)

    def _remember(self) -> None:
        """What is unfolded stays so."""
        if self.pane is not None:
            self._opened = self.pane.opened
        if self.body is not None:
            self._register_open = self.body.register.is_open

    def _without(self, why: str) -> Canvas:
        """Why there is no forecast, and what would make one."""
        made = Canvas()
        layout = QVBoxLayout(made)
        px = theme().px
        layout.setContentsMargins(px(30), px(22), px(30), px(30))
        layout.setSpacing(px(14))
        layout.addWidget(label(why, "title"))
        scenario = self.what_if.scenario
        formula = self._session.questionnaire.roles.forecast.get("A0")
        if scenario.own or formula is None:
            bar = ScenarioBar(self.what_if, self._session.formats)
            self._connect(bar)
            layout.addWidget(bar)
        else:
            asked = questions_of(self._session.questionnaire, formula)
            frame = Card("What it needs")
            links = QuestionLinks([self._link(one) for one in asked])
            links.wanted.connect(self._go_to)
            frame.add_hanging(links)
            layout.addWidget(frame)
        layout.addStretch(1)
        return made

    def _link(self, question_id: str) -> Link:
        return Link(question_id, self._session.questionnaire.question(question_id).short)

    # While an input moves

    def _show_moved(self) -> None:
        if not self.is_drawn or self.body is None or self.pane is None:
            return
        self.body.show_forecast()
        self.pane.show_inputs()
        self._sides.show_moved(self.what_if.words)
        self._resting.start()

    def _rest(self) -> None:
        if self.is_drawn and self.body is not None:
            self.body.rest()

    # What a person does

    def _go_to(self, question_id: str) -> None:
        """To a question; one that is outside the chosen modules brings its module in."""
        session = self._session
        is_out = session.reading.standing(question_id) is Standing.OUT
        if is_out and not session.read_only:
            module = session.questionnaire.question(question_id).module
            chosen = (*session.details.modules, module)
            session.revise(session.details.model_copy(update={"modules": chosen}))
        self.question_wanted.emit(question_id)

    def _connect(self, bar: ScenarioBar) -> None:
        bar.picked.connect(self.what_if.pick)
        bar.prefer_wanted.connect(self.what_if.prefer)
        bar.save_wanted.connect(self.what_if.save)
        bar.save_as_wanted.connect(self._ask_name)
        bar.edit_wanted.connect(self._ask_edit)
        bar.delete_wanted.connect(self._delete)

    def _ask_name(self) -> None:
        self._ask(OwnScenarioDialog(None, self._session.locale, parent=self))

    def _ask_edit(self) -> None:
        own = self.what_if.own(self.what_if.scenario.id)
        if own is not None:
            self._ask(OwnScenarioDialog(own, self._session.locale, parent=self))

    def _ask(self, dialog: OwnScenarioDialog) -> None:
        self._dialog = dialog
        dialog.accepted.connect(self._take)
        dialog.open()

    def _take(self) -> None:
        dialog = self._dialog
        assert dialog is not None
        if dialog.known is None:
            self.what_if.save_as(dialog.title, dialog.about, dialog.owner, dialog.expires)
            return
        told = {"title": dialog.title, "about": dialog.about, "owner": dialog.owner,
                "expires": dialog.expires}  # fmt: skip
        self.what_if.revise(dialog.known.model_copy(update=told))

    def _delete(self) -> None:
        title = self.what_if.scenario.title
        self.what_if.delete()
        self._undo_bar.say(f"The scenario “{title}” is deleted.")


def warm_up(questionnaire: Questionnaire, assessment: Assessment) -> None:
    """Import what a forecast needs, and make its draws."""
    from boardkit.economics import forecast

    try:
        forecast(questionnaire, assessment)
    except ForecastError:
        return  # the page says so itself


def _timer(owner: QWidget, milliseconds: int) -> QTimer:
    made = QTimer(owner)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    return made
