"""Bringing a library file to the schema that this Boardkit reads.

A step turns version *n* into *n + 1*, and uses nothing that may change, so that it does the same for
ever. Steps are only added at the end, and never edited once released.

``changes`` is the truth and only ever grows. What ``assessments`` holds beside an id follows from
the changes, and is kept for the list, which must not read every answer of every assessment; a
headline is what the application made of them.
"""

from __future__ import annotations

import sqlite3
import struct
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from boardkit.errors import LibraryError

Step = Callable[[sqlite3.Connection], None]

APPLICATION_ID = 0x42646B74  # “Bdkt”: tells a library from any other SQLite file
BUSY_SECONDS = 5.0
_MAGIC = b"SQLite format 3\0"


def make_first_tables(connection: sqlite3.Connection) -> None:
    """Version 1: content by hash, assessments, and the changes, which cannot be altered."""
    for statement in (
        f"PRAGMA application_id = {APPLICATION_ID}",
        "CREATE TABLE content (digest VARCHAR NOT NULL PRIMARY KEY,"
        " questionnaire VARCHAR NOT NULL, version VARCHAR NOT NULL, json BLOB NOT NULL)",
        "CREATE TABLE assessments (id VARCHAR NOT NULL PRIMARY KEY, created_at VARCHAR NOT NULL,"
        " content VARCHAR NOT NULL REFERENCES content (digest), company VARCHAR NOT NULL,"
        " period VARCHAR NOT NULL, board_date VARCHAR, answered INTEGER NOT NULL,"
        " deleted INTEGER NOT NULL, changed_at VARCHAR NOT NULL, changed_seq INTEGER NOT NULL)",
        "CREATE TABLE changes (seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,"
        " assessment VARCHAR NOT NULL REFERENCES assessments (id), kind VARCHAR NOT NULL,"
        " subject VARCHAR NOT NULL, payload VARCHAR, author VARCHAR NOT NULL,"
        " at VARCHAR NOT NULL)",
        "CREATE INDEX changes_by_subject ON changes (assessment, kind, subject, seq)",
        "CREATE TRIGGER changes_are_not_altered BEFORE UPDATE ON changes"
        " BEGIN SELECT RAISE(ABORT, 'a change is never altered'); END",
        "CREATE TRIGGER changes_are_not_removed BEFORE DELETE ON changes"
        " BEGIN SELECT RAISE(ABORT, 'a change is never removed'); END",
        "CREATE TRIGGER content_is_not_altered BEFORE UPDATE ON content"
        " BEGIN SELECT RAISE(ABORT, 'content is never altered'); END",
    ):
        connection.execute(statement)


def add_what_the_list_shows(connection: sqlite3.Connection) -> None:
    """Version 2: archived assessments, milestones, whether scores were seen, the headline."""
    for column in (
        "archived INTEGER NOT NULL DEFAULT 0",
        "milestones INTEGER NOT NULL DEFAULT 0",
        "seen INTEGER NOT NULL DEFAULT 0",
        "headline VARCHAR",
        "headline_by VARCHAR NOT NULL DEFAULT ''",
        "headline_seq INTEGER NOT NULL DEFAULT 0",
    ):
        connection.execute(f"ALTER TABLE assessments ADD COLUMN {column}")
    connection.execute(
        "CREATE INDEX assessments_by_place ON assessments (deleted, archived, changed_seq)"
    )
    connection.execute(
        "UPDATE assessments SET seen = 1 WHERE id IN"
        " (SELECT assessment FROM changes WHERE kind = 'seen')"
    )


STEPS: tuple[Step, ...] = (make_first_tables, add_what_the_list_shows)


def migrate(path: Path, steps: Sequence[Step] = STEPS) -> None:
    """Make the library at ``path``, or bring it up to date; a copy of an older one is kept.

    Raises LibraryError, with the file as it was, when it is not a library or is from a newer
    Boardkit; raises sqlite3.Error or OSError when the file cannot be used.
    """
    _check_header(path, len(steps))
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    with closing(connection):
        _check(path, connection, len(steps))
        _use_wal(connection)
        if _number(connection, "user_version") < len(steps):
            connection.execute("BEGIN IMMEDIATE")
            try:
                _take_steps(path, connection, steps)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def _take_steps(path: Path, connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    version = _number(connection, "user_version")  # another process may have been quicker
    if 0 < version < len(steps):
        _back_up(path, version)
    for step in steps[version:]:
        step(connection)
    connection.execute(f"PRAGMA user_version = {max(version, len(steps))}")


def backup_path(path: Path, version: int) -> Path:
    """Where the copy of a library is kept that was of an older version."""
    return path.with_name(f"{path.stem}-schema-{version}{path.suffix}")


def _back_up(path: Path, version: int) -> None:
    final = backup_path(path, version)
    draft = final.with_name(final.name + ".part")
    draft.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(draft)) as target:
            source.backup(target)
        draft.replace(final)
    finally:
        draft.unlink(missing_ok=True)


def _check_header(path: Path, newest: int) -> None:
    """Refuse what is plainly not ours before SQLite touches it, or makes files beside it."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return
    if not header:
        return
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise _not_a_library(path)
    (version,) = struct.unpack_from(">I", header, 60)
    (application,) = struct.unpack_from(">I", header, 68)
    if application not in (0, APPLICATION_ID):
        raise _not_a_library(path)
    if application == APPLICATION_ID and version > newest:
        raise _newer(path, version, newest)


def _check(path: Path, connection: sqlite3.Connection, newest: int) -> None:
    """The same through SQLite, which knows what is still in the write-ahead log."""
    connection.execute("BEGIN")  # both numbers of one moment: another process may be at work
    application = _number(connection, "application_id")
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    connection.execute("COMMIT")
    if application != APPLICATION_ID and (application or tables):
        raise _not_a_library(path)
    version = _number(connection, "user_version")
    if version > newest:
        raise _newer(path, version, newest)


def _use_wal(connection: sqlite3.Connection) -> None:
    """Turn on write-ahead logging; SQLite does not wait for its turn here, so we do."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as fault:
            busy = fault.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _not_a_library(path: Path) -> LibraryError:
    return LibraryError(
        f"{path} is not a Boardkit library, so it was left as it is. Choose another file."
    )


def _newer(path: Path, version: int, newest: int) -> LibraryError:
    return LibraryError(
        f"The library {path} is from a newer Boardkit, schema {version}; this one reads up to "
        f"{newest}. Nothing was changed. Update Boardkit to open it."
    )
