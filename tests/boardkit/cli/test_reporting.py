"""``boardkit report`` takes every choice that the window offers."""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pypdfium2
import pytest
from PIL import Image

from boardkit.assessment import Answer
from boardkit.cli import main, reporting
from boardkit.cli.reporting import DOCUMENTS
from boardkit.documents.pages import PAGES
from boardkit.examples import shipped_example
from boardkit.library import Library
from boardkit.library.evidence import EvidenceStore
from boardkit.library_files import write_from
from boardkit.pack_options import Document
from tests.support.pdf_texts import page_texts
from tests.support.places import ROOT


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "paperclip.boardkit"
    assert main(["examples", "paperclip-2026-q3", "-o", str(path)]) == 0
    return path


def test_the_documents_of_the_command_are_those_of_the_options() -> None:
    assert [name.replace("-", "_") for name in DOCUMENTS] == list(get_args(Document))


def test_the_help_names_every_page_that_can_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    free = [page for page in PAGES if not page.always]
    assert [page.id for page in free if not page.reference] == list(reporting.PAGES)
    assert [page.id for page in free if page.reference] == list(reporting.REFERENCE)
    with pytest.raises(SystemExit) as ended:
        main(["report", "--help"])
    assert ended.value.code == 0
    told = " ".join(capsys.readouterr().out.split())
    assert all(page.id in told for page in free)
    assert "--no-logo print no logo" in told


def test_every_option_says_what_it_is_for() -> None:
    parser = argparse.ArgumentParser()
    reporting.add(parser.add_subparsers())
    (commands,) = (one for one in parser._actions if one.dest != "help")
    assert isinstance(commands.choices, dict)
    for action in commands.choices["report"]._actions:
        assert action.help, action.dest


