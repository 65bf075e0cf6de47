"""The scores beside a question, as the answers stand, and how sure they are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from boardkit.chances import what_a_draw_is
from boardkit.documents.how_sure import HowSure
from boardkit.english import in_sentence
from boardkit.scoring.result import Scored
from boardkit.scoring.spreads import Intervals
from ui.score_lines import ScoreLine, ScoreLines
from ui.session import Session
from ui.widgets.labels import button, label
from ui.widgets.reasons import PaneColumn
from ui.widgets.score_bars import ScoreBars

PROVEN = "The diamond is what is proven: judgement set back to unknown."


class LiveScores(QWidget):
    """Shown once there are enough answers; one click hides them, and then nothing is told of them."""

    toggled = Signal(bool)

    def __init__(self, session: Session, *, shown: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._session = session
        self._shown = shown
        self._lines = ScoreLines(session.questionnaire.methodology)
        self._told: tuple[Scored, Intervals | None] | None = None  # what is shown now
        layout = PaneColumn(self)
        layout.addWidget(label("Scores so far", "kicker"))
        self._bars = ScoreBars()
        layout.addWidget(self._bars)
        self._verdict = label("")
        layout.addWidget(self._verdict)
        self._note = label("", "small")
        layout.addWidget(self._note)
        self._toggle = button("Hide scores", "link")
        self._toggle.clicked.connect(self._flip)
        layout.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        session.intervals_ready.connect(self.show_scores)
        self.show_scores()

    def show_scores(self) -> None:
        """The scores as the answers stand, or how many answers are still needed; noted as seen."""
        if self.paint_scores():
            self._session.see_scores()

    def paint_scores(self) -> bool:
        """The same, of answers that may not be kept yet, and so not noted; whether there are scores."""
        result = self._session.glance
        ready = not result.headline.too_early
        visible = ready and self._shown
        self._bars.setVisible(visible)
        self._toggle.setVisible(ready)
        self._toggle.setText("Hide scores" if self._shown else "Show scores")
        if visible:
            self._show_all(result)
        else:
            self._told = None
            self._bars.show_lines(())
            _say(self._verdict, "")
            _say(self._note, "Scores are hidden." if ready else _how_many(result))
        return visible

    def _show_all(self, result: Scored) -> None:
        session = self._session
        intervals = session.intervals
        told = self._told
        if told is not None and told[0] is result and told[1] is intervals:
            return  # they were painted before the answer was written
        self._told = result, intervals
        lines = self._lines.lines(result, intervals, session.formats)
        self._bars.show_lines(lines)
        self._bars.repaint()  # before everything else that an answer changes: the eye rests here
        verdict, note = "", _legend(lines)
        if intervals is not None:
            method, head = session.questionnaire.methodology, result.headline
            sure = HowSure(result, intervals, method, session.formats)
            verdict = sure.verdict()
            drawn = what_a_draw_is(intervals.draws, session.formats)
            note = f"{sure.range(head.id, in_sentence(head.title))} {drawn} {note}".strip()
        _say(self._verdict, verdict)
        _say(self._note, note)

    def _flip(self) -> None:
        self._shown = not self._shown
        self.toggled.emit(self._shown)
        self.show_scores()


def _say(where: QLabel, text: str) -> None:
    where.setText(text)
    where.setVisible(bool(text))


def _legend(lines: tuple[ScoreLine, ...]) -> str:
    return PROVEN if any(line.proven is not None for line in lines) else ""


def _how_many(result: Scored) -> str:
    coverage = result.headline.coverage
    return (
        f"Scores appear when there are enough answers to name a band: {coverage.answered} of "
        f"{coverage.needed} so far."
    )
