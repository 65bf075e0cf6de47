"""What the economics page says of a forecast: made once for its answers, and moved with its inputs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.economics.measures import measures_of
from boardkit.economics.wording import ForecastWords
from ui.money_charts import MoneyCharts
from ui.result_lines import Link
from ui.session import Session
from ui.theme import theme
from ui.what_if import WhatIf
from ui.widgets.canvas import Canvas
from ui.widgets.chart_view import ChartView
from ui.widgets.doubt_card import DoubtCard
from ui.widgets.folding import Fold
from ui.widgets.labels import card, label
from ui.widgets.lane import Lane
from ui.widgets.measure_table import MeasureTable
from ui.widgets.question_links import QuestionLinks
from ui.widgets.register_list import RegisterList
from ui.widgets.row_button import HANG
from ui.widgets.scenario_bar import ScenarioBar
from ui.widgets.score_card import Card

FANS = (
    "The line has every input at its likeliest; the shaded fan leaves out the lowest and the "
    "highest tenth of {draws} draws of everything that is not certain."
)


class EconomicsBody(Canvas):
    """The conclusion, the scenarios, the strategies side by side, and what it all rests on."""

    question_wanted = Signal(str)

    def __init__(
        self, session: Session, what_if: WhatIf, *, wide: bool, register_open: bool
    ) -> None:
        super().__init__()
        self._session, self._what_if, self._wide = session, what_if, wide
        self.bar = ScenarioBar(what_if, session.formats)
        self._asked: tuple[str, ...] | None = None
        px = theme().px
        self._layout = QVBoxLayout(self)
        inset = px(30 if wide else 20) - px(HANG)
        self._layout.setContentsMargins(inset, px(22), inset, px(34))
        self._layout.setSpacing(px(14))
        words = what_if.words
        self._charts = MoneyCharts(what_if.forecast, session.formats)
        self._title = label(f"{words.conclusion()}", "title")
        self._sure = label(words.beside_conclusion(), "lead")
        head = Lane(gap=6)
        for one in (self._title, self._sure):
            one.setContentsMargins(px(HANG), 0, 0, 0)
            head.add(one)
        head.add(self.bar)
        self._layout.addWidget(head)
        self._ask = Lane(hang=HANG)
        self._doubts = DoubtCard()
        early = not words.forecast.support.enough
        self._doubt_lane = Lane(hang=HANG)
        self._doubt_lane.add(self._doubts)
        self._layout.addWidget(self._doubt_lane)
        if early:
            self._layout.addWidget(self._ask)
        self._views = [self._add_fans()]
        self._table = self._add_table(words)
        self._views += self._add_small_charts(words)
        if not early:
            self._layout.addWidget(self._ask)
        self.register = self._add_register(register_open)
        self._layout.addStretch(1)
        self._show_doubts(words)
        self._show_ask(words)

    @property
    def heads(self) -> list[tuple[str, str]]:
        """The strategies, each with its colour."""
        pictures = self._charts.pictures(theme().tones.charts, 400)
        return [(one.title, pictures.color(one)) for one in self._what_if.forecast.strategies]

    # Cards

    def _place(self, *cards: QWidget) -> None:
        row = Lane(across=self._wide, hang=HANG)
        for one in cards:
            row.add(one, 1)
        self._layout.addWidget(row)

    def _add_fans(self) -> ChartView:
        made = Card(
            "Seven years, four strategies"
            if self._what_if.forecast.years == 7
            else "Four strategies"
        )
        view = ChartView(self._charts.fans, least=380)
        made.add(view)
        draws = self._session.formats.number(self._what_if.known.economics.draws, 0)
        made.add(label(FANS.format(draws=draws), "small"))
        self._place(made)
        return view

    def _add_table(self, words: ForecastWords) -> MeasureTable:
        made = Card("Side by side")
        table = MeasureTable(self.heads, measures_of(words), wide=self._wide)
        made.add(table)
        self._place(made)
        return table

    def _add_small_charts(self, words: ForecastWords) -> list[ChartView]:
        pay = Card("When a way pays back")
        payback = ChartView(self._charts.payback, least=360)
        pay.add(label(
            "Gross profit against doing nothing, less what is spent on the way, added up. A ring "
            "marks the year in which a way has paid for itself.", "small",
        ))  # fmt: skip
        pay.add(payback)
        pay.fill_up()
        if not self._charts.pictures(theme().tones.charts, 400).replacement():
            self._place(pay)
            return [payback]
        replace = Card("What must replace 1 of seat revenue")
        replacement = ChartView(self._charts.replacement, least=280)
        replace.add(
            label("New revenue that earns as much gross profit as 1 of seat revenue.", "small")
        )
        replace.add(replacement)
        replace.fill_up()
        self._place(pay)
        self._place(replace)
        return [payback, replacement]

    def _add_register(self, opened: bool) -> Fold:
        frame, layout = card(margin=12)
        fold = Fold("register", "Assumption register")
        fold.wanted.connect(self._fill_register)
        layout.addWidget(fold)
        self._place(frame)
        self.register = fold
        fold.head.show_note(self._what_if.words.register_counts())
        fold.set_open(opened)
        return fold

    def _fill_register(self) -> None:
        rows = RegisterList(self._what_if.words)
        rows.question_wanted.connect(self.question_wanted)
        self.register.put(rows)

    # What can change while an input moves

    def show_forecast(self) -> None:
        """Show the forecast as it is now, where it is in view; ``rest`` does all that is left."""
        words = self._what_if.words
        self._charts.forecast = words.forecast
        self._title.setText(words.conclusion())
        self._sure.setText(words.beside_conclusion())
        self.bar.show_moved()
        for view in self._views:
            view.draw_anew()
        self._table.show_measures(measures_of(words, self._table.in_view))
        self._show_doubts(words)

    def rest(self) -> None:
        """Catch up on what nobody sees, or hears, while an input moves."""
        words = self._what_if.words
        self._table.show_measures(measures_of(words))
        for view in self._views:
            view.retell()
        self._show_ask(words)
        self.register.head.show_note(words.register_counts())
        if self.register.is_open:
            self._fill_register()

    def _show_doubts(self, words: ForecastWords) -> None:
        self._doubts.show_doubts(words)
        self._doubt_lane.setVisible(not self._doubts.isHidden())

    def _show_ask(self, words: ForecastWords) -> None:
        """The questions that would narrow it most, each a link."""
        links = [Link(one.question, words.asked(one)) for one in words.forecast.ask_next]
        if (told := tuple(link.text for link in links)) == self._asked:
            return
        self._asked = told
        self._ask.clear()
        self._ask.setVisible(bool(links))
        if links:
            made = Card()
            made.add(label(words.ask_lead(), "subheading"))
            rows = QuestionLinks(links)
            rows.wanted.connect(self.question_wanted)
            made.add_hanging(rows)
            self._ask.add(made)
