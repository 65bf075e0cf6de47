"""Rows in and out: each function is one statement, or a few, inside its caller's transaction."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select
from sqlalchemy import update as update_rows
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from boardkit.assessment import Assessment
from boardkit.library.changes import Change, Kind, canonical, fold
from boardkit.library.entries import Entry
from boardkit.library.failures import reading_stored
from boardkit.library.pinned import pinned_questionnaire
from boardkit.library.schema import assessments, changes, content
from boardkit.questionnaire import Questionnaire

CONTENT_LIMIT = 50_000_000  # bytes of a questionnaire, unpacked


# Content


def put_content(connection: Connection, questionnaire: Questionnaire) -> None:
    """Keep a questionnaire; one that is there already stays."""
    connection.execute(
        sqlite_insert(content)
        .values(
            digest=questionnaire.digest,
            questionnaire=questionnaire.id,
            version=questionnaire.version,
            json=zlib.compress(questionnaire.to_json(), 9),
        )
        .on_conflict_do_nothing()
    )


def get_content(connection: Connection, digest: str) -> Questionnaire | None:
    """The questionnaire of that digest, if it is kept; raises DamageError."""
    with reading_stored():
        packed = connection.scalar(select(content.c.json).where(content.c.digest == digest))
        if packed is None:
            return None
        unpacker = zlib.decompressobj()
        return pinned_questionnaire(unpacker.decompress(packed, CONTENT_LIMIT), digest)


def content_digest(connection: Connection, assessment_id: str) -> str | None:
    """What an assessment is pinned to now; None when there is no such assessment."""
    found: str | None = connection.scalar(
        select(assessments.c.content).where(assessments.c.id == assessment_id)
    )
    return found


# Changes


def put_assessment(connection: Connection, assessment: Assessment, said: Sequence[Change]) -> None:
    """A new assessment, from the changes that lead to it."""
    connection.execute(
        insert(assessments).values(
            id=assessment.id,
            created_at=said[0].at.isoformat(),
            answered=0,
            deleted=0,
            changed_at=said[-1].at.isoformat(),
            changed_seq=0,
            **_summary(assessment),
        )
    )
    put_changes(connection, assessment.id, said)


def put_changes(connection: Connection, assessment_id: str, said: Sequence[Change]) -> int:
    """Append changes and bring the list up to date; the sequence number of the last."""
    connection.execute(
        insert(changes),
        [
            {
                "assessment": assessment_id,
                "kind": change.kind,
                "subject": change.subject,
                "payload": None if change.payload is None else canonical(change.payload),
                "author": change.author,
                "at": change.at.isoformat(),
            }
            for change in said
        ],
    )
    current = get_current(connection, assessment_id)
    state = _fold(assessment_id, current)
    changed = [change for change in current if change.kind != "seen"][-1]
    connection.execute(
        update_rows(assessments)
        .where(assessments.c.id == assessment_id)
        .values(
            answered=sum(answer.is_answered for answer in state.answers.values()),
            deleted=int(any(c.kind == "deleted" and bool(c.payload) for c in current)),
            changed_at=changed.at.isoformat(),
            changed_seq=changed.seq,
            **_summary(state),
        )
    )
    return current[-1].seq


def get_current(connection: Connection, assessment_id: str) -> tuple[Change, ...]:
    """The last change of each subject, in order; raises DamageError."""
    last = (
        select(func.max(changes.c.seq))
        .where(changes.c.assessment == assessment_id)
        .group_by(changes.c.kind, changes.c.subject)
    )
    found = select(changes).where(changes.c.seq.in_(last)).order_by(changes.c.seq)
    return _changes(connection.execute(found))


def has_kind(connection: Connection, assessment_id: str, kind: Kind) -> bool:
    """Whether a change of that kind has ever happened to an assessment."""
    found = (changes.c.assessment == assessment_id) & (changes.c.kind == kind)
    return connection.scalar(select(changes.c.seq).where(found).limit(1)) is not None


def get_history(connection: Connection, assessment_id: str) -> tuple[Change, ...]:
    """Every change, oldest first; raises DamageError."""
    found = select(changes).where(changes.c.assessment == assessment_id).order_by(changes.c.seq)
    return _changes(connection.execute(found))


def get_state(connection: Connection, assessment_id: str) -> Assessment:
    """What the changes of an assessment lead to; raises DamageError."""
    return _fold(assessment_id, get_current(connection, assessment_id))


def _fold(assessment_id: str, said: Sequence[Change]) -> Assessment:
    with reading_stored():
        return fold(assessment_id, said)


def _changes(rows: Iterable[Row[Any]]) -> tuple[Change, ...]:
    with reading_stored():
        return tuple(
            Change(
                seq=row.seq,
                kind=row.kind,
                subject=row.subject,
                payload=None if row.payload is None else json.loads(row.payload),
                author=row.author,
                at=datetime.fromisoformat(row.at),
            )
            for row in rows
        )


# The list


def get_entries(connection: Connection, deleted: bool) -> tuple[Entry, ...]:
    """Every assessment, or every deleted one, last changed first; raises DamageError."""
    found = connection.execute(
        select(
            assessments.c.id,
            assessments.c.company,
            assessments.c.period,
            assessments.c.board_date,
            content.c.questionnaire,
            content.c.version,
            assessments.c.answered,
            assessments.c.created_at,
            assessments.c.changed_at,
        )
        .join(content)
        .where(assessments.c.deleted == int(deleted))
        .order_by(assessments.c.changed_seq.desc())
    )
    with reading_stored():
        return tuple(_entry(row) for row in found)


def _entry(row: Any) -> Entry:
    return Entry(
        id=row.id,
        company=row.company,
        period=row.period,
        board_date=None if row.board_date is None else date.fromisoformat(row.board_date),
        questionnaire_id=row.questionnaire,
        questionnaire_version=row.version,
        answered=row.answered,
        created_at=datetime.fromisoformat(row.created_at),
        changed_at=datetime.fromisoformat(row.changed_at),
    )


def _summary(assessment: Assessment) -> dict[str, str | None]:
    details = assessment.details
    return {
        "content": assessment.questionnaire.digest,
        "company": details.company,
        "period": details.period,
        "board_date": details.board_date.isoformat() if details.board_date else None,
    }
