"""The tables of the library, as this version of Boardkit reads and writes them.

``changes`` is the truth and only ever grows. What ``assessments`` holds beside an id follows from
the changes, and is kept for the list, which must not read every answer of every assessment.
``migrations`` makes these tables; a change here needs a step there.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table

metadata = MetaData()

content = Table(
    "content",
    metadata,
    Column("digest", String, primary_key=True),
    Column("questionnaire", String, nullable=False),
    Column("version", String, nullable=False),
    Column("json", LargeBinary, nullable=False),  # canonical JSON, deflated
)

assessments = Table(
    "assessments",
    metadata,
    Column("id", String, primary_key=True),
    Column("created_at", String, nullable=False),
    Column("content", ForeignKey("content.digest"), nullable=False),
    Column("company", String, nullable=False),
    Column("period", String, nullable=False),
    Column("board_date", String),
    Column("answered", Integer, nullable=False),
    Column("deleted", Integer, nullable=False),
    Column("changed_at", String, nullable=False),
    Column("changed_seq", Integer, nullable=False),
)

changes = Table(
    "changes",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("assessment", ForeignKey("assessments.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("payload", String),  # JSON; null for what was taken back
    Column("author", String, nullable=False),
    Column("at", String, nullable=False),  # ISO 8601 in UTC
    sqlite_autoincrement=True,
)

Index(
    "changes_by_subject",
    changes.c.assessment,
    changes.c.kind,
    changes.c.subject,
    changes.c.seq,
)
