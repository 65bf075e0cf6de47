"""boardkit forecast, as a person types it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from boardkit.cli import main
from tests.support.places import FIXTURES, ROOT

DOCUMENTED = (ROOT / "docs" / "forecast.md").read_text(encoding="utf-8")


@pytest.fixture
def answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    file = tmp_path / "answers.yaml"
    assert main(["examples", "paperclip-2026-q3", "-o", str(file)]) == 0
    capsys.readouterr()
    return file


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(["forecast", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_it_prints_the_answer_and_the_four_strategies(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["forecast", str(answers)]) == 0
    out = capsys.readouterr().out
    assert "Doing nothing ends year 7 with $188m of gross profit" in out
    for title in ("Do nothing", "Resell", "First derivative", "Both"):
        assert re.search(rf"^{title} +\$\d+m \(", out, re.MULTILINE)


def test_a_scenario_is_named(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forecast", str(answers), "--scenario", "severe"]) == 0
    assert "Neither path is enough" in capsys.readouterr().out


def test_currency_is_the_assessments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "l.boardkit"
    assert main(["examples", "lanternfish-2026-q3", "-o", str(file)]) == 0
    capsys.readouterr()
    assert main(["forecast", str(file)]) == 0
    out = capsys.readouterr().out
    assert "€" in out
    assert "$" not in out
    assert told(capsys, str(file))["currency"] == "EUR"


def test_machines_get_the_documented_names(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = told(capsys, str(answers), "--scenario", "stall")
    names = _names(found, set())
    names -= set(found["scenario"]["values"])  # which are by symbol
    missing = sorted(name for name in names if f"`{name}`" not in DOCUMENTED)
    assert missing == []
    assert found["scenario"]["id"] == "stall"
    assert found["scenario"]["values"]["v1"] == 0.4
    assert found["scenarios"] == ["base", "mild", "severe", "boom", "stall"]
    assert found["strategies"][1]["break_even"] is None
    assert round(found["strategies"][3]["arr"]["likely"][7] / 1e5) == 2578
    assert found["out_of_line"][0]["facts"] == ["S61"]


def _names(value: Any, found: set[str]) -> set[str]:
    if isinstance(value, dict):
        found |= set(value)
        for inner in value.values():
            _names(inner, found)
    elif isinstance(value, list):
        for inner in value:
            _names(inner, found)
    return found


def test_the_register_lists_every_parameter(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = told(capsys, str(answers))["register"]
    assert len(rows) == 43
    for row in rows:
        assert row["where_from"]
        assert row["owner"]
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["set_on"])
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["expires"])


def test_the_same_file_gives_the_same_bytes(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, str(answers)) == told(capsys, str(answers))


@pytest.mark.parametrize(
    ("scenario", "said"),
    [("sevre", "There is no scenario “sevre”. Did you mean “severe”?"),
     ("doom", "There is no scenario “doom”. ")],
)  # fmt: skip
def test_a_scenario_that_is_not_there_is_told(
    scenario: str, said: str, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["forecast", str(answers), "--scenario", scenario]) == 1
    assert said in capsys.readouterr().err


def test_without_arr_it_says_what_is_needed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "acme.yaml"
    file.write_text(
        "boardkit: answers\nformat: 1\nquestionnaire: inference-exposure\n"
        "details: {company: Acme}\nanswers: {}\n",
        encoding="utf-8",
    )
    assert main(["forecast", str(file)]) == 1
    assert "There is no forecast yet: every amount" in capsys.readouterr().err


def test_a_questionnaire_without_a_forecast_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    folder = FIXTURES / "tiny-questionnaire"
    given = [str(folder / "answers.yaml"), "--questionnaire", str(folder)]
    assert main(["forecast", *given]) == 1
    assert "has no forecast." in capsys.readouterr().err
