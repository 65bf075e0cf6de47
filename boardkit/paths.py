"""Where Boardkit keeps what belongs to the user."""

from __future__ import annotations

import os
from pathlib import Path

LIBRARY_VARIABLE = "BOARDKIT_LIBRARY"
LIBRARY_NAME = "library.sqlite3"
CACHE_VARIABLE = "BOARDKIT_CACHE"


def data_folder() -> Path:
    """The folder of the user's own data; it need not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("Boardkit", appauthor=False)


def library_path(explicit: Path | None = None) -> Path:
    """The library to use: the one named, else that of BOARDKIT_LIBRARY, else the user's own."""
    if explicit is not None:
        return explicit.expanduser()
    named = os.environ.get(LIBRARY_VARIABLE, "").strip()
    return Path(named).expanduser() if named else data_folder() / LIBRARY_NAME


def cache_folder() -> Path:
    """Where documents lie until they are saved: that of BOARDKIT_CACHE, else the user's own."""
    named = os.environ.get(CACHE_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("Boardkit", appauthor=False)
