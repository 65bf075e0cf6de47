"""Numbers, percents and amounts of money: one of them, or one a period."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias

from pydantic import Field, JsonValue

from boardkit.errors import AnswerError
from boardkit.frozen import Frozen
from boardkit.numerals import parse_number
from boardkit.questions.accepting import inside
from boardkit.questions.base import QuestionBase
from boardkit.questions.domain import Domain, Kind

if TYPE_CHECKING:
    from boardkit.formats import Formats

Figure: TypeAlias = Literal["number", "percent", "money"]

_EXAMPLES: dict[Figure, str] = {
    "number": "12.5",
    "percent": "12.5 or 12.5%",
    "money": "12m, 12,000,000 or 1.2e7",
}


class Bounded(Frozen):
    """Something whose numbers lie between two bounds, where there are any."""

    minimum: float | None = Field(None, description="The smallest value that makes sense.")
    maximum: float | None = Field(None, description="The largest value that makes sense.")
    usual_from: float | None = Field(
        None,
        gt=0,
        description="Of money: under it, nought apart, one is asked whether millions were meant.",
    )

    def read(self, raw: JsonValue, of: Figure) -> float:
        """A number within the bounds; raises AnswerError."""
        return read_number(raw, of, self.minimum, self.maximum)

    def is_unusual(self, number: float) -> bool:
        """Whether an amount is so small that its thousands or millions were left off, perhaps."""
        return self.usual_from is not None and 0 < abs(number) < self.usual_from

    def numbers(self) -> Domain:
        """The numbers within the bounds."""
        low = -math.inf if self.minimum is None else self.minimum
        high = math.inf if self.maximum is None else self.maximum
        return Domain(Kind.NUMBER, minimum=low, maximum=high)


def read_number(
    raw: JsonValue, of: Figure, minimum: float | None = None, maximum: float | None = None
) -> float:
    """A number, also as people type it, between two bounds; raises AnswerError."""
    number = parse_number(raw, percent=of != "money")
    if number is None:
        raise AnswerError(f"Type a number, such as {_EXAMPLES[of]}.")
    # A sum that misses a bound by its last bit is meant to be the bound.
    for bound in (minimum, maximum):
        if bound is not None and math.isclose(number, bound, rel_tol=1e-12):
            return float(bound)
    if minimum is not None and number < minimum:
        raise AnswerError("Type {} or more; {} is too small.", figures=(minimum, number))
    if maximum is not None and number > maximum:
        raise AnswerError("Type {} or less; {} is too large.", figures=(maximum, number))
    return number


def figure_text(of: str, value: float, formats: Formats, unit: str = "") -> str:
    """A number, a percent or an amount of money, with its unit where it has one."""
    after = f" {unit}" if unit else ""
    if of == "money":
        return formats.money(value) + after
    if of == "percent":
        return formats.percent(value, 2) + after
    return formats.number(value, 2) + after


class FigureQuestion(QuestionBase, Bounded):
    """A number, a percent or an amount of money: what the three types share."""

    of: ClassVar[Figure]
    unit: str = ""

    def accept(self, raw: JsonValue) -> JsonValue:
        """The number, in the question's unit."""
        return self.read(raw, self.of)

    def lines(self, value: Any, formats: Formats) -> tuple[str, ...]:
        """The number with its unit."""
        return (figure_text(self.of, value, formats, self.unit),)

    def unusual(self, value: Any) -> tuple[tuple[str, float], ...]:
        """The amount."""
        return (("", value),) if self.is_unusual(value) else ()

    def domain(self) -> Domain:
        """Numbers."""
        return self.numbers()


class NumberQuestion(FigureQuestion):
    """A number."""

    type: Literal["number"]
    of = "number"


class PercentQuestion(FigureQuestion):
    """A percentage; its value is the number before the percent sign."""

    type: Literal["percent"]
    of = "percent"
    unit: str = Field("", description="Of what: “of ARR”.")

    def inline(self, value: Any, formats: Formats) -> str:
        """Without the unit: the sentence says of what."""
        return formats.percent(value)


class MoneyQuestion(FigureQuestion):
    """An amount of money, in whole units of the assessment's currency."""

    type: Literal["money"]
    of = "money"
    unit: str = Field("", description="Over what: “a year”.")


class SeriesQuestion(QuestionBase, Bounded):
    """Numbers of several periods, oldest first."""

    type: Literal["series"]
    of: Figure
    unit: str = ""
    periods: tuple[str, ...] = Field(min_length=2, max_length=40)

    def accept(self, raw: JsonValue) -> JsonValue:
        """One number a period."""
        if not isinstance(raw, list) or len(raw) != len(self.periods):
            raise AnswerError(
                f"Give {len(self.periods)} numbers, one each for: {', '.join(self.periods)}."
            )
        pairs = zip(raw, self.periods, strict=True)
        return [inside(f"“{period}”", lambda x: self.read(x, self.of), x) for x, period in pairs]

    def lines(self, value: Any, formats: Formats) -> tuple[str, ...]:
        """Each period with its number."""
        texts = (figure_text(self.of, x, formats, self.unit) for x in value)
        return (", ".join(f"{p}: {t}" for p, t in zip(self.periods, texts, strict=True)),)

    def unusual(self, value: Any) -> tuple[tuple[str, float], ...]:
        """Those of its periods."""
        pairs = zip(self.periods, value, strict=True)
        return tuple((period, x) for period, x in pairs if self.is_unusual(x))

    def domain(self) -> Domain:
        """A series."""
        return Domain(Kind.SERIES)
