"""``boardkit lint`` and ``boardkit schema``: for those who write questionnaires."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from boardkit.cli.arguments import add_command, add_json, print_json


def add(commands: Any) -> None:
    """Describes the commands."""
    lint = add_command(commands, "lint", _lint, "find every fault in questionnaire files")
    lint.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a questionnaire's file or folder"
    )
    add_json(lint)

    schema = add_command(
        commands, "schema", _schema, "print the JSON Schema that editors complete from"
    )
    schema.add_argument(
        "of", nargs="?", choices=("questionnaire", "section", "facts", "answers"),
        default="questionnaire", help="of which kind of file (default: questionnaire)",
    )  # fmt: skip
    schema.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write it to a file instead"
    )


def _lint(arguments: argparse.Namespace) -> int:
    from boardkit.linting import lint

    faults = [(file, fault) for file in arguments.files for fault in lint(file)]
    errors = sum(fault.severity == "error" for _, fault in faults)
    if arguments.json:
        print_json([_fault_json(file, fault) for file, fault in faults])
        return 1 if errors else 0
    for file, fault in faults:
        print(fault if fault.place is None else fault.at(_in_full(file, fault.place)))
    if not faults:
        print("No faults.")
    return 1 if errors else 0


def _in_full(given: Path, place: Any) -> Any:
    """The place with the path as it was typed, so that an editor can go there."""
    folder = given if given.is_dir() else given.parent
    return replace(place, file=(folder / place.file).as_posix())


def _fault_json(file: Path, fault: Any) -> dict[str, Any]:
    return {
        "questionnaire": str(file),
        "file": _in_full(file, fault.place).file if fault.place else "",
        "line": fault.place.line if fault.place else 0,
        "severity": fault.severity,
        "what": fault.what,
        "remedy": fault.remedy,
    }


def _schema(arguments: argparse.Namespace) -> int:
    import json

    from boardkit.content import json_schema

    schema = json_schema(arguments.of)
    if arguments.output is None:
        print_json(schema)
        return 0
    from boardkit.exchange.atomic import write_atomically

    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    write_atomically(arguments.output, text.encode())
    print(arguments.output)
    return 0
