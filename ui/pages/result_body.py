"""What the result page shows for one state of the answers; it is made anew for the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from boardkit.references import Reference
from boardkit.scoring.analysis import Analysis
from boardkit.scoring.result import CompositeResult, HeadlineResult
from ui.pages.result_findings import FindingCards
from ui.pages.result_looks import LookCards
from ui.pages.result_waiting import Slot, doubtful, waiting_for
from ui.result_charts import ResultCharts
from ui.result_lines import ResultLines
from ui.session import Session
from ui.theme import theme
from ui.widgets.canvas import Canvas
from ui.widgets.chart_view import ChartView, Draw
from ui.widgets.dimension_list import DimensionList
from ui.widgets.labels import button, label
from ui.widgets.lane import Lane
from ui.widgets.question_links import Unfolding
from ui.widgets.row_button import HANG
from ui.widgets.score_card import Card, ScoreCard


class ResultBody(Canvas):
    """Headline, scores, charts, lists of what deserves a look, and the dimensions."""

    question_wanted = Signal(str)
    report_wanted = Signal()
    economics_wanted = Signal()
    references_wanted = Signal(str)  # the company to show first; or nothing
    place_wanted = Signal(QWidget)

    def __init__(
        self, session: Session, references: Sequence[Reference], *,
        columns: int, opened: Iterable[str] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self.columns = columns
        self._lines = ResultLines(session)
        self._charts = ResultCharts(session, references)
        self._looks = LookCards(self._lines, self)
        self._looks.question_wanted.connect(self.question_wanted)
        self._references = references
        self._dimensions: DimensionList | None = None
        self._map: ChartView | None = None
        self._slots: dict[str, Slot] = {}
        px = theme().px
        self._layout = QVBoxLayout(self)
        inset = px(34 if columns == 2 else 20) - px(HANG)
        self._layout.setContentsMargins(inset, px(24), inset, px(34))
        self._layout.setSpacing(px(16))
        self._add_head()
        if session.result.headline.too_early:
            self._add_too_early()
        else:
            self._add_scores()
            self._add_columns(self._map_cards(), [*self._bridge_cards(), *self._position_cards()])
            self._add_row([*self._moves_slots(), self._slot("firm_up")])
            if doubtful(self._lines):
                self._add_row([self._slot("drivers")])
            self._add_row([self._dimensions_card(opened)])
            self._add_columns(*balanced([*self._looks.all(), *self._behind()]))
        self._layout.addStretch(1)
        if session.analysis is not None:
            self.take(session.analysis)

    @property
    def dimensions_opened(self) -> tuple[str, ...]:
        """The dimensions that are open."""
        return self._dimensions.opened if self._dimensions is not None else ()

    @property
    def has_findings(self) -> bool:
        """Whether all that is worked out in the background is there."""
        return not any(slot.waits for slot in self._slots.values())

    def card_at(self, top: int) -> QWidget | None:
        """The topmost card that starts at or below a height; none when scrolled to the very top."""
        cards = [
            (one.mapTo(self, one.rect().topLeft()).y(), one) for one in self.findChildren(Card)
        ]
        below = [(y, id(one), one) for y, one in cards if y >= top]
        return min(below)[2] if below and top > 0 else None

    # What is worked out in the background

    def take(self, analysis: Analysis) -> None:
        """Fill in what had been waiting for it, each card in its place."""
        cards = FindingCards(self._lines, analysis, self, wide=self.columns == 2)
        cards.question_wanted.connect(self.question_wanted)
        makers = {
            "moves": cards.moves, "firm_up": cards.firm_up, "drivers": cards.drivers,
            "method": cards.method, "concentration": cards.concentration,
        }  # fmt: skip
        for name, slot in self._slots.items():
            slot.fill(makers[name]())
        if self._map is not None:
            self._charts.take(analysis)
            self._map.redraw()

    def _slot(self, name: str) -> Slot:
        self._slots[name] = Slot(waiting_for(name, self._lines))
        return self._slots[name]

    def _moves_slots(self) -> list[Slot]:
        """Nothing where no question says what would raise its answer."""
        movable = any(one.move is not None for one in self._lines.questionnaire.questions)
        return [self._slot("moves")] if movable else []

    # The head

    def _add_head(self) -> None:
        wording = self._lines.wording
        words = Lane(gap=4)
        texts = [
            label(f"{wording.conclusion()}.", "title"),
            label(wording.money_sentence(), "lead"),
            label(self._lines.how_sure(), "muted"),
            label(self._standing(), "muted"),
        ]
        for text in texts:
            if text.text():
                text.setContentsMargins(theme().px(HANG), 0, 0, 0)
                words.add(text)
        self._add_links(words)
        early = self._lines.result.headline.too_early
        make = button("Make the board pack…", "" if early else "main")
        make.clicked.connect(self.report_wanted)
        beside = Lane(hang=HANG)
        beside.add_small(make)
        row = Lane(across=self.columns == 2)
        row.add(words, 1)
        row.add(beside)
        self._layout.addWidget(row)

    def _add_links(self, words: Lane) -> None:
        """Where the money comes from, and what it leads to."""
        beside = Lane(across=self.columns == 2, gap=18 if self.columns == 2 else 4)
        economics = self._lines.questionnaire.economics
        if economics is not None and self._lines.result.counts.answered:
            forecast = button(f"What it comes to in {economics.years} years", "link")
            forecast.clicked.connect(self.economics_wanted)
            beside.add_small(forecast)
        if links := self._lines.behind_money():
            behind = Unfolding("Where the money figures come from", links)
            behind.wanted.connect(self.question_wanted)
            beside.add(behind, 1)
        else:
            beside.end()
        words.add(beside)

    def _standing(self) -> str:
        """The headline in a sentence, once there is one, and how much of it is answered."""
        wording, result = self._lines.wording, self._lines.result
        if not result.counts.answered:
            return ""
        if result.headline.too_early:
            return f"{wording.answers_title()}."
        return f"{wording.standing().rstrip('.')} · {wording.answers_title()}."

    # Before a band can be named

    def _add_too_early(self) -> None:
        cards: list[QWidget] = [self._progress_card()]
        if remark := self._looks.of_links("Not answered yet", self._lines.open(), first=10):
            cards.append(remark)
        if unknown := self._looks.of_links("Don’t know", self._lines.unknown()):
            cards.append(unknown)
        beside: list[QWidget] = [
            *self._looks.unusual(),
            self._slot("firm_up"),
            *self._looks.disagreements(),
            *self._looks.on_judgement(),
            *self._position_cards(),
        ]
        self._add_columns(cards, beside)

    def _progress_card(self) -> Card:
        made = Card()
        coverage = self._lines.result.headline.coverage
        made.add(label(f"{coverage.answered} of {coverage.needed}", "figure", wrap=False))
        made.add(label("answers that a band needs", "subheading"))
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, max(coverage.needed, 1))
        bar.setValue(coverage.answered)
        bar.setAccessibleName(f"{coverage.answered} of {coverage.needed} answers")
        made.add(bar)
        made.add(label(self._lines.wording.answer(), "muted"))
        if still := self._lines.open():
            self._next = still[0].id
            go_on = button("Answer the next question", "main")
            go_on.clicked.connect(self._go_on)
            made.add_gap(2)
            beside = Lane(across=True)
            beside.add_small(go_on)
            beside.end()
            made.add(beside)
        return made

    def _go_on(self) -> None:
        self.question_wanted.emit(self._next)

    # Scores

    def _add_scores(self) -> None:
        lines, head = self._lines, self._lines.result.headline
        method = self._lines.questionnaire.methodology
        color = "exposure" if head.shown == "exposure" else "plain"
        headline = self._score_card(
            method.headline.composite, head, lines.wording.how_sure.named(), color,
            self._charts.scale,
        )  # fmt: skip
        cards = [headline]
        for way in method.headline.covered_by:
            named = lines.wording.how_sure.named_way(way)
            cards.append(
                self._score_card(
                    way, lines.result.composite(way), named, lines.color(way), self._charts.way(way)
                )
            )
        self._add_row(cards)

    def _score_card(
        self, key: str, score: HeadlineResult | CompositeResult, named: str, color: str, scale: Draw
    ) -> ScoreCard:
        made = ScoreCard(
            key, score.title, self._lines.wording.score(score.claimed), named,
            color=getattr(theme().tones.charts, color), scale=scale, about=self._lines.about(score),
        )  # fmt: skip
        made.answers_wanted.connect(self._reveal)
        return made

    def _reveal_first(self) -> None:
        self._reveal(self._lines.questionnaire.methodology.headline.composite)

    def _reveal(self, composite_id: str) -> None:
        """Open the dimensions of a score, and go there."""
        found = self._dimensions.reveal(composite_id) if self._dimensions is not None else None
        if found is not None:
            head, first = found
            self.place_wanted.emit(head)
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Charts

    def _map_cards(self) -> list[QWidget]:
        return [self._map_card()] if self._charts.map(theme().tones.charts, 700) else []

    def _bridge_cards(self) -> list[QWidget]:
        return [self._bridge_card()] if self._lines.result.headline.bridge is not None else []

    def _behind(self) -> list[QWidget]:
        """What stands behind the whole."""
        behind: list[QWidget] = []
        if self._lines.questionnaire.roles.concentration is not None:
            behind.append(self._slot("concentration"))
        return [*behind, self._slot("method")]

    def _map_card(self) -> Card:
        made = Card("The two ways out")
        self._map = ChartView(self._charts.map, least=470)
        self._map.wanted.connect(self.references_wanted)
        made.add(self._map)
        if self._references:
            note = (
                "The cross is as wide as the doubt: eight times out of ten each score lies on it. "
                "Hollow dots are listed companies, placed by us from the public answers counted "
                f"beside their names ({self._references[0].as_of}). The rest is unknown and scored "
                "so: illustrative, not investment advice."
            )
            made.add(label(note, "small"))
            more = button("Reference companies…", "link", tip="What is public about each of them")
            more.clicked.connect(self._ask_for_references)
            made.add_hanging(more, wide=False)
        verdict = self._lines.result.verdict
        if verdict is not None:
            made.add_gap(4)
            made.add(label(self._lines.wording.how_sure.verdict(), "subheading"))
            made.add(label(verdict.caveat, "muted"))
        return made

    def _ask_for_references(self) -> None:
        self.references_wanted.emit("")

    def _bridge_card(self) -> Card:
        made = Card("From what is at risk to what is left")
        made.add(label(f"{self._lines.wording.bridge_title()}.", "subheading"))
        bridge = ChartView(self._charts.bridge, least=440)
        bridge.wanted.connect(self._reveal)
        made.add(bridge)
        notes = [self._lines.bounds()]
        if self._lines.wording.how_sure.brief(self._lines.result.headline.id):
            notes.insert(
                0, "The line beside the last column is where it lies eight times out of ten."
            )
        if note := " ".join(part for part in notes if part):
            made.add(label(note, "small"))
        more = button("What these figures are made of", "link")
        more.clicked.connect(self._reveal_first)
        made.add_hanging(more, wide=False)
        return made

    def _position_cards(self) -> list[Card]:
        role = self._lines.questionnaire.roles.position
        if role is None or not self._lines.result.position:
            return []
        made = Card("What recurring revenue moves with")
        made.add(ChartView(self._charts.position, least=380))
        made.add_hanging(self._looks.links([self._lines.link(role.table)]))
        return [made]

    # Placing

    def _add_row(self, cards: Sequence[QWidget]) -> None:
        """Side by side where there is room, else one below the other."""
        row = Lane(across=self.columns == 2, hang=HANG)
        for one in cards:
            row.add(one, 1)
        self._layout.addWidget(row)

    def _add_columns(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Two columns where there is room and something for each; else one below the other."""
        if self.columns == 1 or not left or not right:
            for one in (*left, *right):
                self._add_row([one])
            return
        row = Lane(across=True, hang=HANG)
        for cards in (left, right):
            column = Lane()
            for one in cards:
                column.add(one)
            column.end()
            row.add(column, 1)
        self._layout.addWidget(row)

    def _dimensions_card(self, opened: Iterable[str]) -> Card:
        made = Card("By dimension", gap=2)
        made.add(label(f"{self._lines.wording.dimensions_title()}.", "subheading"))
        note = "Each dimension opens to its questions. The line is where it lies eight times out of ten, "
        note += "the diamond what is proven. A question’s "
        note += "credit runs from 0 to 100, and high is good; in brackets, while nothing is known."
        made.add(label(note, "small"))
        wide = self.columns == 2
        self._dimensions = DimensionList(self._lines.groups(), wide=wide, opened=opened)
        self._dimensions.question_wanted.connect(self.question_wanted)
        made.add_hanging(self._dimensions)
        return made


def balanced(cards: Sequence[QWidget]) -> tuple[list[QWidget], list[QWidget]]:
    """Two columns of about the same height; each card goes to the shorter one, in order."""
    columns: tuple[list[QWidget], list[QWidget]] = ([], [])
    heights = [0, 0]
    for card in cards:
        shorter = heights.index(min(heights))
        columns[shorter].append(card)
        heights[shorter] += card.sizeHint().height()
    return columns
