"""What stands beside a question: the reasons for asking it, and the scores so far."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
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


class Reasons(QWidget):
    """Why the board asks a question, what proves its answer, and the facts on record."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._session = session
        self._texts = _column(self)

    def show_question(self, question: QuestionBase) -> None:
        """Those of this question."""
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
            self._texts.addSpacing(theme().px(6))
        self._texts.addStretch(1)

    def _part(self, title: str, text: str) -> None:
        if text:
            self._texts.addWidget(label(title, "kicker"))
            self._texts.addWidget(label(text[:1].upper() + text[1:]))
            self._texts.addSpacing(theme().px(8))


class Scores(QWidget):
    """The scores as the answers stand, once there are enough of them; one click hides them."""

    toggled = Signal(bool)

    def __init__(self, session: Session, *, shown: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._session = session
        self._shown = shown
        self._before: dict[str, float] = {}
        layout = _column(self)
        layout.addWidget(label("Scores so far", "kicker"))
        self._bars = ScoreBars()
        layout.addWidget(self._bars)
        self._note = label("", "small")
        layout.addWidget(self._note)
        self._toggle = button("Hide scores", "link")
        self._toggle.clicked.connect(self._flip)
        layout.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_scores()

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

    def _flip(self) -> None:
        self._shown = not self._shown
        self.toggled.emit(self._shown)
        self.show_scores()

    def _made_bars(self, result: Result) -> list[Bar]:
        method = self._session.questionnaire.methodology
        formats = self._session.formats
        factor, decimals = method.display.scale / 100, method.display.decimals
        head = result.headline
        own = "exposure" if head.shown == "exposure" else "plain"
        scores = [(head.id, head.title, head.claimed, head.proven, own)]
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


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    inset = theme().px(18)
    layout.setContentsMargins(inset, theme().px(12), inset, theme().px(12))
    layout.setSpacing(theme().px(5))
    return layout


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
