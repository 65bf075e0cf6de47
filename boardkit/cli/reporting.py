"""``boardkit report``: the documents that are printed."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from boardkit.cli.arguments import add_assessment, add_command, opened
from boardkit.errors import BoardkitError

DOCUMENTS = ("board", "full", "one-page", "blank")
OPTIONS = ("document", "paper", "without", "attach")
DETAILS = ("classification", "sponsor", "board_date", "purpose", "meeting_minutes")


def add(commands: Any) -> None:
    """Describes the command."""
    report = add_command(
        commands, "report", _report, "print an assessment: a board pack, one page, or its questions"
    )
    add_assessment(report)
    add = report.add_argument
    add("-o", "--output", type=Path, required=True, metavar="PACK.pdf")
    add("--locale", default="en", metavar="NAME", help="how numbers are written (default: en)")
    chosen = report.add_argument_group("what to print", "What is not said is as the file has it.")
    add = chosen.add_argument
    add(
        "--document", choices=DOCUMENTS,
        help="board: the pages that are read; full: with reference pages; one-page: all of it on "
        "one; blank: the questions, to be filled in with a pen",
    )  # fmt: skip
    add("--paper", choices=("a4", "letter"), help="which paper it is laid out for")
    add(
        "--without", action="append", metavar="PAGE",
        help="leave a page out: standing, answers and so on; may be given several times",
    )  # fmt: skip
    add(
        "--attach", action=argparse.BooleanOptionalAction, default=None,
        help="put the assessment into the PDF as a file, or keep it out",
    )  # fmt: skip
    add(
        "--logo",
        type=Path,
        metavar="FILE",
        help="a picture for the cover, PNG or JPEG, in place of the one in the file",
    )
    _add_since(report)
    add = report.add_argument_group("for which meeting").add_argument
    add("--classification", metavar="TEXT")
    add("--sponsor", metavar="TEXT")
    add("--board-date", type=_day, metavar="YYYY-MM-DD")
    add("--purpose", choices=("decision", "discussion", "noting"))
    add("--minutes", type=int, metavar="N", dest="meeting_minutes")


def _add_since(report: argparse.ArgumentParser) -> None:
    group = report.add_argument_group(
        "what changed",
        "A pack is set beside the latest milestone in FILE from before the day of its last answer.",
    )
    since = group.add_mutually_exclusive_group()
    since.add_argument(
        "--since", metavar="MILESTONE|FILE", help="set it beside this milestone, or another file"
    )
    since.add_argument("--no-since", action="store_true", help="set it beside nothing")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write 2026-12-15") from None


def _report(arguments: argparse.Namespace) -> int:
    from boardkit.documents.making import document_pdf
    from boardkit.documents.material import gathered
    from boardkit.documents.unprintable import Unprintable
    from boardkit.exchange.atomic import write_atomically
    from boardkit.library.revising import revised_after_seen

    found = opened(arguments)
    assessment = _as_asked(found.assessment, arguments)
    _check_locale(arguments.locale)
    revised = revised_after_seen(found.history, found.assessment)
    material = gathered(
        found.questionnaire, assessment, locale=arguments.locale, revised=revised,
        before=_since(found, assessment.details.pack, arguments),
    )  # fmt: skip
    kept = found.evidence.get(assessment.details.pack.logo, b"")
    logo = _logo(arguments.logo) or kept
    with Unprintable() as boxes:
        made = document_pdf(material, logo=logo)
    write_atomically(arguments.output, made)
    print(arguments.output)
    say = material.wording
    print(f"{say.conclusion()}. {say.how_sure.conclusion()} {say.standing()}")
    if note := boxes.sentence():
        print(note)
    return 0


def _since(found: Any, pack: Any, arguments: argparse.Namespace) -> Any:
    """What the document is set beside: a ``Side``, or None; raises BoardkitError."""
    from boardkit.comparison import milestone_side, side_of
    from boardkit.comparison.last_time import last_time_in

    wanted: str | None = arguments.since
    if not pack.is_pack:
        if wanted is not None:
            raise BoardkitError("--since: only a board pack says what changed since last time.")
        return None
    if arguments.no_since:
        return None
    if wanted is None:
        return last_time_in(found)
    if not Path(wanted).is_file():
        return milestone_side(found, wanted)
    earlier = opened(arguments, Path(wanted))
    own, other = (one.assessment.details.company for one in (found, earlier))
    if not side_of(earlier).is_same_company(side_of(found)):
        raise BoardkitError(
            f"--since: {Path(wanted).name} is of “{other}”, and not of “{own}”. "
            "“boardkit compare” sets two companies side by side."
        )
    return side_of(earlier)


def _as_asked(assessment: Any, arguments: argparse.Namespace) -> Any:
    """The assessment with what was said in the command in place of what its file says."""
    from pydantic import ValidationError

    said = {name: value for name in OPTIONS if (value := getattr(arguments, name)) is not None}
    details = {name: value for name in DETAILS if (value := getattr(arguments, name)) is not None}
    if "document" in said:
        said["document"] = said["document"].replace("-", "_")
    if "without" in said:
        _check_pages(said["without"])
    pack = {**assessment.details.pack.model_dump(), **said}
    try:
        return assessment.with_details(pack=pack, **details)
    except ValidationError as fault:
        first = fault.errors()[0]
        name = str(first["loc"][-1]).replace("meeting_minutes", "minutes").replace("_", "-")
        raise BoardkitError(f"--{name}: {first['msg']}.") from fault


def _check_pages(given: list[str]) -> None:
    from boardkit.documents.pages import PAGES

    free = [page.id for page in PAGES if not page.always]
    if strangers := [page for page in given if page not in free]:
        raise BoardkitError(
            f"“{strangers[0]}” is no page that can be left out. These can: {', '.join(free)}."
        )


def _check_locale(name: str) -> None:
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        raise BoardkitError(f"There is no locale “{name}”. Write en, en_US, de or such.") from None


def _logo(path: Path | None) -> bytes:
    if path is None:
        return b""
    try:
        return path.read_bytes()
    except OSError as fault:
        raise BoardkitError(
            f"{path.name} cannot be read: {fault.strerror or fault}. Choose another file."
        ) from fault
