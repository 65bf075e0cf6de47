"""What was found out about a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardkit.assessment import Details, Pin

Kind = Literal["number", "words", "look", "missing page", "other page", "attached number"]
Answer = Literal["right", "wrong", "unknown"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not what the answers give."""

    kind: Kind
    page: int  # as it is counted in the document, from 1; 0 where it is on none
    where: str  # the words before it on the page, or its name among the attached numbers
    printed: str  # as the document has it
    given: str  # as the answers give it


@dataclass(frozen=True)
class Verification:
    """A document, set beside the one that its answers give."""

    name: str
    details: Details
    pin: Pin  # the questionnaire that is attached
    title: str  # … its title
    method: str  # … the version of its method
    shipped: bool  # … and whether it is the very one that comes with this Boardkit
    pages: int
    numbers: int  # that are printed on the pages
    differences: tuple[Difference, ...]
    made_by: str  # the Boardkit that printed it
    same_boardkit: bool  # whether that is this one
    same_layout: (
        bool  # whether lines are set here as they were there, so that looks can be compared
    )

    @property
    def verdict(self) -> Answer:
        """Another Boardkit may word and place the same numbers otherwise; then nobody is accused."""
        if not self.differences:
            return "right"
        return "wrong" if self.same_boardkit and self.same_layout else "unknown"
