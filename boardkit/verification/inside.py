"""What a document carries: all that it takes to make it again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError
from pydantic import AwareDatetime, Field, JsonValue, ValidationError

from boardkit.assessment import Assessment
from boardkit.comparison.sides import Kind, Side
from boardkit.errors import FileError
from boardkit.exchange.boardkit_file import read_boardkit
from boardkit.exchange.opening import read_file
from boardkit.exchange.pdf_file import (
    NUMBERS,
    SIGNATURE,
    attached_assessment,
    attached_before,
    attached_logo,
    attached_numbers,
)
from boardkit.exchange.refusals import newer
from boardkit.exchange.strict_json import UnsoundJsonError, read_json
from boardkit.frozen import Frozen
from boardkit.pack_options import Paper
from boardkit.questionnaire import Questionnaire

FORMAT = 1
VALUES = 2_000_000  # in the list of numbers


class ToldSide(Frozen):
    """How one side of what is set side by side is called."""

    name: str = Field(max_length=1_000)
    kind: Kind = "assessment"
    at: AwareDatetime | None = None


class Told(Frozen):
    """What the list of numbers says beside them of how the document was made."""

    boardkit: str
    format: int
    written_by: str = Field(max_length=100)
    laid_out_by: str = Field("", max_length=200)
    locale: str = Field("en", max_length=40)
    revised: tuple[str, ...] = Field((), max_length=10_000)
    document: Literal["pack", "comparison"] = "pack"
    paper: Paper = "a4"  # of a comparison; a pack's assessment says it
    before: ToldSide | None = None
    after: ToldSide | None = None  # of a comparison
    result: JsonValue = None
    forecast: JsonValue = None
    comparison: JsonValue = None


@dataclass(frozen=True, eq=False)
class Inside:
    """What was taken out of a document, and looked into."""

    questionnaire: Questionnaire
    assessment: Assessment
    locale: str
    revised: tuple[str, ...]
    logo: bytes  # a picture that nobody has looked at
    told: Told  # of how it was made, and the numbers
    before: Side | None = None  # what it is set beside

    @property
    def sides(self) -> tuple[Side, Side] | None:
        """What a comparison compares; None for every other document."""
        after = self.told.after
        if self.told.document != "comparison" or self.before is None or after is None:
            return None
        return self.before, Side(
            after.name, self.questionnaire, self.assessment, after.kind, after.at
        )


def sides_in(path: Path) -> tuple[Side, Side] | None:
    """The two that a comparison report holds; None for every other file.

    Raises FileError when one of them is not sound.
    """
    with path.open("rb") as file:
        if file.read(len(SIGNATURE)) != SIGNATURE:
            return None
    data = read_file(path)
    try:
        told = told_in(data, path.name)
    except FileError:  # its assessment can be opened nevertheless
        return None
    return inside(data, path.name).sides if told.document == "comparison" else None


def inside(data: bytes, name: str) -> Inside:
    """What the PDF carries; raises FileError when it carries nothing, or nothing that is sound."""
    if not data.startswith(SIGNATURE):
        raise FileError(
            f"{name} is no PDF. Give a board pack, a one-page summary or a comparison report that "
            "Boardkit printed."
        )
    found = read_boardkit(attached_assessment(data, name), name)
    told = told_in(data, name)
    before = _before(data, name, told.before)
    if told.document == "comparison":
        if before is None or told.after is None:
            raise FileError(
                f"{name} calls itself a comparison, and holds only one assessment. It was altered."
            )
        return Inside(found.questionnaire, found.assessment, told.locale, (), b"", told, before)
    pack = found.assessment.details.pack
    if pack.document == "blank":
        raise FileError(f"{name} calls itself a blank questionnaire, which prints no answers.")
    return Inside(
        found.questionnaire,
        found.assessment.with_details(pack=pack.model_copy(update={"attach": True})),
        told.locale, told.revised, attached_logo(data, name), told, before,
    )  # fmt: skip


def _before(data: bytes, name: str, told: ToldSide | None) -> Side | None:
    attached = attached_before(data, name) if told is not None else None
    if told is None or attached is None:
        return None
    found = read_boardkit(attached, name)
    return Side(told.name, found.questionnaire, found.assessment, told.kind, told.at)


def told_in(data: bytes, name: str) -> Told:
    """The list of numbers in a PDF; raises FileError when it has none, or none that is sound."""
    listed = attached_numbers(data, name)
    try:
        plain = read_json(listed, VALUES)
        version = plain.get("format") if isinstance(plain, dict) else None
        if isinstance(version, int) and version > FORMAT:
            raise newer(name, version, FORMAT)
        told = Told.model_validate(plain)
        Locale.parse(told.locale)
    except (UnsoundJsonError, ValidationError, UnknownLocaleError, ValueError) as fault:
        raise FileError(
            f"{name} was not opened: “{NUMBERS}” in it is not the list of its numbers, or is "
            "damaged. Nothing was changed. Ask for the document again."
        ) from fault
    return told
