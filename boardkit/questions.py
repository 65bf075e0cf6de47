"""The question types: what each asks for, and which values fit.

Every type checks a raw value (plain JSON data, numbers as numbers or as people type them) and returns
it in its one stored form, or raises ``AnswerError`` with a sentence that says what to type. Stored forms:

=========  ===============================================================
level      the index of the level, 0 for the first
single     an option's id
multiple   a list of option ids, in the file's order
number     a number, in the question's unit
percent    a number, 12.5 for 12.5%
money      a number, in whole units of the assessment's currency
values     an object of part id → value; parts may be left out
split      an object of part id → percent, which sum to 100
range      an object with ``low``, ``likely`` and ``high``
series     a list of numbers, oldest first
table      a list of rows, each an object of column id → value
text       a text
=========  ===============================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import isclose
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, JsonValue

from boardkit.conditions import Condition
from boardkit.errors import AnswerError
from boardkit.frozen import Frozen
from boardkit.numerals import parse_number

Id: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$", max_length=40)]
Unasked: TypeAlias = Literal["skip", "unknown", "worst"]
Scale: TypeAlias = Literal["linear", "log"]

TEXT_LIMIT = 100_000
SPLIT_TOLERANCE = 0.05  # percentage points: what rounding each part to two decimals can add up to


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


class _Bounded(Frozen):
    minimum: float | None = Field(None, description="The smallest value that makes sense.")
    maximum: float | None = Field(None, description="The largest value that makes sense.")

    def _number(self, raw: JsonValue, what: str, example: str) -> float:
        return _read_number(raw, what, example, self.minimum, self.maximum)


class NumberPart(_Bounded):
    """A number, a percent or an amount of money inside an answer of several values."""

    id: Id
    label: str
    kind: Literal["number", "percent", "money"]
    unit: str = ""

    def accept(self, raw: JsonValue) -> JsonValue:
        """The number."""
        return self._number(raw, f"“{self.label}”", _EXAMPLES[self.kind])


class RangePart(_Bounded):
    """A range inside an answer of several values."""

    id: Id
    label: str
    kind: Literal["range"]
    of: Literal["number", "percent", "money"] = "percent"
    unit: str = ""

    def accept(self, raw: JsonValue) -> JsonValue:
        """The three numbers of the range."""
        return _read_range(
            raw, f"“{self.label}”", lambda x, w: self._number(x, w, _EXAMPLES[self.of])
        )


class ChoicePart(Frozen):
    """A choice inside an answer of several values."""

    id: Id
    label: str
    kind: Literal["choice"]
    options: tuple[Option, ...] = Field(min_length=2)

    def accept(self, raw: JsonValue) -> JsonValue:
        """The option's id."""
        return _read_option(raw, self.options, f"“{self.label}”")


Part: TypeAlias = Annotated[NumberPart | RangePart | ChoicePart, Field(discriminator="kind")]


class Share(Frozen):
    """One part of a split."""

    id: Id
    label: str


class TextColumn(Frozen):
    """A column of texts."""

    id: Id
    label: str
    kind: Literal["text"]

    def accept(self, raw: JsonValue) -> JsonValue:
        """The text."""
        return _read_text(raw, f"column “{self.label}”")


class NumberColumn(_Bounded):
    """A column of numbers, percents or money."""

    id: Id
    label: str
    kind: Literal["number", "percent", "money"]
    unit: str = ""
    total: float | None = Field(None, description="The most that the column may sum to.")

    def accept(self, raw: JsonValue) -> JsonValue:
        """The number."""
        return self._number(raw, f"column “{self.label}”", _EXAMPLES[self.kind])


class LevelColumn(Frozen):
    """A column of anchored levels."""

    id: Id
    label: str
    kind: Literal["level"]
    levels: Levels

    def accept(self, raw: JsonValue) -> JsonValue:
        """The index of the level."""
        return _read_level(raw, self.levels, f"column “{self.label}”")


