"""Connections to the library file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from boardkit.library.migrations import BUSY_SECONDS

_WRITES = "boardkit_writes"


def connect(path: Path) -> Engine:
    """An engine whose transactions begin as what they are: reading, or writing in turn."""
    engine = create_engine(
        URL.create("sqlite", database=str(path.absolute())),
        connect_args={"timeout": BUSY_SECONDS, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")  # a commit returns once it is on disk
        connection.execute("PRAGMA fullfsync = ON")  # … on macOS too

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def for_writing(engine: Engine) -> Engine:
    """The same engine, whose transactions wait for their turn to write when they begin."""
    return engine.execution_options(**{_WRITES: True})
