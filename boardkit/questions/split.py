"""A whole that is split into parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, JsonValue

from boardkit.errors import AnswerError
from boardkit.frozen import Frozen
from boardkit.questions.accepting import inside, read_object
from boardkit.questions.base import Id, QuestionBase
from boardkit.questions.domain import Domain, Kind
from boardkit.questions.figures import read_number

if TYPE_CHECKING:
    from boardkit.formats import Formats

SPLIT_TOLERANCE = 0.05  # percentage points: what rounding each part to two decimals can add up to


class Share(Frozen):
    """One part of a split."""

    id: Id
    label: str


class SplitQuestion(QuestionBase):
    """A whole split into parts that sum to 100%."""

    type: Literal["split"]
    parts: tuple[Share, ...] = Field(min_length=2)

    def accept(self, raw: JsonValue) -> JsonValue:
        """Every part's percent; a part that is left out is nought."""
        given = read_object(raw, self.part_ids())
        shares = {
            part.id: inside(f"“{part.label}”", _read_share, given.get(part.id, 0))
            for part in self.parts
        }
        total = sum(shares.values())
        if abs(total - 100) > SPLIT_TOLERANCE:
            raise AnswerError(
                "The parts sum to {}%, not to 100%: {} points "
                f"{'are missing' if total < 100 else 'too many'}.",
                figures=(total, abs(100 - total)),
            )
        return dict(shares)

    def lines(self, value: Any, formats: Formats) -> tuple[str, ...]:
        """The parts that are not nought, in one line."""
        shares = ((part.label, value.get(part.id, 0)) for part in self.parts)
        return (", ".join(f"{label} {formats.percent(x)}" for label, x in shares if x),)

    def domain(self) -> Domain:
        """Several parts."""
        return Domain(Kind.PARTS)

    def part_ids(self) -> tuple[str, ...]:
        """One a share."""
        return tuple(part.id for part in self.parts)

    def part_text(self, part: str, value: Any, formats: Formats) -> str:
        """The share's percent."""
        return formats.percent(value)

    def part_domain(self, part: str) -> Domain | None:
        """A percent."""
        return Domain(Kind.NUMBER, minimum=0, maximum=100) if part in self.part_ids() else None


def _read_share(raw: JsonValue) -> float:
    return read_number(raw, "percent", 0, 100)
