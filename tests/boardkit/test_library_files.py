"""Out of one library and into another: history, milestones, older questionnaires and files come along."""

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from boardkit import library_files
from boardkit.assessment import Answer, Details, Evidence, Pin
from boardkit.errors import FileError, LibraryError
from boardkit.examples import Example, shipped_examples
from boardkit.exchange import open_file
from boardkit.library import Library
from boardkit.library.evidence import EvidenceStore
from boardkit.library_files import take_into, write_from
from boardkit.questionnaire import Questionnaire
from boardkit.sources import read_source


@pytest.fixture(scope="session")
def tiny() -> Questionnaire:
    """A questionnaire with a question of every type."""
    file = Path(__file__).parent / "library" / "tiny.yaml"
    return Questionnaire.model_validate(read_source(file).data)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "here" / "library.sqlite3", "Ada") as made:
        yield made


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "there" / "library.sqlite3", "Bob") as made:
        yield made


@pytest.fixture
def newer(tiny: Questionnaire) -> Questionnaire:
    return tiny.model_copy(update={"version": "1.1.0", "title": "Tiny, revised"})


@pytest.fixture
def backed(library: Library, tiny: Questionnaire, newer: Questionnaire, tmp_path: Path) -> str:
    """An assessment with two files, a milestone, and a newer questionnaire since."""
    made = library.create(tiny, Details(company="Acme"))
    store = EvidenceStore.beside(library.path)
    for number, text in enumerate(("a ledger", "a contract")):
        (tmp_path / f"{number}.txt").write_text(text)
        kept = store.keep(tmp_path / f"{number}.txt")
        library.record(made.id, "Q01", Answer(value=number, evidence=(kept,)))
    library.keep_milestone(made.id, "Q3 board", {"score": 42.0})
    moved = library.assessment(made.id).model_copy(update={"questionnaire": Pin.of(newer)})
    library.bring_to(moved, newer)
    library.record(made.id, "Q01", None)
    return made.id


def test_everything_comes_along(
    library: Library, other: Library, backed: str, tiny: Questionnaire, tmp_path: Path
) -> None:
    file = tmp_path / "a.boardkit"
    write_from(library, backed, file)
    take_into(other, open_file(file))
    assert other.assessment(backed) == library.assessment(backed)
    (milestone,) = other.milestones(backed)
    assert (milestone.name, milestone.headline) == ("Q3 board", {"score": 42.0})
    then = other.at(backed, milestone.seq)
    assert then == library.at(backed, library.milestones(backed)[0].seq)
    assert other.questionnaire(then.questionnaire.digest) == tiny
    store = EvidenceStore.beside(other.path)
    said = [answer for c in other.history(backed) if (answer := c.answer) is not None]
    assert [store.read(a.evidence[0].sha256) for a in said] == [b"a ledger", b"a contract"]


def test_the_same_content_gives_the_same_bytes_from_any_library(
    library: Library, other: Library, backed: str, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.boardkit", tmp_path / "two.boardkit"
    write_from(library, backed, one)
    take_into(other, open_file(one))
    write_from(other, backed, two)
    assert one.read_bytes() == two.read_bytes()


def test_its_entries_stand_in_order(library: Library, backed: str, tmp_path: Path) -> None:
    write_from(library, backed, tmp_path / "a.boardkit")
    with zipfile.ZipFile(tmp_path / "a.boardkit") as archive:
        names = archive.namelist()
    digests = sorted(hashlib.sha256(data).hexdigest() for data in (b"a ledger", b"a contract"))
    assert names[:4] == ["boardkit.json", "questionnaire.json", "assessment.json", "history.json"]
    assert names[4].startswith("questionnaires/")
    assert names[5:] == [f"evidence/{digest}" for digest in digests]


def test_a_milestone_goes_out_as_it_was_then(
    library: Library, other: Library, backed: str, tiny: Questionnaire, tmp_path: Path
) -> None:
    (milestone,) = library.milestones(backed)
    write_from(library, backed, tmp_path / "a.boardkit", milestone.seq)
    opened = open_file(tmp_path / "a.boardkit")
    assert opened.assessment == library.at(backed, milestone.seq)
    assert opened.questionnaire == tiny
    assert opened.history[-1].kind == "milestone"
    assert opened.earlier == ()


def test_a_file_that_is_missing_or_altered_is_left_out(
    library: Library, backed: str, tmp_path: Path
) -> None:
    store = EvidenceStore.beside(library.path)
    first, second = sorted(path for path in store.folder.iterdir() if path.is_file())
    first.unlink()
    second.write_bytes(b"forged")
    write_from(library, backed, tmp_path / "a.boardkit")
    assert open_file(tmp_path / "a.boardkit").evidence == {}


def test_more_evidence_than_a_file_holds_is_said(
    library: Library, backed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_files, "EVIDENCE_TOTAL", 10)
    with pytest.raises(FileError, match=r"No file was written: the files .* Replace the largest"):
        write_from(library, backed, tmp_path / "a.boardkit")
    assert not (tmp_path / "a.boardkit").exists()


def test_one_that_is_there_already_is_refused_or_gets_another_id(
    library: Library, backed: str, tmp_path: Path
) -> None:
    write_from(library, backed, tmp_path / "a.boardkit")
    opened = open_file(tmp_path / "a.boardkit")
    with pytest.raises(LibraryError, match="in the library already"):
        take_into(library, opened)
    copy = take_into(library, opened, new_id=True)
    assert copy.id != backed
    assert [one.name for one in library.milestones(copy.id)] == ["Q3 board"]


@pytest.mark.parametrize("example", shipped_examples(), ids=lambda example: example.name)
def test_every_example_comes_back_from_a_file_without_a_difference(
    example: Example, library: Library, other: Library, tmp_path: Path
) -> None:
    library.add(example.assessment, example.questionnaire)
    library.keep_milestone(example.name, "Board")
    file = tmp_path / "example.boardkit"
    write_from(library, example.name, file)
    take_into(other, open_file(file))
    assert other.assessment(example.name) == example.assessment
    assert other.questionnaire(example.questionnaire.digest) == example.questionnaire
    assert other.history(example.name) == library.history(example.name)
    write_from(other, example.name, tmp_path / "again.boardkit")
    assert (tmp_path / "again.boardkit").read_bytes() == file.read_bytes()


def test_evidence_without_a_file_is_only_named(
    library: Library, tiny: Questionnaire, tmp_path: Path
) -> None:
    made = library.create(tiny, Details(company="Acme"))
    link = Evidence(title="Ledger", link="https://example.com/l")
    library.record(made.id, "Q01", Answer(value=1, evidence=(link,)))
    write_from(library, made.id, tmp_path / "a.boardkit")
    assert open_file(tmp_path / "a.boardkit").evidence == {}


def test_the_logo_comes_along(
    library: Library, other: Library, backed: str, tmp_path: Path
) -> None:
    kept = EvidenceStore.beside(library.path).keep_bytes(b"a picture")
    details = library.assessment(backed).details
    pack = details.pack.model_copy(update={"logo": kept})
    library.revise(backed, details.model_copy(update={"pack": pack}))
    write_from(library, backed, tmp_path / "a.boardkit")
    take_into(other, open_file(tmp_path / "a.boardkit"))
    assert EvidenceStore.beside(other.path).read(kept) == b"a picture"
