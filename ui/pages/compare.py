"""Comparing: what changed from one state to another, or over all of them, and what made it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QVBoxLayout, QWidget

from boardkit.comparison.trend import FEWEST
from ui.comparing import Comparing
from ui.desk import Desk
from ui.keeping_focus import keeping_focus
from ui.pages.compare_body import CompareBody
from ui.pages.compare_empty import NothingYet, TooFew
from ui.pages.drawn_page import DrawnPage, room_for_two
from ui.pages.trend_body import TrendBody
from ui.session import Session
from ui.sides import Key
from ui.theme import theme
from ui.widgets.canvas import Canvas, scrolled
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label
from ui.widgets.side_picker import SidePicker

TWO_COLUMNS = 1100  # pixels at 100% from which there is room for them
AGAIN = "Working it out again…"


class ComparePage(DrawnPage):
    """Works in the background, and shows what it showed before until that is done."""

    WAITING = "Comparing…"

    question_wanted = Signal(str)
    report_wanted = Signal()
    milestone_wanted = Signal()

    def __init__(
        self, desk: Desk, session: Session, comparing: Comparing, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, session, parent)
        self._comparing = comparing
        self._asking = False  # what to compare with, as soon as that is known
        self._area: QScrollArea | None = None
        self.body: CompareBody | TrendBody | Canvas | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._bar = self._made_bar(over_time=False)
        self._outer.addWidget(self._bar)
        comparing.listed.connect(self._refresh)
        comparing.found.connect(self._refresh)
        comparing.failed.connect(self._fail)
        session.changed.connect(self._refresh)
        theme().changed.connect(self._rebuild)

    # The bar

    def _made_bar(self, *, over_time: bool) -> QWidget:
        bar, px = QWidget(), theme().px
        bar.setObjectName("bar")
        bar.setProperty("edge", "bottom")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inset = QVBoxLayout(bar)
        inset.setContentsMargins(px(18), px(7), px(24), px(7))
        row = FlowLayout(gap=8)
        inset.addLayout(row)
        self._views = QButtonGroup(bar)
        for place, text in enumerate(("Two states", "Over time")):
            made = button(text, "tab")
            made.setCheckable(True)
            made.setChecked(True)
            made.setMinimumWidth(made.sizeHint().width())  # it is wider while it is chosen
            made.setChecked(bool(place) == over_time)
            self._views.addButton(made, place)
            row.addWidget(made)
        self._views.idClicked.connect(self._change_view)
        self._before = SidePicker("Before", "Compare with what?")
        self._after = SidePicker("After", "Compare what with it?")
        self._before.picked.connect(self._pick_before)
        self._after.picked.connect(self._pick_after)
        self._arrow = label("→", "muted", wrap=False)
        self._report = button("Make comparison report…", "main")
        self._report.clicked.connect(self.report_wanted)
        self._again = label("", "small", wrap=False)
        for one in (self._before, self._arrow, self._after, self._report, self._again):
            row.addWidget(one)
        return bar

    def _fill_bar(self) -> None:
        comparing = self._comparing
        self._before.show_choices(comparing.choices, comparing.before)
        self._after.show_choices(comparing.choices, comparing.after)
        for one in (self._before, self._arrow, self._after, self._report):
            one.setVisible(not self.over_time)
        self._report.setEnabled(comparing.compared is not None and comparing.is_current)

    @property
    def over_time(self) -> bool:
        """Whether all states are shown, rather than two."""
        return self._views.checkedId() == 1

    def _change_view(self, place: int) -> None:
        self._refresh()

    def show_over_time(self, *, over_time: bool) -> None:
        """Show all states, or two."""
        self._views.button(int(over_time)).setChecked(True)
        self._refresh()

    def compare(self, before: Key | None, after: Key) -> None:
        """Compare these two."""
        self._comparing.choose(before, after)
        self.show_over_time(over_time=False)

    def ask_before(self) -> None:
        """Ask what to compare with."""
        self._asking = True
        self._refresh()

    def _pick_before(self, key: Key) -> None:
        self.compare(key, self._comparing.after)

    def _pick_after(self, key: Key) -> None:
        self.compare(self._comparing.before, key)

    # When to draw

    def showEvent(self, event: QShowEvent) -> None:
        self._comparing.list()
        super().showEvent(event)

    def _rebuild(self) -> None:
        over_time, old = self.over_time, self._bar
        with keeping_focus(self):
            self._bar = self._made_bar(over_time=over_time)
            self._outer.replaceWidget(old, self._bar)
            old.hide()
            old.deleteLater()
            self._outdate()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        self._fill_bar()
        if self._asking and self._comparing.choices is not None:
            self._asking = False
            self._before.click()
        super()._refresh()
        if self.is_drawn:
            self._again.setText("")

    def _wanted(self) -> object:
        comparing = self._comparing
        if comparing.choices is None:
            return None
        if self.over_time and len(comparing.states) < FEWEST:
            return TooFew
        if self.over_time:
            comparing.follow()
            return comparing.trend if comparing.trend_is_current else None
        if comparing.before is None:
            return NothingYet
        comparing.compare()
        return comparing.compared if comparing.is_current else None

    def _say_again(self) -> bool:
        if not isinstance(self.body, TrendBody if self.over_time else CompareBody):
            return False
        self._again.setText(AGAIN)
        return True

    def _place_words(self, words: Canvas) -> None:
        self._place(words)

    def _columns(self) -> int:
        return room_for_two(self, TWO_COLUMNS)

    def _fail(self, fault: Exception) -> None:
        if self.isVisible():
            self._patience.stop()
            self._shown = None
            self._place(TooFew(str(fault)))

    # Drawing

    def _draw(self) -> None:
        self._place(self._made_body())

    def _made_body(self) -> Canvas:
        comparing, formats, columns = self._comparing, self._session.formats, self._columns()
        if self.over_time:
            if comparing.trend is None or len(comparing.states) < FEWEST:
                return TooFew()
            trend = TrendBody(comparing.trend, formats, columns=columns)
            trend.pair_wanted.connect(self._show_pair)
            return trend
        if comparing.before is None or comparing.compared is None:
            empty = NothingYet(can_keep=not self._session.read_only)
            empty.milestone_wanted.connect(self.milestone_wanted)
            empty.choose_wanted.connect(self._before.click)
            return empty
        whole = isinstance(self.body, CompareBody) and self.body.is_whole
        body = CompareBody(
            comparing.compared, formats, self._session.questionnaire.has_question,
            columns=columns, whole=whole,
        )  # fmt: skip
        body.question_wanted.connect(self.question_wanted)
        return body

    def _place(self, body: Canvas) -> None:
        place = 0
        if self._area is not None:
            same = type(body) is type(self.body)
            place = self._area.verticalScrollBar().value() if same else 0
            self._outer.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        self.body = body
        self._area = scrolled(body)
        self._outer.addWidget(self._area, 1)
        self._area.show()
        self._area.verticalScrollBar().setValue(place)

    def _show_pair(self, step: int) -> None:
        """Compare the states on either side of a step of the trend."""
        self.compare(*self._comparing.states[step : step + 2])
