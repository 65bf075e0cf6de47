"""``boardkit verify``: whether the numbers printed in a document are what its answers give."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from boardkit.cli.arguments import add_command, add_json, print_json

CODES = {"right": 0, "wrong": 1, "unknown": 2}
ABOUT = (
    "Makes the document again from the answers attached to it, by the method stated in it, and sets "
    "the two side by side, page by page: every number and word that is printed, how the pages look, "
    "and the numbers attached. What it does not prove: that the answers are true, who gave them, or "
    "that nobody has changed them and printed the document again. Exit codes: 0 all is as the answers "
    "give it; 1 something is not, and is named; 2 it cannot be told, since the file is damaged, "
    "carries no answers, or is of another Boardkit."
)


def add(commands: Any) -> None:
    """Describes the command."""
    verify = add_command(
        commands, "verify", _verify,
        "say whether the numbers printed in a board pack are what its answers give",
    )  # fmt: skip
    verify.description = ABOUT
    verify.add_argument(
        "pack",
        type=Path,
        metavar="PACK.pdf",
        help="a board pack, one page or comparison report that Boardkit printed",
    )
    add_json(verify)


def _verify(arguments: argparse.Namespace) -> int:
    from boardkit.errors import FileError
    from boardkit.exchange.opening import read_file
    from boardkit.verification import verify
    from boardkit.verification.json import verification_json
    from boardkit.verification.wording import refused, told

    path: Path = arguments.pack
    try:
        found = verify(read_file(path), path.name)
    except FileError as fault:
        if arguments.json:
            print_json({"document": path.name, "verdict": "unknown", "why": str(fault)})
        else:
            print(refused(fault), file=sys.stderr)
        return CODES["unknown"]
    if arguments.json:
        print_json(verification_json(found))
    else:
        print(told(found))
    return CODES[found.verdict]
