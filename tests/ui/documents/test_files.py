"""Packs have names that any file system takes, and go when the window does."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from boardkit.assessment import Details
from boardkit.errors import FileError
from boardkit.paths import cache_folder
from ui.documents.files import (
    KEPT,
    DocumentFiles,
    DocumentsOfThisSession,
    forget_left_packs,
    pack_name,
)

HOLDS = """
import sys
from pathlib import Path
from ui.documents.files import _locked
lock = _locked(Path(sys.argv[1]))
print(lock is not None, flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOARDKIT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.parametrize(
    ("company", "period", "name"),
    [
        ("Paperclip & Sons", "Q3 2026", "Paperclip & Sons Q3 2026 board pack.pdf"),
        ("Paperclip", "", "Paperclip board pack.pdf"),
        ("../../etc/passwd", "2026/27", "etc passwd 2026 27 board pack.pdf"),
        ('A<B>:"C"|D?*', "\n\t", "A B C D board pack.pdf"),
        ("...", "", "Company board pack.pdf"),
        ("株式会社", "第3四半期", "株式会社 第3四半期 board pack.pdf"),
    ],
)
def test_names(company: str, period: str, name: str) -> None:
    assert pack_name(Details(company=company, period=period)) == name


@pytest.mark.parametrize("company", ["Long and Sons " * 28, "x" * 400, "株" * 400])
def test_a_long_name_is_shortened_to_what_file_systems_take(company: str) -> None:
    name = pack_name(Details(company=company, period=company))
    assert len(name.encode()) <= 255
    assert name.endswith(" board pack.pdf")


def test_packs_are_found_by_their_keys_and_the_oldest_make_room() -> None:
    files = DocumentFiles("one")
    assert files.find("0" * 64) is None
    kept = [files.keep(f"{n:064x}"[::-1], "x.pdf", b"%d" % n) for n in range(KEPT)]
    for age, path in enumerate(reversed(kept)):
        os.utime(path, (time.time() - age, time.time() - age))
    assert [files.find(f"{n:064x}"[::-1]) for n in range(KEPT)] == kept
    newest = files.keep("f" * 64, "x.pdf", b"newest")
    assert not kept[0].exists()
    assert files.find(f"{0:064x}"[::-1]) is None
    assert all(path.exists() for path in kept[1:])
    assert newest.read_bytes() == b"newest"
    assert DocumentFiles("two").find("f" * 64) is None


def test_nothing_stays_when_the_window_closes() -> None:
    packs = DocumentsOfThisSession()
    path = DocumentFiles("one").keep("a" * 64, "x.pdf", b"confidential")
    packs.forget()
    assert not path.exists()
    assert list((cache_folder() / "packs").iterdir()) == []


def test_what_a_window_that_died_left_goes_and_what_another_has_open_stays() -> None:
    packs = cache_folder() / "packs"
    died, alive = packs / "died" / "one" / "key", packs / "alive" / "one" / "key"
    of_old = packs / "assessment" / "key"  # as an earlier version kept them
    for folder in (died, alive, of_old):
        folder.mkdir(parents=True)
        (folder / "x.pdf").write_bytes(b"confidential")
    other = Popen([sys.executable, "-c", HOLDS, packs / "alive"], stdin=PIPE, stdout=PIPE)
    assert other.stdout is not None
    assert other.stdout.readline() == b"True\n"
    forget_left_packs()
    assert not died.exists()
    assert not of_old.exists()
    assert (alive / "x.pdf").exists()
    other.kill()
    other.communicate()
    forget_left_packs()
    assert not alive.exists()


def test_a_folder_that_cannot_be_made_is_told(cache: Path) -> None:
    cache.write_text("in the way")
    with pytest.raises(FileError, match="could not be made"):
        DocumentFiles("one").keep("a" * 64, "x.pdf", b"")
