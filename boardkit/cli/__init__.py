"""The ``boardkit`` command: everything that the app does to an assessment, without a window.

Exit codes: 0 fine, 1 the work failed, 2 the command was not understood; ``verify`` has its own. A command is a module with an
``add`` that describes it; heavy modules are imported when it runs, so that ``--help`` is immediate.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from boardkit import __version__
from boardkit.cli import (
    authoring,
    comparing,
    examples,
    forecasting,
    libraries,
    milestones,
    reporting,
    scores,
    verifying,
    window,
)
from boardkit.cli.arguments import Command
from boardkit.cli.window import has_display
from boardkit.errors import BoardkitError

__all__ = ["has_display", "main"]

COMMANDS = (
    examples,
    scores,
    forecasting,
    comparing,
    reporting,
    verifying,
    authoring,
    window,
    libraries,
    milestones,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; errors are told in a plain sentence."""
    parser, names = _parser()
    given = list(sys.argv[1:] if argv is None else argv)
    if not given or (
        given[0] not in names and not given[0].startswith("-") and Path(given[0]).is_file()
    ):
        given = ["open", *given]  # as a desktop does when a file is double-clicked
    arguments = parser.parse_args(given)
    run: Command = arguments.run
    try:
        return run(arguments)
    except BoardkitError as fault:
        print(fault, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader has gone, as with “| head”; what it read was right.
        sys.stderr.close()
        return 0


def _parser() -> tuple[argparse.ArgumentParser, set[str]]:
    parser = argparse.ArgumentParser(
        prog="boardkit",
        description="Scores a company's exposure to AI inference and prints a board pack. Without a command it "
        "opens the window.",
        epilog="FILE is a .boardkit file or a plain YAML file of answers.",
    )
    parser.add_argument("--version", action="version", version=f"Boardkit {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for module in COMMANDS:
        module.add(commands)
    return parser, set(commands.choices)