class YesNoColumn(Frozen):
    """A column of yes or no."""

    id: Id
    label: str
    kind: Literal["yes_no"]

    def accept(self, raw: JsonValue) -> JsonValue:
        """True for yes."""
        if isinstance(raw, bool):
            return raw
        answers = {"yes": True, "y": True, "no": False, "n": False}
        if isinstance(raw, str) and raw.strip().lower() in answers:
            return answers[raw.strip().lower()]
        raise AnswerError(f"In column “{self.label}”, type yes or no.")


Column: TypeAlias = Annotated[
    TextColumn | NumberColumn | LevelColumn | YesNoColumn, Field(discriminator="kind")
]


class QuestionBase(Frozen):
    """What all question types share."""

    id: Id
    module: Id
    text: str = Field(min_length=1, description="The question, read once by an executive.")
    short: str = Field(min_length=1, max_length=48, description="A label for charts and tables.")
    help: str = Field("", description="How to answer, in a sentence or two.")
    why: str = Field("", description="Why the board asks.")
    proof: str = Field("", description="What proves the answer.")
    facts: tuple[Id, ...] = Field((), description="Ids of facts on record shown beside it.")
    minutes: float = Field(gt=0, le=60, description="Minutes that answering takes, at a guess.")
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

    def part_ids(self) -> tuple[str, ...]:
        """The parts that conditions, formulas and scores may name."""
        return ()

    def own_goalposts(self, of: str | None) -> tuple[tuple[float, float], ...] | None:
        """The goalposts that the type itself brings, if it brings any."""
        return None


class LevelQuestion(QuestionBase):
    """One of several anchored levels, worst first."""

    type: Literal["level"]
    levels: Levels

    def accept(self, raw: JsonValue) -> JsonValue:
        """The index of the level."""
        return _read_level(raw, self.levels, "the answer")

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
        return _read_option(raw, self.options, "the answer")


class MultipleQuestion(QuestionBase):
    """Any number of options; scored by how many are chosen, exclusive ones not counted."""

    type: Literal["multiple"]
    options: tuple[Option, ...] = Field(min_length=2)

    def accept(self, raw: JsonValue) -> JsonValue:
        """The chosen ids, in the file's order."""
        chosen = raw if isinstance(raw, list) else [raw]
        ids = [_read_option(one, self.options, "the answer") for one in chosen]
        known = [option for option in self.options if option.id in ids]
        for option in known:
            if option.exclusive and len(known) > 1:
                raise AnswerError(f"“{option.text}” cannot be chosen together with another option.")
        return [option.id for option in known]

    def count(self, value: JsonValue) -> int:
        """How many options that count are chosen."""
        exclusive = {option.id for option in self.options if option.exclusive}
        assert isinstance(value, list)
        return sum(1 for one in value if one not in exclusive)


class NumberQuestion(QuestionBase, _Bounded):
    """A number."""

    type: Literal["number"]
    unit: str = ""

    def accept(self, raw: JsonValue) -> JsonValue:
        """The number."""
        return self._number(raw, "the answer", _EXAMPLES["number"])


class PercentQuestion(QuestionBase, _Bounded):
    """A percentage."""

    type: Literal["percent"]
    unit: str = Field("", description="Of what: “of ARR”.")

    def accept(self, raw: JsonValue) -> JsonValue:
        """The number before the percent sign."""
        return self._number(raw, "the answer", _EXAMPLES["percent"])


class MoneyQuestion(QuestionBase, _Bounded):
    """An amount of money in the assessment's currency."""

    type: Literal["money"]
    unit: str = Field("", description="Over what: “a year”.")

    def accept(self, raw: JsonValue) -> JsonValue:
        """The amount in whole units of the currency."""
        return self._number(raw, "the answer", _EXAMPLES["money"])


class ValuesQuestion(QuestionBase):
    """Several named values, each with a basis of its own; some may be left out."""

    type: Literal["values"]
    parts: tuple[Part, ...] = Field(min_length=2)

    def accept(self, raw: JsonValue) -> JsonValue:
        """An object of the parts that are given, in the file's order."""
        given = _read_object(raw, self.part_ids(), "the answer")
        accepted = {p.id: p.accept(given[p.id]) for p in self.parts if given.get(p.id) is not None}
        if not accepted:
            raise AnswerError("Give at least one of the values.")
        return accepted

    def part_ids(self) -> tuple[str, ...]:
        """One a value."""
        return tuple(part.id for part in self.parts)


