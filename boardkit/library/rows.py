"""Rows in and out: each function is one statement, or a few, inside its caller's transaction."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import LiteralString

from pydantic import JsonValue

from boardkit.assessment import Assessment, Details, Pin
from boardkit.library.changes import CONTENT, Change, Kind, canonical, fold
from boardkit.library.failures import reading_stored
from boardkit.library.pinned import pinned_questionnaire
from boardkit.questionnaire import Questionnaire

CONTENT_LIMIT = 50_000_000  # bytes of a questionnaire, unpacked
_CHANGE = "seq, kind, subject, payload, author, at"
# As Answer.is_answered has it; what equals its default is left out of a payload.
_HAS_VALUE: LiteralString = (
    "payload IS NOT NULL AND coalesce(json_extract(payload, '$.state'), 'answered') = 'answered'"
)


# Content


def put_content(connection: sqlite3.Connection, questionnaire: Questionnaire) -> None:
    """Keep a questionnaire; one that is there already stays."""
    connection.execute(
        "INSERT INTO content (digest, questionnaire, version, json) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (
            questionnaire.digest,
            questionnaire.id,
            questionnaire.version,
            zlib.compress(questionnaire.to_json(), 9),
        ),
    )


def get_content(connection: sqlite3.Connection, digest: str) -> Questionnaire | None:
    """The questionnaire of that digest, if it is kept; raises DamageError."""
    with reading_stored():
        row = connection.execute("SELECT json FROM content WHERE digest = ?", (digest,)).fetchone()
        if row is None:
            return None
        unpacker = zlib.decompressobj()
        return pinned_questionnaire(unpacker.decompress(row[0], CONTENT_LIMIT), digest)


def content_digest(connection: sqlite3.Connection, assessment_id: str) -> str | None:
    """What an assessment is pinned to now; None when there is no such assessment."""
    row = connection.execute(
        "SELECT content FROM assessments WHERE id = ?", (assessment_id,)
    ).fetchone()
    return None if row is None else row[0]


# Changes


def put_assessment(
    connection: sqlite3.Connection, assessment: Assessment, said: Sequence[Change]
) -> None:
    """A new assessment, from the changes that lead to it."""
    connection.execute(
        "INSERT INTO assessments (id, created_at, answered, deleted, changed_at, changed_seq,"
        " content, company, period, board_date)"
        " VALUES (:id, :at, 0, 0, :at, 0, :content, :company, :period, :board_date)",
        {
            "id": assessment.id,
            "at": said[0].at.isoformat(),
            "content": assessment.questionnaire.digest,
            **_of_details(assessment.details),
        },
    )
    put_changes(connection, assessment.id, said)


def put_changes(
    connection: sqlite3.Connection, assessment_id: str, said: Sequence[Change]
) -> tuple[Change, ...]:
    """Append changes and bring the list up to date; the changes with their numbers."""
    numbered = tuple(_put_change(connection, assessment_id, change) for change in said)
    listed: dict[str, str | int | None] = {}
    for change in {one.kind: one for one in numbered}.values():  # the last of each kind
        listed |= _listed(connection, assessment_id, change)
    last = next((change for change in reversed(numbered) if change.kind in CONTENT), None)
    if last is not None:
        listed |= {"changed_at": last.at.isoformat(), "changed_seq": last.seq}
    columns = ", ".join(f"{column} = :{column}" for column in listed)
    connection.execute(
        f"UPDATE assessments SET {columns} WHERE id = :id", {"id": assessment_id, **listed}
    )
    return numbered


def _listed(
    connection: sqlite3.Connection, assessment_id: str, change: Change
) -> dict[str, str | int | None]:
    """What the list says otherwise after a change, the last of its kind.

    SQLite counts: to read every answer back took longer than all the rest of keeping one.
    """
    if change.kind == "answer":
        return {"answered": _count(connection, assessment_id, "answer", _HAS_VALUE)}
    if change.kind == "milestone":
        return {"milestones": _count(connection, assessment_id, "milestone", "payload IS NOT NULL")}
    if change.kind == "details":
        return _of_details(Details.model_validate(change.payload))
    if change.kind == "content":
        return {"content": Pin.model_validate(change.payload).digest}
    return {change.kind: change.payload is not None}


def _count(
    connection: sqlite3.Connection, assessment_id: str, kind: Kind, which: LiteralString
) -> int:
    """How many subjects of a kind stand at a change of that description."""
    row = connection.execute(
        f"SELECT count(*) FROM changes WHERE {which} AND seq IN (SELECT max(seq) FROM changes"
        " WHERE assessment = ? AND kind = ? GROUP BY subject)",
        (assessment_id, kind),
    ).fetchone()
    return int(row[0])


def _put_change(connection: sqlite3.Connection, assessment_id: str, change: Change) -> Change:
    payload = None if change.payload is None else canonical(change.payload)
    seq = connection.execute(
        "INSERT INTO changes (assessment, kind, subject, payload, author, at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            assessment_id,
            change.kind,
            change.subject,
            payload,
            change.author,
            change.at.isoformat(),
        ),
    ).lastrowid
    return change.model_copy(update={"seq": seq})


def get_current(connection: sqlite3.Connection, assessment_id: str) -> tuple[Change, ...]:
    """The last change of each subject, in order; raises DamageError."""
    return _changes(
        connection.execute(
            f"SELECT {_CHANGE} FROM changes WHERE seq IN (SELECT max(seq) FROM changes"
            " WHERE assessment = ? GROUP BY kind, subject) ORDER BY seq",
            (assessment_id,),
        )
    )


def has_kind(connection: sqlite3.Connection, assessment_id: str, kind: Kind) -> bool:
    """Whether a change of that kind has ever happened to an assessment."""
    found = connection.execute(
        "SELECT 1 FROM changes WHERE assessment = ? AND kind = ? LIMIT 1", (assessment_id, kind)
    )
    return found.fetchone() is not None


def get_history(connection: sqlite3.Connection, assessment_id: str) -> tuple[Change, ...]:
    """Every change, oldest first; raises DamageError."""
    return _changes(
        connection.execute(
            f"SELECT {_CHANGE} FROM changes WHERE assessment = ? ORDER BY seq", (assessment_id,)
        )
    )


def get_kinds(
    connection: sqlite3.Connection, assessment_id: str, kinds: Sequence[Kind]
) -> tuple[Change, ...]:
    """Every change of these kinds, oldest first; raises DamageError."""
    places = ", ".join("?" * len(kinds))
    return _changes(
        connection.execute(
            f"SELECT {_CHANGE} FROM changes WHERE assessment = ? AND kind IN ({places})"
            " ORDER BY seq",
            (assessment_id, *kinds),
        )
    )


def get_state(connection: sqlite3.Connection, assessment_id: str) -> Assessment:
    """What the changes of an assessment lead to; raises DamageError."""
    return _fold(assessment_id, get_current(connection, assessment_id))


def _fold(assessment_id: str, said: Sequence[Change]) -> Assessment:
    with reading_stored():
        return fold(assessment_id, said)


def _changes(rows: Iterable[tuple[int, Kind, str, str | None, str, str]]) -> tuple[Change, ...]:
    with reading_stored():
        return tuple(
            Change(
                seq=seq,
                kind=kind,
                subject=subject,
                payload=None if payload is None else json.loads(payload),
                author=author,
                at=datetime.fromisoformat(at),
            )
            for seq, kind, subject, payload, author, at in rows
        )


# The list


def changed_seq(connection: sqlite3.Connection, assessment_id: str) -> int:
    """The number of the last change to what an assessment holds."""
    row = connection.execute("SELECT changed_seq FROM assessments WHERE id = ?", (assessment_id,))
    return int(row.fetchone()[0])


def put_headline(
    connection: sqlite3.Connection, assessment_id: str, headline: JsonValue, by: str, seq: int
) -> None:
    """Keep what an assessment amounted to after a change, by some method."""
    connection.execute(
        "UPDATE assessments SET headline = ?, headline_by = ?, headline_seq = ? WHERE id = ?",
        (canonical(headline), by, seq, assessment_id),
    )


def _of_details(details: Details) -> dict[str, str | int | None]:
    return {
        "company": details.company,
        "period": details.period,
        "board_date": details.board_date.isoformat() if details.board_date else None,
    }
