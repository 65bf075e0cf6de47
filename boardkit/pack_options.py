"""Which document is printed of an assessment, and what goes into it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from boardkit.frozen import Frozen
from boardkit.questions import Id

Document = Literal["board", "full", "one_page", "blank"]
Paper = Literal["a4", "letter"]

_LETTER_COUNTRIES = ("US", "CA", "MX", "PH", "CL", "CO", "VE", "PR")


class PackOptions(Frozen):
    """What was chosen for the documents of one assessment."""

    document: Document = Field(
        "board",
        description="board: the pages that are read; full: with reference pages; one_page: all of "
        "it on one; blank: the questions, to be filled in with a pen.",
    )
    paper: Paper | None = Field(None, description="None: what is usual where it is read.")
    without: tuple[Id, ...] = Field((), max_length=50, description="Pages left out, by id.")
    attach: bool = Field(True, description="Whether the assessment goes with it as a file.")
    logo: str = Field("", pattern=r"^([0-9a-f]{64})?$", description="SHA-256 of a picture's file.")

    @property
    def is_pack(self) -> bool:
        """Whether it is a board pack, which says what changed since last time."""
        return self.document in ("board", "full")


def usual_paper(locale: str) -> Paper:
    """What printers hold where a locale is at home, as CLDR has it; A4 where it names no country."""
    country = locale.replace("-", "_").rpartition("_")[2]
    return "letter" if country in _LETTER_COUNTRIES else "a4"
