"""``boardkit examples``: the finished assessments that ship with Boardkit."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from boardkit.cli.arguments import add_command, add_json, print_json, write


def add(commands: Any) -> None:
    """Describes the command."""
    examples = add_command(
        commands, "examples", _examples, "list the examples, or write one to a file"
    )
    examples.add_argument("name", nargs="?", metavar="NAME", help="which example to write")
    examples.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write it")
    add_json(examples)


def _examples(arguments: argparse.Namespace) -> int:
    if arguments.name is None and arguments.output is not None:
        print("Name the example to write: boardkit examples NAME -o FILE.", file=sys.stderr)
        return 2
    if arguments.name is None:
        return _list(arguments.json)
    if arguments.output is None:
        name = arguments.name
        print(f"Say where to write it: boardkit examples {name} -o FILE.", file=sys.stderr)
        return 2
    from boardkit.examples import shipped_example

    example = shipped_example(arguments.name)
    write(arguments.output, example.assessment, example.questionnaire)
    print(arguments.output)
    return 0


def _list(json: bool) -> int:
    from boardkit.examples import shipped_examples

    found = shipped_examples()
    if json:
        print_json([{"name": e.name, "company": e.details.company, "period": e.details.period,
                     "story": e.details.story} for e in found])  # fmt: skip
        return 0
    for example in found:
        print(f"{example.name}  {example.details.company}, {example.details.period}")
        print(f"    {' '.join(example.details.story.split())}")
    return 0
