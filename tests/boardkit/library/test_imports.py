"""What the library waits for when it is imported, and what it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import boardkit
from boardkit import library

ROOT = Path(boardkit.__file__).parents[1]

LOADED = """
import sys
from pathlib import Path
import boardkit.exchange
assert "sqlalchemy" not in sys.modules
from boardkit.library import Change, Entry
assert "sqlalchemy" not in sys.modules
from boardkit.library import Library
Library.open(Path(sys.argv[1])).close()
names = {name.split(".")[2] for name in sys.modules if name.startswith("sqlalchemy.dialects.")}
print(*sorted(names))
"""


def test_files_do_not_wait_for_sqlalchemy_and_no_other_database_is_loaded(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, tmp_path / "library.sqlite3"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert set(done.stdout.split()) <= {"sqlite", "_typing"}


def test_a_name_that_is_not_there_is_refused_as_usual() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Shelf'"):
        library.Shelf  # noqa: B018
