"""The pane beside a question: why the board asks, what proves it, facts on record, the scores."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.questionnaire import Fact
from boardkit.questions import QuestionBase
from boardkit.scoring.result import Result
from ui.session import Session
from ui.theme import theme
from ui.widgets.labels import button, label
from ui.widgets.score_bars import Bar, ScoreBars

TRUST = {
    "high": "high confidence",
    "medium": "medium confidence",
    "low": "low confidence",
    "opinion": "an opinion",
}


class SidePane(QWidget):
    """Redrawn for each question, and for each change of the answers."""

    scores_toggled = Signal(bool)

    def __init__(
        self, session: Session, *, show_scores: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._session = session
        self._shown = show_scores
        self._before: dict[str, float] = {}
        layout = QVBoxLayout(self)
        inset = theme().px(18)
        layout.setContentsMargins(inset, inset, inset, inset)
        layout.setSpacing(theme().px(6))
        self._texts = QVBoxLayout()
        self._texts.setSpacing(theme().px(6))
        layout.addLayout(self._texts)
        layout.addSpacing(theme().px(10))
        self._kicker = label("Scores so far", "kicker")
        layout.addWidget(self._kicker)
        self._bars = ScoreBars()
        layout.addWidget(self._bars)
        self._note = label("", "small")
        layout.addWidget(self._note)
        self._toggle = button("Hide scores", "link")
        self._toggle.clicked.connect(self._flip)
        layout.addWidget(self._toggle)
        layout.addStretch(1)

    def show_question(self, question: QuestionBase) -> None:
        """Why the board asks this one, what proves it, and what is on record."""
        while (item := self._texts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._part("Why the board asks", question.why)
        self._part("What proves it", question.proof)
        facts = [self._session.questionnaire.fact(fact) for fact in question.facts]
        if facts:
            self._texts.addWidget(label("On record", "kicker"))
        for fact in facts:
            self._texts.addWidget(label(fact.claim))
            self._texts.addWidget(label(_backing(fact), "small"))
        self.show_scores()

    def _part(self, title: str, text: str) -> None:
        if text:
            self._texts.addWidget(label(title, "kicker"))
            self._texts.addWidget(label(text[:1].upper() + text[1:]))
            self._texts.addSpacing(theme().px(8))

    def show_scores(self) -> None:
        """The scores as the answers stand, or how many answers are still needed."""
        result = self._session.result
        head = result.headline
        ready = not head.too_early
        visible = ready and self._shown
        self._bars.setVisible(visible)
        self._toggle.setVisible(ready)
        self._toggle.setText("Hide scores" if self._shown else "Show scores")
        if not ready:
            self._note.setText(_how_many(result))
        elif visible:
            self._bars.show_bars(self._made_bars(result))
            self._note.setText(
                "The diamond is what is proven: judgement set back to unknown."
                if _differs(result)
                else ""
            )
            self._session.see_scores()
        else:
            self._note.setText("Scores are hidden.")
        self._note.setVisible(bool(self._note.text()))

    @property
    def shows_scores(self) -> bool:
        """Whether scores are shown once there are any."""
        return self._shown

    def _flip(self) -> None:
        self._shown = not self._shown
        self.scores_toggled.emit(self._shown)
        self.show_scores()

    def _made_bars(self, result: Result) -> list[Bar]:
        method = self._session.questionnaire.methodology
        formats = self._session.formats
        factor, decimals = method.display.scale / 100, method.display.decimals
        scores = [
            (
                result.headline.id,
                result.headline.title,
                result.headline.claimed,
                result.headline.proven,
                "exposure" if result.headline.shown == "exposure" else "plain",
            )
        ]
        colors = ("first_derivative", "resale")
        for index, way in enumerate(method.headline.covered_by):
            composite = result.composite(way)
            color = colors[index] if index < len(colors) else "plain"
            scores.append((way, composite.title, composite.claimed, composite.proven, color))
        bars = []
        for key, title, claimed, proven, color in scores:
            if claimed is None:
                continue
            text = formats.number(claimed * factor, decimals, exact=True)
            change = claimed - self._before.get(key, claimed)
            moved = ""
            if abs(change * factor) >= 0.5 * 10.0**-decimals:
                arrow = "▲" if change > 0 else "▼"
                moved = f"{arrow}\u2009{formats.number(abs(change) * factor, decimals)}"
            self._before[key] = claimed
            apart = proven is not None and abs(proven - claimed) >= 0.05
            bars.append(Bar(title, claimed, proven if apart else None, text, moved, color))
        return bars


def _how_many(result: Result) -> str:
    coverage = result.headline.coverage
    return (
        f"Scores appear when there are enough answers to name a band: {coverage.answered} of "
        f"{coverage.needed} so far."
    )


def _differs(result: Result) -> bool:
    head = result.headline
    return (
        head.claimed is not None
        and head.proven is not None
        and abs(head.claimed - head.proven) > 0.05
    )


def _backing(fact: Fact) -> str:
    text = f"{fact.source}, {fact.as_of}; {TRUST[fact.confidence]} ({fact.id})."
    return f"{fact.note} {text}" if fact.note else text
