"""Tables: rows with typed columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import Field, JsonValue

from boardkit.english import listed
from boardkit.errors import AnswerError
from boardkit.frozen import Frozen
from boardkit.questions.accepting import inside, read_object
from boardkit.questions.base import Id, QuestionBase
from boardkit.questions.choices import Levels, read_level
from boardkit.questions.domain import Domain, Kind
from boardkit.questions.split import SPLIT_TOLERANCE
from boardkit.questions.texts import read_text
from boardkit.questions.values import NumberPart

if TYPE_CHECKING:
    from boardkit.formats import Formats


class TextColumn(Frozen):
    """A column of texts."""

    id: Id
    label: str
    kind: Literal["text"]

    def accept(self, raw: JsonValue) -> JsonValue:
        """The text."""
        return read_text(raw)

    def value_text(self, value: Any, formats: Formats) -> str:
        """The text as it was typed."""
        return str(value)

    def domain(self) -> Domain:
        """A text."""
        return Domain(Kind.TEXT)


class NumberColumn(NumberPart):
    """A column of numbers, percents or money."""

    total: float | None = Field(None, description="The most that the column may sum to.")


class LevelColumn(Frozen):
    """A column of anchored levels."""

    id: Id
    label: str
    kind: Literal["level"]
    levels: Levels

    def accept(self, raw: JsonValue) -> JsonValue:
        """The index of the level."""
        return read_level(raw, self.levels)

    def value_text(self, value: Any, formats: Formats) -> str:
        """What the level says."""
        return self.levels[int(value)].text

    def domain(self) -> Domain:
        """Levels."""
        return Domain(Kind.LEVEL, levels=len(self.levels))


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
        raise AnswerError("Type yes or no.")

    def value_text(self, value: Any, formats: Formats) -> str:
        """“Sold no”: what is asked, in short, and the answer."""
        return f"{self.short} {'yes' if value else 'no'}"

    @property
    def short(self) -> str:
        """What is asked, up to its colon."""
        name, colon, _ = self.label.partition(":")
        return name if colon else self.label.rstrip("?").strip()

    def domain(self) -> Domain:
        """Yes or no."""
        return Domain(Kind.YES_NO)


Column: TypeAlias = Annotated[
    TextColumn | NumberColumn | LevelColumn | YesNoColumn, Field(discriminator="kind")
]


_MANY = 3  # from so many on, what is answered by yes or no is said together


def _yes_and_no(asked: Sequence[YesNoColumn], row: Mapping[str, Any], *, whole: bool) -> str:
    """“yes to T4 Intermediary and T5 Sign, no to the rest”; what is not answered is not named."""
    yes = [column.short for column in asked if row[column.id]]
    no = [column.short for column in asked if not row[column.id]]
    if whole and not (yes and no):
        return f"{'yes' if yes else 'no'} to all"
    said = [("yes", listed(yes))] if yes else []
    if no:
        said.append(("no", "the rest" if whole else listed(no)))
    return ", ".join(f"{word} to {names}" for word, names in said)


class TableQuestion(QuestionBase):
    """Rows with typed columns; the first column names the row."""

    type: Literal["table"]
    columns: tuple[Column, ...] = Field(min_length=2)
    rows: int = Field(ge=1, le=100, description="The most rows that may be given.")

    def accept(self, raw: JsonValue) -> JsonValue:
        """The rows that hold anything; cells may be left out."""
        if not isinstance(raw, list) or not all(isinstance(row, Mapping) for row in raw):
            raise AnswerError("Give the table as rows, each with a value for every column.")
        read = (inside(f"Row {n}", self._read_row, row) for n, row in enumerate(raw, 1))
        rows = [row for row in read if row]
        if not rows:
            raise AnswerError("Fill in at least one row.")
        if len(rows) > self.rows:
            raise AnswerError(f"There is room for {self.rows} rows, and {len(rows)} are given.")
        self._check_totals(rows)
        return rows  # type: ignore[return-value]  # a list of objects is a JsonValue; list is invariant

    def _read_row(self, row: JsonValue) -> dict[str, JsonValue]:
        given = read_object(row, self.part_ids())
        return {
            column.id: inside(f"“{column.label}”", column.accept, given[column.id])
            for column in self.columns
            if given.get(column.id) not in (None, "")
        }

    def _check_totals(self, rows: list[dict[str, JsonValue]]) -> None:
        for column in self.columns:
            if not isinstance(column, NumberColumn) or column.total is None:
                continue
            cells: list[Any] = [row.get(column.id, 0) for row in rows]
            total = sum(float(cell) for cell in cells)
            if total > column.total + SPLIT_TOLERANCE:
                raise AnswerError(
                    "The column sums to {}, more than {}.",
                    f"“{column.label}”",
                    figures=(total, column.total),
                )

    def lines(self, value: Any, formats: Formats) -> tuple[str, ...]:
        """One a row."""
        return tuple(self._row_text(row, formats) for row in value)

    def _row_text(self, row: Mapping[str, Any], formats: Formats) -> str:
        given = [column for column in self.columns if column.id in row]
        asked = [column for column in given if isinstance(column, YesNoColumn)]
        apart = given if len(asked) < _MANY else [one for one in given if one not in asked]
        cells = [column.value_text(row[column.id], formats) for column in apart]
        if len(asked) >= _MANY:
            whole = len(asked) == sum(isinstance(one, YesNoColumn) for one in self.columns)
            cells.append(_yes_and_no(asked, row, whole=whole))
        return " · ".join(cell for cell in cells if cell)

    def domain(self) -> Domain:
        """A table."""
        return Domain(Kind.TABLE)

    def column(self, column_id: str) -> Column:
        """The column of that id."""
        return next(column for column in self.columns if column.id == column_id)

    def part_ids(self) -> tuple[str, ...]:
        """One a column."""
        return tuple(column.id for column in self.columns)

    def part_domain(self, part: str) -> Domain | None:
        """A table: a column of it has a value in each row."""
        return self.domain() if part in self.part_ids() else None

    def basis_keys(self, value: JsonValue) -> tuple[str, ...]:
        """The rows."""
        return tuple(str(row) for row in range(len(value))) if isinstance(value, list) else ()
