"""Values that fit a question, whatever makes the choices: Hypothesis, or a generator of random numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

import numpy as np
from hypothesis import strategies as st

from boardkit.questions import (
    ChoicePart,
    LevelColumn,
    LevelQuestion,
    MultipleQuestion,
    NumberColumn,
    Question,
    RangePart,
    RangeQuestion,
    SeriesQuestion,
    SingleQuestion,
    SplitQuestion,
    TableQuestion,
    TextColumn,
    TextQuestion,
    ValuesQuestion,
)

T = TypeVar("T")


class Chance(Protocol):
    """Makes choices."""

    def integer(self, low: int, high: int) -> int:
        """From low to high, both included."""

    def number(self, low: float, high: float) -> float:
        """Between the two."""

    def text(self) -> str:
        """More than blanks."""


class RandomChance:
    """The same choices for the same seed, quickly."""

    def __init__(self, random: np.random.Generator) -> None:
        self._random = random

    def integer(self, low: int, high: int) -> int:
        return int(self._random.integers(low, high + 1))

    def number(self, low: float, high: float) -> float:
        return float(self._random.uniform(low, high))

    def text(self) -> str:
        return "Something"


class DrawnChance:
    """Choices that Hypothesis makes smaller once a test fails."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def integer(self, low: int, high: int) -> int:
        return self._draw(st.integers(low, high))

    def number(self, low: float, high: float) -> float:
        return self._draw(st.floats(low, high))

    def text(self) -> str:
        return self._draw(st.text(min_size=1, max_size=30).filter(lambda text: bool(text.strip())))


@st.composite
def value_for(draw: st.DrawFn, question: Question) -> Any:
    """Values that fit a question."""
    return made_up_value(question, DrawnChance(draw))


def made_up_value(question: Question, chance: Chance) -> Any:
    """A value that fits a question."""
    if isinstance(question, LevelQuestion):
        return chance.integer(0, len(question.levels) - 1)
    if isinstance(question, SingleQuestion):
        return one_of(question.options, chance).id
    if isinstance(question, MultipleQuestion):
        return _some_options(question, chance)
    if isinstance(question, SplitQuestion):
        first = chance.integer(0, len(question.parts) - 1)
        second = question.parts[first - 1].id
        share = chance.integer(0, 100)
        return {question.parts[first].id: share, second: 100 - share}
    if isinstance(question, ValuesQuestion):
        return {part.id: _part(part, chance) for part in question.parts}
    if isinstance(question, RangeQuestion):
        return _range(question, chance)
    if isinstance(question, SeriesQuestion):
        return [_number(question, chance) for _ in question.periods]
    if isinstance(question, TableQuestion):
        count = chance.integer(1, min(3, question.rows))
        return [
            {column.id: _cell(column, question.rows, chance) for column in question.columns}
            for _ in range(count)
        ]
    return chance.text() if isinstance(question, TextQuestion) else _number(question, chance)


def one_of(choices: Sequence[T], chance: Chance) -> T:
    """One of them."""
    return choices[chance.integer(0, len(choices) - 1)]


def _some_options(question: MultipleQuestion, chance: Chance) -> list[str]:
    """Some that go together, or, now and then, one that stands alone."""
    alone = [option.id for option in question.options if option.exclusive]
    together = [option.id for option in question.options if not option.exclusive]
    if alone and chance.integer(0, 5) == 5:
        return [one_of(alone, chance)]
    chosen = [option for option in together if chance.integer(0, 1)]
    return chosen or [one_of(together, chance)]


def _number(bounds: Any, chance: Chance) -> float:
    low = -100.0 if bounds.minimum is None else bounds.minimum
    is_money = getattr(bounds, "type", getattr(bounds, "kind", "")) == "money"
    high = max(low, 1e9 if is_money else 100.0) + 1 if bounds.maximum is None else bounds.maximum
    return chance.number(low, high)


def _range(bounds: Any, chance: Chance) -> dict[str, float]:
    three = sorted(_number(bounds, chance) for _ in range(3))
    return dict(zip(("low", "likely", "high"), three, strict=True))


def _part(part: Any, chance: Chance) -> Any:
    if isinstance(part, ChoicePart):
        return one_of(part.options, chance).id
    return _range(part, chance) if isinstance(part, RangePart) else _number(part, chance)


def _cell(column: Any, rows: int, chance: Chance) -> Any:
    if isinstance(column, TextColumn):
        return one_of(("One", "Two", "Three"), chance)
    if isinstance(column, LevelColumn):
        return chance.integer(0, len(column.levels) - 1)
    if isinstance(column, NumberColumn):
        return chance.number(0, (column.total or 100) / rows)
    return chance.integer(0, 1) == 1
