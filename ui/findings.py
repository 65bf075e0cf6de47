"""What the answers come to: scores at once, how sure they are, and what drives them.

Scores take a few milliseconds, and are worked out when they are read. So are the intervals, once there
are draws to start from: the first draws take a second and are made in the background. What drives the
scores and what to do about them is worked out in the background too, when the answers have rested.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from boardkit.assessment import Assessment
from boardkit.questionnaire import Questionnaire
from boardkit.scoring import Result, Scoring, result_of
from boardkit.scoring.analysis import Analysis, analyse
from boardkit.scoring.assembling import glance_of
from boardkit.scoring.result import Glance
from boardkit.scoring.spreads import Intervals
from boardkit.scoring.uncertainty import Drawn, drawn
from ui.jobs import Jobs, Progress
from ui.later import Later

REST = 400  # milliseconds without a change before the analysis is worth starting


@dataclass
class Found:
    """What is known so far of one state of the answers."""

    scoring: Scoring
    glance: Glance | None = None
    result: Result | None = None
    intervals: Intervals | None = None
    analysis: Analysis | None = None


class Findings(QObject):
    """Of one assessment after another, as its answers change.

    Reading ``intervals`` or ``analysis`` asks for it; where it is None, ``intervals_ready`` or
    ``analysed`` says when it has come. Without ``jobs`` both are worked out on the spot.
    """

    intervals_ready = Signal()
    analysed = Signal()

    def __init__(
        self,
        questionnaire: Questionnaire,
        assessment: Assessment,
        jobs: Jobs | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._questionnaire, self._jobs = questionnaire, jobs
        self._drawn: Drawn | None = None  # of these answers or of some before them
        self._drawing: Later | None = None
        self._analysing: Later | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._start_analysis)
        self.take(assessment)

    def take(self, assessment: Assessment) -> None:
        """The answers are these from now on; what was being worked out of others is dropped."""
        self.put_back(Found(Scoring(self._questionnaire, assessment)))

    def put_back(self, found: Found) -> None:
        """The answers are again those of which this was ``found``, or they are new ones."""
        self.found = found
        self._rest.stop()
        if self._analysing is not None:
            self._analysing.cancel()
            self._analysing = None

    @property
    def glance(self) -> Glance:
        """The scores of the answers as they stand, worked out when they are first read."""
        if self.found.glance is None:
            self.found.glance = glance_of(self.found.scoring)
        return self.found.glance

    @property
    def result(self) -> Result:
        """The same with all that they are made from."""
        if self.found.result is None:
            self.found.result = result_of(self.found.scoring, self.glance)
        return self.found.result

    # How sure

    @property
    def intervals(self) -> Intervals | None:
        """How sure each score is; None until the first draws are made."""
        found = self.found
        if found.intervals is None:
            if self._drawn is not None or self._jobs is None:
                self._drawn = drawn(found.scoring, self._drawn)  # only what changed is drawn again
                found.intervals = self._drawn.intervals
            elif self._drawing is None:
                self._start_drawing(self._jobs)
        return found.intervals

    def _start_drawing(self, jobs: Jobs) -> None:
        scoring = self._fresh()
        self._drawing = Later(jobs, lambda progress: drawn(scoring))
        self._drawing.done.connect(self._take_draws)
        self._drawing.failed.connect(self._fail_to_draw)

    def _take_draws(self, made: Drawn) -> None:
        self._drawing, self._drawn = None, made
        self.intervals_ready.emit()

    def _fail_to_draw(self, fault: Exception) -> None:
        self._drawing = None
        raise fault

    # What drives it, and what to do

    @property
    def analysis(self) -> Analysis | None:
        """Drivers, what to firm up, the smallest moves and the rest; None until worked out."""
        found = self.found
        if found.analysis is None and self._jobs is None:
            found.analysis = analyse(found.scoring)
        elif found.analysis is None and self._analysing is None and not self._rest.isActive():
            self._rest.start()
        return found.analysis

    def _start_analysis(self) -> None:
        assert self._jobs is not None
        scoring = self._fresh()

        def work(progress: Progress) -> Analysis:
            return analyse(scoring, progress.check)

        self._analysing = Later(self._jobs, work)
        self._analysing.done.connect(self._take_analysis)
        self._analysing.failed.connect(self._fail_to_analyse)

    def _take_analysis(self, analysis: Analysis) -> None:
        self._analysing = None
        self.found.analysis = analysis
        self.analysed.emit()

    def _fail_to_analyse(self, fault: Exception) -> None:
        self._analysing = None
        raise fault

    def _fresh(self) -> Scoring:
        """A scoring that no other thread reads meanwhile."""
        return Scoring(self._questionnaire, self.found.scoring.assessment)
