"""Where assessments live: an append-only history of changes, in one SQLite file.

Rows never leave this folder: callers get frozen values. ``Library`` is imported when it is first
asked for: SQLAlchemy takes a quarter of a second, which those who only read files need not wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boardkit.library.changes import Change, Kind, changes_of, fold
from boardkit.library.entries import Entry

if TYPE_CHECKING:
    from boardkit.library.library import Library

__all__ = ["Change", "Entry", "Kind", "Library", "changes_of", "fold"]


def __getattr__(name: str) -> Any:
    if name != "Library":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from boardkit.library.library import Library

    return Library
