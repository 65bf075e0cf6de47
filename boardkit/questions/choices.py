"""What is chosen: one of several anchored levels, one option, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, JsonValue

from boardkit.errors import AnswerError
from boardkit.frozen import Frozen
from boardkit.questions.base import Id, QuestionBase
from boardkit.questions.domain import Domain, Kind

if TYPE_CHECKING:
    from boardkit.formats import Formats


class Option(Frozen):
    """One of the options of a choice."""

    id: Id
    text: str
    exclusive: bool = Field(False, description="Cannot be chosen together with another.")


class Level(Frozen):
    """One anchored level."""

    text: str
    points: float = Field(ge=0, le=100, description="Credit: high is good for the company.")


def _anchored(levels: Any) -> Any:
    """Bare sentences get evenly spaced points."""
    if not isinstance(levels, list | tuple) or not all(isinstance(text, str) for text in levels):
        return levels
    steps = max(len(levels) - 1, 1)
    return [{"text": text, "points": 100 * i / steps} for i, text in enumerate(levels)]


_STEPS = Field(min_length=2, max_length=9)
Levels: TypeAlias = Annotated[
    tuple[Level, ...],
    _STEPS,
    BeforeValidator(
        _anchored,
        json_schema_input_type=Annotated[tuple[Level, ...], _STEPS]
        | Annotated[tuple[str, ...], _STEPS],
    ),
]


def read_level(raw: JsonValue, levels: tuple[Level, ...]) -> int:
    """The index of a level; raises AnswerError."""
    if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw < len(levels):
        return raw
    raise AnswerError(f"Choose a level from 0 to {len(levels) - 1}.")


def read_option(raw: JsonValue, options: tuple[Option, ...]) -> str:
    """The id of an option; raises AnswerError."""
    for option in options:
        if raw == option.id:
            return option.id
    raise AnswerError(f"Choose one of: {', '.join(option.id for option in options)}.")


def option_text(value: Any, options: tuple[Option, ...]) -> str:
    """What the option of that id says."""
    return next(option.text for option in options if option.id == value)


class LevelQuestion(QuestionBase):
    """One of several anchored levels, worst first."""

    type: Literal["level"]
    levels: Levels

    def accept(self, raw: JsonValue) -> JsonValue:
        """The index of the level."""
        return read_level(raw, self.levels)

    def lines(self, value: Any, formats: Formats) -> tuple[str, ...]:
        """The level with its number."""
        return (f"{value} · {self.levels[value].text}",)

    def domain(self) -> Domain:
        """Levels."""
        return Domain(Kind.LEVEL, levels=len(self.levels))

    def own_goalposts(self, of: str | None) -> tuple[tuple[float, float], ...]:
        """Each level's points."""
        return tuple((float(i), level.points) for i, level in enumerate(self.levels))


class SingleQuestion(QuestionBase):
    """One option of several."""

    type: Literal["single"]
    options: tuple[Option, ...] = Field(min_length=2)
    companion: str = Field("", description="The label of a text that goes with the choice.")
    locked_after_scores: bool = Field(
        False, description="Whether the answer is fixed once a score has been seen."
    )

    def accept(self, raw: JsonValue) -> JsonValue:
        """The option's id."""
        return read_option(raw, self.options)

    def lines(self, value: Any, formats: Formats) -> tuple[str, ...]:
        """What the option says."""
        return (option_text(value, self.options),)

    def domain(self) -> Domain:
        """One of the options."""
        return Domain(Kind.CHOICE, self.options)


class MultipleQuestion(QuestionBase):
    """Any number of options; scored by how many are chosen, exclusive ones not counted."""

    type: Literal["multiple"]
    options: tuple[Option, ...] = Field(min_length=2)

    def accept(self, raw: JsonValue) -> JsonValue:
        """The chosen ids, in the file's order."""
        chosen = raw if isinstance(raw, list) else [raw]
        ids = [read_option(one, self.options) for one in chosen]
        known = [option for option in self.options if option.id in ids]
        for option in known:
            if option.exclusive and len(known) > 1:
                raise AnswerError(f"“{option.text}” cannot be chosen together with another option.")
        return [option.id for option in known]

    def lines(self, value: Any, formats: Formats) -> tuple[str, ...]:
        """What the options say, in one line."""
        chosen = [option.text for option in self.options if option.id in value]
        return ("; ".join(chosen) or "None",)

    def domain(self) -> Domain:
        """Some of the options."""
        return Domain(Kind.SEVERAL, self.options)

    def count(self, value: JsonValue) -> int:
        """How many options that count are chosen."""
        exclusive = {option.id for option in self.options if option.exclusive}
        assert isinstance(value, list)
        return sum(1 for one in value if one not in exclusive)
