"""Numbers that are not known exactly: low, likely and high."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import JsonValue

from boardkit.errors import AnswerError
from boardkit.questions.accepting import inside, read_object
from boardkit.questions.base import QuestionBase
from boardkit.questions.domain import Domain, Kind
from boardkit.questions.figures import Bounded, Figure, figure_text

if TYPE_CHECKING:
    from boardkit.formats import Formats

_KEYS = ("low", "likely", "high")


def read_range(raw: JsonValue, bounded: Bounded, of: Figure) -> dict[str, JsonValue]:
    """The three numbers, in order; raises AnswerError."""
    given = read_object(raw, _KEYS)
    missing = [key for key in _KEYS if given.get(key) is None]
    if missing:
        raise AnswerError(f"Give low, likely and high; {missing[0]} is missing.")
    low, likely, high = (inside(key, lambda x: bounded.read(x, of), given[key]) for key in _KEYS)
    if not low <= likely <= high:
        raise AnswerError(
            "Low, likely and high must rise; {}, {} and {} do not.", figures=(low, likely, high)
        )
    return {"low": low, "likely": likely, "high": high}


def range_text(of: Figure, unit: str, value: Any, formats: Formats) -> str:
    """“8% of ARR, between 5% and 12%”."""
    low, high = (figure_text(of, value[key], formats) for key in ("low", "high"))
    return f"{figure_text(of, value['likely'], formats, unit)}, between {low} and {high}"


class RangeQuestion(QuestionBase, Bounded):
    """A number that is not known exactly: low, likely, high."""

    type: Literal["range"]
    of: Figure
    unit: str = ""

    def accept(self, raw: JsonValue) -> JsonValue:
        """The three numbers, in order."""
        return read_range(raw, self, self.of)

    def lines(self, value: Any, formats: Formats) -> tuple[str, ...]:
        """What is likely, and between what."""
        return (range_text(self.of, self.unit, value, formats),)

    def unusual(self, value: Any) -> tuple[tuple[str, float], ...]:
        """What is likely."""
        likely = value["likely"]
        return (("", likely),) if self.is_unusual(likely) else ()

    def domain(self) -> Domain:
        """A range."""
        return Domain(Kind.RANGE)

    def part_ids(self) -> tuple[str, ...]:
        """Low, likely and high."""
        return _KEYS

    def part_text(self, part: str, value: Any, formats: Formats) -> str:
        """One of the three numbers."""
        return figure_text(self.of, value, formats, self.unit)

    def part_domain(self, part: str) -> Domain | None:
        """Numbers."""
        return self.numbers() if part in _KEYS else None
