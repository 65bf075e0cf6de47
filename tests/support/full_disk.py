"""A library that can be read, but takes no changes any more, until there is room again."""

import sqlite3
from pathlib import Path


def refuse_to_write(library: Path) -> None:
    """From now on the library takes no changes, as if its disk were full."""
    with sqlite3.connect(library) as file:
        file.execute(
            "CREATE TRIGGER full BEFORE INSERT ON changes"
            " BEGIN SELECT RAISE(ABORT, 'there is no room'); END"
        )


def make_room(library: Path) -> None:
    """Changes are taken again."""
    with sqlite3.connect(library) as file:
        file.execute("DROP TRIGGER full")
