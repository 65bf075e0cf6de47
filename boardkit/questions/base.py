"""What all question types share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import Field, JsonValue

from boardkit.conditions import Condition
from boardkit.frozen import Frozen
from boardkit.questions.domain import Domain

if TYPE_CHECKING:
    from boardkit.formats import Formats

Id: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$", max_length=40)]
Unasked: TypeAlias = Literal["skip", "unknown", "worst"]
Scale: TypeAlias = Literal["linear", "log"]


class Score(Frozen):
    """How an answer, or a derived value, becomes an indicator."""

    dimension: Id = Field(description="The dimension that the indicator belongs to.")
    weight: float = Field(1.0, ge=0, description="Its weight inside the dimension.")
    draw: int = Field(
        ge=1, le=1000, description="A number that no other indicator has; it never changes."
    )
    of: Id | None = Field(None, description="Which part of the answer is read.")
    goalposts: tuple[tuple[float, float], ...] | None = Field(
        None,
        min_length=2,
        description="Pairs of [raw value, credit 0–100]; straight lines between, held at the ends.",
    )
    scale: Scale = Field("linear", description="log: straight lines in the logarithm of the value.")
    replaces: Id | None = Field(
        None, description="An indicator that steps aside when this one can be computed."
    )


class Move(Frozen):
    """What a company could do to raise an answer."""

    text: str = Field(description="An imperative sentence that a board could adopt.")
    effort: int = Field(ge=1, le=5, description="1: a decision; 5: a programme of years.")


class QuestionBase(Frozen):
    """What a question of any type has, and what its type has to know."""

    id: Id
    module: Id
    text: str = Field(min_length=1, description="The question, read once by an executive.")
    short: str = Field(min_length=1, max_length=48, description="A label for charts and tables.")
    help: str = Field("", description="How to answer, in a sentence or two.")
    why: str = Field("", description="Why the board asks.")
    proof: str = Field("", description="What proves the answer.")
    facts: tuple[Id, ...] = Field((), description="Ids of facts on record shown beside it.")
    minutes: float = Field(gt=0, le=60, description="Minutes that answering takes, at a guess.")
    finding_minutes: float | None = Field(
        None, gt=0, le=10_000,
        description="Minutes that finding the answer out for certain takes, at a guess.",
    )  # fmt: skip
    knows: Id | None = Field(None, description="Who usually knows: an id from people.")
    asked_if: Condition | None = Field(None, description="Asked unless this is false.")
    unasked: Unasked = Field("skip", description="What a hidden question scores.")
    may_not_apply: bool = Field(False, description="Whether “not applicable” may be answered.")
    score: Score | None = None
    move: Move | None = None
    printed: bool = Field(True, description="Whether the pack prints the answer.")
    evidence_days: int | None = Field(
        None, ge=1, le=3_650, description="After how many days what backs an answer is old."
    )

    def accept(self, raw: JsonValue) -> JsonValue:
        """The value in its stored form; raises AnswerError with what to type."""
        raise NotImplementedError(type(self).__name__)

    def lines(self, value: Any, formats: Formats) -> tuple[str, ...]:
        """A stored value in one or more lines of text, for a person."""
        raise NotImplementedError(type(self).__name__)

    def inline(self, value: Any, formats: Formats) -> str:
        """A stored value inside a sentence."""
        return "; ".join(self.lines(value, formats))

    def unusual(self, value: Any) -> tuple[tuple[str, float], ...]:
        """Amounts in a stored value that are smaller than they usually are, each with its label."""
        return ()

    def domain(self) -> Domain:
        """What an answer can hold."""
        raise NotImplementedError(type(self).__name__)

    # Parts, for the types that have some

    def part_ids(self) -> tuple[str, ...]:
        """The parts that conditions, formulas and scores may name."""
        return ()

    def part_text(self, part: str, value: Any, formats: Formats) -> str:
        """The stored value of one part as text."""
        raise KeyError(part)

    def part_domain(self, part: str) -> Domain | None:
        """What a part of an answer can hold; None when there is no such part."""
        return None

    def basis_keys(self, value: JsonValue) -> tuple[str, ...]:
        """What of an answer may have a basis of its own: parts, or rows counted from 0."""
        return ()

    def own_goalposts(self, of: str | None) -> tuple[tuple[float, float], ...] | None:
        """The goalposts that the type itself brings, if it brings any."""
        return None