def test_what_the_command_says_goes_before_what_the_file_says(
    answers: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "pack.pdf"
    said = [
        "--paper", "letter", "--without", "dimensions", "--classification", "Eyes of two only",
        "--sponsor", "Treasurer", "--board-date", "2027-02-03", "--purpose", "noting",
        "--minutes", "11",
    ]  # fmt: skip
    assert main(["report", str(answers), "-o", str(pack), *said]) == 0
    found = page_texts(pack)
    for text in ("Eyes of two only", "Treasurer", "3 February 2027", "For noting · 11 minutes"):
        assert text in found[0]
    assert not any("Scores by dimension" in page for page in found)
    assert not any("Every answer" in page for page in found)


def test_the_same_file_gives_the_same_bytes_in_any_process_and_place(
    answers: Path, tmp_path: Path
) -> None:
    here, there = tmp_path / "here.pdf", tmp_path / "there.pdf"
    assert main(["report", str(answers), "-o", str(here)]) == 0
    elsewhere = {**os.environ, "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-m", "boardkit", "report", str(answers), "-o", str(there)]
    subprocess.run(command, env=elsewhere, cwd=ROOT, check=True, capture_output=True)
    assert there.read_bytes() == here.read_bytes()


def picture(color: tuple[int, int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 100), color).save(out, "PNG")
    return out.getvalue()


def shows(pack: Path, color: tuple[int, int, int]) -> bool:
    """Whether the cover has something of that colour."""
    with pypdfium2.PdfDocument(pack) as document:
        cover = document[0].render().to_pil().convert("RGB")
    found = (one for _, one in cover.getcolors(1 << 24) or [])
    return any(sum(abs(a - b) for a, b in zip(one, color, strict=True)) < 12 for one in found)


def test_a_logo_stands_on_the_cover(answers: Path, tmp_path: Path) -> None:
    logo, pack = tmp_path / "logo.png", tmp_path / "pack.pdf"
    logo.write_bytes(picture((200, 30, 90)))
    assert main(["report", str(answers), "-o", str(pack), "--logo", str(logo)]) == 0
    assert shows(pack, (200, 30, 90))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (["--without", "cover"], "“cover” is no page that can be left out. These can: standing"),
        (["--minutes", "0"], "--minutes: this does not fit; write 1 or more."),
        (["--minutes", "601"], "--minutes: this does not fit; write 600 or less."),
        (["--sponsor", "x" * 401], "--sponsor: this does not fit; write 400 characters or fewer."),
        (["--logo", "/nowhere/logo.png"], "logo.png cannot be read"),
        (["--locale", "klingon"], "There is no locale “klingon”"),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence_and_nothing_is_written(
    answers: Path, tmp_path: Path, said: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack.pdf"
    assert main(["report", str(answers), "-o", str(pack), *said]) == 1
    assert why in capsys.readouterr().err
    assert not pack.exists()


def test_what_the_file_holds_of_logo_and_history_is_printed(tmp_path: Path) -> None:
    example = shipped_example("paperclip-2026-q3")
    file, pack = tmp_path / "a.boardkit", tmp_path / "pack.pdf"
    with Library.open(tmp_path / "library.sqlite3", "Ada") as library:
        made = library.add(example.assessment, example.questionnaire).id
        kept = EvidenceStore.beside(library.path).keep_bytes(picture((200, 30, 90)))
        options = example.assessment.details.pack.model_copy(update={"logo": kept})
        library.revise(made, example.assessment.details.model_copy(update={"pack": options}))
        library.see_scores(made)
        before = example.assessment.answers["A07"]
        library.record(made, "A07", before.model_copy(update={"value": "system_of_record"}))
        write_from(library, made, file)
    assert main(["report", str(file), "-o", str(pack), "--document", "full"]) == 0
    assert shows(pack, (200, 30, 90))
    without = tmp_path / "without.pdf"
    assert main(["report", str(file), "-o", str(without), "--no-logo"]) == 0
    assert not shows(without, (200, 30, 90))
    whole = " ".join(page_texts(pack))
    assert whole.count("Changed after the scores were seen") == 1


# What changed since last time

Q2, Q3 = "paperclip-2026-q2", "paperclip-2026-q3"


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with two milestones from before its last answer, and one of the same day."""
    folder = tmp_path_factory.mktemp("quarter")
    example, now = shipped_example(Q3), datetime(2026, 11, 22, 9, tzinfo=UTC)
    with Library.open(folder / "library.sqlite3", "Ada", lambda: now) as library:
        library.add(example.assessment, example.questionnaire)
        library.keep_milestone(Q3, "Q2 board")
        library.record(Q3, "B01", Answer(value=4, basis="contract"))
        library.keep_milestone(Q3, "Q3 board")
        now += timedelta(days=40)
        library.record(Q3, "B10", Answer(value=1, basis="export"))
        library.keep_milestone(Q3, "Draft for Q4")
        write_from(library, Q3, folder / "quarter.boardkit")
    return folder / "quarter.boardkit"


def printed(file: Path, tmp_path: Path, *said: str) -> str:
    pack = tmp_path / "pack.pdf"
    assert main(["report", str(file), "-o", str(pack), *said]) == 0
    return " ".join(page_texts(pack))


def test_a_pack_says_what_changed_since_the_last_milestone_of_before(
    quarter: Path, tmp_path: Path
) -> None:
    whole = printed(quarter, tmp_path)
    assert "Saaspocalypse exposure rose by" in whole
    assert "since Q3 board" in whole
    assert main(["verify", str(tmp_path / "pack.pdf")]) == 0


def test_it_is_set_beside_the_milestone_or_the_file_that_is_named(
    quarter: Path, tmp_path: Path
) -> None:
    assert "since Q2 board" in printed(quarter, tmp_path, "--since", "q2 board")
    earlier = tmp_path / "earlier.boardkit"
    assert main(["examples", Q2, "-o", str(earlier)]) == 0
    assert "since Q2 2026" in printed(quarter, tmp_path, "--since", str(earlier))


def test_it_can_be_set_beside_nothing(quarter: Path, tmp_path: Path, answers: Path) -> None:
    for whole in (printed(quarter, tmp_path, "--no-since"), printed(answers, tmp_path)):
        assert "since Q" not in whole
        assert "exposure rose by" not in whole


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            ["--since", "Q9 board"],
            "quarter.boardkit has no milestone “Q9 board”. It has: “Q2 board”",
        ),
        (
            ["--since", "lanternfish"],
            "lanternfish.boardkit is of “Lanternfish Telemetry”, and not of",
        ),
        (["--since", "Q2 board", "--document", "one-page"], "only a board pack says what changed"),
    ],
)
def test_what_it_cannot_be_set_beside_is_told(
    quarter: Path, tmp_path: Path, said: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if said[1] == "lanternfish":
        said = ["--since", str(tmp_path / "lanternfish.boardkit")]
        assert main(["examples", "lanternfish-2026-q3", "-o", said[1]]) == 0
    pack = tmp_path / "pack.pdf"
    assert main(["report", str(quarter), "-o", str(pack), *said]) == 1
    assert why in capsys.readouterr().err
    assert not pack.exists()