class SplitQuestion(QuestionBase):
    """A whole split into parts that sum to 100%."""

    type: Literal["split"]
    parts: tuple[Share, ...] = Field(min_length=2)

    def accept(self, raw: JsonValue) -> JsonValue:
        """Every part's percent; a part that is left out is nought."""
        given = _read_object(raw, self.part_ids(), "the answer")
        shares = {
            part.id: _read_number(given.get(part.id, 0), f"“{part.label}”", "12.5", 0, 100)
            for part in self.parts
        }
        total = sum(shares.values())
        if abs(total - 100) > SPLIT_TOLERANCE:
            raise AnswerError(
                f"The parts sum to {total:g}%, not to 100%: {abs(100 - total):g} points "
                f"{'are missing' if total < 100 else 'too many'}."
            )
        return dict(shares)

    def part_ids(self) -> tuple[str, ...]:
        """One a share."""
        return tuple(part.id for part in self.parts)


class RangeQuestion(QuestionBase, _Bounded):
    """A number that is not known exactly: low, likely, high."""

    type: Literal["range"]
    of: Literal["number", "percent", "money"]
    unit: str = ""

    def accept(self, raw: JsonValue) -> JsonValue:
        """The three numbers, in order."""
        return _read_range(
            raw, "the answer", lambda x, what: self._number(x, what, _EXAMPLES[self.of])
        )

    def part_ids(self) -> tuple[str, ...]:
        """Low, likely and high."""
        return ("low", "likely", "high")


class SeriesQuestion(QuestionBase, _Bounded):
    """Numbers of several periods, oldest first."""

    type: Literal["series"]
    of: Literal["number", "percent", "money"]
    unit: str = ""
    periods: tuple[str, ...] = Field(min_length=2, max_length=40)

    def accept(self, raw: JsonValue) -> JsonValue:
        """One number a period."""
        if not isinstance(raw, list) or len(raw) != len(self.periods):
            raise AnswerError(
                f"Give {len(self.periods)} numbers, one each for: {', '.join(self.periods)}."
            )
        pairs = zip(raw, self.periods, strict=True)
        return [self._number(x, f"“{period}”", _EXAMPLES[self.of]) for x, period in pairs]


class TableQuestion(QuestionBase):
    """Rows with typed columns; the first column names the row."""

    type: Literal["table"]
    columns: tuple[Column, ...] = Field(min_length=2)
    rows: int = Field(ge=1, le=100, description="The most rows that may be given.")

    def accept(self, raw: JsonValue) -> JsonValue:
        """The rows that hold anything; cells may be left out."""
        if not isinstance(raw, list) or not all(isinstance(row, Mapping) for row in raw):
            raise AnswerError("Give the table as rows, each with a value for every column.")
        rows = [row for row in self._read_rows(raw) if row]
        if not rows:
            raise AnswerError("Fill in at least one row.")
        if len(rows) > self.rows:
            raise AnswerError(f"There is room for {self.rows} rows, and {len(rows)} are given.")
        self._check_totals(rows)
        return rows  # type: ignore[return-value]  # a list of objects is a JsonValue; list is invariant

    def _read_rows(self, raw: list[Any]) -> Iterator[dict[str, JsonValue]]:
        for number, row in enumerate(raw, 1):
            try:
                given = _read_object(row, self.part_ids(), f"row {number}")
                cells = {c.id: given.get(c.id) for c in self.columns}
                yield {
                    column.id: column.accept(cells[column.id])
                    for column in self.columns
                    if cells[column.id] not in (None, "")
                }
            except AnswerError as fault:
                raise AnswerError(f"Row {number}: {fault}") from None

    def _check_totals(self, rows: list[dict[str, JsonValue]]) -> None:
        for column in self.columns:
            if not isinstance(column, NumberColumn) or column.total is None:
                continue
            cells: list[Any] = [row.get(column.id, 0) for row in rows]
            total = sum(float(cell) for cell in cells)
            if total > column.total + SPLIT_TOLERANCE:
                raise AnswerError(
                    f"Column “{column.label}” sums to {total:g}, more than {column.total:g}."
                )

    def part_ids(self) -> tuple[str, ...]:
        """One a column."""
        return tuple(column.id for column in self.columns)

    def column(self, column_id: str) -> Column:
        """The column of that id."""
        return next(column for column in self.columns if column.id == column_id)


