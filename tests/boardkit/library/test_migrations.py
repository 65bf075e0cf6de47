"""Opening libraries of other versions, and files that are no libraries."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from boardkit.assessment import Answer, Details
from boardkit.errors import LibraryError
from boardkit.library import Library
from boardkit.library.connections import Connections
from boardkit.library.failures import in_sentences
from boardkit.library.migrations import STEPS, backup_path, migrate
from boardkit.questionnaire import Questionnaire

OLD = Path(__file__).with_name("schema-1.sql")


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.commit()


def make_old(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with raw(path) as connection:
        connection.executescript(OLD.read_text("utf-8"))


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with raw(path) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema")]
        # name, type, not null and key of each column
        return {
            name: [
                (r[1], r[2], r[3], r[5]) for r in connection.execute(f"PRAGMA table_info({name})")
            ]
            for name in names
            if not name.startswith("sqlite_")
        }


def test_a_library_of_the_first_schema_opens(path: Path) -> None:
    make_old(path)
    with Library.open(path, "Ada") as library:
        (entry,) = library.list()
        assert (entry.company, entry.period, entry.answered) == ("Acme", "Q3 2026", 2)
        assessment = library.assessment(entry.id)
        questionnaire = library.questionnaire(assessment.questionnaire.digest)
        assert questionnaire.id == "tiny"
        assert assessment.answers["Q01"].value == 2
        assert assessment.answers["Q12"].note == "Said by Bob – “not yet”."
        assert [change.author for change in library.history(entry.id)] == ["Ada"] * 4 + ["Bob"] * 2
        library.record(entry.id, "Q04", Answer(value=1))


def test_a_library_of_the_first_schema_learns_what_is_new(path: Path) -> None:
    make_old(path)
    with Library.open(path, "Ada") as library:
        (entry,) = library.list()
        assert (entry.milestones, entry.headline) == (0, None)
        assert not entry.headline_stands("method 1")
        mark = library.keep_milestone(entry.id, "As it was found")
        library.record(entry.id, "Q01", None)
        library.store_headline(entry.id, {"score": 61}, by="method 1", seq=entry.changed_seq)
        library.return_to(entry.id, mark.seq)
        library.archive(entry.id)
        assert library.list() == ()
        (archived,) = library.list("archived")
        assert (archived.milestones, archived.answered) == (1, 2)
    with Library.open(backup_path(path, 1)) as copy:
        assert copy.list()[0].milestones == 0


def test_a_new_library_and_an_old_one_have_the_same_tables(path: Path, tmp_path: Path) -> None:
    make_old(path)
    Library.open(path).close()
    fresh = tmp_path / "fresh.sqlite3"
    Library.open(fresh).close()
    assert tables(path) == tables(fresh)


def add_a_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE assessments ADD COLUMN colour VARCHAR")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half_made (x)")
    raise sqlite3.OperationalError("the power went")


def test_an_older_library_is_copied_before_it_is_brought_up_to_date(path: Path) -> None:
    make_old(path)
    before = tables(path)
    migrate(path, (*STEPS, add_a_column))
    assert ("colour", "VARCHAR", 0, 0) in tables(path)["assessments"]
    assert tables(backup_path(path, 1)) == before
    with Library.open(backup_path(path, 1)) as copy:
        assert len(copy.list()) == 1
    stamp = path.read_bytes()
    migrate(path, (*STEPS, add_a_column))  # is there already
    assert path.read_bytes() == stamp


def test_a_step_that_fails_leaves_the_library_as_it_was(path: Path) -> None:
    make_old(path)
    before = tables(path)
    with pytest.raises(sqlite3.OperationalError, match="the power went"):
        migrate(path, (*STEPS, add_a_column, fail))
    assert tables(path) == before
    with Library.open(path) as library:
        assert len(library.list()) == 1


def test_a_newer_library_is_refused_unchanged(path: Path) -> None:
    make_old(path)
    with raw(path) as connection:
        connection.execute("PRAGMA user_version = 9")
    stamp = path.read_bytes()
    with pytest.raises(
        LibraryError,
        match=r"is from a newer Boardkit, schema 9; this one reads up to 2\. Nothing was changed\.",
    ):
        Library.open(path, "Ada")
    assert path.read_bytes() == stamp
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_newer_library_is_refused_while_it_is_in_use(path: Path) -> None:
    """The version is then still in the write-ahead log, not at the head of the file."""
    Library.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("PRAGMA user_version = 9")
        with pytest.raises(LibraryError, match="from a newer Boardkit, schema 9"):
            Library.open(path)


@pytest.mark.parametrize(
    "content", [b"not a database at all", b"%PDF-1.7\n" + b" " * 200, b"SQLite format 3\0"]
)
def test_a_file_that_is_no_library_is_left_as_it_is(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="is not a Boardkit library, so it was left as it is"):
        Library.open(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("statement", ["CREATE TABLE bookmarks (url)", "PRAGMA application_id = 9"])
def test_another_programs_database_is_left_as_it_is(path: Path, statement: str) -> None:
    path.parent.mkdir()
    with raw(path) as connection:
        connection.execute(statement)
    stamp = path.read_bytes()
    with pytest.raises(LibraryError, match="is not a Boardkit library, so it was left as it is"):
        Library.open(path)
    assert path.read_bytes() == stamp


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with Library.open(path) as library:
        assert library.list() == ()


def test_a_place_where_no_file_can_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path, tmp_path / "file" / "library.sqlite3"):
        with pytest.raises(LibraryError, match=r"cannot be opened: .*Check its folder"):
            Library.open(path)


BAD_CHANGE = "INSERT INTO changes VALUES (99, '{id}', '{kind}', 'Q01', '{payload}', '', '{at}')"
SPOIL_CONTENT = "DROP TRIGGER content_is_not_altered; UPDATE content SET json = "


@pytest.mark.parametrize(
    "damage",
    [
        BAD_CHANGE.format(id="{id}", kind="answer", payload="{{", at="2026-01-01T00:00Z"),
        BAD_CHANGE.format(id="{id}", kind="answer", payload="[]", at="2026-01-01T00:00Z"),
        BAD_CHANGE.format(id="{id}", kind="scored", payload="1", at="2026-01-01T00:00Z"),
        BAD_CHANGE.format(id="{id}", kind="answer", payload="null", at="yesterday"),
        "UPDATE assessments SET board_date = 'soon'",
        "UPDATE assessments SET changed_at = x'00'",
        SPOIL_CONTENT + "x'00'",
        SPOIL_CONTENT + "'text'",
        SPOIL_CONTENT + "x'" + zlib.compress(b"{}").hex() + "'",
    ],
)
def test_a_damaged_library_is_told(
    path: Path, tiny: Questionnaire, acme: Details, damage: str
) -> None:
    with Library.open(path, "Ada") as library:
        made = library.create(tiny, acme)
    with raw(path) as connection:
        connection.executescript(damage.format(id=made.id))
    with Library.open(path) as library:
        faults = [
            fault
            for ask in (
                lambda: library.assessment(made.id),
                library.list,
                lambda: library.questionnaire(tiny.digest),
            )
            if (fault := fault_of(ask)) is not None
        ]
    assert faults == [
        f"The library {path} is damaged. Restore it from a backup, or choose another library."
    ]


def fault_of(ask: Callable[[], object]) -> str | None:
    try:
        ask()
    except LibraryError as fault:
        return str(fault)
    return None


def test_each_failure_of_sqlite_has_its_sentence(path: Path) -> None:
    Library.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(LibraryError, match="has no room left on its disk"), in_sentences(path):
            connection.execute("CREATE TABLE more AS SELECT randomblob(100000)")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        with pytest.raises(LibraryError, match=r"is read-only\. Nothing"), in_sentences(path):
            connection.execute("CREATE TABLE more (x)")
        with pytest.raises(LibraryError, match="cannot do this: no such table"), in_sentences(path):
            connection.execute("SELECT * FROM nowhere")


def test_what_is_committed_is_on_the_disk(path: Path) -> None:
    Library.open(path).close()
    connections = Connections(path)
    with connections.writing() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys")
        found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    connections.close()
    assert found == ["wal", 2, 1]
