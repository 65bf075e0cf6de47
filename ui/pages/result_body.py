"""What the result page shows for one state of the answers; it is made anew for the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from boardkit.charts.palette import Palette
from boardkit.documents.pictures import Pictures
from boardkit.references import Reference
from ui.result_lines import Link, Remark, ResultLines
from ui.session import Session
from ui.theme import theme
from ui.widgets.chart_view import ChartView, Draw
from ui.widgets.dimension_list import DimensionList
from ui.widgets.labels import button, card, label
from ui.widgets.question_links import QuestionLinks, Unfolding
from ui.widgets.score_card import ScoreCard


class Charts:
    """Draws one result's charts at any width, in any colours; holds no widget."""

    def __init__(self, session: Session, references: Sequence[Reference]) -> None:
        self._from = (session.questionnaire, session.assessment, session.result, references)
        self._formats = session.formats

    def pictures(self, palette: Palette, width: float) -> Pictures:
        """The charts for a width."""
        return Pictures(*self._from, width=width, formats=self._formats, palette=palette)

    def scale(self, palette: Palette, width: float) -> str:
        """Where the headline stands."""
        return self.pictures(palette, width).scale()

    def way(self, composite_id: str) -> Draw:
        """How far one way out is open."""

        def draw(palette: Palette, width: float) -> str:
            return self.pictures(palette, width).way(composite_id)

        return draw

    def bridge(self, palette: Palette, width: float) -> str:
        """From what is at risk to what is left."""
        return self.pictures(palette, width).bridge()

    def map(self, palette: Palette, width: float) -> str:
        """The two ways out."""
        return self.pictures(palette, width).map(min(max(width * 0.5, 300), 380))

    def position(self, palette: Palette, width: float) -> str:
        """What recurring revenue moves with."""
        return self.pictures(palette, width).position()


