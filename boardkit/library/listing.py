"""The library as a list: all that a first window needs, without a look into any assessment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from boardkit.library.connections import Connections
from boardkit.library.entries import (
    Entry,
    Kept,
    Place,
    get_counts,
    get_entries,
    get_kept,
)
from boardkit.library.failures import in_sentences
from boardkit.library.migrations import migrate

AUTHOR_LIMIT = 400  # characters


def now_in_utc() -> datetime:
    """The usual clock of a library."""
    return datetime.now(UTC)


class Listing:
    """The list of the assessments of one file. Every method raises LibraryError when that fails.

    ``Library`` is the same with all that can be done; it takes longer to import.
    """

    def __init__(
        self, connections: Connections, author: str, now: Callable[[], datetime] = now_in_utc
    ) -> None:
        self.path = connections.path
        self.author = author.encode(errors="replace").decode().strip()[:AUTHOR_LIMIT]
        self.connections = connections
        self._now = now

    @classmethod
    def open(cls, path: Path, author: str = "", now: Callable[[], datetime] = now_in_utc) -> Self:
        """The library at ``path``, made when it is not there, brought up to date when it is old."""
        with in_sentences(path):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            migrate(path)
        return cls(Connections(path), author, now)

    def close(self) -> None:
        """Let go of the file."""
        self.connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def counts(self) -> dict[Place, int]:
        """How many assessments are in use, archived, and deleted."""
        with self.connections.reading() as connection:
            return get_counts(connection)

    def list(self, place: Place = "live", first: int | None = None) -> tuple[Entry, ...]:
        """The assessments in use, last changed first; or those that are archived, or deleted.

        ``first`` is how many are wanted; none means all.
        """
        with self.connections.reading() as connection:
            return get_entries(connection, place, first)

    def kept(self, place: Place = "live") -> tuple[Kept, ...]:
        """The milestones of all assessments of a place, those of each oldest first."""
        with self.connections.reading() as connection:
            return get_kept(connection, place)
