"""The .boardkit file: what is in it, and that the same content gives the same bytes."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import boardkit
from boardkit.assessment import Answer, Assessment, Pin
from boardkit.errors import FileError
from boardkit.exchange import boardkit_bytes, open_file, write_file
from boardkit.library import Change
from boardkit.questionnaire import Questionnaire

OLD = Path(__file__).with_name("format-1.boardkit")
FIRST = Path(__file__).with_name("first-edition.boardkit")  # before answers could be carried over
ROOT = Path(boardkit.__file__).parents[1]

WRITE_AGAIN = """
import sys
from pathlib import Path
from boardkit.exchange import open_file, write_file
source, target = map(Path, sys.argv[1:])
opened = open_file(source)
write_file(target, opened.assessment, opened.questionnaire, opened.history)
"""


def test_it_gives_back_what_went_in(
    tmp_path: Path, tiny: Questionnaire, assessment: Assessment, history: tuple[Change, ...]
) -> None:
    file = tmp_path / "whatever it is called.pdf"  # what is in it counts, not its name
    write_file(file, assessment, tiny, history)
    opened = open_file(file)
    assert opened.assessment == assessment
    assert opened.questionnaire == tiny
    assert opened.questionnaire.digest == tiny.digest
    assert opened.history == history
    assert opened.source == file


def test_its_entries_stand_in_order_and_are_plain_json(
    tmp_path: Path, tiny: Questionnaire, assessment: Assessment, history: tuple[Change, ...]
) -> None:
    file = tmp_path / "a.boardkit"
    write_file(file, assessment, tiny, history)
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        entries = {name: json.loads(archive.read(name)) for name in names}
        assert archive.read("questionnaire.json") == tiny.to_json()
    assert names == ["boardkit.json", "questionnaire.json", "assessment.json", "history.json"]
    assert entries["boardkit.json"] == {
        "boardkit": "assessment",
        "format": 2,
        "written_by": boardkit.__version__,
        "assessment": assessment.id,
        "questionnaire": {"id": "tiny", "version": "1.0.0", "digest": tiny.digest},
    }
    assert entries["assessment.json"]["answers"]["Q05"] == {
        "state": "not_applicable",
        "reason": "We sell none.",
    }
    assert entries["history.json"][2] == {
        "kind": "answer",
        "subject": "Q01",
        "payload": entries["assessment.json"]["answers"]["Q01"],
        "author": "Ada",
        "at": "2026-09-30T12:00:00Z",
    }
    assert file.read_bytes()[30:43] == b"boardkit.json"


def test_the_same_content_gives_the_same_bytes(
    tiny: Questionnaire, assessment: Assessment, history: tuple[Change, ...]
) -> None:
    once = boardkit_bytes(assessment, tiny, history)
    backwards = dict(reversed(assessment.answers.items()))
    again = Assessment.model_validate({**assessment.model_dump(), "answers": backwards})
    assert boardkit_bytes(again, tiny, history) == once


def test_another_process_in_another_place_writes_the_same_bytes(
    tmp_path: Path, tiny: Questionnaire, assessment: Assessment, history: tuple[Change, ...]
) -> None:
    write_file(tmp_path / "a.boardkit", assessment, tiny, history)
    elsewhere = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-c", WRITE_AGAIN, tmp_path / "a.boardkit", tmp_path / "b.boardkit"],
        env={**os.environ, **elsewhere},
        check=True,
        timeout=60,
    )
    assert (tmp_path / "b.boardkit").read_bytes() == (tmp_path / "a.boardkit").read_bytes()


def test_a_file_of_the_first_format_opens() -> None:
    opened = open_file(OLD)
    assert opened.assessment.details.company == "Acme"
    assert opened.assessment.answers["Q10"].value == [1, 2.5, 12_000_000]
    assert opened.questionnaire.id == "tiny"
    assert [change.author for change in opened.history] == ["Ada"] * 10


def test_a_file_of_the_first_edition_opens_as_it_was(tmp_path: Path) -> None:
    opened = open_file(FIRST)
    details, answers = opened.assessment.details, opened.assessment.answers
    assert (details.company, details.sponsor) == ("Kingfisher Cycles", "Purchasing")
    assert (answers["S1"].state, answers["S2"].value) == ("dont_know", 35)
    assert [one.title for one in answers["S2"].evidence] == ["Bills.xlsx", "Tender"]
    assert [change.kind for change in opened.history] == [
        "content", "details", "answer", "answer", "seen", "answer", "answer", "details",
    ]  # fmt: skip
    assert not any(answer.to_confirm for answer in answers.values())
    assert details.follows is None
    write_file(tmp_path / "a.boardkit", opened.assessment, opened.questionnaire, opened.history)
    again = open_file(tmp_path / "a.boardkit")
    assert (again.assessment, again.history) == (opened.assessment, opened.history)
    assert again.questionnaire.digest == opened.questionnaire.digest


def test_a_fact_that_is_not_on_record_keeps_no_file_from_being_opened(
    tmp_path: Path, tiny: Questionnaire, assessment: Assessment
) -> None:
    citing = assessment.with_answer("Q01", Answer(value=1, facts=("F9",)))
    write_file(tmp_path / "a.boardkit", citing, tiny)
    assert open_file(tmp_path / "a.boardkit").assessment == citing


def test_deletion_belongs_to_a_library_and_stays_there(
    tmp_path: Path, tiny: Questionnaire, assessment: Assessment, history: tuple[Change, ...]
) -> None:
    deleted = Change(seq=99, kind="deleted", payload=True, at=history[0].at)
    write_file(tmp_path / "a.boardkit", assessment, tiny, (*history, deleted))
    assert open_file(tmp_path / "a.boardkit").history == history


def test_what_could_not_be_opened_again_is_never_written(
    tmp_path: Path, tiny: Questionnaire, assessment: Assessment, history: tuple[Change, ...]
) -> None:
    file = tmp_path / "a.boardkit"
    write_file(file, assessment, tiny, history)
    before = file.read_bytes()
    wrong_pin = Pin(id="tiny", version="1.0.0", digest="0" * 64)
    unfit = assessment.answers["Q01"].model_copy(update={"value": 9})
    for broken, said in (
        (assessment.model_copy(update={"questionnaire": wrong_pin}), ()),
        (assessment.with_answer("Q01", unfit), ()),
        (assessment.with_answer("Q01", None), history),
    ):
        with pytest.raises(FileError, match="No file was written, since it could not be opened"):
            write_file(file, broken, tiny, said)
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]
