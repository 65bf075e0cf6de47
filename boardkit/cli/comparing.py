"""``boardkit compare``: what changed between two assessments, and why."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boardkit.cli.arguments import add_command, add_json, add_library, print_json

if TYPE_CHECKING:
    from boardkit.comparison import Side

HELP = (
    "a file; the name of an example or of a reference company; or the id or the company of an "
    "assessment of the library, or “company, period”. With @MILESTONE after it: what it was then"
)


def add(commands: Any) -> None:
    """Describes the command."""
    compare = add_command(
        commands, "compare", _compare, "compare two assessments: what changed, and why"
    )
    compare.add_argument("before", metavar="A", help=HELP)
    compare.add_argument("after", metavar="B", help="the same, for what A is compared with")
    compare.add_argument(
        "--questionnaire", type=Path, metavar="PATH",
        help="the questionnaire of plain YAML files, when it is not one that ships with Boardkit",
    )  # fmt: skip
    add_library(compare)
    compare.add_argument(
        "-o", "--output", type=Path, metavar="FILE.pdf", help="print the comparison report as PDF"
    )
    compare.add_argument(
        "--attach", action=argparse.BooleanOptionalAction, default=True,
        help="put both assessments into the PDF as files, or keep them out",
    )  # fmt: skip
    compare.add_argument("--paper", choices=("a4", "letter"), default="a4", help="default: a4")
    add_json(compare)


def _compare(arguments: argparse.Namespace) -> int:
    from boardkit.comparison import compare
    from boardkit.comparison.forecasts import forecasts

    before, after = _sides(arguments)
    comparison, pair = compare(before, after), forecasts(before, after)
    if arguments.output is not None:
        from boardkit.documents.comparison_report import ComparisonReport
        from boardkit.exchange.atomic import write_atomically

        report = ComparisonReport(comparison, pair, paper=arguments.paper, attach=arguments.attach)
        write_atomically(arguments.output, report.pdf())
        if not arguments.json:
            print(arguments.output)
    if arguments.json:
        from boardkit.comparison.json import comparison_json

        print_json(comparison_json(comparison, pair))
        return 0
    from boardkit.comparison.brief import brief

    print(brief(comparison, pair))
    return 0


def _sides(arguments: argparse.Namespace) -> tuple[Side, Side]:
    """The two sides; raises FileError for a name that leads nowhere."""
    from boardkit.comparison.finding import find_side
    from boardkit.content import load_questionnaire
    from boardkit.library import Library
    from boardkit.paths import library_path

    given = load_questionnaire(arguments.questionnaire) if arguments.questionnaire else None
    path = library_path(arguments.library)
    with ExitStack() as stack:

        @cache
        def library() -> Library | None:
            # Looking for a name makes no library where there is none.
            return stack.enter_context(Library.open(path)) if path.is_file() else None

        first = arguments.library is not None
        before = find_side(arguments.before, given, library, library_first=first)
        return before, find_side(arguments.after, given, library, library_first=first)
