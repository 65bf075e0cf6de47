"""``boardkit library``: what is kept, and how it gets in and out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from boardkit.cli.arguments import (
    add_assessment,
    add_command,
    add_json,
    add_library,
    opened,
    print_json,
)


def add(commands: Any) -> None:
    """Describes the command and the actions inside it."""
    library = commands.add_parser(
        "library",
        help="list, take in and take out the assessments of the library",
        description="Lists, takes in and takes out the assessments of the library.",
    )
    add_library(library)
    actions = library.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = add_command(actions, "list", _list, "list the assessments")
    add_json(listing)
    adding = add_command(actions, "add", _add, "take a file into the library")
    add_assessment(adding)
    export = add_command(actions, "export", _export, "write an assessment to a .boardkit file")
    export.add_argument("id", metavar="ID", help="as “boardkit library list” prints it")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def _open(arguments: argparse.Namespace) -> Any:
    from boardkit.library import Library
    from boardkit.paths import library_path

    return Library.open(library_path(arguments.library))


def _list(arguments: argparse.Namespace) -> int:
    with _open(arguments) as library:
        entries = library.list()
    if arguments.json:
        print_json([{"id": e.id, "company": e.company, "period": e.period,
                     "questionnaire": e.questionnaire_id, "version": e.questionnaire_version,
                     "answered": e.answered, "changed_at": e.changed_at.isoformat()}
                    for e in entries])  # fmt: skip
        return 0
    for entry in entries:
        print(
            f"{entry.id}  {entry.company}, {entry.period or 'no period'}, {entry.answered} answered"
        )
    if not entries:
        print("The library is empty.")
    return 0


def _add(arguments: argparse.Namespace) -> int:
    from boardkit.library_files import take_into

    found = opened(arguments)
    with _open(arguments) as library:
        added = take_into(library, found)
    print(added.id)
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from boardkit.exchange import write_plain
    from boardkit.library_files import write_from

    with _open(arguments) as library:
        if arguments.output.suffix.lower() in (".yaml", ".yml"):
            write_plain(arguments.output, *library.snapshot(arguments.id)[:2])
        else:
            write_from(library, arguments.id, arguments.output)
    print(arguments.output)
    return 0
