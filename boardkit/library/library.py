"""The library: assessments by id, and every change to them, kept for ever."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from sqlite3 import Connection

from pydantic import JsonValue, ValidationError

from boardkit.assessment import Answer, Assessment, Details, Pin
from boardkit.errors import AnswerError, LibraryError, NotFoundError
from boardkit.library import rows
from boardkit.library.admitting import admitted_answers, admitted_payload, storable
from boardkit.library.changes import (
    LOCAL,
    Change,
    Kind,
    Mark,
    changes_of,
    leads_to,
    said_between,
)
from boardkit.library.milestones import Milestone
from boardkit.library.reader import Reader
from boardkit.questionnaire import Questionnaire


class Library(Reader):
    """The assessments of one file, for one author.

    Several threads may share one, and several processes may open the same file: writers take
    turns. A change is on disk when the method that makes it returns. Every method raises
    LibraryError when the file fails, and NotFoundError for an assessment that is not in it.
    """

    # Assessments in and out

    def create(
        self,
        questionnaire: Questionnaire,
        details: Details,
        answers: Mapping[str, Answer] | None = None,
    ) -> Assessment:
        """A new assessment; answers without author and time get this author and now.

        Raises AnswerError when an answer does not fit.
        """
        at = self._now()
        signed = {
            key: answer.model_copy(
                update={"author": answer.author or self.author, "at": answer.at or at}
            )
            for key, answer in (answers or {}).items()
        }
        return self.add(
            Assessment(
                id=uuid.uuid4().hex,
                questionnaire=Pin.of(questionnaire),
                details=details,
                answers=signed,
            ),
            questionnaire,
        )

    def add(
        self,
        assessment: Assessment,
        questionnaire: Questionnaire,
        history: Sequence[Change] = (),
        *,
        earlier: Iterable[Questionnaire] = (),
        new_id: bool = False,
    ) -> Assessment:
        """Take in an assessment with its content and, if it has one, its history.

        ``earlier`` is content that the history was pinned to before. Raises LibraryError when one
        of that id is here already, unless it is to get a new id, or when the history leads
        elsewhere; AnswerError when an answer does not fit.
        """
        _check_pin(assessment, questionnaire)
        taken = assessment.model_copy(
            update={
                "id": uuid.uuid4().hex if new_id else assessment.id,
                "answers": admitted_answers(questionnaire, assessment.answers),
            }
        )
        said = tuple(change for change in history if change.kind not in LOCAL)
        if said and not leads_to(said, taken):
            raise LibraryError("The assessment’s history does not lead to its answers.")
        said = said or changes_of(taken, self.author, self._now())
        with self.connections.writing() as connection:
            if rows.content_digest(connection, taken.id) is not None:
                raise LibraryError(
                    f"The assessment of “{_named(taken)}” is in the library already."
                )
            for content in (questionnaire, *earlier):
                rows.put_content(connection, content)
            rows.put_assessment(connection, taken, said)
        self._known[questionnaire.digest] = questionnaire
        return taken

    def duplicate(self, assessment_id: str, details: Details) -> Assessment:
        """A second assessment with the same answers, which keep their author and time."""
        assessment = self.assessment(assessment_id)
        questionnaire = self.questionnaire(assessment.questionnaire.digest)
        copy = assessment.model_copy(update={"details": details})
        return self.add(copy, questionnaire, new_id=True)

    # Changes

    def as_kept(
        self, questionnaire: Questionnaire, question_id: str, answer: Answer | None
    ) -> tuple[Answer | None, datetime]:
        """What ``record`` would keep of an answer if it were given now, and what time it is.

        To be shown before it is written. Raises AnswerError when the answer does not fit.
        """
        at = self._now()
        payload = self._answered(questionnaire, question_id, answer, at)
        return None if payload is None else Answer.model_validate(payload), at

    def record(
        self,
        assessment_id: str,
        question_id: str,
        answer: Answer | None,
        at: datetime | None = None,
    ) -> Change:
        """Answer a question, or take its answer back; the answer is on disk on return.

        The answer gets this author and the time ``at``, or now, unless it is carried over and still
        to be confirmed: then it stays the word of whoever gave it. Raises AnswerError, and writes
        nothing, when it does not fit.
        """
        return self.record_all(assessment_id, {question_id: answer}, at)[0]

    def record_all(
        self,
        assessment_id: str,
        answers: Mapping[str, Answer | None],
        at: datetime | None = None,
    ) -> tuple[Change, ...]:
        """Answer several questions at once: all of them, or, when one does not fit, none."""
        with self.connections.writing() as connection:
            questionnaire = self._content(connection, self._digest(connection, assessment_id))
            at = at or self._now()
            changes = tuple(
                self._said("answer", key, self._answered(questionnaire, key, answer, at), at)
                for key, answer in answers.items()
            )
            return rows.put_changes(connection, assessment_id, changes) if changes else ()

    def _answered(
        self, questionnaire: Questionnaire, question_id: str, answer: Answer | None, at: datetime
    ) -> JsonValue:
        if not questionnaire.has_question(question_id):
            raise AnswerError(f"The questionnaire has no question “{question_id}”.")
        if answer is None:
            return None
        if not answer.to_confirm:
            answer = answer.model_copy(update={"author": self.author, "at": at})
        return admitted_payload(questionnaire, question_id, answer)

    def revise(self, assessment_id: str, details: Details) -> Change:
        """Change about whom the assessment is, for which meeting, or what it is called."""
        return self._change(assessment_id, "details", storable(details))

    def bring_to(self, assessment: Assessment, questionnaire: Questionnaire) -> tuple[Change, ...]:
        """Make the assessment of that id what this one says: for a newer questionnaire, or a file.

        What it was stays in its history. Raises AnswerError when an answer does not fit.
        """
        _check_pin(assessment, questionnaire)
        answers = admitted_answers(questionnaire, assessment.answers)
        wanted = assessment.model_copy(update={"answers": answers})
        with self.connections.writing() as connection:
            self._digest(connection, assessment.id)
            rows.put_content(connection, questionnaire)
            return self._bring_to(connection, wanted)

    def return_to(self, assessment_id: str, seq: int) -> tuple[Change, ...]:
        """Make an assessment what it was after that change, of a milestone for one.

        Nothing is lost: to take it back, return to the number before the first of the changes
        that this makes. It makes none when nothing differs.
        """
        with self.connections.writing() as connection:
            return self._bring_to(connection, self._at(connection, assessment_id, seq))

    def see_scores(self, assessment_id: str) -> None:
        """Note that the scores have been looked at; the first time counts."""
        with self.connections.writing() as connection:
            self._digest(connection, assessment_id)
            if not rows.has_kind(connection, assessment_id, "seen"):
                change = self._said("seen", "", True, self._now())
                rows.put_changes(connection, assessment_id, (change,))

    # On and off the list

    def archive(self, assessment_id: str) -> Change:
        """Put an assessment aside: out of the list of those in use."""
        return self._change(assessment_id, "archived", True)

    def unarchive(self, assessment_id: str) -> Change:
        """Put an archived assessment back among those in use."""
        return self._change(assessment_id, "archived", None)

    def delete(self, assessment_id: str) -> Change:
        """Take an assessment off the list; nothing of it is lost."""
        return self._change(assessment_id, "deleted", True)

    def restore(self, assessment_id: str) -> Change:
        """Put a deleted assessment back where it was."""
        return self._change(assessment_id, "deleted", None)

    def store_headline(self, assessment_id: str, headline: JsonValue, *, by: str, seq: int) -> None:
        """Keep, for the list, what the assessment amounted to after change ``seq``.

        ``by`` is the method that computed it. ``Entry.headline_stands`` says whether it still is
        what that method would find; see ``numbered``. It is no part of the history.
        """
        with self.connections.writing() as connection:
            self._digest(connection, assessment_id)
            rows.put_headline(connection, assessment_id, headline, by, seq)

    # Milestones

    def keep_milestone(
        self, assessment_id: str, name: str, headline: JsonValue = None
    ) -> Milestone:
        """Give the present state a name, for good; ``headline`` is what it amounts to now.

        Raises AnswerError when the name is none.
        """
        key = uuid.uuid4().hex
        self._change(assessment_id, "milestone", _mark(name, headline), key)
        return next(m for m in self.milestones(assessment_id) if m.id == key)

    def rename_milestone(self, assessment_id: str, milestone_id: str, name: str) -> Change:
        """Call a milestone by another name; raises AnswerError when it is none."""
        renamed = _mark(name, self._last_mark(assessment_id, milestone_id).headline)
        return self._change(assessment_id, "milestone", renamed, milestone_id)

    def remove_milestone(self, assessment_id: str, milestone_id: str) -> Change:
        """Take a milestone off the list; the state that it named stays in the history."""
        self._last_mark(assessment_id, milestone_id)
        return self._change(assessment_id, "milestone", None, milestone_id)

    def restore_milestone(self, assessment_id: str, milestone_id: str) -> Change:
        """Put a removed milestone back."""
        mark = storable(self._last_mark(assessment_id, milestone_id))
        return self._change(assessment_id, "milestone", mark, milestone_id)

    # Inside

    def _change(
        self, assessment_id: str, kind: Kind, payload: JsonValue, subject: str = ""
    ) -> Change:
        with self.connections.writing() as connection:
            self._digest(connection, assessment_id)
            change = self._said(kind, subject, payload, self._now())
            return rows.put_changes(connection, assessment_id, (change,))[0]

    def _said(self, kind: Kind, subject: str, payload: JsonValue, at: datetime) -> Change:
        return Change(seq=1, kind=kind, subject=subject, payload=payload, author=self.author, at=at)

    def _bring_to(self, connection: Connection, wanted: Assessment) -> tuple[Change, ...]:
        at = self._now()
        said = said_between(rows.get_state(connection, wanted.id), wanted)
        changes = tuple(self._said(kind, subject, payload, at) for kind, subject, payload in said)
        return rows.put_changes(connection, wanted.id, changes) if changes else ()

    def _last_mark(self, assessment_id: str, milestone_id: str) -> Mark:
        with self.connections.reading() as connection:
            self._digest(connection, assessment_id)
            said = rows.get_kinds(connection, assessment_id, ("milestone",))
        marks = [change.mark for change in said if change.subject == milestone_id and change.mark]
        if not marks:
            raise NotFoundError(f"The assessment has no milestone “{milestone_id}”.")
        return marks[-1]


def _check_pin(assessment: Assessment, questionnaire: Questionnaire) -> None:
    if assessment.questionnaire != Pin.of(questionnaire):
        raise LibraryError("The assessment was made with another questionnaire than this one.")


def _mark(name: str, headline: JsonValue) -> JsonValue:
    try:
        return storable(Mark(name=name, headline=headline))
    except ValidationError as fault:
        raise AnswerError("Give the milestone a name, of at most 400 characters.") from fault


def _named(assessment: Assessment) -> str:
    details = assessment.details
    return f"{details.company}, {details.period}" if details.period else details.company
