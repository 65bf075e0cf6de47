"""The setup script: what it asks for, what it says, and that it can always be run again."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import setup

VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"


def done(code: int = 0, output: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess([], code, stdout=output)


class Commands:
    """Stands in for every command the script runs: notes it, and answers for it."""

    def __init__(
        self, answer: Callable[[list[str]], subprocess.CompletedProcess[str]] = lambda _: done()
    ) -> None:
        self.answer = answer
        self.seen: list[list[str]] = []

    def __call__(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        self.seen.append(command)
        return self.answer(command)

    def holding(self, word: str) -> list[list[str]]:
        return [command for command in self.seen if word in command]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements/app.txt").write_text("one==1 \\\n    --hash=sha256:00\n")
    (tmp_path / "requirements/dev.txt").write_text(
        "one==1 \\\n    --hash=sha256:00\ntwo==2 ; x\ntwo==3 ; y\n"
    )
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    return tmp_path


def working(root: Path, pip: int = 0) -> Commands:
    """A machine where the environment can be made and works, and pip ends with this code."""

    def answer(command: list[str]) -> subprocess.CompletedProcess[str]:
        if "venv" in command:
            (root / ".venv/bin").mkdir(parents=True, exist_ok=True)
            setup.environment_python(root).touch()
            (root / ".venv" / setup.STAMP).unlink(missing_ok=True)
        if "pip" in command:
            return done(pip, "Could not fetch numpy\n")
        return done(0, f"{VERSION}\n")

    return Commands(answer)


# Pythons


@pytest.mark.parametrize(
    ("version", "fits"),
    [((3, 10), False), ((3, 11), True), ((3, 12), True), ((3, 13), True), ((3, 14), False)],
)
def test_which_pythons_fit(version: tuple[int, int], fits: bool) -> None:
    assert setup.python_fits(version) is fits


def test_an_unfit_python_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup, "NEWEST", (3, 10))
    assert setup.main(["app"]) == 1
    assert "needs Python 3.11, 3.12 or 3.13" in capsys.readouterr().err


def test_an_unknown_word_is_answered_with_the_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup.main(["everything"]) == 2
    assert "app|dev" in capsys.readouterr().err


# System libraries


def test_a_library_that_does_not_load_is_missing() -> None:
    libraries = (
        setup.Library("libno-such-thing.so.9", "a", "b"),
        setup.Library("libc.so.6", "c", "d"),
    )
    if sys.platform.startswith("linux"):
        assert setup.missing_libraries(libraries) == [libraries[0]]


def test_window_libraries_are_asked_for_only_with_a_display() -> None:
    assert set(setup.needed_libraries(True)) - set(setup.needed_libraries(False)) == set(
        setup.WINDOW
    )


def test_packages_are_named_once_each() -> None:
    assert setup.packages("dnf", list(setup.PDF)) == ["pango", "harfbuzz"]
    assert setup.packages("apt", list(setup.PDF)) == [
        "libpango-1.0-0",
        "libpangoft2-1.0-0",
        "libharfbuzz-subset0",
    ]


def test_root_installs_the_missing_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands()
    monkeypatch.setattr(setup, "run", commands)
    monkeypatch.setattr(setup, "as_root", list)
    setup.install_packages("apt", ["libegl1"])
    assert [command[2:4] for command in commands.seen] == [
        ["apt-get", "update"],
        ["apt-get", "install"],
    ]


def test_without_root_the_exact_command_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands()
    monkeypatch.setattr(setup, "run", commands)
    monkeypatch.setattr(setup, "as_root", lambda: None)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(setup.Problem) as problem:
        setup.install_packages("apt", ["libegl1", "libgl1"])
    assert (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
        in str(problem.value)
    )
    assert commands.seen == []


def test_a_failed_system_download_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        setup, "run", Commands(lambda _: done(100, "E: Unable to locate package libegl1\n"))
    )
    monkeypatch.setattr(setup, "as_root", list)
    with pytest.raises(setup.Problem) as problem:
        setup.install_packages("apt", ["libegl1"])
    assert "libegl1" in str(problem.value)
    assert "network" in str(problem.value)
    assert "safe to repeat" in str(problem.value)


def test_an_unknown_package_manager_gets_the_names_of_the_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(setup, "missing_libraries", lambda _: list(setup.PDF))
    monkeypatch.setattr(setup, "linux_manager", lambda: None)
    with pytest.raises(setup.Problem, match=r"libpango-1\.0\.so\.0"):
        setup.prepare_linux()


def test_what_cannot_be_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "missing_libraries", lambda _: list(setup.QT[:1]))
    monkeypatch.setattr(setup, "linux_manager", lambda: "dnf")
    monkeypatch.setattr(setup, "install_packages", lambda manager, names: None)
    with pytest.raises(setup.Problem, match=r"Still missing.*libEGL\.so\.1"):
        setup.prepare_linux()


def test_the_package_that_makes_environments_is_installed_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[list[str]] = []
    answers = iter([False, True])
    monkeypatch.setattr(setup, "missing_libraries", lambda _: [])
    monkeypatch.setattr(setup, "linux_manager", lambda: "apt")
    monkeypatch.setattr(setup, "can_make_environments", lambda: next(answers))
    monkeypatch.setattr(setup, "install_packages", lambda manager, names: asked.append(names))
    setup.prepare_linux()
    assert asked == [[f"python{VERSION}-venv"]]


def test_homebrew_is_asked_only_when_pango_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = Commands()
    monkeypatch.setattr(setup, "run", commands)
    monkeypatch.setattr("shutil.which", lambda name: f"/opt/homebrew/bin/{name}")
    setup.prepare_macos((str(tmp_path),))
    assert commands.seen == [["brew", "install", "pango"]]
    (tmp_path / "libpango-1.0.dylib").touch()
    setup.prepare_macos((str(tmp_path),))
    assert len(commands.seen) == 1


def test_without_homebrew_the_command_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(setup.Problem, match="brew install pango"):
        setup.prepare_macos((str(tmp_path),))


# Python packages


def test_pins_are_counted_once_for_each_name(checkout: Path) -> None:
    assert setup.count_pins((checkout / "requirements/dev.txt").read_text()) == 2


def test_pip_takes_only_pinned_wheels(checkout: Path) -> None:
    for kind in ("app", "dev"):
        first = setup.pip_commands(checkout, kind)[0]
        assert "--require-hashes" in first
        assert first[first.index("--only-binary") + 1] == ":all:"
        assert first[-1].endswith(f"{kind}.txt")


def test_the_checkout_itself_is_installed_for_development_without_a_download(
    checkout: Path,
) -> None:
    assert len(setup.pip_commands(checkout, "app")) == 1
    assert {"--no-index", "--no-deps", "--no-build-isolation"} < set(
        setup.pip_commands(checkout, "dev")[1]
    )


def test_a_second_time_runs_no_pip(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = working(checkout)
    monkeypatch.setattr(setup, "run", commands)
    setup.prepare_python(checkout, "app")
    assert len(commands.holding("pip")) == 1
    setup.prepare_python(checkout, "app")
    assert len(commands.holding("pip")) == 1


def test_a_development_environment_serves_to_run(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = working(checkout)
    monkeypatch.setattr(setup, "run", commands)
    setup.prepare_python(checkout, "dev")
    setup.prepare_python(checkout, "app")
    assert len(commands.holding("pip")) == 2


def test_changed_pins_are_installed_into_the_same_environment(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = working(checkout)
    monkeypatch.setattr(setup, "run", commands)
    setup.prepare_python(checkout, "app")
    (checkout / "requirements/app.txt").write_text("one==2\n")
    setup.prepare_python(checkout, "app")
    assert len(commands.holding("pip")) == 2
    assert len(commands.holding("venv")) == 1


def test_a_failed_download_says_what_failed_and_keeps_the_environment(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = working(checkout, pip=1)
    monkeypatch.setattr(setup, "run", failing)
    with pytest.raises(setup.Problem) as problem:
        setup.prepare_python(checkout, "app")
    for words in ("requirements/app.txt", "network", "safe to repeat", "Could not fetch numpy"):
        assert words in str(problem.value)
    commands = working(checkout)
    monkeypatch.setattr(setup, "run", commands)
    setup.prepare_python(checkout, "app")
    assert commands.holding("venv") == []
    assert len(commands.holding("pip")) == 1


def test_a_failed_change_to_development_still_leaves_what_runs(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "run", working(checkout))
    setup.prepare_python(checkout, "app")
    monkeypatch.setattr(setup, "run", working(checkout, pip=1))
    with pytest.raises(setup.Problem):
        setup.prepare_python(checkout, "dev")
    commands = working(checkout)
    monkeypatch.setattr(setup, "run", commands)
    setup.prepare_python(checkout, "app")
    assert commands.holding("pip") == []


@pytest.mark.parametrize("code", [-9, KeyboardInterrupt])
def test_an_interrupted_installation_is_made_afresh(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, code: int | type[BaseException]
) -> None:
    whole = working(checkout)

    def interrupted(command: list[str]) -> subprocess.CompletedProcess[str]:
        if "pip" not in command:
            return whole(command)
        if isinstance(code, int):
            return done(code)
        raise code

    monkeypatch.setattr(setup, "run", interrupted)
    with pytest.raises((setup.Problem, KeyboardInterrupt)):
        setup.prepare_python(checkout, "app")
    commands = working(checkout)
    monkeypatch.setattr(setup, "run", commands)
    setup.prepare_python(checkout, "app")
    assert len(commands.holding("venv")) == 1


@pytest.mark.parametrize("answer", ["3.9\n", ""])
def test_an_environment_of_another_python_is_made_afresh(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr(setup, "run", working(checkout))
    setup.prepare_python(checkout, "app")
    commands = Commands(lambda _: done(0, answer))
    monkeypatch.setattr(setup, "run", commands)
    setup.prepare_python(checkout, "app")
    assert len(commands.holding("venv")) == 1


def test_half_an_environment_has_no_version(tmp_path: Path) -> None:
    assert setup.environment_version(tmp_path) is None
    python = setup.environment_python(tmp_path)
    python.parent.mkdir(parents=True)
    python.write_text("")
    assert setup.environment_version(tmp_path) is None


def test_a_real_pip_without_a_network_fails_in_words(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.setattr(setup, "prepare_system", lambda: None)
    assert setup.main(["app"], checkout) == 1
    said = capsys.readouterr()
    assert said.out == "Making .venv…\nInstalling 1 Python packages (about 170 MB, once)…\n"
    assert said.err.startswith(
        "Installing the Python packages of requirements/app.txt with pip failed.\nCheck the net"
    )
    assert "one==1" in said.err
    assert setup.environment_version(checkout) == VERSION


# Displays


@pytest.mark.parametrize(
    ("variables", "shown"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True)],
)
def test_a_display_is_known_by_its_variables(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], shown: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert setup.has_display() is shown
