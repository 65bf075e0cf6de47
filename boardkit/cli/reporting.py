"""``boardkit report``: the documents that are printed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from boardkit.cli.arguments import add_assessment, add_command, opened


def add(commands: Any) -> None:
    """Describes the command."""
    report = add_command(commands, "report", _report, "make the board pack of an assessment")
    add_assessment(report)
    report.add_argument("-o", "--output", type=Path, required=True, metavar="PACK.pdf")
    report.add_argument("--paper", choices=("a4", "letter"), default="a4", help="default: a4")


def _report(arguments: argparse.Namespace) -> int:
    from boardkit.documents.board_pack import BoardPack
    from boardkit.documents.material import gathered
    from boardkit.exchange.atomic import write_atomically

    found = opened(arguments)
    material = gathered(found.questionnaire, found.assessment, paper=arguments.paper)
    write_atomically(arguments.output, BoardPack(material).pdf())
    print(arguments.output)
    print(f"{material.wording.conclusion()}. {material.wording.standing()}")
    return 0
