"""What the compare page says of two states: the conclusion, what made it, and where it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.charts.palette import PAPER
from boardkit.comparison.forecasts import ForecastPair
from boardkit.comparison.lines import answer_lines, score_lines
from boardkit.comparison.result import LeftOut
from boardkit.comparison.wording import ComparisonWords
from boardkit.formats import Formats
from ui.comparing import Compared
from ui.comparison_charts import ComparisonCharts
from ui.theme import theme
from ui.widgets.canvas import Canvas
from ui.widgets.change_rows import ChangeRows
from ui.widgets.chart_view import ChartView
from ui.widgets.figure_table import FigureTable
from ui.widgets.labels import label
from ui.widgets.lane import Lane
from ui.widgets.score_card import Card
from ui.widgets.score_table import ScoreTable

SOLID = "The parts sum to the change. A solid bar was done; a hollow one is only said or known otherwise."
APART = (
    "The parts sum to the difference. A solid bar is answered otherwise; a hollow one is asked of one "
    "side only, or of several kinds."
)
FORECASTS = (
    "Gross profit in the last year of each forecast, under the scenario that each shows first."
)


class CompareBody(Canvas):
    """Two columns, or one; ``leads`` says which questions there is a way to."""

    question_wanted = Signal(str)

    def __init__(
        self, compared: Compared, formats: Formats, leads: Callable[[str], bool], *,
        columns: int, whole: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.columns = columns
        self.compared = compared
        self.words = ComparisonWords(compared.comparison, formats)
        self.rows: ChangeRows | None = None
        self._charts = ComparisonCharts(compared.comparison, formats)
        self._leads = leads
        px = theme().px
        outer = QVBoxLayout(self)
        side = px(30 if columns == 2 else 20)
        outer.setContentsMargins(side, px(20), side, px(34))
        outer.setSpacing(px(14))
        self._add_head(outer)
        parts = (
            self._bridge(), self._scores(), self._answers(whole=whole), self._slopes(), self._map(),
            self._forecasts(compared.forecasts), self._left_out(),
        )  # fmt: skip
        bridge, scores, answers, slopes, the_map, money, left = parts
        if columns == 2:
            sides = Lane(across=True)
            for cards in ((bridge, slopes, the_map), (scores, answers, money, left)):
                sides.add(_column(cards), 1)
            outer.addWidget(sides)
        else:
            outer.addWidget(_column(parts))
        outer.addStretch(1)

    @property
    def is_whole(self) -> bool:
        """Whether every answer that changed is shown."""
        return self.rows is not None and self.rows.is_whole

    # The conclusion

    def _add_head(self, outer: QVBoxLayout) -> None:
        head, words = Lane(gap=6), self.words
        title = label(f"{words.title()}.", "title")
        title.setObjectName("conclusion")
        head.add(title)
        for text, look in (
            (words.too_early(), ""), (words.sentence(), "lead"), (words.bands(), "lead"), (words.versions(), "muted"),
        ):  # fmt: skip
            if text:
                head.add(label(text, look))
        outer.addWidget(head)

    # Cards

    def _bridge(self) -> QWidget | None:
        words = self.words
        if not words.bars():
            return None
        comparison = words.comparison
        same = comparison.same_company
        made = Card(
            f"What moved {comparison.headline.title}" if same else "What makes the difference"
        )
        made.add(label(SOLID if same else APART, "small"))
        view = ChartView(self._charts.bridge, least=440)
        view.wanted.connect(self._go_to)
        made.add(view)
        if told := words.done_or_known():
            made.add(label(told))
        return made

    def _scores(self) -> QWidget:
        made = Card("Scores")
        lines = score_lines(self.words)
        heads = (*self.words.names(), self._change())
        made.add(ScoreTable(heads, lines, wide=self._roomy()))
        return made

    def _change(self) -> str:
        return "Change" if self.words.comparison.same_company else "Difference"

    def _roomy(self) -> bool:
        """Whether a title and three figures fit beside one another."""
        return theme().scale < 1.5

    def _answers(self, *, whole: bool) -> QWidget:
        made = Card(self.words.answers_title())
        lines = tuple(answer_lines(self.words))
        if lines:
            self.rows = ChangeRows(lines, self._leads, whole=whole)
            self.rows.wanted.connect(self.question_wanted)
            made.add_hanging(self.rows)
        return made

    def _slopes(self) -> QWidget | None:
        comparison, pictures = self.words.comparison, self._charts.pictures(PAPER, 480)
        moved = {one.id for one in comparison.dimensions if self.words.moved(one)}
        shown = [
            one.id
            for one in self.words.method.composites
            if moved & {member.of for member in one.members} and pictures.slopes(one.id)
        ]
        if not shown:
            return None
        same = comparison.same_company
        made = Card("Where the change shows" if same else "Where they differ", gap=12)
        for composite in shown:
            made.add(ChartView(self._charts.slopes(composite), least=440))
        return made

    def _map(self) -> QWidget | None:
        if not self._charts.pictures(PAPER, 480).map():
            return None
        made = Card("The two ways out")
        made.add(ChartView(self._charts.map, least=440))
        return made

    def _forecasts(self, pair: ForecastPair | None) -> QWidget | None:
        if pair is None:
            return None
        made = Card("Forecasts")
        made.add(label(FORECASTS, "small"))
        heads = (*self.words.names(), self._change())
        table = FigureTable(heads if pair.same_measure else heads[:2], wide=self._roomy())
        for one in pair.strategies:
            figures = self.words.money(one.gross_profit, pair)
            table.add(one.title, figures[: 3 if pair.same_measure else 2], strong=False)
        made.add(table)
        if not pair.same_measure:
            made.add(label("They are in two currencies, or over unlike years.", "small"))
        return made

    def _left_out(self) -> QWidget | None:
        versions = self.words.comparison.versions
        if versions is None or not versions.left_out:
            return None
        made = Card("Left out of both sides")
        for one in versions.left_out:
            made.add(label(self._fate(one), "muted"))
        return made

    def _fate(self, one: LeftOut) -> str:
        note = f" {one.note}" if one.note else ""
        return f"{one.question}  {one.title}: {self.words.fate(one.kind)}.{note}"

    def _go_to(self, question: str) -> None:
        if self._leads(question):
            self.question_wanted.emit(question)


def _column(cards: Sequence[QWidget | None]) -> Lane:
    made = Lane()
    for one in cards:
        if one is not None:
            made.add(one)
    made.end()
    return made
