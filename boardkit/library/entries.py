"""The list of assessments: what it shows of each, read without a look at any answer."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from typing import Literal, NamedTuple, TypeAlias

from boardkit.library.failures import reading_stored

Place: TypeAlias = Literal["live", "archived", "deleted"]


class Entry(NamedTuple):
    """One assessment as a list shows it: enough to find it and to see how far it is."""

    id: str
    company: str
    period: str
    board_date: date | None
    questionnaire_id: str
    questionnaire_version: str
    answered: int  # questions with a value; “don't know” and “not applicable” are not counted
    milestones: int
    seen: bool  # whether its scores have ever been looked at
    created_at: datetime
    changed_at: datetime
    changed_seq: int  # the number of the last change to its content
    headline: str | None = None  # JSON, as ``Library.store_headline`` was given it
    headline_by: str = ""
    headline_seq: int = 0

    def headline_stands(self, by: str) -> bool:
        """Whether the headline was computed by this method from the answers as they are now."""
        kept = self.headline is not None
        return kept and self.headline_by == by and self.headline_seq == self.changed_seq


class Kept(NamedTuple):
    """One milestone of some assessment, as a list shows it."""

    assessment: str
    id: str
    name: str
    at: datetime


_PLACES: dict[Place, str] = {
    "live": "deleted = 0 AND archived = 0",
    "archived": "deleted = 0 AND archived = 1",
    "deleted": "deleted = 1",
}


def get_counts(connection: sqlite3.Connection) -> dict[Place, int]:
    """How many assessments are in each place."""
    sums = ", ".join(f"count(*) FILTER (WHERE {where})" for where in _PLACES.values())
    found = connection.execute(f"SELECT {sums} FROM assessments").fetchone()
    return dict(zip(_PLACES, found, strict=True))


def get_entries(
    connection: sqlite3.Connection, place: Place, first: int | None
) -> tuple[Entry, ...]:
    """The first assessments of a place, or all, last changed first; raises DamageError."""
    found = connection.execute(
        "SELECT id, company, period, board_date, questionnaire, version, answered, milestones, seen,"
        " created_at, changed_at, changed_seq, headline, headline_by, headline_seq"
        f" FROM assessments JOIN content ON digest = content WHERE {_PLACES[place]}"
        " ORDER BY changed_seq DESC LIMIT ?",
        (-1 if first is None else first,),
    )
    day, moment = date.fromisoformat, datetime.fromisoformat
    with reading_stored():
        return tuple(
            Entry(i, c, p, b and day(b), q, v, a, m, bool(s), moment(made), moment(changed), *rest)
            for i, c, p, b, q, v, a, m, s, made, changed, *rest in found
        )


def get_kept(connection: sqlite3.Connection, place: Place) -> tuple[Kept, ...]:
    """The milestones of all assessments of a place, those of each oldest first; raises DamageError."""
    found = connection.execute(
        "SELECT l.assessment, l.subject, json_extract(l.payload, '$.name'), f.at FROM"
        " (SELECT min(seq) AS first, max(seq) AS last FROM assessments JOIN changes"
        f" ON assessment = assessments.id AND kind = 'milestone' WHERE milestones > 0 AND {_PLACES[place]}"
        " GROUP BY assessment, subject)"
        " JOIN changes AS f ON f.seq = first JOIN changes AS l ON l.seq = last"
        " WHERE l.payload IS NOT NULL ORDER BY first"
    )
    with reading_stored():
        return tuple(Kept(a, i, str(name), datetime.fromisoformat(at)) for a, i, name, at in found)
