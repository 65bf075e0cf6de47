"""What SQLite's failures mean to somebody who writes no programs."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from boardkit.errors import ContentError, LibraryError

_DAMAGED = "is damaged. Restore it from a backup, or choose another library"
_SENTENCES = {
    sqlite3.SQLITE_BUSY: "is held by another program. Nothing was changed. "
    "Close the other program, then try again",
    sqlite3.SQLITE_READONLY: "is read-only. Nothing was changed. "
    "Allow writing to the file and its folder, or choose another library",
    sqlite3.SQLITE_PERM: "may not be opened. Ask for access to the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened. Check that its folder exists and may be written to",
    sqlite3.SQLITE_FULL: "has no room left on its disk. Nothing was changed. "
    "Free some space, then try again",
    sqlite3.SQLITE_IOERR: "cannot be read or written: its disk failed, or is full. "
    "Nothing was changed. Check the disk, then try again",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
_SENTENCES[sqlite3.SQLITE_LOCKED] = _SENTENCES[sqlite3.SQLITE_BUSY]


class DamageError(Exception):
    """What was stored is not what was written; leaves this folder as a LibraryError."""


@contextmanager
def in_sentences(path: Path) -> Iterator[None]:
    """Raises LibraryError for whatever goes wrong with the library file while inside."""
    try:
        yield
    except (sqlite3.Error, OSError) as fault:
        raise LibraryError(_sentence(path, fault)) from fault
    except DamageError as fault:
        raise LibraryError(f"The library {path} {_DAMAGED}.") from fault


@contextmanager
def reading_stored() -> Iterator[None]:
    """Raises DamageError when stored text, or packed content, cannot be read back."""
    try:
        yield
    except (ValueError, TypeError, RecursionError, zlib.error, ContentError) as fault:
        raise DamageError(str(fault)) from fault


def _sentence(path: Path, fault: sqlite3.Error | OSError) -> str:
    if isinstance(fault, OSError):
        what = f"cannot be opened: {fault.strerror or fault}. Check its folder"
    else:
        code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
        what = _SENTENCES.get(code, f"cannot do this: {fault}. Nothing was changed")
    return f"The library {path} {what}."
