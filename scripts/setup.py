"""Gets a checkout ready: system libraries, a `.venv`, and the pinned Python packages.

Runs with the system's own Python before anything is installed, so it uses the standard library alone.

    python3 -m scripts.setup app    what Boardkit needs to run
    python3 -m scripts.setup dev    that, and what its tests and checks need
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
OLDEST, NEWEST = (3, 11), (3, 13)
MEGABYTES = {"app": 170, "dev": 220}
STAMP = "boardkit-stamp"
UNFINISHED = "unfinished"
REPEAT = "then type the same command again; it is safe to repeat"


class Problem(Exception):
    """What stopped the setup, in words for the person at the keyboard."""


class Library(NamedTuple):
    """A shared library, and the package that holds it under each package manager."""

    soname: str
    apt: str
    dnf: str


PDF = (
    Library("libpango-1.0.so.0", "libpango-1.0-0", "pango"),
    Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "pango"),
    Library("libharfbuzz-subset.so.0", "libharfbuzz-subset0", "harfbuzz"),
)
QT = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
)
WINDOW = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)

LOADER = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


def has_display() -> bool:
    """Whether a window can be opened here."""
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Runs a command with its output and its complaints kept together, in order."""
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        return subprocess.CompletedProcess(command, 127, stdout=str(error))


def say(line: str) -> None:
    """Tells the person at the keyboard what is going on, at once even into a pipe."""
    print(line, flush=True)


def failure(step: str, check: str, *outputs: str) -> Problem:
    """What failed, what to look at, and the last lines that each of its commands wrote."""
    last = [line for output in outputs for line in output.strip().splitlines()[-8:]]
    return Problem(
        "\n".join(
            [f"{step} failed.", f"Check {check}, {REPEAT}.", "", *(f"    {line}" for line in last)]
        )
    )


# System libraries


def needed_libraries(display: bool) -> tuple[Library, ...]:
    """The libraries Boardkit loads, with those of a real window only where there is a screen for it."""
    return PDF + QT + (WINDOW if display else ())


def missing_libraries(libraries: tuple[Library, ...]) -> list[Library]:
    """Those that do not load, asked of a fresh process, since this one remembers what it could not find."""
    found = run([sys.executable, "-c", LOADER, *(library.soname for library in libraries)])
    absent = set(found.stdout.split())
    return [library for library in libraries if library.soname in absent]


def linux_manager() -> str | None:
    """The package manager this script knows how to use, if the machine has one."""
    for name, program in (("apt", "apt-get"), ("dnf", "dnf")):
        if shutil.which(program):
            return name
    return None


def packages(manager: str, libraries: list[Library]) -> list[str]:
    """The packages that hold the libraries, each once."""
    return list(
        dict.fromkeys(library.apt if manager == "apt" else library.dnf for library in libraries)
    )


def install_commands(manager: str, names: list[str]) -> list[list[str]]:
    """The commands that install packages without a question, in the order to run them."""
    if manager == "apt":
        return [
            ["apt-get", "update"],
            ["apt-get", "install", "-y", "--no-install-recommends", *names],
        ]
    return [["dnf", "install", "-y", *names]]


def as_root() -> list[str] | None:
    """What to put before a command that needs root: nothing, sudo, or None where that is not allowed."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and run(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n"]
    return None


def typed(commands: list[list[str]], sudo: bool) -> str:
    """The commands as one line to type."""
    return " && ".join(("sudo " if sudo else "") + shlex.join(command) for command in commands)


def install_packages(manager: str, names: list[str]) -> None:
    """Installs system packages where that is allowed, and otherwise says what to type."""
    commands = install_commands(manager, names)
    root = as_root()
    if root is None:
        sudo = shutil.which("sudo") is not None
        raise Problem(
            f"Boardkit needs system packages that are missing. {'Type' if sudo else 'As root, type'}\n\n"
            f"    {typed(commands, sudo)}\n\nthen type the same command again."
        )
    say(f"Installing {len(names)} system packages with {manager}: {' '.join(names)}…")
    done = [run([*root, "env", "DEBIAN_FRONTEND=noninteractive", *command]) for command in commands]
    if done[-1].returncode:
        raise failure(
            f"Installing system packages with {manager}",
            "the network connection",
            *(command.stdout for command in done),
        )


def can_make_environments() -> bool:
    """Whether this Python can make a `.venv` with pip in it, which Debian leaves to a package of its own."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def prepare_linux() -> None:
    """Sees to the libraries, and to a Python that can make environments."""
    libraries = needed_libraries(has_display())
    missing = missing_libraries(libraries)
    whole_python = can_make_environments()
    if not missing and whole_python:
        return
    manager = linux_manager()
    if manager is None:
        lacking = [library.soname for library in missing] + (
            [] if whole_python else ["Python's ensurepip"]
        )
        raise Problem(
            f"Boardkit needs these, which are missing: {', '.join(lacking)}.\n"
            "Install the packages of your system that hold them, then type the same command again."
        )
    names = packages(manager, missing)
    if not whole_python and manager == "apt":
        names.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    if names:
        install_packages(manager, names)
    still = [library.soname for library in missing_libraries(libraries)]
    if not can_make_environments():
        still.append(f"Python's ensurepip (without it {sys.executable} cannot make a .venv)")
    if still:
        raise Problem(
            f"Still missing after installing: {', '.join(still)}. See docs/installing.md."
        )


