"""What was found out about a document, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from boardkit import __version__
from boardkit.english import counted
from boardkit.errors import BoardkitError
from boardkit.verification.verdict import Difference, Verification

MOST = 20  # differences that are told one by one
LONG = 90  # characters of what is quoted

LIMITS = (
    "This does not prove that the answers are true, nor who gave them, nor that nobody has changed "
    "them and printed the document again."
)


def headline(found: Verification) -> str:
    """The one sentence."""
    numbers = counted(found.numbers, "printed number")
    if found.verdict == "right":
        return f"This document’s {numbers} {'is' if found.numbers == 1 else 'are'} what its answers give."
    if found.verdict == "wrong":
        things = counted(len(found.differences), "thing")
        verb = "is" if len(found.differences) == 1 else "are"
        return f"{things} in this document {verb} not what its answers give."
    return (
        "Whether this document’s numbers are what its answers give cannot be told here: "
        f"{_elsewhere(found)}."
    )


def told(found: Verification) -> str:
    """All of it, for a terminal: the sentence, what it rests on, each difference, what it leaves open."""
    details = found.details
    who = ", ".join(part for part in (details.company, details.period) if part)
    lines = [f"{found.name}: {who}", headline(found), *_lines(found.differences), basis(found)]
    return "\n".join(text for text in (*lines, looks(found), LIMITS) if text)


def refused(fault: BoardkitError) -> str:
    """What is said of a document that cannot be looked into."""
    return f"{fault}\nWhether its numbers are right cannot be told."


def looks(found: Verification) -> str:
    """That only words were compared, and why; nothing where looks were compared as well."""
    if found.verdict != "right" or (found.same_boardkit and found.same_layout):
        return ""
    return f"Its words were compared, and not how its pages look: {_elsewhere(found)}."


def basis(found: Verification) -> str:
    """By what they were computed again."""
    own = (
        "as it comes with this Boardkit" if found.shipped
        else "which is not one that comes with this Boardkit: ask whose it is"
    )  # fmt: skip
    return (
        f"Numbers are computed again here, by method {found.method} of “{found.title}” {found.pin.version}, "
        f"{own}. Its digest begins with {found.pin.digest[:16]}."
    )


def _elsewhere(found: Verification) -> str:
    if not found.same_boardkit:
        return (
            f"Boardkit {found.made_by} printed it, and this is {__version__}, which may word and "
            "place things otherwise"
        )
    return "its lines were set by other programs than are here, which may break them elsewhere"


def _lines(differences: tuple[Difference, ...]) -> Iterator[str]:
    yield from (f"  {line(one)}" for one in differences[:MOST])
    if len(differences) > MOST:
        yield f"  And {len(differences) - MOST} more, which --json names."


def line(one: Difference) -> str:
    """One difference: where it is, what is printed, what it should be."""
    if one.kind == "missing page":
        return f"A page is missing that begins with {_quoted(one.given)}."
    if one.kind == "other page":
        return (
            f"Page {one.page} is none that the answers give. It begins with {_quoted(one.printed)}."
        )
    if one.kind == "look":
        return (
            f"Page {one.page} says what it should and looks otherwise: something is drawn over it, "
            "or its charts or letters were changed."
        )
    if one.kind == "attached number":
        return (
            f"In the numbers attached, {one.where} is {_quoted(one.printed)}; the answers give "
            f"{_quoted(one.given)}."
        )
    where = f"Page {one.page}" + (f", after {_quoted(one.where)}" if one.where else "")
    if not one.given:
        return f"{where}: {_quoted(one.printed)} is printed, which the answers do not give."
    if not one.printed:
        return f"{where}: {_quoted(one.given)} is missing."
    return f"{where}: {_quoted(one.printed)} is printed; the answers give {_quoted(one.given)}."


def _quoted(text: str) -> str:
    return f"“{text if len(text) <= LONG else text[: LONG - 1] + '…'}”"
