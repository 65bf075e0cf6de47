"""The library: assessments by id, and every change to them, kept for ever."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import JsonValue
from sqlalchemy import Connection, Engine

from boardkit.assessment import Answer, Assessment, Details, Pin, admit, admit_all
from boardkit.errors import AnswerError, LibraryError, NotFoundError
from boardkit.library import rows
from boardkit.library.changes import Change, Kind, canonical, changes_of, leads_to, plain
from boardkit.library.engine import connect, for_writing
from boardkit.library.entries import Entry
from boardkit.library.failures import in_sentences
from boardkit.library.migrations import migrate
from boardkit.questionnaire import Questionnaire

AUTHOR_LIMIT = 400  # characters


def _now() -> datetime:
    return datetime.now(UTC)


class Library:
    """The assessments of one file, for one author.

    Several threads may share one, and several processes may open the same file: writers take
    turns. A change is on disk when the method that makes it returns. Every method raises
    LibraryError when the file fails, and NotFoundError for an assessment that is not in it.
    """

    def __init__(
        self, engine: Engine, path: Path, author: str, now: Callable[[], datetime] = _now
    ) -> None:
        self.path = path
        self.author = author.encode(errors="replace").decode().strip()[:AUTHOR_LIMIT]
        self._engine = engine
        self._now = now
        self._known: dict[str, Questionnaire] = {}

    @classmethod
    def open(cls, path: Path, author: str = "", now: Callable[[], datetime] = _now) -> Self:
        """The library at ``path``, made when it is not there, brought up to date when it is old."""
        with in_sentences(path):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            migrate(path)
            return cls(connect(path), path, author, now)

    def close(self) -> None:
        """Let go of the file."""
        with in_sentences(self.path):
            self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

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
        signed = {key: self._signed(answer, at) for key, answer in (answers or {}).items()}
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
        new_id: bool = False,
    ) -> Assessment:
        """Take in an assessment with its content and, if it has one, its history.

        Raises LibraryError when one of that id is here already, unless it is to get a new id, or
        when the history leads elsewhere; AnswerError when an answer does not fit.
        """
        if assessment.questionnaire != Pin.of(questionnaire):
            raise LibraryError("The assessment was made with another questionnaire than this one.")
        taken = assessment.model_copy(
            update={
                "id": uuid.uuid4().hex if new_id else assessment.id,
                "answers": _admitted(questionnaire, assessment.answers),
            }
        )
        said = tuple(change for change in history if change.kind != "deleted")
        if said and not leads_to(said, taken):
            raise LibraryError("The assessment's history does not lead to its answers.")
        said = said or changes_of(taken, self.author, self._now())
        with self._writing() as connection:
            if rows.content_digest(connection, taken.id) is not None:
                raise LibraryError(
                    f"The assessment of “{_named(taken)}” is in the library already."
                )
            rows.put_content(connection, questionnaire)
            rows.put_assessment(connection, taken, said)
        self._known[questionnaire.digest] = questionnaire
        return taken

    def duplicate(self, assessment_id: str, details: Details) -> Assessment:
        """A second assessment with the same answers, which keep their author and time."""
        assessment = self.assessment(assessment_id)
        questionnaire = self.questionnaire(assessment.questionnaire.digest)
        copy = assessment.model_copy(update={"details": details})
        return self.add(copy, questionnaire, new_id=True)

    def __contains__(self, assessment_id: str) -> bool:
        """Whether an assessment of that id is here, deleted or not."""
        with self._reading() as connection:
            return rows.content_digest(connection, assessment_id) is not None

    def assessment(self, assessment_id: str) -> Assessment:
        """The assessment as it stands, even when it is deleted."""
        with self._reading() as connection:
            self._digest(connection, assessment_id)
            return rows.get_state(connection, assessment_id)

    def questionnaire(self, digest: str) -> Questionnaire:
        """The questionnaire of that digest, as it was when an assessment was pinned to it."""
        with self._reading() as connection:
            return self._content(connection, digest)

    def list(self, *, deleted: bool = False) -> tuple[Entry, ...]:
        """Every assessment, last changed first; or those that are deleted."""
        with self._reading() as connection:
            return rows.get_entries(connection, deleted)

    def history(self, assessment_id: str) -> tuple[Change, ...]:
        """Everything that happened to an assessment, oldest first."""
        with self._reading() as connection:
            self._digest(connection, assessment_id)
            return rows.get_history(connection, assessment_id)

    def snapshot(self, assessment_id: str) -> tuple[Assessment, Questionnaire, tuple[Change, ...]]:
        """An assessment, its questionnaire and its history, all of the same moment: for a file."""
        with self._reading() as connection:
            questionnaire = self._content(connection, self._digest(connection, assessment_id))
            assessment = rows.get_state(connection, assessment_id)
            return assessment, questionnaire, rows.get_history(connection, assessment_id)

    # Changes

    def record(self, assessment_id: str, question_id: str, answer: Answer | None) -> Change:
        """Answer a question, or take its answer back; the answer is on disk on return.

        The answer gets this author and the time. Raises AnswerError, and writes nothing, when it
        does not fit.
        """
        with self._writing() as connection:
            questionnaire = self._content(connection, self._digest(connection, assessment_id))
            if not questionnaire.has_question(question_id):
                raise AnswerError(f"The questionnaire has no question “{question_id}”.")
            at = self._now()
            payload = None
            if answer is not None:
                answer = answer.model_copy(update={"author": self.author, "at": at})
                admitted = admit(questionnaire, questionnaire.question(question_id), answer)
                payload = _storable(admitted)
            change = self._said("answer", question_id, payload, at)
            return _append(connection, assessment_id, change)

    def revise(self, assessment_id: str, details: Details) -> Change:
        """Change about whom the assessment is, for which meeting, or what it is called."""
        return self._change(assessment_id, "details", plain(details))

    def scores_seen(self, assessment_id: str) -> bool:
        """Whether the scores have ever been looked at: answers given later may aim at them."""
        with self._reading() as connection:
            self._digest(connection, assessment_id)
            return rows.has_kind(connection, assessment_id, "seen")

    def see_scores(self, assessment_id: str) -> None:
        """Note that the scores have been looked at; the first time counts."""
        with self._writing() as connection:
            self._digest(connection, assessment_id)
            if not rows.has_kind(connection, assessment_id, "seen"):
                _append(connection, assessment_id, self._said("seen", "", True, self._now()))

    def delete(self, assessment_id: str) -> Change:
        """Take an assessment off the list; nothing of it is lost."""
        return self._change(assessment_id, "deleted", True)

    def restore(self, assessment_id: str) -> Change:
        """Put a deleted assessment back on the list."""
        return self._change(assessment_id, "deleted", None)

    # Inside

    def _change(self, assessment_id: str, kind: Kind, payload: JsonValue) -> Change:
        with self._writing() as connection:
            self._digest(connection, assessment_id)
            change = self._said(kind, "", payload, self._now())
            return _append(connection, assessment_id, change)

    def _said(self, kind: Kind, subject: str, payload: JsonValue, at: datetime) -> Change:
        return Change(seq=1, kind=kind, subject=subject, payload=payload, author=self.author, at=at)

    def _digest(self, connection: Connection, assessment_id: str) -> str:
        digest = rows.content_digest(connection, assessment_id)
        if digest is None:
            raise NotFoundError(f"No assessment “{assessment_id}” is in the library {self.path}.")
        return digest

    def _content(self, connection: Connection, digest: str) -> Questionnaire:
        if digest not in self._known:
            questionnaire = rows.get_content(connection, digest)
            if questionnaire is None:
                raise NotFoundError(f"No questionnaire “{digest}” is in the library {self.path}.")
            self._known[digest] = questionnaire
        return self._known[digest]

    def _signed(self, answer: Answer, at: datetime) -> Answer:
        return answer.model_copy(
            update={"author": answer.author or self.author, "at": answer.at or at}
        )

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with in_sentences(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        engine = for_writing(self._engine)
        with in_sentences(self.path), engine.begin() as connection:
            yield connection


def _append(connection: Connection, assessment_id: str, change: Change) -> Change:
    """The change with the number that it got."""
    seq = rows.put_changes(connection, assessment_id, (change,))
    return change.model_copy(update={"seq": seq})


def _admitted(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    admitted, faults = admit_all(questionnaire, answers)
    if faults:
        raise AnswerError("\n".join(faults))
    for answer in admitted.values():
        _storable(answer)
    return admitted


def _storable(answer: Answer) -> JsonValue:
    payload: JsonValue = plain(answer)
    try:
        canonical(payload).encode()
    except UnicodeEncodeError:
        raise AnswerError(
            "The text holds half a character, which cannot be kept. Type it again."
        ) from None
    return payload


def _named(assessment: Assessment) -> str:
    details = assessment.details
    return f"{details.company}, {details.period}" if details.period else details.company