def prepare_macos(folders: tuple[str, ...] = ("/opt/homebrew/lib", "/usr/local/lib")) -> None:
    """Sees to Pango, the one thing that neither macOS nor a Python package brings."""
    if any((Path(folder) / "libpango-1.0.dylib").exists() for folder in folders):
        return
    if not shutil.which("brew"):
        raise Problem(
            "Boardkit needs Pango, which is missing. Install Homebrew, type\n\n"
            "    brew install pango\n\nthen type the same command again. docs/installing.md says more."
        )
    say("Installing Pango with Homebrew…")
    done = run(["brew", "install", "pango"])
    if done.returncode:
        raise failure(
            "Installing Pango (brew install pango)", "the network connection", done.stdout
        )


def prepare_system() -> None:
    """Sees to what Python packages cannot bring, as far as this script can on each system."""
    if sys.platform.startswith("linux"):
        prepare_linux()
    elif sys.platform == "darwin":
        prepare_macos()
    else:
        say(
            "Board packs need Pango, which this script cannot install here: see docs/installing.md."
        )


# Python packages


def python_fits(version: tuple[int, int]) -> bool:
    """Whether Boardkit runs on this version of Python."""
    return OLDEST <= version <= NEWEST


def environment_python(root: Path) -> Path:
    """The Python of the checkout's environment."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def environment_version(root: Path) -> str | None:
    """The version of the environment's Python, or None if it does not run or has no pip."""
    python = environment_python(root)
    if not python.exists():
        return None
    done = run([str(python), "-c", "import pip, sys; print('%d.%d' % sys.version_info[:2])"])
    return done.stdout.strip() if done.returncode == 0 else None


def fingerprint(root: Path, version: str) -> str:
    """Changes whenever the environment must be brought up to date."""
    digest = hashlib.sha256(version.encode())
    for name in ("requirements/app.txt", "requirements/dev.txt", "pyproject.toml"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def is_ready(stamp: str, kind: str, current: str) -> bool:
    """Whether the last finished setup covers what is asked for; dev holds all of app."""
    return stamp in {f"{kind} {current}", f"dev {current}"}


def count_pins(requirements: str) -> int:
    """How many packages a requirements file names."""
    return len(set(re.findall(r"^([A-Za-z0-9._-]+)==", requirements, re.MULTILINE)))


def pip_commands(root: Path, kind: str) -> list[list[str]]:
    """The pip commands that fill the environment: only pinned wheels, then (for dev) the checkout itself."""
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    pip = [str(environment_python(root)), "-m", "pip", "install", *quiet]
    pins = root / "requirements" / f"{kind}.txt"
    commands = [[*pip, "--only-binary", ":all:", "--require-hashes", "-r", str(pins)]]
    if kind == "dev":
        commands.append(
            [*pip, "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(root)]
        )
    return commands


def make_environment(root: Path) -> None:
    """Makes `.venv` afresh, over whatever an interrupted setup or another Python left there."""
    say("Making .venv…")
    done = run([sys.executable, "-m", "venv", "--clear", str(root / ".venv")])
    if done.returncode:
        raise failure("Making .venv", "the free disk space", done.stdout)


def prepare_python(root: Path, kind: str) -> None:
    """Brings `.venv` up to date, and leaves a stamp in it so that the next time is quick."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    current = fingerprint(root, version)
    stamp = root / ".venv" / STAMP
    before = stamp.read_text() if stamp.exists() else ""
    usable = before != UNFINISHED and environment_version(root) == version
    if usable and is_ready(before, kind, current):
        return
    if not usable:
        make_environment(root)
        before = ""
    pins = count_pins((root / "requirements" / f"{kind}.txt").read_text())
    say(f"Installing {pins} Python packages (about {MEGABYTES[kind]} MB, once)…")
    stamp.write_text(UNFINISHED)
    for command in pip_commands(root, kind):
        done = run(command)
        if done.returncode > 0:
            stamp.write_text(before)
        if done.returncode:
            raise failure(
                f"Installing the Python packages of requirements/{kind}.txt with pip",
                "the network connection and the free disk space",
                done.stdout,
            )
    stamp.write_text(f"{kind} {current}")


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Prepares the system and the environment; 0 if all is ready."""
    if arguments not in (["app"], ["dev"]):
        print("use: python3 -m scripts.setup app|dev", file=sys.stderr)
        return 2
    try:
        if not python_fits((sys.version_info[0], sys.version_info[1])):
            raise Problem(
                f"Boardkit needs Python 3.11, 3.12 or 3.13, and this is {sys.version.split()[0]}.\n"
                "Install one of them (docs/installing.md says how), then type the same command again."
            )
        prepare_system()
        prepare_python(root, arguments[0])
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\nStopped. To go on, {REPEAT.removeprefix('then ')}.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
