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
