"""What real processes do to one library: die in the middle, and write at once."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

import boardkit
from boardkit.assessment import Answer, Details
from boardkit.errors import LibraryError
from boardkit.library import Library
from boardkit.questionnaire import Questionnaire

ROOT = Path(boardkit.__file__).parents[1]

WRITE = """
import sys
from pathlib import Path
from boardkit.assessment import Answer
from boardkit.library import Library
path, author, assessment, question, count = sys.argv[1:]
with Library.open(Path(path), author) as library:
    for n in range(int(count)):
        change = library.record(assessment, question, Answer(value=n, note="n" * (n % 500)))
        print(change.seq, n, flush=True)
"""

FILL = """
import resource, sys
from pathlib import Path
from boardkit.assessment import Answer
from boardkit.errors import LibraryError
from boardkit.library import Library
path, assessment = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
with Library.open(Path(path), "Ada") as library:
    for n in range(100):
        try:
            library.record(assessment, "Q04", Answer(value=n, note="n" * 20_000))
        except LibraryError as fault:
            print(fault, flush=True)
            break
        print(n, flush=True)
"""

OPEN = """
import sys
from pathlib import Path
from boardkit.library import Library
sys.stdin.read()
Library.open(Path(sys.argv[1])).close()
"""


def run(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def lines_of(process: subprocess.Popen[str]) -> list[str]:
    said, _ = process.communicate(timeout=60)
    return said.splitlines()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_an_acknowledged_answer_survives_a_kill(
    path: Path, tiny: Questionnaire, acme: Details
) -> None:
    with Library.open(path, "Ada") as library:
        made = library.create(tiny, acme)
    acknowledged: dict[int, int] = {}
    for kill_after in (1, 3, 20, 50, 51):
        process = run(WRITE, path, "Bob", made.id, "Q04", 100_000)
        assert process.stdout is not None
        first = [process.stdout.readline() for _ in range(kill_after)]
        process.kill()
        rest = process.communicate(timeout=60)[0].splitlines(keepends=True)
        whole = (line.split() for line in [*first, *rest] if line.endswith("\n"))
        acknowledged.update({int(seq): int(n) for seq, n in whole})
        assert process.returncode == -signal.SIGKILL
        with Library.open(path, "Ada") as library:
            kept = {change.seq: change.answer for change in library.history(made.id)}
            for seq, n in acknowledged.items():
                answer = kept[seq]
                assert answer is not None
                assert answer.value == n
            last = library.history(made.id)[-1].answer
            assert library.assessment(made.id).answers["Q04"] == last
    assert len(acknowledged) >= 125
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_two_processes_lose_nothing_of_each_others(
    path: Path, tiny: Questionnaire, acme: Details
) -> None:
    with Library.open(path, "Ada") as library:
        made = library.create(tiny, acme)
    writers = [
        run(WRITE, path, author, made.id, question, 300)
        for author, question in (("Bob", "Q04"), ("Eve", "Q06"))
    ]
    said = [lines_of(writer) for writer in writers]
    assert [len(lines) for lines in said] == [300, 300]
    with Library.open(path, "Ada") as library:
        history = library.history(made.id)
        assert len(history) == 602
        for author in ("Bob", "Eve"):
            values = [c.answer.value for c in history if c.author == author and c.answer]
            assert values == list(range(300))
        assert {a.value for a in library.assessment(made.id).answers.values()} == {299}
        (entry,) = library.list()
        assert entry.answered == 2


def test_many_processes_may_make_the_library_at_once(path: Path) -> None:
    openers = [run(OPEN, path) for _ in range(4)]
    for opener in openers:
        assert opener.stdin is not None
        opener.stdin.close()
    for opener in openers:
        assert opener.wait(60) == 0
        assert opener.stdout is not None
        opener.stdout.close()
    with Library.open(path) as library:
        assert library.list() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of files")
def test_a_full_disk_is_told_and_costs_nothing_that_was_acknowledged(
    path: Path, tiny: Questionnaire, acme: Details
) -> None:
    with Library.open(path, "Ada") as library:
        made = library.create(tiny, acme)
    *numbers, sentence = lines_of(run(FILL, path, made.id))
    assert sentence.startswith(f"The library {path} ")
    assert "disk" in sentence
    assert "Nothing was changed." in sentence
    assert 2 < len(numbers) < 100
    with Library.open(path, "Ada") as library:
        assert library.assessment(made.id).answers["Q04"].value == len(numbers) - 1
        library.record(made.id, "Q04", Answer(value=0))


def test_a_writer_waits_for_its_turn(
    library: Library, path: Path, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.3, lambda: other.execute("COMMIT"))
        release.start()
        began = time.monotonic()
        library.record(made.id, "Q04", Answer(value=1))
        assert time.monotonic() - began > 0.2
        release.join()


def test_a_library_that_stays_locked_is_told(
    path: Path, tiny: Questionnaire, acme: Details, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boardkit.library.connections.BUSY_SECONDS", 0.1)
    with Library.open(path, "Ada") as library, closing(sqlite3.connect(path)) as other:
        made = library.create(tiny, acme)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match=r"is held by another program\. Nothing"):
            library.record(made.id, "Q04", Answer(value=1))
        assert library.assessment(made.id) == made  # reading goes on
        other.rollback()
        library.record(made.id, "Q04", Answer(value=1))
