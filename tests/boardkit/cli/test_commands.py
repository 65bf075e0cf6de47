"""The command as a person types it, in a process of its own where that matters."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from boardkit import __version__
from boardkit.cli import main
from tests.support.places import FIXTURES, ROOT

EXAMPLE = "half-timbered-2026-q3"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.yaml"
    assert main(["examples", EXAMPLE, "-o", str(file)]) == 0
    return file


def test_examples_are_listed_with_their_stories(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["examples"]) == 0
    out = capsys.readouterr().out
    assert "paperclip-2026-q3  Paperclip & Sons Workflow, Q3 2026" in out
    assert main(["examples", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert len(listed) == 6
    assert listed[0].keys() == {"name", "company", "period", "story"}


def test_an_amount_that_may_lack_its_millions_is_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.yaml"
    said = "boardkit: answers\nformat: 1\nquestionnaire: inference-exposure\n"
    file.write_text(f"{said}details: {{company: Millbrook}}\nanswers: {{A01: 200}}\n")
    assert main(["score", str(file)]) == 0
    asked = "ARR (A01): do you mean 200 US dollars, or 200 million? Millions are typed with an m"
    assert asked in capsys.readouterr().out


def test_an_example_is_scored_and_forecast_by_its_name(
    answers: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(answers.parent)
    for command in ("score", "forecast"):
        capsys.readouterr()
        assert main([command, str(answers)]) == 0
        from_file = capsys.readouterr().out
        assert main([command, EXAMPLE]) == 0
        assert capsys.readouterr().out == from_file
    (answers.parent / EXAMPLE).write_text("A file of that name goes first.", encoding="utf-8")
    assert main(["score", EXAMPLE]) == 1
    assert main(["score", "teapot"]) == 1
    assert "teapot is not there." in capsys.readouterr().err


@pytest.mark.parametrize("ending", [".yaml", ".boardkit"])
def test_an_example_goes_out_and_scores_the_same(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"mine{ending}"
    assert main(["examples", "paperclip-2026-q3", "-o", str(file)]) == 0
    capsys.readouterr()
    assert main(["score", str(file)]) == 0
    out = capsys.readouterr().out
    assert "Exposed, and neither way out is open yet." in out
    assert "Of $200m ARR, $140m is seats, $8m moves with customers’ inference." in out
    assert "Disagree: By the tests of A08, 4% of ARR" in out


def test_scores_for_machines_have_the_documented_names(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["score", str(answers), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    documented = (ROOT / "docs" / "score-json.md").read_text(encoding="utf-8")
    names = {*result, *result["headline"], *result["counts"], *result["indicators"][0],
             *result["dimensions"][0], *result["composites"][0], *result["headline"]["coverage"]}  # fmt: skip
    missing = [name for name in names if f"`{name}`" not in documented]
    assert not missing
    assert result["headline"]["too_early"] is True
    assert result["headline"]["band"] is None


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_report_is_written_and_its_headline_printed(
    paper: str, answers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack.pdf"
    capsys.readouterr()
    assert main(["report", str(answers), "-o", str(pack), "--paper", paper]) == 0
    assert pack.read_bytes().startswith(b"%PDF-")
    out = capsys.readouterr().out.splitlines()
    assert out[0] == str(pack)
    assert out[1].startswith("Too early to say: ")


def test_another_questionnaire_goes_through_the_same_commands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = FIXTURES / "tiny-questionnaire"
    given = [str(folder / "answers.yaml"), "--questionnaire", str(folder)]
    assert main(["lint", str(folder)]) == 0
    assert main(["score", *given]) == 0
    assert main(["report", *given, "-o", str(tmp_path / "tiny.pdf")]) == 0
    file = tmp_path / "tiny.boardkit"
    library = ["library", "--library", str(tmp_path / "l.sqlite3")]
    assert main([*library, "add", *given]) == 0
    added = capsys.readouterr().out.splitlines()[-1]
    assert main([*library, "export", added, "-o", str(file)]) == 0
    assert main(["score", str(file)]) == 0


def test_the_library_lists_what_was_taken_in(
    answers: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BOARDKIT_LIBRARY", str(tmp_path / "mine.sqlite3"))
    assert main(["library", "list"]) == 0
    assert "The library is empty." in capsys.readouterr().out
    assert main(["library", "add", str(answers)]) == 0
    assert main(["library", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out.split("\n", 1)[1])
    assert [entry["company"] for entry in listed] == ["Half-Timbered Software"]
    assert main(["library", "add", str(answers)]) == 1
    assert "is in the library already" in capsys.readouterr().err


def test_lint_reports_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nid: broken\nversoin: 1.0.0\n", encoding="utf-8")
    assert main(["lint", str(broken)]) == 1
    out = capsys.readouterr().out
    assert "broken.yaml:3:" in out
    assert "version" in out
    assert main(["lint", str(broken), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)[0].keys() >= {"file", "line", "what", "remedy"}


@pytest.mark.parametrize(
    ("of", "keys"),
    [
        ("questionnaire", {"modules", "sections", "methodology"}),
        ("section", {"id", "title", "questions"}),
        ("facts", {"facts", "conflicts"}),
        ("answers", {"boardkit", "questionnaire", "details", "answers"}),
    ],
)
def test_a_schema_has_the_keys_of_its_file(
    of: str, keys: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", of]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["type"] == "object"
    assert keys <= set(schema["properties"])


def test_a_schema_can_go_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "answers.schema.json"
    assert main(["schema", "answers", "-o", str(path)]) == 0
    assert capsys.readouterr().out.strip() == str(path)
    assert main(["schema", "answers"]) == 0
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(capsys.readouterr().out)


def test_answers_to_an_unknown_questionnaire_say_how_to_give_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = FIXTURES / "tiny-questionnaire" / "answers.yaml"
    assert main(["score", str(foreign)]) == 1
    assert "give --questionnaire" in capsys.readouterr().err
    assert main(["score", str(foreign), "--questionnaire", str(foreign.parent)]) == 0
    capsys.readouterr()


def test_levels_may_be_bare_sentences_in_an_editor_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "section"]) == 0
    levels = json.loads(capsys.readouterr().out)["$defs"]["LevelQuestion"]["properties"]["levels"]
    items = [form["items"] for form in levels["anyOf"]]
    assert {"type": "string"} in items
    assert [form["minItems"] for form in levels["anyOf"]] == [2, 2]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["score", "nowhere.yaml"], 1, "nowhere.yaml is not there."),
        (["examples", "nobody", "-o", "x.yaml"], 1, "There is no example “nobody”."),
        (["examples", "paperclip-2026-q3"], 2, "Say where to write it"),
        (["lint", "nowhere"], 1, "nowhere"),
    ],
)
def test_errors_are_a_plain_sentence(
    arguments: list[str], code: int, said: str, tmp_path: Path,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == code
    captured = capsys.readouterr()
    assert said in captured.err + captured.out
    assert "Traceback" not in captured.err


def test_usage_errors_exit_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["report"])
    assert stopped.value.code == 2
    capsys.readouterr()


@pytest.mark.parametrize("command", [[], ["--help"], ["score", "--help"], ["library", "--help"]])
def test_help_is_everywhere_and_quick(command: list[str]) -> None:
    code = (
        "import sys\nfrom boardkit.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit as stop:\n    assert not stop.code\n"
        "heavy = {'numpy', 'scipy', 'sqlite3', 'weasyprint', 'pydantic', 'PySide6'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    if not command:
        command = ["--version"]
    run = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert "usage: boardkit" in run.stdout or __version__ in run.stdout


def test_without_a_command_it_opens_the_window_or_says_why_not(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert "There is no display" in capsys.readouterr().out


def test_python_m_boardkit_is_the_command() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "boardkit", "--version"],
        capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip
    assert run.stdout.strip() == f"Boardkit {__version__}"
