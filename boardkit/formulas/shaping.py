"""A value held between bounds, read off lines, or looked up; one formula or another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator

from boardkit.conditions import Condition, Operand
from boardkit.formulas.figures import Figures, evaluate
from boardkit.frozen import Frozen
from boardkit.goalposts import credit_of

if TYPE_CHECKING:
    from boardkit.formulas import Formula


class Clip(Frozen):
    """A value held between two bounds."""

    clip: Formula
    low: float
    high: float

    def value(self, figures: Figures) -> float | None:
        """None when the value is missing."""
        value = evaluate(self.clip, figures)
        return None if value is None else min(max(value, self.low), self.high)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return (self.clip,)


class Along(Frozen):
    """A value read off straight lines between goalposts, and held at the ends, as in a score."""

    along: Formula
    goalposts: tuple[tuple[float, float], ...] = Field(
        min_length=2, description="Pairs of a value and what it becomes, values rising."
    )
    scale: Literal["linear", "log"] = Field(
        "linear", description="log: straight lines in the logarithm of the value."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Along:
        values = [value for value, _ in self.goalposts]
        if any(high <= low for low, high in pairwise(values)):
            raise ValueError("list the goalposts from the lowest value to the highest")
        if self.scale == "log" and values[0] <= 0:
            raise ValueError("the goalposts of “scale: log” start above 0")
        return self

    def value(self, figures: Figures) -> float | None:
        """None when the value is missing."""
        value = evaluate(self.along, figures)
        return None if value is None else credit_of(value, self.goalposts, self.scale)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return (self.along,)


class Choice(Frozen):
    """One formula when a condition is true, another when it is not."""

    when: Condition
    then: Formula
    otherwise: Formula

    def value(self, figures: Figures) -> float | None:
        """An unknown condition counts as not true."""
        return evaluate(self.then if self.when.truth(figures) else self.otherwise, figures)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside."""
        return (self.then, self.otherwise)


class Lookup(Frozen):
    """A number for each level or option of an answer."""

    lookup: Operand
    values: dict[str, float] = Field(description="By the level's number or the option's id.")

    def value(self, figures: Figures) -> float | None:
        """None when there is no answer, or none for it in the list."""
        return self.values.get(str(figures.read(self.lookup)))

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside: none."""
        return ()
