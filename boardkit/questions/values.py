"""Several named values in one answer: numbers, ranges and choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import Field, JsonValue

from boardkit.errors import AnswerError
from boardkit.frozen import Frozen
from boardkit.questions.accepting import inside, read_object
from boardkit.questions.base import Id, QuestionBase
from boardkit.questions.choices import Option, option_text, read_option
from boardkit.questions.domain import Domain, Kind
from boardkit.questions.figures import Bounded, Figure, figure_text
from boardkit.questions.ranges import range_text, read_range

if TYPE_CHECKING:
    from boardkit.formats import Formats


class NumberPart(Bounded):
    """A number, a percent or an amount of money inside an answer of several values."""

    id: Id
    label: str
    kind: Figure
    unit: str = ""

    def accept(self, raw: JsonValue) -> JsonValue:
        """The number."""
        return self.read(raw, self.kind)

    def value_text(self, value: Any, formats: Formats) -> str:
        """The number with its unit."""
        return figure_text(self.kind, value, formats, self.unit)

    def domain(self) -> Domain:
        """Numbers."""
        return self.numbers()


class RangePart(Bounded):
    """A range inside an answer of several values."""

    id: Id
    label: str
    kind: Literal["range"]
    of: Figure = "percent"
    unit: str = ""

    def accept(self, raw: JsonValue) -> JsonValue:
        """The three numbers of the range."""
        return read_range(raw, self, self.of)

    def value_text(self, value: Any, formats: Formats) -> str:
        """What is likely, and between what."""
        return range_text(self.of, self.unit, value, formats)

    def domain(self) -> Domain:
        """A range."""
        return Domain(Kind.RANGE)


class ChoicePart(Frozen):
    """A choice inside an answer of several values."""

    id: Id
    label: str
    kind: Literal["choice"]
    options: tuple[Option, ...] = Field(min_length=2)

    def accept(self, raw: JsonValue) -> JsonValue:
        """The option's id."""
        return read_option(raw, self.options)

    def value_text(self, value: Any, formats: Formats) -> str:
        """What the option says."""
        return option_text(value, self.options)

    def domain(self) -> Domain:
        """One of the options."""
        return Domain(Kind.CHOICE, self.options)


Part: TypeAlias = Annotated[NumberPart | RangePart | ChoicePart, Field(discriminator="kind")]


class ValuesQuestion(QuestionBase):
    """Several named values, each with a basis of its own; some may be left out."""

    type: Literal["values"]
    parts: tuple[Part, ...] = Field(min_length=2)

    def accept(self, raw: JsonValue) -> JsonValue:
        """An object of the parts that are given, in the file's order."""
        given = read_object(raw, self.part_ids())
        accepted = {
            part.id: inside(f"“{part.label}”", part.accept, given[part.id])
            for part in self.parts
            if given.get(part.id) is not None
        }
        if not accepted:
            raise AnswerError("Give at least one of the values.")
        return accepted

    def lines(self, value: Any, formats: Formats) -> tuple[str, ...]:
        """One a value that is given, in the order of the question."""
        return tuple(
            f"{part.label}: {self.part_text(part.id, value[part.id], formats)}"
            for part in self.parts
            if part.id in value
        )

    def unusual(self, value: Any) -> tuple[tuple[str, float], ...]:
        """Those of its parts."""
        amounts = (
            (part, value[part.id]["likely"] if isinstance(part, RangePart) else value[part.id])
            for part in self.parts
            if part.id in value and not isinstance(part, ChoicePart)
        )
        return tuple((part.label, x) for part, x in amounts if part.is_unusual(x))

    def domain(self) -> Domain:
        """Several parts."""
        return Domain(Kind.PARTS)

    def part(self, part_id: str) -> Part:
        """The part of that id."""
        return next(part for part in self.parts if part.id == part_id)

    def part_ids(self) -> tuple[str, ...]:
        """One a value."""
        return tuple(part.id for part in self.parts)

    def part_text(self, part: str, value: Any, formats: Formats) -> str:
        """One of the values."""
        return self.part(part).value_text(value, formats)

    def part_domain(self, part: str) -> Domain | None:
        """What the part itself can hold."""
        return self.part(part).domain() if part in self.part_ids() else None

    def basis_keys(self, value: JsonValue) -> tuple[str, ...]:
        """The parts."""
        return self.part_ids()
