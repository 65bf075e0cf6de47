"""What several commands take and print alike."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from boardkit.english import sentence

Command = Callable[[argparse.Namespace], int]


def add_command(commands: Any, name: str, run: Command, summary: str) -> argparse.ArgumentParser:
    """A command, or a command inside one, that ``run`` carries out."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=sentence(summary) + "."
    )
    parser.set_defaults(run=run)
    return parser


def add_json(parser: argparse.ArgumentParser) -> None:
    """The switch that prints JSON in place of sentences."""
    parser.add_argument("--json", action="store_true", help="print JSON, for machines")


def print_json(value: Any) -> None:
    """JSON as machines and curious people read it."""
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


def add_assessment(parser: argparse.ArgumentParser) -> None:
    """The file that a command reads; ``opened`` opens it."""
    parser.add_argument(
        "file", type=Path, metavar="FILE",
        help="a .boardkit file, a PDF that Boardkit printed, a plain file of answers, or the name of "
        "an example",
    )  # fmt: skip
    parser.add_argument(
        "--questionnaire", type=Path, metavar="PATH",
        help="the questionnaire of a plain YAML file, when it is not one that ships with Boardkit",
    )  # fmt: skip


def add_library(parser: argparse.ArgumentParser) -> None:
    """Which library; ``paths.library_path`` says which it is without."""
    parser.add_argument(
        "--library", type=Path, metavar="PATH",
        help="the library's file (default: BOARDKIT_LIBRARY, or the one in your data folder)",
    )  # fmt: skip


def opened(arguments: argparse.Namespace, path: Path | None = None) -> Any:
    """What is in the file of ``add_assessment``, or in another: an ``exchange.Opened``.

    What is no file may be the name of an example. Raises BoardkitError.
    """
    from boardkit.content import load_questionnaire
    from boardkit.exchange import open_file

    given = load_questionnaire(arguments.questionnaire) if arguments.questionnaire else None
    wanted = path or arguments.file
    if not wanted.exists():
        from boardkit.examples import example_files

        wanted = example_files().get(str(wanted), wanted)
    return open_file(wanted, given)


def write(path: Path, assessment: Any, questionnaire: Any, history: Any = ()) -> None:
    """Writes an assessment in the kind of file that its name asks for; raises FileError."""
    from boardkit.exchange import write_file, write_plain

    if path.suffix.lower() in (".yaml", ".yml"):
        write_plain(path, assessment, questionnaire)
    else:
        write_file(path, assessment, questionnaire, history)
