"""``boardkit report``: the documents that are printed."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from boardkit.cli.arguments import add_assessment, add_command, opened
from boardkit.errors import BoardkitError

DOCUMENTS = ("board", "full", "one-page", "blank")
PAGES = ("standing", "dimensions", "money", "to-do", "drives", "changed")  # that can be left out
REFERENCE = ("answers", "people", "evidence", "assumptions", "facts", "method")
OPTIONS = ("document", "paper", "without", "attach")
REMEDIES = {  # by the kind of fault, as pydantic names it
    "string_too_long": "write {max_length} characters or fewer",
    "greater_than_equal": "write {ge} or more",
    "less_than_equal": "write {le} or less",
}
DETAILS = ("classification", "sponsor", "board_date", "purpose", "meeting_minutes")


def add(commands: Any) -> None:
    """Describes the command."""
    report = add_command(
        commands, "report", _report, "print an assessment: a board pack, one page, or its questions"
    )
    add_assessment(report)
    add = report.add_argument
    add(
        "-o", "--output", type=Path, required=True, metavar="PACK.pdf",
        help="where the PDF is written; what is there is replaced, whole or not at all",
    )  # fmt: skip
    add(
        "--locale", default="en", metavar="NAME",
        help="how numbers and dates are written: en, en_US, de and so on (default: en)",
    )  # fmt: skip
    chosen = report.add_argument_group("what to print", "What is not said is as the file has it.")
    add = chosen.add_argument
    add(
        "--document", choices=DOCUMENTS,
        help="board: the pages that are read; full: with reference pages; one-page: all of it on "
        "one; blank: the questions, to be filled in with a pen",
    )  # fmt: skip
    add(
        "--paper", choices=("a4", "letter"),
        help="which paper it is laid out for; if the file does not say either, what is usual where "
        "the locale is at home",
    )  # fmt: skip
    add(
        "--without", action="append", metavar="PAGE",
        help=f"leave a page of a pack out: {', '.join(PAGES)}; of the full pack also "
        f"{', '.join(REFERENCE)}; may be given several times",
    )  # fmt: skip
    add(
        "--attach", action=argparse.BooleanOptionalAction, default=None,
        help="put the assessment into the PDF as a file, or keep it out",
    )  # fmt: skip
    logo = chosen.add_mutually_exclusive_group()
    logo.add_argument(
        "--logo", type=Path, metavar="FILE",
        help="a picture for the cover, PNG or JPEG up to 5 MB, in place of the one in the file",
    )  # fmt: skip
    logo.add_argument("--no-logo", action="store_true", help="print no logo")
    _add_since(report)
    _add_meeting(report)


def _add_meeting(report: argparse.ArgumentParser) -> None:
    group = report.add_argument_group(
        "for which meeting", "What is not said is as the file has it; “” takes a text away."
    )
    add = group.add_argument
    add("--classification", metavar="TEXT", help="who may read it, such as “Board confidential”")
    add("--sponsor", metavar="TEXT", help="who puts it before the board")
    add("--board-date", type=_day, metavar="YYYY-MM-DD", help="the day of the meeting")
    add(
        "--purpose", choices=("decision", "discussion", "noting"),
        help="what the board is asked for",
    )  # fmt: skip
    add(
        "--minutes", type=int, metavar="N", dest="meeting_minutes",
        help="minutes on the agenda, from 1 to 600",
    )  # fmt: skip


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
    logo = b"" if arguments.no_logo else _logo(arguments.logo) or kept
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
        remedy = REMEDIES.get(first["type"], "write something else").format(**first.get("ctx", {}))
        raise BoardkitError(f"--{name}: this does not fit; {remedy}.") from fault


def _check_pages(given: list[str]) -> None:
    free = (*PAGES, *REFERENCE)
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
