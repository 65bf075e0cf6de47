"""A file is there whole, or as it was before."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import boardkit
from boardkit.errors import FileError
from boardkit.exchange.atomic import write_atomically

ROOT = Path(boardkit.__file__).parents[1]

NO_ROOM = """
import resource, sys
from pathlib import Path
from boardkit.errors import FileError
from boardkit.exchange.atomic import write_atomically
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_atomically(Path(sys.argv[1]), b"n" * 1_000_000)
except FileError as fault:
    print(fault)
"""

OVER_AND_OVER = """
import sys
from pathlib import Path
from boardkit.exchange.atomic import write_atomically
while True:
    for letter in (b"a", b"b"):
        write_atomically(Path(sys.argv[1]), letter * 3_000_000)
        print(flush=True)
"""


def run(code: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, path],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_it_writes_and_replaces(tmp_path: Path) -> None:
    file = tmp_path / "ä b.boardkit"
    for data in (b"one", b"", b"three"):
        write_atomically(file, data)
        assert file.read_bytes() == data
        assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of files")
def test_a_disk_without_room_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    said, _ = run(NO_ROOM, file).communicate(timeout=60)
    assert said.startswith("file could not be written: ")
    assert "What was there before is unchanged. Choose another place, or make room." in said
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_kill_leaves_one_whole_file_or_the_other(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for writes in (1, 2, 5):
        writer = run(OVER_AND_OVER, file)
        assert writer.stdout is not None
        for _ in range(writes):
            writer.stdout.readline()
        writer.kill()
        writer.communicate(timeout=60)
        assert file.read_bytes() in (b"a" * 3_000_000, b"b" * 3_000_000)


def test_a_place_where_no_file_can_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for place in (tmp_path / "folder", tmp_path / "none" / "file"):
        with pytest.raises(FileError, match=f"^{place.name} could not be written: "):
            write_atomically(place, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["folder"]
