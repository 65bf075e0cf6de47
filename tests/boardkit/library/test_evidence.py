"""Files that back answers: kept whole, under the hash of what is in them, or refused in a sentence."""

import hashlib
import os
from pathlib import Path

import pytest

from boardkit.assessment import Evidence
from boardkit.errors import FileError
from boardkit.library.evidence import SIZE_LIMIT, EvidenceStore


@pytest.fixture
def store(tmp_path: Path) -> EvidenceStore:
    return EvidenceStore.beside(tmp_path / "data" / "library.sqlite3")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "Billing export.xlsx"
    file.write_bytes(b"rows and rows")
    return file


def kept(store: EvidenceStore) -> list[str]:
    return sorted(one.name for one in store.folder.iterdir()) if store.folder.is_dir() else []


def test_a_file_is_copied_under_its_hash(store: EvidenceStore, export: Path) -> None:
    evidence = store.keep(export)
    digest = hashlib.sha256(b"rows and rows").hexdigest()
    assert evidence == Evidence(title="Billing export.xlsx", sha256=digest)
    assert kept(store) == [digest]
    assert (store.folder / digest).read_bytes() == b"rows and rows"
    assert store.holds(evidence)


def test_it_stays_when_the_original_goes_or_changes(store: EvidenceStore, export: Path) -> None:
    evidence = store.keep(export)
    export.write_bytes(b"other rows")
    assert store.keep(export).sha256 != evidence.sha256
    export.unlink()
    assert store.viewing_copy(evidence).read_bytes() == b"rows and rows"


def test_the_same_file_twice_is_kept_once(store: EvidenceStore, export: Path) -> None:
    assert store.keep(export).sha256 == store.keep(export, "Again").sha256
    assert len(kept(store)) == 1


def test_a_title_keeps_the_name_of_the_file(store: EvidenceStore, export: Path) -> None:
    assert store.keep(export, "ARR, September").title == "ARR, September (Billing export.xlsx)"
    assert len(store.keep(export, "x" * 500).title) == 400


def test_what_is_too_large_is_refused_and_leaves_nothing(
    store: EvidenceStore, tmp_path: Path
) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    with pytest.raises(FileError, match=r"large\.pdf is larger than 50 MB, the most that is kept"):
        store.keep(large)
    assert kept(store) == []


def test_what_is_no_file_is_refused(store: EvidenceStore, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is not a file that can be kept"):
        store.keep(tmp_path)
    with pytest.raises(FileError, match="No such file"):
        store.keep(tmp_path / "nowhere.pdf")
    with pytest.raises(FileError, match="could not be copied"):
        store.keep(tmp_path / "half\0name")
    assert kept(store) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_a_pipe_is_refused_instead_of_waited_for(store: EvidenceStore, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(FileError, match="is not a file that can be kept"):
        store.keep(tmp_path / "pipe.pdf")


def test_a_viewing_copy_has_an_ending_and_cannot_be_written(
    store: EvidenceStore, export: Path
) -> None:
    copy = store.viewing_copy(store.keep(export, "ARR"))
    assert copy.suffix == ".xlsx"
    assert not copy.stat().st_mode & 0o222
    assert store.viewing_copy(store.keep(export)) == copy


@pytest.mark.parametrize("name", ["run.exe", "run.sh", "page.html", "sheet.xlsm", "nothing"])
def test_what_could_do_more_than_be_looked_at_is_not_opened(
    store: EvidenceStore, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(b"x")
    with pytest.raises(FileError, match="of a kind that is not opened from here"):
        store.viewing_copy(store.keep(file))


def test_a_file_of_another_computer_is_named(store: EvidenceStore) -> None:
    elsewhere = Evidence(title="ARR.pdf", sha256="0" * 64)
    assert not store.holds(elsewhere)
    assert not store.holds(Evidence(title="A link", link="https://example.com"))
    with pytest.raises(FileError, match=r"“ARR\.pdf” is not among the files of this library"):
        store.viewing_copy(elsewhere)


def test_a_file_that_was_altered_is_not_shown(store: EvidenceStore, export: Path) -> None:
    evidence = store.keep(export)
    (store.folder / evidence.sha256).write_bytes(b"forged")
    with pytest.raises(FileError, match="was altered after it was kept"):
        store.viewing_copy(evidence)
    store.keep(export)
    assert store.viewing_copy(evidence).read_bytes() == b"rows and rows"
