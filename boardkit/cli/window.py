"""``boardkit open``: the window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from boardkit.cli.arguments import add_command


def add(commands: Any) -> None:
    """Describes the command."""
    opening = add_command(
        commands, "open", _window, "open the window, and a file in it if one is given"
    )
    opening.add_argument("files", nargs="*", type=Path, metavar="FILE")
    opening.add_argument("--library", type=Path, metavar="PATH", help="the library's file")


def _window(arguments: argparse.Namespace) -> int:
    if not has_display():
        print(
            "There is no display to open a window on. See boardkit --help for what works without."
        )
        return 1
    from importlib import import_module

    # By name, since this library imports nothing of the window's.
    code: int = import_module("ui.app").run(arguments.files, arguments.library)
    return code


def has_display() -> bool:
    """Whether a window can be opened here."""
    import os

    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
