"""A library that can be read, but takes no changes any more."""

import sqlite3
from pathlib import Path


def refuse_to_write(library: Path) -> None:
    """From now on the library takes no changes, as if its disk were full."""
    with sqlite3.connect(library) as file:
        file.execute(
            "CREATE TRIGGER full BEFORE INSERT ON changes"
            " BEGIN SELECT RAISE(ABORT, 'there is no room'); END"
        )
