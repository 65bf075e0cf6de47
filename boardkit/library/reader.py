"""The library as it can be read: each assessment as it stands, as it stood, and how it came to that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from sqlite3 import Connection

from boardkit.assessment import Assessment
from boardkit.errors import NotFoundError
from boardkit.library import rows
from boardkit.library.changes import Change, Kind, fold
from boardkit.library.connections import Connections
from boardkit.library.listing import Listing, now_in_utc
from boardkit.library.milestones import Milestone, milestones_in
from boardkit.questionnaire import Questionnaire


class Reader(Listing):
    """A look into the assessments of one file.

    Every method raises LibraryError when the file fails, and NotFoundError for an assessment that is
    not in it. ``Library`` is the same with all that can be changed.
    """

    def __init__(
        self, connections: Connections, author: str, now: Callable[[], datetime] = now_in_utc
    ) -> None:
        super().__init__(connections, author, now)
        self._known: dict[str, Questionnaire] = {}

    def __contains__(self, assessment_id: str) -> bool:
        """Whether an assessment of that id is here, deleted or not."""
        with self.connections.reading() as connection:
            return rows.content_digest(connection, assessment_id) is not None

    def assessment(self, assessment_id: str) -> Assessment:
        """The assessment as it stands, even when it is archived or deleted."""
        return self.numbered(assessment_id)[0]

    def numbered(self, assessment_id: str) -> tuple[Assessment, int]:
        """The assessment as it stands, and the number of the last change to what it holds."""
        with self.connections.reading() as connection:
            self._digest(connection, assessment_id)
            seq = rows.changed_seq(connection, assessment_id)
            return rows.get_state(connection, assessment_id), seq

    def at(self, assessment_id: str, seq: int) -> Assessment:
        """The assessment as it stood after that change, of a milestone for one.

        It is pinned to the questionnaire of that time. Raises NotFoundError for a time before it
        was made.
        """
        with self.connections.reading() as connection:
            return self._at(connection, assessment_id, seq)

    def questionnaire(self, digest: str) -> Questionnaire:
        """The questionnaire of that digest, as it was when an assessment was pinned to it."""
        with self.connections.reading() as connection:
            return self._content(connection, digest)

    def history(self, assessment_id: str) -> tuple[Change, ...]:
        """Everything that happened to an assessment, oldest first."""
        with self.connections.reading() as connection:
            self._digest(connection, assessment_id)
            return rows.get_history(connection, assessment_id)

    def snapshot(self, assessment_id: str) -> tuple[Assessment, Questionnaire, tuple[Change, ...]]:
        """An assessment, its questionnaire and its history, all of the same moment: for a file."""
        with self.connections.reading() as connection:
            questionnaire = self._content(connection, self._digest(connection, assessment_id))
            assessment = rows.get_state(connection, assessment_id)
            return assessment, questionnaire, rows.get_history(connection, assessment_id)

    def scores_seen(self, assessment_id: str) -> bool:
        """Whether the scores have ever been looked at: answers given later may aim at them."""
        with self.connections.reading() as connection:
            self._digest(connection, assessment_id)
            return rows.has_kind(connection, assessment_id, "seen")

    def milestones(self, assessment_id: str) -> tuple[Milestone, ...]:
        """The milestones of an assessment, oldest first."""
        with self.connections.reading() as connection:
            self._digest(connection, assessment_id)
            kinds: tuple[Kind, ...] = ("content", "milestone")
            return milestones_in(rows.get_kinds(connection, assessment_id, kinds))

    # Inside

    def _at(self, connection: Connection, assessment_id: str, seq: int) -> Assessment:
        self._digest(connection, assessment_id)
        history = rows.get_history(connection, assessment_id)
        until = [change for change in history if change.seq <= seq]
        try:
            return fold(assessment_id, until)
        except ValueError:
            raise NotFoundError(
                f"The assessment “{assessment_id}” does not go back to change {seq}."
            ) from None

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
