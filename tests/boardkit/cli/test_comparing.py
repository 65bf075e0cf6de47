"""``boardkit compare`` as a person types it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from boardkit.assessment import Answer
from boardkit.cli import main
from boardkit.examples import shipped_example
from boardkit.exchange import write_file
from boardkit.library import Library
from boardkit.library_files import write_from
from boardkit.migration import migrate
from tests.support.places import ROOT
from tests.support.second_edition import second_edition

Q2, Q3 = "paperclip-2026-q2", "paperclip-2026-q3"


def test_two_examples_are_compared_in_a_page_of_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", Q2, Q3]) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "Saaspocalypse exposure fell by 7.4: 5.3 was done, and 2.1 is only restated."
    )
    assert "−7.4 = −5.3 done, −2.1 restated without evidence." in out
    assert re.search(r"−2\.0  Like-for-like seats +Done +B01", out)
    assert "14 answers changed:" in out
    assert re.search(r"Both +\$222m +\$226m +\+\$4\.35m", out)


@pytest.mark.parametrize("ending", [".yaml", ".boardkit"])
def test_files_say_what_examples_say(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / f"{name}{ending}" for name in (Q2, Q3)]
    for name, file in zip((Q2, Q3), files, strict=True):
        assert main(["examples", name, "-o", str(file)]) == 0
    capsys.readouterr()
    assert main(["compare", *map(str, files), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert main(["compare", Q2, Q3, "--json"]) == 0
    of_examples = json.loads(capsys.readouterr().out)
    assert told["before"].pop("kind") == "file"
    for side in ("before", "after"):
        told[side].pop("kind", None)
        of_examples[side].pop("kind")
    assert told == of_examples


def test_reference_companies_go_by_name_and_nothing_is_said_too_early(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["compare", "datadog", "Twilio"]) == 0
    assert capsys.readouterr().out.startswith("Too early to compare Datadog and Twilio.")


def test_a_name_that_leads_nowhere_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", Q2, "nowhere.boardkit"]) == 1
    assert "There is no file “nowhere.boardkit”" in capsys.readouterr().err


def test_one_side_alone_is_not_understood() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["compare", Q2])
    assert ended.value.code == 2


def test_every_name_in_the_json_is_documented(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", Q2, Q3, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    page = (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8")
    known = set(re.findall(r"[a-z_0-9]+", " ".join(re.findall(r"`([^`]+)`", page))))
    answers = told.pop("answers")
    composites = {name for part in told["parts"] for name in part.pop("composites")}
    names = _names(told) | {name for one in answers for name in one}
    assert composites == {"G", "R", "F"}
    assert names <= known


def _names(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {name for inner in value.values() for name in _names(inner)}
    return {name for one in value for name in _names(one)} if isinstance(value, list) else set()


def test_the_report_is_printed_beside_what_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "changed.pdf"
    assert main(["compare", Q2, Q3, "-o", str(file), "--paper", "letter"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == str(file)
    assert out[1].startswith("Saaspocalypse exposure fell by 7.4")
    assert file.read_bytes().startswith(b"%PDF-")


def test_a_report_that_cannot_be_written_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", Q2, Q3, "-o", str(tmp_path / "no" / "changed.pdf")]) == 1
    assert "changed.pdf" in capsys.readouterr().err


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file with a milestone, and an answer that changed after it."""
    given = shipped_example(Q3)
    with Library.open(tmp_path / "library.sqlite3", "Finance") as library:
        made = library.add(given.assessment, given.questionnaire)
        library.keep_milestone(made.id, "Q3 board")
        library.record(made.id, "B10", Answer(value=3, basis="export"))
        file = tmp_path / "mine.boardkit"
        write_file(file, *library.snapshot(made.id))
    return file


def test_a_milestone_in_a_file_is_compared_with_what_came_after_it(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", f"{kept}@q3 BOARD", str(kept), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["before"]["name"], told["before"]["kind"]) == ("Q3 board", "milestone")
    assert [one["question"] for one in told["answers"]] == ["B10"]
    assert told["answers"][0]["after"]["author"] == "Finance"
    assert told["headline"]["change"] < 0


def test_the_library_gives_assessments_by_id_by_name_and_by_milestone(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = str(kept.parent / "library.sqlite3")
    company = shipped_example(Q3).assessment.details.company
    for name in (shipped_example(Q3).assessment.id, company.upper(), f"{company}, q3 2026"):
        assert main(["compare", f"{name}@Q3 board", name, "--library", library, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["before"]["kind"], told["after"]["kind"]) == ("milestone", "assessment")
        assert [one["question"] for one in told["answers"]] == ["B10"]


def test_a_name_that_fits_several_asks_for_an_id(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept.parent / "library.sqlite3"
    given = shipped_example(Q2)
    with Library.open(path) as library:
        library.add(given.assessment, given.questionnaire)
    company = given.assessment.details.company
    assert main(["compare", company, Q3, "--library", str(path)]) == 1
    told = capsys.readouterr().err
    assert f"“{company}” is the name of 2 assessments. Give an id: " in told
    assert given.assessment.id in told


def test_looking_for_a_name_makes_no_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.sqlite3"
    assert main(["compare", "Acme", Q3, "--library", str(path)]) == 1
    assert "no assessment of the library of that name" in capsys.readouterr().err
    assert not path.exists()


def test_a_milestone_of_an_older_questionnaire_is_compared_like_for_like(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = shipped_example(Q3)
    newer = second_edition()
    moved, _ = migrate(given.assessment, given.questionnaire, newer)
    path, file = tmp_path / "library.sqlite3", tmp_path / "mine.boardkit"
    with Library.open(path, "Finance") as library:
        made = library.add(given.assessment, given.questionnaire)
        library.keep_milestone(made.id, "Before moving")
        library.bring_to(moved, newer)
        write_from(library, made.id, file)
    assert main(["compare", f"{file}@Before moving", str(file), "--json"]) == 0
    of_file = json.loads(capsys.readouterr().out)
    assert of_file["versions"]["before"] == "1.0.0"
    assert of_file["versions"]["after"] == "2.0.0"
    assert (
        main(["compare", f"{made.id}@Before moving", made.id, "--library", str(path), "--json"])
        == 0
    )
    of_library = json.loads(capsys.readouterr().out)
    for told in (of_file, of_library):
        told["after"].pop("kind")
    assert of_library == of_file


def test_a_milestone_that_is_not_there_is_answered_with_those_that_are(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", f"{kept}@Q4 board", str(kept)]) == 1
    expected = "mine.boardkit has no milestone “Q4 board”. It has: “Q3 board”."
    assert expected in capsys.readouterr().err
