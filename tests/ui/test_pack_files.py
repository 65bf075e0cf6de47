"""Packs have names that any file system takes, and do not stay in the cache for ever."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from boardkit.assessment import Details
from boardkit.errors import FileError
from ui.pack_files import PackFiles, forget_old_packs, pack_name


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


def test_a_pack_is_found_by_its_key_and_replaces_the_one_before() -> None:
    files = PackFiles("one")
    assert files.find("a" * 64) is None
    assert files.latest() is None
    first = files.keep("a" * 64, "x.pdf", b"first")
    assert files.find("a" * 64) == first == files.latest()
    second = files.keep("b" * 64, "x.pdf", b"second")
    assert not first.exists()
    assert files.find("a" * 64) is None
    assert files.latest() == second
    assert second.read_bytes() == b"second"
    assert PackFiles("two").latest() is None


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