class ResultBody(QWidget):
    """Headline, scores, charts, lists of what deserves a look, and the dimensions."""

    question_wanted = Signal(str)
    report_wanted = Signal()
    references_wanted = Signal()
    place_wanted = Signal(QWidget)

    def __init__(
        self, session: Session, references: Sequence[Reference], *,
        columns: int, opened: Iterable[str] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self.setObjectName("canvas")
        self.columns = columns
        self._lines = ResultLines(session)
        self._charts = Charts(session, references)
        self._references = references
        self._dimensions: DimensionList | None = None
        px = theme().px
        self._layout = QVBoxLayout(self)
        inset = px(34) if columns == 2 else px(20)
        self._layout.setContentsMargins(inset, px(24), inset, px(34))
        self._layout.setSpacing(px(16))
        self._add_head()
        if session.result.headline.too_early:
            self._add_too_early()
        else:
            self._add_scores()
            self._add_columns(self._chart_cards(), self._look_cards())
            self._add_dimensions(opened)
        self._layout.addStretch(1)

    @property
    def dimensions_opened(self) -> tuple[str, ...]:
        """The dimensions that are open."""
        return self._dimensions.opened if self._dimensions is not None else ()

    # The head

    def _add_head(self) -> None:
        wording = self._lines.wording
        row = QBoxLayout(
            QBoxLayout.Direction.LeftToRight
            if self.columns == 2
            else QBoxLayout.Direction.TopToBottom
        )
        row.setSpacing(theme().px(16))
        words = QVBoxLayout()
        words.setSpacing(theme().px(4))
        words.addWidget(label(f"{wording.conclusion()}.", "title"))
        if wording.money_sentence():
            words.addWidget(label(wording.money_sentence(), "lead"))
        standing = [] if self._lines.result.headline.too_early else [wording.standing()]
        words.addWidget(label(" ".join([*standing, f"{wording.answers_title()}."]), "muted"))
        if links := self._lines.behind_money():
            behind = Unfolding("Where the money figures come from", links)
            behind.wanted.connect(self.question_wanted)
            words.addWidget(behind)
        row.addLayout(words, 1)
        make = button("Make the board pack…", "main")
        make.clicked.connect(self.report_wanted)
        row.addWidget(make, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._layout.addLayout(row)

    # Before a band can be named

    def _add_too_early(self) -> None:
        cards = [self._progress_card()]
        if remark := self._card_of_links("Not answered yet", self._lines.open(), first=10):
            cards.append(remark)
        if unknown := self._card_of_links("Don’t know", self._lines.unknown()):
            cards.append(unknown)
        beside = [*self._disagreement_cards(), *self._judgement_cards(), *self._position_cards()]
        self._add_columns(cards, beside)

    def _progress_card(self) -> QFrame:
        frame, layout = card(margin=18)
        coverage = self._lines.result.headline.coverage
        figure = label(f"{coverage.answered} of {coverage.needed}", "figure", wrap=False)
        layout.addWidget(figure)
        layout.addWidget(label("of the answers that a band needs, at the least", "subheading"))
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, max(coverage.needed, 1))
        bar.setValue(coverage.answered)
        bar.setAccessibleName(f"{coverage.answered} of {coverage.needed} answers")
        layout.addWidget(bar)
        layout.addWidget(label(self._lines.wording.answer(), "muted"))
        return frame

    # Scores

    def _add_scores(self) -> None:
        lines, head = self._lines, self._lines.result.headline
        method = self._lines.questionnaire.methodology
        row = QBoxLayout(
            QBoxLayout.Direction.LeftToRight
            if self.columns == 2
            else QBoxLayout.Direction.TopToBottom
        )
        row.setSpacing(theme().px(16))
        band = head.band.title if head.band else ""
        color = "exposure" if head.shown == "exposure" else "plain"
        cards = [
            self._score_card(
                method.headline.composite, head.title, head.claimed,
                [band, lines.proven(head.claimed, head.proven)], color, self._charts.scale,
            )
        ]  # fmt: skip
        for way in method.headline.covered_by:
            composite = lines.result.composite(way)
            capped = "Capped" if any(gate.lowers for gate in composite.gates) else ""
            notes = [capped, lines.proven(composite.claimed, composite.proven)]
            cards.append(
                self._score_card(
                    way, composite.title, composite.claimed, notes, lines.color(way),
                    self._charts.way(way),
                )
            )  # fmt: skip
        for one in cards:
            row.addWidget(one, 1)
        self._layout.addLayout(row)

    def _score_card(
        self, key: str, title: str, claimed: float | None, notes: Sequence[str],
        color: str, scale: Draw,
    ) -> ScoreCard:  # fmt: skip
        note = " · ".join(note for note in notes if note)
        made = ScoreCard(
            key, title, self._lines.wording.score(claimed), note[:1].upper() + note[1:],
            getattr(theme().tones.charts, color), scale,
        )  # fmt: skip
        made.answers_wanted.connect(self._reveal)
        return made

    def _reveal(self, composite_id: str) -> None:
        """Open the dimensions of a score, and go there."""
        found = self._dimensions.reveal(composite_id) if self._dimensions is not None else None
        if found is not None:
            head, first = found
            self.place_wanted.emit(head)
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Charts

    def _chart_cards(self) -> list[QFrame]:
        cards = []
        if self._charts.map(theme().tones.charts, 700):
            cards.append(self._map_card())
        if self._lines.result.headline.bridge is not None:
            cards.append(self._bridge_card())
        return [*cards, *self._position_cards()]

    def _map_card(self) -> QFrame:
        frame, layout = card(margin=18)
        layout.addWidget(label("The two ways out", "kicker"))
        layout.addWidget(ChartView(self._charts.map, least=470))
        if self._references:
            note = (
                "Hollow dots are listed companies, placed by us from the public answers counted "
                f"beside their names ({self._references[0].as_of}). The rest is unknown and scored "
                "so: illustrative, not investment advice."
            )
            layout.addWidget(label(note, "small"))
            more = button("Reference companies…", tip="What is public about each of them")
            more.clicked.connect(self.references_wanted)
            layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        verdict = self._lines.result.verdict
        if verdict is not None:
            layout.addSpacing(theme().px(4))
            layout.addWidget(label(f"{verdict.title}.", "subheading"))
            layout.addWidget(label(verdict.caveat, "muted"))
        return frame

    def _bridge_card(self) -> QFrame:
        frame, layout = card(margin=18)
        layout.addWidget(label("From what is at risk to what is left", "kicker"))
        layout.addWidget(label(f"{self._lines.wording.bridge_title()}.", "subheading"))
        layout.addWidget(ChartView(self._charts.bridge, least=500))
        return frame

    def _position_cards(self) -> list[QFrame]:
        role = self._lines.questionnaire.roles.position
        if role is None or not self._lines.result.position:
            return []
        frame, layout = card(margin=18)
        layout.addWidget(label("What recurring revenue moves with", "kicker"))
        layout.addWidget(ChartView(self._charts.position, least=380))
        layout.addWidget(self._links([self._lines.link(role.table)]))
        return [frame]

    # What deserves a look

    def _look_cards(self) -> list[QFrame]:
        lines = self._lines
        lists = (
            self._card_of_links("Not answered yet", lines.open()),
            self._card_of_links("Don’t know", lines.unknown()),
        )
        return [
            *self._remark_cards("What caps a score", lines.gates()),
            *self._disagreement_cards(),
            *(frame for frame in lists if frame is not None),
            *self._judgement_cards(),
            *self._changed_cards(),
        ]

    def _disagreement_cards(self) -> list[QFrame]:
        return self._remark_cards("Answers that disagree", self._lines.disagreements())

    def _judgement_cards(self) -> list[QFrame]:
        made = self._card_of_links(
            "On judgement only", self._lines.on_judgement(),
            "Set back to unknown in what counts as proven, where that lowers a score.",
        )  # fmt: skip
        return [made] if made is not None else []

    def _changed_cards(self) -> list[QFrame]:
        made = self._card_of_links(
            "Changed since the scores were first seen", self._lines.changed_since_seen(),
            "The pack’s readers may ask why.",
        )  # fmt: skip
        return [made] if made is not None else []

    def _remark_cards(self, title: str, remarks: Sequence[Remark]) -> list[QFrame]:
        if not remarks:
            return []
        frame, layout = card(margin=18, gap=6)
        layout.addWidget(label(title, "kicker"))
        for remark in remarks:
            if remark.title:
                layout.addWidget(label(remark.title, "subheading"))
            layout.addWidget(label(remark.text))
            layout.addWidget(self._links(remark.links))
        return [frame]

    def _card_of_links(
        self, title: str, links: Sequence[Link], about: str = "", *, first: int = 5
    ) -> QFrame | None:
        if not links:
            return None
        frame, layout = card(margin=18, gap=6)
        head = QHBoxLayout()
        head.addWidget(label(title, "kicker"), 1)
        head.addWidget(label(str(len(links)), "kicker", wrap=False))
        layout.addLayout(head)
        if about:
            layout.addWidget(label(about, "small"))
        layout.addWidget(self._links(links, first=first))
        return frame

    def _links(self, links: Sequence[Link], *, first: int = 5) -> QuestionLinks:
        made = QuestionLinks(links, first=first)
        made.wanted.connect(self.question_wanted)
        return made

    # Placing

    def _add_columns(self, left: Sequence[QFrame], right: Sequence[QFrame]) -> None:
        """Two columns where there is room and something for each; else one below the other."""
        if self.columns == 1 or not left or not right:
            for one in (*left, *right):
                self._layout.addWidget(one)
            return
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        for column, stretch in ((left, 7), (right, 4)):
            layout = QVBoxLayout()
            layout.setSpacing(theme().px(16))
            for one in column:
                layout.addWidget(one)
            layout.addStretch(1)
            row.addLayout(layout, stretch)
        self._layout.addLayout(row)

    def _add_dimensions(self, opened: Iterable[str]) -> None:
        frame, layout = card(margin=18, gap=2)
        layout.addWidget(label("By dimension", "kicker"))
        layout.addWidget(label(f"{self._lines.wording.dimensions_title()}.", "subheading"))
        note = "Each dimension opens to its questions. The diamond is what is proven. A question’s "
        note += "credit runs from 0 to 100, and high is good; in brackets, while nothing is known."
        layout.addWidget(label(note, "small"))
        self._dimensions = DimensionList(
            self._lines.groups(), wide=self.columns == 2, opened=opened
        )
        self._dimensions.question_wanted.connect(self.question_wanted)
        layout.addWidget(self._dimensions)
        self._layout.addWidget(frame)
