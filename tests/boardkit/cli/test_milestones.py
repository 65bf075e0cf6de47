"""The milestones of a file, for people and for machines."""

import json
from pathlib import Path

import pytest
from pydantic import JsonValue

from boardkit.cli import main
from boardkit.examples import shipped_example
from boardkit.library import Library
from boardkit.library_files import write_from

KEY = "paperclip-2026-q3"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    example = shipped_example(KEY)
    path = tmp_path / "paperclip.boardkit"
    note: JsonValue = {
        "title": "Saaspocalypse exposure",
        "score": 42.0,
        "band": "Exposed",
        "band_chance": 0.914,
        "decimals": 1,
    }
    with Library.open(tmp_path / "library.sqlite3", "Ada") as library:
        library.add(example.assessment, example.questionnaire)
        library.keep_milestone(KEY, "Draft")
        library.keep_milestone(KEY, "Q3 2026 board", note)
        write_from(library, KEY, path)
    return path


def test_each_is_told_on_a_line_with_its_headline(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["milestones", str(file)]) == 0
    first, second, headline = capsys.readouterr().out.splitlines()
    assert first.startswith("Draft: kept on ")
    assert second.startswith("Q3 2026 board: kept on ")
    assert second.endswith("by Ada, questionnaire version 1.0.0")
    assert headline == "  Saaspocalypse exposure 42.0, exposed in 91% of draws"


def test_for_machines(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["milestones", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in found] == ["Draft", "Q3 2026 board"]
    assert found[1]["headline"]["score"] == 42.0
    assert found[1]["questionnaire"]["id"] == "inference-exposure"


def test_a_plain_file_keeps_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["examples", KEY, "-o", str(tmp_path / "a.yaml")]) == 0
    capsys.readouterr()
    assert main(["milestones", str(tmp_path / "a.yaml")]) == 0
    assert capsys.readouterr().out == "No milestones are kept in it.\n"
