"""Connections to the library file, shared by threads: each transaction has one for itself."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from boardkit.library.failures import in_sentences
from boardkit.library.migrations import BUSY_SECONDS


class Connections:
    """The connections of one process to one library; an idle one is used again.

    Whatever goes wrong with the file inside a transaction is raised as a LibraryError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: deque[sqlite3.Connection] = deque()
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A transaction that sees the library as it is at its first statement."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that waits for its turn, and is on disk when it ends."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file; a transaction that is still under way does so at its end."""
        self._closed = True
        with in_sentences(self.path):
            while self._idle:
                self._idle.pop().close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with in_sentences(self.path):
            connection = self._taken()
            try:
                connection.execute(begin)
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.close()  # which takes back what was not committed
                raise
            if self._closed:
                connection.close()
            else:
                self._idle.append(connection)

    def _taken(self) -> sqlite3.Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return connect(self.path)


def connect(path: Path) -> sqlite3.Connection:
    """A connection on which every transaction is begun in so many words."""
    connection = sqlite3.connect(
        path.absolute(), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # a commit returns once it is on disk
    connection.execute("PRAGMA fullfsync = ON")  # … on macOS too
    return connection
