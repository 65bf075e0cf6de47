"""What is installed works away from the checkout, with its content, templates and fonts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    (wheel,) = folder.glob("*.whl")
    target = folder / "site"
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet"]
    run([*pip, "--target", str(target), str(wheel)], folder)
    return target


def run(command: list[str], folder: Path, path: Path | None = None) -> str:
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_installed_command_does_the_main_job(installed: Path, tmp_path: Path) -> None:
    boardkit = [sys.executable, "-P", "-m", "boardkit"]
    where = run(
        [sys.executable, "-P", "-c", "import boardkit; print(boardkit.__file__)"],
        tmp_path,
        installed,
    )
    assert Path(where.strip()).is_relative_to(installed)
    run([*boardkit, "examples", "dustjacket-2026-q3", "-o", "mine.boardkit"], tmp_path, installed)
    said = run([*boardkit, "report", "mine.boardkit", "-o", "mine.pdf"], tmp_path, installed)
    assert "no way out is proven" in said
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF-")


def test_only_what_belongs_is_installed(installed: Path) -> None:
    names = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert names - {"bin"} == {"boardkit", "ui", "questionnaires", "reports"}
