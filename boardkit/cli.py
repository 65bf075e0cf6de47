"""The ``boardkit`` command: everything that the app does to an assessment, without a window.

Exit codes: 0 fine, 1 the work failed, 2 the command was not understood. Heavy modules are imported by
the commands that need them, so that ``--help`` is immediate.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from boardkit import __version__
from boardkit.errors import BoardkitError

Command = Callable[[argparse.Namespace], int]


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

    examples = _command(
        commands, "examples", _examples, "list the examples, or write one to a file"
    )
    examples.add_argument("name", nargs="?", metavar="NAME", help="which example to write")
    examples.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write it")
    _json(examples)

    score = _command(commands, "score", _score, "score an assessment")
    _assessment(score)
    _json(score)

    forecast = _command(
        commands, "forecast", _forecast, "forecast ARR and gross profit under four strategies"
    )
    _assessment(forecast)
    forecast.add_argument(
        "--scenario", metavar="NAME",
        help="mild, severe, … or one of the assessment's own (default: the one it shows first)",
    )  # fmt: skip
    _json(forecast)

    report = _command(commands, "report", _report, "make the board pack of an assessment")
    _assessment(report)
    report.add_argument("-o", "--output", type=Path, required=True, metavar="PACK.pdf")
    report.add_argument("--paper", choices=("a4", "letter"), default="a4", help="default: a4")

    lint = _command(commands, "lint", _lint, "find every fault in questionnaire files")
    lint.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a questionnaire's file or folder"
    )
    _json(lint)

    schema = _command(
        commands, "schema", _schema, "print the JSON Schema that editors complete from"
    )
    schema.add_argument(
        "of", nargs="?", choices=("questionnaire", "section", "facts", "answers"),
        default="questionnaire", help="of which kind of file (default: questionnaire)",
    )  # fmt: skip

    opening = _command(
        commands, "open", _window, "open the window, and a file in it if one is given"
    )
    opening.add_argument("files", nargs="*", type=Path, metavar="FILE")
    opening.add_argument("--library", type=Path, metavar="PATH", help="the library's file")

    _library_commands(commands)
    return parser, set(commands.choices)


def _command(commands: Any, name: str, run: Command, summary: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=summary[:1].upper() + summary[1:] + "."
    )
    parser.set_defaults(run=run)
    return parser


def _assessment(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--questionnaire", type=Path, metavar="PATH",
        help="the questionnaire of a plain YAML file, when it is not one that ships with Boardkit",
    )  # fmt: skip


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON, for machines")


def _print_json(value: Any) -> None:
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


# The window


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


# Examples


def _examples(arguments: argparse.Namespace) -> int:
    from boardkit.examples import shipped_example, shipped_examples

    if arguments.name is None:
        if arguments.output is not None:
            print("Name the example to write: boardkit examples NAME -o FILE.", file=sys.stderr)
            return 2
        found = shipped_examples()
        if arguments.json:
            _print_json([{"name": e.name, "company": e.details.company, "period": e.details.period,
                          "story": e.details.story} for e in found])  # fmt: skip
            return 0
        for example in found:
            print(f"{example.name}  {example.details.company}, {example.details.period}")
            print(f"    {' '.join(example.details.story.split())}")
        return 0
    if arguments.output is None:
        print(
            f"Say where to write it: boardkit examples {arguments.name} -o FILE.", file=sys.stderr
        )
        return 2
    example = shipped_example(arguments.name)
    _write(arguments.output, example.assessment, example.questionnaire)
    print(arguments.output)
    return 0


def _write(path: Path, assessment: Any, questionnaire: Any, history: Any = ()) -> None:
    from boardkit.exchange import write_file, write_plain

    if path.suffix.lower() in (".yaml", ".yml"):
        write_plain(path, assessment, questionnaire)
    else:
        write_file(path, assessment, questionnaire, history)


# Score, forecast and report


def _open(arguments: argparse.Namespace) -> Any:
    from boardkit.content import load_questionnaire
    from boardkit.exchange import open_file

    given = load_questionnaire(arguments.questionnaire) if arguments.questionnaire else None
    return open_file(arguments.file, given)


def _score(arguments: argparse.Namespace) -> int:
    opened = _open(arguments)
    if arguments.json:
        from boardkit.scoring import Scoring
        from boardkit.scoring.json import everything_json

        _print_json(everything_json(Scoring(opened.questionnaire, opened.assessment)))
        return 0
    from boardkit.documents.brief import brief
    from boardkit.scoring import score

    result = score(opened.questionnaire, opened.assessment)
    print(brief(opened.questionnaire, opened.assessment, result))
    return 0


def _forecast(arguments: argparse.Namespace) -> int:
    from boardkit.economics import forecast

    opened = _open(arguments)
    made = forecast(opened.questionnaire, opened.assessment, arguments.scenario)
    if arguments.json:
        from boardkit.economics.json import forecast_json

        _print_json(forecast_json(opened.questionnaire, opened.assessment, made))
        return 0
    from boardkit.economics.brief import brief

    print(brief(opened.questionnaire, opened.assessment, made))
    return 0


def _report(arguments: argparse.Namespace) -> int:
    from boardkit.documents.board_pack import BoardPack
    from boardkit.exchange.atomic import write_atomically
    from boardkit.references import references_for
    from boardkit.scoring import score

    opened = _open(arguments)
    result = score(opened.questionnaire, opened.assessment)
    references = references_for(opened.questionnaire)
    pack = BoardPack(
        opened.questionnaire, opened.assessment, result, references, paper=arguments.paper
    )
    write_atomically(arguments.output, pack.pdf())
    print(arguments.output)
    print(f"{pack.wording.conclusion()}. {pack.wording.standing()}")
    return 0


# Questionnaires


def _lint(arguments: argparse.Namespace) -> int:
    from boardkit.linting import lint

    faults = [(file, fault) for file in arguments.files for fault in lint(file)]
    errors = sum(fault.severity == "error" for _, fault in faults)
    if arguments.json:
        _print_json([_fault_json(file, fault) for file, fault in faults])
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
    from boardkit.content import json_schema

    _print_json(json_schema(arguments.of))
    return 0


# The library


def _library_commands(commands: Any) -> None:
    library = commands.add_parser(
        "library",
        help="list, take in and take out the assessments of the library",
        description="Lists, takes in and takes out the assessments of the library.",
    )
    library.add_argument(
        "--library", type=Path, metavar="PATH",
        help="the library's file (default: BOARDKIT_LIBRARY, or the one in your data folder)",
    )  # fmt: skip
    inner = library.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = _command(inner, "list", _library_list, "list the assessments")
    _json(listing)
    adding = _command(inner, "add", _library_add, "take a file into the library")
    _assessment(adding)
    export = _command(inner, "export", _library_export, "write an assessment to a .boardkit file")
    export.add_argument("id", metavar="ID", help="as “boardkit library list” prints it")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def _open_library(arguments: argparse.Namespace) -> Any:
    from boardkit.library import Library
    from boardkit.paths import library_path

    return Library.open(library_path(arguments.library))


def _library_list(arguments: argparse.Namespace) -> int:
    with _open_library(arguments) as library:
        entries = library.list()
    if arguments.json:
        _print_json([{"id": e.id, "company": e.company, "period": e.period,
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


def _library_add(arguments: argparse.Namespace) -> int:
    opened = _open(arguments)
    with _open_library(arguments) as library:
        added = library.add(opened.assessment, opened.questionnaire, opened.history)
    print(added.id)
    return 0


def _library_export(arguments: argparse.Namespace) -> int:
    with _open_library(arguments) as library:
        _write(arguments.output, *library.snapshot(arguments.id))
    print(arguments.output)
    return 0
