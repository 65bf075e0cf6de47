"""Where assessments live: an append-only history of changes, in one SQLite file.

Rows never leave this folder: callers get frozen values. Each name is imported when it is first
asked for, so that a list can be shown before the models of answers are there, and a file can be
read without the database.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from boardkit.library.changes import CONTENT, Change, Kind, changes_of, fold
    from boardkit.library.entries import Entry, Place
    from boardkit.library.library import Library
    from boardkit.library.listing import Listing
    from boardkit.library.milestones import Milestone, milestones_in

_HOMES = {
    "CONTENT": "changes",
    "Change": "changes",
    "Entry": "entries",
    "Kind": "changes",
    "Library": "library",
    "Listing": "listing",
    "Milestone": "milestones",
    "Place": "entries",
    "changes_of": "changes",
    "fold": "changes",
    "milestones_in": "milestones",
}

__all__ = [
    "CONTENT",
    "Change",
    "Entry",
    "Kind",
    "Library",
    "Listing",
    "Milestone",
    "Place",
    "changes_of",
    "fold",
    "milestones_in",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