class TextQuestion(QuestionBase):
    """A few sentences."""

    type: Literal["text"]

    def accept(self, raw: JsonValue) -> JsonValue:
        """The text, without blanks at its ends."""
        return _read_text(raw, "the answer")


Question: TypeAlias = Annotated[
    LevelQuestion
    | SingleQuestion
    | MultipleQuestion
    | NumberQuestion
    | PercentQuestion
    | MoneyQuestion
    | ValuesQuestion
    | SplitQuestion
    | RangeQuestion
    | SeriesQuestion
    | TableQuestion
    | TextQuestion,
    Field(discriminator="type"),
]

_EXAMPLES = {
    "number": "12.5",
    "percent": "12.5 or 12.5%",
    "money": "12m, 12,000,000 or 1.2e7",
}


def _read_number(
    raw: JsonValue,
    what: str,
    example: str,
    minimum: float | None,
    maximum: float | None,
) -> float:
    number = parse_number(raw)
    if number is None:
        raise AnswerError(f"For {what}, type a number, such as {example}.")
    # A sum that misses a bound by its last bit is meant to be the bound.
    for bound in (minimum, maximum):
        if bound is not None and isclose(number, bound, rel_tol=1e-12):
            return float(bound)
    if minimum is not None and number < minimum:
        raise AnswerError(f"For {what}, type {minimum:g} or more; {number:g} is too small.")
    if maximum is not None and number > maximum:
        raise AnswerError(f"For {what}, type {maximum:g} or less; {number:g} is too large.")
    return number


def _read_range(
    raw: JsonValue, what: str, number: Callable[[JsonValue, str], float]
) -> dict[str, JsonValue]:
    given = _read_object(raw, ("low", "likely", "high"), what)
    missing = [key for key in ("low", "likely", "high") if given.get(key) is None]
    if missing:
        raise AnswerError(f"For {what}, give low, likely and high; {missing[0]} is missing.")
    low, likely, high = (
        number(given[key], f"{key} of {what}") for key in ("low", "likely", "high")
    )
    if not low <= likely <= high:
        raise AnswerError(
            f"For {what}, low, likely and high must rise: {low:g}, {likely:g}, {high:g} do not."
        )
    return {"low": low, "likely": likely, "high": high}


def _read_option(raw: JsonValue, options: tuple[Option, ...], what: str) -> str:
    for option in options:
        if raw == option.id:
            return option.id
    raise AnswerError(f"For {what}, choose one of: {', '.join(o.id for o in options)}.")


def _read_level(raw: JsonValue, levels: tuple[Level, ...], what: str) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw < len(levels):
        return raw
    raise AnswerError(f"For {what}, choose a level from 0 to {len(levels) - 1}.")


def _read_text(raw: JsonValue, what: str) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise AnswerError(f"For {what}, type a text.")
    if len(raw) > TEXT_LIMIT:
        raise AnswerError(f"For {what}, type at most {TEXT_LIMIT:,} characters.")
    return raw.strip()


def _read_object(raw: JsonValue, keys: tuple[str, ...], what: str) -> Mapping[str, JsonValue]:
    if not isinstance(raw, Mapping):
        raise AnswerError(f"For {what}, give a value for each of: {', '.join(keys)}.")
    for key in raw:
        if key not in keys:
            raise AnswerError(f"For {what}, “{key}” is not one of: {', '.join(keys)}.")
    return raw
