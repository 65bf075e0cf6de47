"""Files as an enemy, or a bad disk, would make them: each is refused with a sentence."""

import contextlib
import io
import json
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from boardkit.assessment import Assessment
from boardkit.errors import FileError, NewerFileError
from boardkit.exchange import Opened, boardkit_bytes, open_file
from boardkit.exchange.boardkit_file import read_boardkit
from boardkit.library import Change
from boardkit.questionnaire import Questionnaire

Entries = dict[str, bytes]
FILE = "ab" * 32  # the hash of a file that backs an answer
Packer = Callable[[Entries], bytes]


@pytest.fixture(scope="session")
def good(tiny: Questionnaire, assessment: Assessment, history: tuple[Change, ...]) -> bytes:
    return boardkit_bytes(assessment, tiny, history)


@pytest.fixture(scope="session")
def entries(good: bytes) -> Entries:
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(
    entries: Entries, *more: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the duplicate name is meant
        for name, data in (*entries.items(), *more):
            archive.writestr(name, data)
    return buffer.getvalue()


def changed(name: str, change: Callable[[Any], Any]) -> Packer:
    """The good file with the JSON of one entry changed."""

    def pack(entries: Entries) -> bytes:
        data = json.dumps(change(json.loads(entries[name]))).encode()
        return zipped({**entries, name: data})

    return pack


def replaced(name: str, data: bytes) -> Packer:
    """The good file with one entry replaced."""
    return lambda entries: zipped({**entries, name: data})


def without(name: str) -> Packer:
    return lambda entries: zipped({key: data for key, data in entries.items() if key != name})


def with_more(name: str, data: bytes = b"x", attributes: int = 0) -> Packer:
    info = zipfile.ZipInfo(name)
    info.external_attr = attributes
    return lambda entries: zipped(entries, (info, data))


def answering(question_id: str, answer: Any) -> Packer:
    def change(data: Any) -> Any:
        data["answers"][question_id] = answer
        return data

    return changed("assessment.json", change)


def having(**values: Any) -> Callable[[Any], Any]:
    return lambda data: {**data, **values}


def backed_by(data: bytes) -> Packer:
    """The good file with an answer that a file backs, which holds this."""

    def pack(entries: Entries) -> bytes:
        said = json.loads(entries["assessment.json"])
        said["answers"]["Q01"]["evidence"] = [{"title": "Ledger", "sha256": FILE}]
        return zipped(
            {
                **entries,
                "assessment.json": json.dumps(said).encode(),
                "history.json": b"[]",
                f"evidence/{FILE}": data,
            },
            method=zipfile.ZIP_STORED,
        )

    return pack


def symlinked(entries: Entries) -> bytes:
    info = zipfile.ZipInfo("history.json")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    others = {key: data for key, data in entries.items() if key != "history.json"}
    return zipped(others, (info, b"/etc/passwd"))


def encrypted(entries: Entries) -> bytes:
    return patched(zipped(entries), "assessment.json", flags=1)


def lying(size: int) -> Packer:
    """The good file, of which one entry says that it is as long as this."""
    return lambda entries: patched(zipped(entries), "assessment.json", size=size)


def patched(data: bytes, name: str, flags: int | None = None, size: int | None = None) -> bytes:
    """The archive with other words at one entry's head and in the directory."""
    found = bytearray(data)
    local = data.index(name.encode()) - 30
    central = data.rindex(name.encode()) - 46
    for start, shift in ((local, 0), (central, 2)):
        if flags is not None:
            struct.pack_into("<H", found, start + 6 + shift, flags)
        if size is not None:
            struct.pack_into("<I", found, start + 22 + shift, size)
    return bytes(found)


def bare_zip(entries: Entries) -> bytes:
    return zipped({"word/document.xml": b"<w/>", **entries})


def deep(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


HOSTILE: dict[str, tuple[Packer, str]] = {
    "another kind of ZIP": (
        bare_zip,
        "x is not an assessment. Choose a .boardkit file",
    ),
    "an empty ZIP": (lambda _: zipped({}), "x is not an assessment"),
    "another kind of file": (lambda _: b"\x89PNG\r\n\x1a\n", "x is not an assessment. Choose a"),
    "another text": (
        lambda _: b"Dear boardkit,",
        "x is not an assessment. Choose a .boardkit file",
    ),
    "a binary that names us": (lambda _: b"\xffboardkit", "x is not a text in UTF-8"),
    "cut short": (lambda e: zipped(e)[:-40], "it is cut short, or was altered. Ask for the file"),
    "cut to its head": (lambda e: zipped(e)[:10], "it is cut short, or was altered"),
    "a flipped byte": (
        lambda e: zipped(e, method=zipfile.ZIP_STORED).replace(b"Because", b"Becawse", 1),
        "it is cut short, or was altered",
    ),
    "something before it": (lambda e: b"PK\x03\x04" + zipped(e), "is not an assessment"),
    "a path out of the folder": (
        with_more("../../.bashrc"),
        "it holds “../../.bashrc”, which does not belong there",
    ),
    "an absolute path": (with_more("/etc/cron.d/x"), "it holds “/etc/cron.d/x”, which does not"),
    "control characters in a name": (with_more("a\n\x1b[2J"), r"it holds “a\n\x1b[2J”, which does"),
    "a folder": (with_more("history.json/"), "it holds “history.json/”, which does not"),
    "a symbolic link": (symlinked, "“history.json” in it is not a plain file"),
    "the same entry twice": (with_more("assessment.json"), "it holds “assessment.json” twice"),
    "thousands of entries": (
        lambda e: zipped({**e, **{f"{n}": b"" for n in range(2000)}}),
        "it holds 2004 files, more than any of ours",
    ),
    "a file that backs nothing": (
        with_more(f"evidence/{FILE}"),
        f"x, evidence/{FILE}: No answer is backed by it, and it is not the logo.",
    ),
    "a file that is not the one named": (
        backed_by(b"forged"),
        f"x, evidence/{FILE}: It is not the file that is named.",
    ),
    "a file called otherwise": (
        with_more(f"evidence/{FILE}.exe"),
        f"it holds “evidence/{FILE[:51]}”, which does not belong there",
    ),
    "a file that is enormous": (
        backed_by(b"1" * 50_000_001),
        f"“evidence/{FILE}” in it is larger than 50 MB",
    ),
    "a questionnaire that nothing was made with": (
        with_more(f"questionnaires/{FILE}.json", b"{}"),
        f"x, questionnaires/{FILE}.json: Nothing in the history was made with it.",
    ),
    "a file in a first edition": (
        lambda e: changed("boardkit.json", having(format=1))({**e, f"evidence/{FILE}": b"x"}),
        f"it holds “evidence/{FILE[:51]}”, which does not belong there",
    ),
    "no history": (without("history.json"), "“history.json” is missing from it"),
    "no manifest": (without("boardkit.json"), "x is not an assessment"),
    "a password": (encrypted, "it is locked with a password. Save it again without one"),
    "an unusual packing": (
        lambda e: zipped(e, method=zipfile.ZIP_LZMA),
        "another program packed it, in a way that is not read here",
    ),
    "a bomb": (
        replaced("assessment.json", b" " * 10_000_000),
        "“assessment.json” in it would unpack to far more than any of ours",
    ),
    "an enormous entry": (
        replaced("assessment.json", b" " * 20_000_001),
        "“assessment.json” in it is larger than 20 MB",
    ),
    "an entry longer than it says": (lying(10), "it is cut short, or was altered"),
    "an entry shorter than it says": (lying(90_000), "“assessment.json” in it is not as long as"),
    "an entry that says it is enormous": (lying(2**31), "in it is larger than 20 MB"),
    "a newer format": (
        lambda _: zipped(
            {"boardkit.json": b'{"boardkit":"assessment","format":3,"new":1}', "new.json": b""}
        ),
        "x is from a newer Boardkit, format 3; this one reads up to 2. Nothing was changed.",
    ),
    "no format": (
        changed("boardkit.json", having(format="1")),
        "x, boardkit.json: It does not say in which format the file is.",
    ),
    "a format that is true": (changed("boardkit.json", having(format=True)), "in which format"),
    "another kind of Boardkit file": (
        changed("boardkit.json", having(boardkit="portfolio")),
        "x, boardkit.json: It does not say that this is an assessment.",
    ),
    "a manifest of another assessment": (
        changed("boardkit.json", having(assessment="b2")),
        "x, assessment.json: It is not the one that boardkit.json names.",
    ),
    "a wrong digest": (
        changed("questionnaire.json", having(title="Forged")),
        "the questionnaire that was kept is not the one that the assessment was made with",
    ),
    "an id like a path": (
        changed("assessment.json", having(id="../../x")),
        "x, assessment.json: “id” cannot be “../../x”.",
    ),
    "an unknown key": (
        changed("assessment.json", having(score=100)),
        "x, assessment.json: “score” is not a key of an assessment.",
    ),
    "no JSON": (replaced("history.json", b"{"), "“history.json” in it is unsound: it is not JSON"),
    "JSON nested deeply": (
        replaced("history.json", deep(101)),
        "“history.json” in it is unsound: it is nested too deeply",
    ),
    "JSON nested very deeply": (
        replaced("history.json", deep(49_000)),
        "“history.json” in it is unsound: it is nested too deeply",
    ),
    "JSON of too many values": (
        replaced("assessment.json", b"[" + b"{}," * 200_000 + b"0]"),
        "“assessment.json” in it ",
    ),
    "a key given twice": (
        replaced("history.json", b'[{"at":1,"at":2}]'),
        "“history.json” in it is unsound: it gives “at” twice",
    ),
    "a number of many digits": (
        replaced("history.json", b"1" * 5_000),
        "it holds a number of more than 18 digits",
    ),
    "an infinite number": (replaced("history.json", b"1e999"), "holds a number that is too large"),
    "no number": (replaced("history.json", b"[NaN]"), "it holds NaN, which is no number"),
    "half a character": (replaced("history.json", rb'["\ud800"]'), "it holds half a character"),
    "no UTF-8": (replaced("history.json", b'"\xff"'), "it is not a text in UTF-8"),
    "an answer that does not fit": (
        answering("Q01", {"value": 7}),
        "x, assessment.json: Q01: Choose a level from 0 to 2.",
    ),
    "an answer to no question": (
        answering("Q99", {"value": 7}),
        "x, assessment.json: Q99: the questionnaire has no such question.",
    ),
    "a history of something else": (
        changed("history.json", lambda data: data[:-1]),
        "x, history.json: It does not lead to the answers in assessment.json.",
    ),
    "a history that is none": (replaced("history.json", b"{}"), "It is not a list of changes."),
    "a change that is none": (replaced("history.json", b"[7]"), "Change 1 is not one."),
    "a change of an unknown kind": (
        replaced("history.json", b'[{"kind":"fired","at":"2026-01-01T00:00:00Z"}]'),
        "x, history.json: “kind” cannot be “fired”.",
    ),
    "a change before all time": (
        replaced("history.json", b'[{"kind":"deleted","at":"0001-01-01T00:00:00+14:00"}]'),
        "The time lies outside the calendar",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_it_is_refused_in_a_sentence(case: str, entries: Entries, tmp_path: Path) -> None:
    pack, sentence = HOSTILE[case]
    file = tmp_path / "x"
    file.write_bytes(pack(entries))
    with pytest.raises(FileError) as refusal:
        open_file(file)
    assert sentence in str(refusal.value)
    assert str(refusal.value).startswith("x")
    assert isinstance(refusal.value, NewerFileError) == (case == "a newer format")


def test_many_faults_are_not_all_told(entries: Entries) -> None:
    answers = {f"Q{n}": {"value": 1} for n in range(100, 300)}
    data = changed("assessment.json", having(answers=answers))(entries)
    with pytest.raises(FileError) as refusal:
        read_boardkit(data, "x")
    lines = str(refusal.value).splitlines()
    assert len(lines) == 102
    assert lines[-2:] == [
        "… and more.",
        "x was not opened; nothing was changed. Ask for the file again.",
    ]


def test_a_file_that_another_program_has_packed_again_opens(
    entries: Entries, tmp_path: Path, assessment: Assessment
) -> None:
    file = tmp_path / "x"
    file.write_bytes(zipped(entries))
    assert open_file(file).assessment == assessment


def test_a_place_with_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"none\.boardkit is not there\. Choose another file\."):
        open_file(tmp_path / "none.boardkit")
    with pytest.raises(FileError, match="is a folder, or not a file"):
        open_file(tmp_path)


@given(data=st.data())
@settings(deadline=None, max_examples=150)
def test_whatever_the_damage_nothing_but_a_refusal_is_raised(
    good: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    with contextlib.suppress(FileError):  # the damage may be where nothing is read
        read_boardkit(bytes(damaged), "x")


@given(st.binary(max_size=200), st.booleans())
@example(b"", False)
@example(b"\x00" * 100, False)
@example(b"%PDF-1.7", False)
@example(b"{" * 60_000, False)
@example(b"&a [*a]", False)
@settings(deadline=None)
def test_whatever_the_bytes_the_failure_has_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, tiny: Questionnaire, content: bytes, is_zip: bool
) -> None:
    file = tmp_path_factory.getbasetemp() / "x"
    file.write_bytes(b"PK\x03\x04" * is_zip + content)
    opened: Opened | None = None
    with pytest.raises(FileError) as refusal:
        opened = open_file(file, tiny)
    assert opened is None
    assert str(refusal.value).startswith("x")
