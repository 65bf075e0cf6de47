"""What the library waits for when it is imported, and what it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import boardkit
from boardkit import library

ROOT = Path(boardkit.__file__).parents[1]

FILES = """
import sys
import boardkit.exchange
from boardkit.library import Change
assert "sqlite3" not in sys.modules
"""

LIST = """
import sys
from pathlib import Path
from boardkit.library import Entry, Listing
with Listing.open(Path(sys.argv[1])) as listing:
    assert listing.list() == ()
late = {"pydantic", "yaml", "numpy", "boardkit.assessment"} & set(sys.modules)
assert not late, late
"""


@pytest.mark.parametrize("code", [FILES, LIST])
def test_files_wait_for_no_database_and_a_list_for_no_models(tmp_path: Path, code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "library.sqlite3"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_a_name_that_is_not_there_is_refused_as_usual() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Shelf'"):
        library.Shelf  # noqa: B018
