"""The open assessment: every edit goes through here, and one signal says that it changed.

Pages read the session and draw; they never write while they fill themselves. An edit is on disk when
``give`` returns; what it does to the scores is seen a moment before. Undo and redo are rows of the
library like any other, so that nothing is ever erased.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from boardkit.assessment import Answer, Assessment, Details
from boardkit.errors import LibraryError
from boardkit.following import Confirming, confirmed
from boardkit.formats import Formats
from boardkit.library import Change, Library, Milestone
from boardkit.library.revising import revised_after_seen, say_the_same
from boardkit.questionnaire import Questionnaire
from boardkit.questions import SingleQuestion
from boardkit.reading import Reading
from boardkit.scoring import Result
from boardkit.scoring.analysis import Analysis
from boardkit.scoring.result import Glance
from boardkit.scoring.spreads import Intervals
from ui.findings import Findings
from ui.jobs import Jobs
from ui.later import Later
from ui.questions.draft import Draft
from ui.steps import Leap, Step, recalled
from ui.trail import Trail, named

RECALL_AFTER = 300  # milliseconds: the first question does not wait for the edits of earlier days


class Session(QObject):
    """One assessment of the library, open for editing.

    It is the one place that holds what the answers come to. ``result`` is there at once.
    ``intervals`` and ``analysis`` are None until they have been worked out: to read them is to ask for
    them, and ``intervals_ready`` and ``analysed`` say when they have come. What follows an answer is
    always that of the answers as they stand, never of older ones.
    """

    scored = Signal()  # an answer that is about to be written: only what must be seen first listens
    changed = Signal()  # the answers or the details; whoever shows them reads all of it again
    milestones_changed = Signal()  # one was kept, renamed, removed or put back
    replaced = Signal()  # it answers another questionnaire now: pages are to be made anew
    intervals_ready = Signal()  # the first time; from then on they follow each answer at once
    analysed = Signal()  # once the answers have rested
    recalled = Signal()  # the edits of earlier days can be undone now

    def __init__(
        self,
        library: Library,
        assessment_id: str,
        *,
        locale: str = "en",
        jobs: Jobs | None = None,
        milestone: Milestone | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Open the working state, or, to be read only, what it was at a milestone.

        Without a parent it lasts as long as the jobs that work for it.
        """
        super().__init__(parent or jobs)
        self._library, self._jobs = library, jobs
        self.locale = locale
        self.milestone = milestone
        if milestone is None:
            self.assessment: Assessment
            self.assessment, self._opened_at = library.numbered(assessment_id)
        else:
            self.assessment = library.at(assessment_id, milestone.seq)
        self._trail = Trail()
        self._confirming: Confirming | None = None
        self._find_out()
        self.saved_at: datetime | None = None
        self.unsaved = False  # the last answer could not be written
        self.drafts: dict[str, Draft] = {}  # given with no answer to go with yet, by question
        self._seen = library.scores_seen(assessment_id)
        if milestone is not None:
            self._seen = any(change.kind == "seen" for change in self._history())
        elif jobs is None:
            self._take_recalled(self._recall())
        else:
            QTimer.singleShot(RECALL_AFTER, self, lambda: self._start_recalling(jobs))

    # Edits of earlier days

    def _recall(self) -> list[Step | Leap]:
        """What this author did before the assessment was opened, and can still undo."""
        history = self._library.history(self.assessment.id)
        before = [change for change in history if change.seq <= self._opened_at]
        locked = {
            question.id
            for question in self.questionnaire.questions
            if isinstance(question, SingleQuestion) and question.locked_after_scores and self._seen
        }
        return recalled(self.assessment.id, before, self._library.author, frozenset(locked))

    def _start_recalling(self, jobs: Jobs) -> None:
        work = Later(jobs, lambda progress: self._recall())
        work.done.connect(self._take_recalled)
        work.failed.connect(self._fail_to_recall)

    def _take_recalled(self, steps: list[Step | Leap]) -> None:
        self._trail.recall(steps)
        self.recalled.emit()

    def _fail_to_recall(self, fault: Exception) -> None:
        raise fault

    def _find_out(self) -> None:
        """Start from the questionnaire that the assessment is pinned to."""
        digest = self.assessment.questionnaire.digest
        self.questionnaire: Questionnaire = self._library.questionnaire(digest)
        self._findings = Findings(self.questionnaire, self.assessment, self._jobs, self)
        self._findings.intervals_ready.connect(self.intervals_ready)
        self._findings.analysed.connect(self.analysed)

    # What pages read

    @property
    def read_only(self) -> bool:
        """Whether it is only looked at, since it is what a milestone keeps."""
        return self.milestone is not None

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
        return self._findings.found.scoring.reading

    @property
    def glance(self) -> Glance:
        """The scores of the answers as they stand, for whoever needs no more and cannot wait."""
        return self._findings.glance

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

    @property
    def confirming(self) -> Confirming:
        """What of the answers carried over is still to be confirmed, by the day of the meeting."""
        if self._confirming is None:
            self._confirming = Confirming.of(self.reading, self.evidence_day)
        return self._confirming

    @property
    def evidence_day(self) -> date:
        """The day on which evidence has to hold: that of the meeting, or today."""
        return self.details.board_date or date.today()

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
        revised = revised_after_seen(self._history(), self.assessment)
        asked = (question.id for question in self.questionnaire.questions)
        return tuple(question_id for question_id in asked if question_id in revised)

    def _history(self) -> tuple[Change, ...]:
        """What happened until now, or until the milestone."""
        history = self._library.history(self.assessment.id)
        last = None if self.milestone is None else self.milestone.seq
        return tuple(change for change in history if last is None or change.seq <= last)

    # Edits

    def give(self, question_id: str, answer: Answer | None) -> None:
        """Answer a question, or take its answer back.

        The scores that follow from it are painted before it is written, since the disk may take longer
        than all the rest; nothing else happens in between. Raises AnswerError, and changes nothing,
        when the answer does not fit; LibraryError when it could not be saved: then what was painted
        is taken back.
        """
        before = self.answer(question_id)
        if say_the_same(before, answer):
            return
        self._check()
        earlier, known = self.assessment, self._findings.found
        after, at = self._library.as_kept(self.questionnaire, question_id, answer)
        self.assessment = earlier.with_answer(question_id, after)
        self._findings.take(self.assessment)
        self._confirming = None
        self.scored.emit()
        try:
            change = self._library.record(earlier.id, question_id, after, at)
        except BaseException:
            self.assessment = earlier
            self._findings.put_back(known)
            self._confirming = None
            self.unsaved = True
            self.changed.emit()
            raise
        self._note_saved(change)
        self._trail.add(Step(question_id, before, after))
        self.changed.emit()

    def revise(self, details: Details) -> None:
        """Change about whom the assessment is, or for which meeting."""
        before = self.details
        if before == details:
            return
        self._write("", details)
        self._trail.add(Step("", before, details))
        self._tell()

    def confirm(self, question_ids: Iterable[str]) -> None:
        """Say carried-over answers again as they are, all at once; undone at once too."""
        answers = {
            key: confirmed(answer)
            for key in question_ids
            if (answer := self.answer(key)) is not None and answer.to_confirm
        }
        self._check()
        before = self.assessment
        changes = self._library.record_all(before.id, answers)
        for change in changes:
            self.assessment = self.assessment.with_answer(change.subject, change.answer)
        if changes:
            self._note_saved(changes[-1])
            count = "one answer" if len(changes) == 1 else f"{len(changes)} answers"
            self._trail.add(Leap(f"the confirmation of {count}", before, self.assessment))
            self._tell()

    def keep_milestone(self, name: str) -> Milestone:
        """Give the present state a name, for good, and keep the headline of now beside it."""
        from boardkit.scoring import Scoring
        from boardkit.scoring.headline_note import headline_note
        from boardkit.scoring.uncertainty import intervals

        display = self.questionnaire.methodology.display
        # Soon after the start they may not be there yet, and the note is for good.
        known = self.intervals or intervals(Scoring(self.questionnaire, self.assessment))
        note = headline_note(self.result, known, display)
        kept = self._library.keep_milestone(self.assessment.id, name, note)
        self.milestones_changed.emit()
        return kept

    def go_back_to(self, milestone: Milestone) -> None:
        """Make the assessment what it was at a milestone; what it is now gets a milestone first."""
        self._check()
        before = self.assessment
        if self._library.at(before.id, milestone.seq) == before:
            return
        what = f"going back to “{milestone.name}”"
        self.keep_milestone(f"Before {what}"[:400])
        self._leap(what, self._library.return_to(before.id, milestone.seq))

    def move_to(self, questionnaire: Questionnaire) -> None:
        """Answer another version of the questionnaire; what it is now gets a milestone first."""
        from boardkit.migration import migrate

        self._check()
        moved, _ = migrate(self.assessment, self.questionnaire, questionnaire)
        what = f"moving to version {questionnaire.version} of the questionnaire"
        self.keep_milestone(f"Before {what}")
        self._leap(what, self._library.bring_to(moved, questionnaire))

    def see_scores(self) -> None:
        """Note, once, that the scores have been looked at: what changes afterwards is marked."""
        if not self._seen and not self.read_only:
            self._library.see_scores(self.assessment.id)
            self._seen = True

    @property
    def undo_text(self) -> str:
        """What undo would do, for its menu entry; nothing when there is nothing to undo."""
        return self._text("Undo", self._trail.last)

    @property
    def redo_text(self) -> str:
        """What redo would do."""
        return self._text("Redo", self._trail.next)

    def _text(self, verb: str, step: Step | Leap | None) -> str:
        return "" if step is None else f"{verb} {named(step, self.questionnaire)}"

    def undo(self) -> str | None:
        """Take back the last edit; the subject it was about, or None when there was none."""
        step = self._trail.last
        if step is None:
            return None
        self._put(step, step.before)
        self._trail.go_back()
        self._tell()
        return step.subject if isinstance(step, Step) else ""

    def redo(self) -> str | None:
        """Make the last undone edit again."""
        step = self._trail.next
        if step is None:
            return None
        self._put(step, step.after)
        self._trail.go_on()
        self._tell()
        return step.subject if isinstance(step, Step) else ""

    def _put(self, step: Step | Leap, value: Answer | Details | Assessment | None) -> None:
        if isinstance(value, Assessment):
            questionnaire = self._library.questionnaire(value.questionnaire.digest)
            changes = self._library.bring_to(value, questionnaire)
            if changes:
                self._note_saved(changes[-1])
            self._become(value)
        elif isinstance(step, Step):
            self._write(step.subject, value)

    def _leap(self, what: str, changes: Sequence[Change]) -> None:
        """Take what the library has made of the assessment for its present state."""
        before = self.assessment
        self._note_saved(changes[-1])
        self._become(self._library.assessment(before.id))
        self._trail.add(Leap(what, before, self.assessment))
        self._tell()

    def _become(self, assessment: Assessment) -> None:
        """Take another state of the assessment for the present one."""
        other = assessment.questionnaire != self.assessment.questionnaire
        self.assessment = assessment
        if other:
            # What was typed for one questionnaire need not fit the inputs of another.
            for key, draft in self.drafts.items():
                self.drafts[key] = replace(draft, entered=())
            self._findings.deleteLater()
            self._find_out()
            self.replaced.emit()

    def _check(self) -> None:
        if self.read_only:
            raise LibraryError("A milestone is kept as it is. Change the assessment itself.")

    def _write(self, subject: str, value: Answer | Details | None) -> Answer | None:
        self._check()
        if isinstance(value, Details):
            change = self._library.revise(self.assessment.id, value)
            self.assessment = self.assessment.model_copy(update={"details": value})
            stored = None
        else:
            change = self._library.record(self.assessment.id, subject, value)
            stored = change.answer
            self.assessment = self.assessment.with_answer(subject, stored)
        self._note_saved(change)
        return stored

    def _note_saved(self, change: Change) -> None:
        self.saved_at, self.unsaved = change.at, False

    def _tell(self) -> None:
        self._confirming = None
        self._findings.take(self.assessment)
        self.changed.emit()
