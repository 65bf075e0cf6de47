"""Packs have names that any file system takes, and do not stay in the cache for ever."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from boardkit.assessment import Details
from boardkit.errors import FileError
from ui.pack_files import KEPT, PackFiles, forget_old_packs, pack_name


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
    files = PackFiles("one")
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
    assert PackFiles("two").find("f" * 64) is None


def test_old_packs_are_forgotten() -> None:
    old = PackFiles("one").keep("a" * 64, "x.pdf", b"old")
    new = PackFiles("two").keep("b" * 64, "x.pdf", b"new")
    month = time.time() - 30 * 24 * 3600
    os.utime(old, (month, month))
    forget_old_packs()
    assert not old.exists()
    assert new.exists()


def test_a_folder_that_cannot_be_made_is_told(cache: Path) -> None:
    cache.write_text("in the way")
    with pytest.raises(FileError, match="could not be made"):
        PackFiles("one").keep("a" * 64, "x.pdf", b"")
