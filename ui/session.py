"""The open assessment: every edit goes through here, and one signal says that it changed.

Pages read the session and draw; they never write while they fill themselves. An edit is on disk when
``give`` returns. Undo and redo are rows of the library like any other, so that nothing is ever erased.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from boardkit.assessment import Answer, Assessment, Details
from boardkit.formats import Formats
from boardkit.library import Library, fold
from boardkit.questionnaire import Questionnaire
from boardkit.reading import Reading
from boardkit.scoring import Result
from boardkit.scoring.analysis import Analysis
from boardkit.scoring.spreads import Intervals
from ui.findings import Findings
from ui.jobs import Jobs
from ui.questions.draft import Draft


@dataclass(frozen=True)
class Step:
    """One edit that can be undone."""

    subject: str  # a question's id, or "" for the details
    before: Answer | Details | None
    after: Answer | Details | None


class Session(QObject):
    """One assessment of the library, open for editing.

    It is the one place that holds what the answers come to. ``result`` is there at once.
    ``intervals`` and ``analysis`` are None until they have been worked out: to read them is to ask for
    them, and ``intervals_ready`` and ``analysed`` say when they have come. What follows an answer is
    always that of the answers as they stand, never of older ones.
    """

    changed = Signal()  # the answers or the details; whoever shows them reads all of it again
    intervals_ready = Signal()  # the first time; from then on they follow each answer at once
    analysed = Signal()  # once the answers have rested

    def __init__(
        self,
        library: Library,
        assessment_id: str,
        *,
        locale: str = "en",
        jobs: Jobs | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self.locale = locale
        self.assessment: Assessment = library.assessment(assessment_id)
        self.questionnaire: Questionnaire = library.questionnaire(
            self.assessment.questionnaire.digest
        )
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._findings = Findings(self.questionnaire, self.assessment, jobs, self)
        self._findings.intervals_ready.connect(self.intervals_ready)
        self._findings.analysed.connect(self.analysed)
        self.saved_at: datetime | None = None
        self.drafts: dict[str, Draft] = {}  # given with no answer to go with yet, by question
        self._seen = library.scores_seen(assessment_id)

    # What pages read

    @property
    def details(self) -> Details:
        """About whom the assessment is."""
        return self.assessment.details

    @property
    def formats(self) -> Formats:
        """How this person reads numbers."""
        return Formats(self.locale, self.details.currency)

    @property
    def reading(self) -> Reading:
        """The answers on path."""
        return self._findings.scoring.reading

    @property
    def result(self) -> Result:
        """The scores of the answers as they stand."""
        return self._findings.result

    @property
    def intervals(self) -> Intervals | None:
        """How sure each of those scores is; None until the first draws are made."""
        return self._findings.intervals

    @property
    def analysis(self) -> Analysis | None:
        """What drives the scores and what to do about them; None until it is worked out."""
        return self._findings.analysis

    def answer(self, question_id: str) -> Answer | None:
        """What was said, whether or not the question is on path."""
        return self.assessment.answers.get(question_id)

    @property
    def scores_seen(self) -> bool:
        """Whether the result has ever been looked at."""
        return self._seen

    def changed_since_seen(self) -> tuple[str, ...]:
        """The questions answered otherwise after the scores were first looked at."""
        if not self._seen:
            return ()
        history = self._library.history(self.assessment.id)
        first = next(change.seq for change in history if change.kind == "seen")
        later = {
            change.subject for change in history if change.kind == "answer" and change.seq > first
        }
        before = fold(self.assessment.id, [c for c in history if c.seq < first]).answers
        return tuple(
            question.id
            for question in self.questionnaire.questions
            if question.id in later and not _same(before.get(question.id), self.answer(question.id))
        )

    # Edits

    def give(self, question_id: str, answer: Answer | None) -> None:
        """Answer a question, or take its answer back.

        Raises AnswerError, and changes nothing, when the answer does not fit; LibraryError when it
        could not be saved.
        """
        before = self.answer(question_id)
        if _same(before, answer):
            return
        after = self._write(question_id, answer)
        self._done.append(Step(question_id, before, after))
        self._undone.clear()
        self._tell()

    def revise(self, details: Details) -> None:
        """Change about whom the assessment is, or for which meeting."""
        before = self.details
        if before == details:
            return
        self._write("", details)
        self._done.append(Step("", before, details))
        self._undone.clear()
        self._tell()

    def see_scores(self) -> None:
        """Note, once, that the scores have been looked at: what changes afterwards is marked."""
        if not self._seen:
            self._library.see_scores(self.assessment.id)
            self._seen = True

    @property
    def undo_text(self) -> str:
        """What undo would do, for its menu entry; nothing when there is nothing to undo."""
        return f"Undo {self._named(self._done[-1])}" if self._done else ""

    @property
    def redo_text(self) -> str:
        """What redo would do."""
        return f"Redo {self._named(self._undone[-1])}" if self._undone else ""

    def undo(self) -> str | None:
        """Take back the last edit; the subject it was about, or None when there was none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._write(step.subject, step.before)
        self._undone.append(step)
        self._tell()
        return step.subject

    def redo(self) -> str | None:
        """Make the last undone edit again."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._write(step.subject, step.after)
        self._done.append(step)
        self._tell()
        return step.subject

    def _named(self, step: Step) -> str:
        if not step.subject:
            return "the change of details"
        return f"{step.subject}, {self.questionnaire.question(step.subject).short.lower()}"

    def _write(self, subject: str, value: Answer | Details | None) -> Answer | None:
        if isinstance(value, Details):
            change = self._library.revise(self.assessment.id, value)
            self.assessment = self.assessment.model_copy(update={"details": value})
            stored = None
        else:
            change = self._library.record(self.assessment.id, subject, value)
            stored = change.answer
            self.assessment = self.assessment.with_answer(subject, stored)
        self.saved_at = change.at
        return stored

    def _tell(self) -> None:
        self._findings.take(self.assessment)
        self.changed.emit()


def _same(one: Answer | None, other: Answer | None) -> bool:
    """Whether two answers say the same, whoever gave them and when."""
    if one is None or other is None:
        return one is other
    unsigned = {"author": "", "at": None}
    return one.model_copy(update=unsigned) == other.model_copy(update=unsigned)
