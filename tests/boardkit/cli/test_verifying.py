"""``boardkit verify`` says it in a sentence, in JSON, and by its exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardkit.cli import main
from boardkit.exchange.pdf_file import ASSESSMENT
from tests.support.tampering import with_text, without_attached


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verify")
    answers, path = folder / "paperclip.boardkit", folder / "pack.pdf"
    assert main(["examples", "paperclip-2026-q3", "-o", str(answers)]) == 0
    said = [x for page in ("standing", "money", "drives", "to-do") for x in ("--without", page)]
    assert main(["report", str(answers), "-o", str(path), *said]) == 0
    return path


def test_a_sound_pack(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(pack)]) == 0
    said = capsys.readouterr().out
    assert "printed numbers are what its answers give." in said
    assert "This does not prove that the answers are true" in said


def test_an_altered_pack(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forged = tmp_path / "forged.pdf"
    forged.write_bytes(with_text(pack.read_bytes(), 1, "42.0", "12.0"))
    assert main(["verify", str(forged), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["verdict"] == "wrong"
    (one,) = found["differences"]
    assert (one["page"], one["printed"], one["given"]) == (2, "12.0", "42.0")


def test_a_pack_that_carries_nothing(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = tmp_path / "bare.pdf"
    bare.write_bytes(without_attached(pack.read_bytes(), ASSESSMENT))
    assert main(["verify", str(bare)]) == 2
    assert "no assessment is attached to it" in capsys.readouterr().err
    assert main(["verify", str(bare), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["verdict"] == "unknown"


def test_a_comparison_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, sides = tmp_path / "changed.pdf", ("paperclip-2026-q2", "paperclip-2026-q3")
    assert main(["compare", *sides, "-o", str(path)]) == 0
    assert main(["verify", str(path)]) == 0
    assert "printed numbers are what its answers give." in capsys.readouterr().out
    assert main(["compare", *sides, "-o", str(path), "--no-attach"]) == 0
    assert main(["verify", str(path)]) == 2
    assert "no assessment is attached to it" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nowhere.pdf", "."])
def test_what_is_no_file(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(tmp_path / name)]) == 2
    assert "Whether its numbers are right cannot be told." in capsys.readouterr().err


def test_its_help_says_what_it_does_not_prove(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["verify", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "What it does not prove: that the answers are true" in said
    assert "Exit codes: 0 all is as the answers give it" in said
