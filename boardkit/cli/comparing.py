"""``boardkit compare``: what changed between two assessments, and why."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boardkit.cli.arguments import add_command, add_json, print_json

if TYPE_CHECKING:
    from boardkit.comparison import Side

HELP = "a file, FILE@MILESTONE, the name of an example, or that of a reference company"


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
    compare.add_argument(
        "-o", "--output", type=Path, metavar="FILE.pdf", help="print the comparison report as PDF"
    )
    compare.add_argument("--paper", choices=("a4", "letter"), default="a4", help="default: a4")
    add_json(compare)


def _compare(arguments: argparse.Namespace) -> int:
    from boardkit.comparison import compare
    from boardkit.comparison.forecasts import forecasts

    before, after = (
        _side(name, arguments.questionnaire) for name in (arguments.before, arguments.after)
    )
    comparison, pair = compare(before, after), forecasts(before, after)
    if arguments.output is not None:
        from boardkit.documents.comparison_report import ComparisonReport
        from boardkit.exchange.atomic import write_atomically

        report = ComparisonReport(comparison, pair, paper=arguments.paper)
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


def _side(name: str, questionnaire: Path | None) -> Side:
    """The side of that name; raises FileError when it is neither a file nor one that ships."""
    from boardkit.comparison import milestone_side, reference_side, side_of
    from boardkit.content import load_questionnaire
    from boardkit.errors import FileError
    from boardkit.examples import shipped_examples
    from boardkit.exchange import open_file
    from boardkit.references import shipped_references

    given = load_questionnaire(questionnaire) if questionnaire else None
    if Path(name).is_file():
        return side_of(open_file(Path(name), given))
    file, _, milestone = name.rpartition("@")
    if file and Path(file).is_file():
        return milestone_side(open_file(Path(file), given), milestone)
    for example in shipped_examples():
        if example.name == name:
            return side_of(example, "example")
    for reference in shipped_references():
        if reference.name.casefold() == name.casefold():
            return reference_side(reference)
    raise FileError(
        f"There is no file “{name}”, and no example or reference company of that name. "
        "“boardkit examples” lists the examples."
    )
