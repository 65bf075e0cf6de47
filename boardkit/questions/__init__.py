"""The question types: what each asks for, which values fit, and how a value reads as text.

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

from typing import Annotated, TypeAlias

from pydantic import Field

from boardkit.questions.base import Id, Move, QuestionBase, Scale, Score, Unasked
from boardkit.questions.choices import (
    Level,
    LevelQuestion,
    Levels,
    MultipleQuestion,
    Option,
    SingleQuestion,
)
from boardkit.questions.domain import Domain, Kind
from boardkit.questions.figures import (
    MoneyQuestion,
    NumberQuestion,
    PercentQuestion,
    SeriesQuestion,
    figure_text,
)
from boardkit.questions.ranges import RangeQuestion
from boardkit.questions.split import SPLIT_TOLERANCE, Share, SplitQuestion
from boardkit.questions.tables import (
    Column,
    LevelColumn,
    NumberColumn,
    TableQuestion,
    TextColumn,
    YesNoColumn,
)
from boardkit.questions.texts import TextQuestion
from boardkit.questions.values import ChoicePart, NumberPart, Part, RangePart, ValuesQuestion

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

__all__ = [
    "SPLIT_TOLERANCE",
    "ChoicePart",
    "Column",
    "Domain",
    "Id",
    "Kind",
    "Level",
    "LevelColumn",
    "LevelQuestion",
    "Levels",
    "MoneyQuestion",
    "Move",
    "MultipleQuestion",
    "NumberColumn",
    "NumberPart",
    "NumberQuestion",
    "Option",
    "Part",
    "PercentQuestion",
    "Question",
    "QuestionBase",
    "RangePart",
    "RangeQuestion",
    "Scale",
    "Score",
    "SeriesQuestion",
    "Share",
    "SingleQuestion",
    "SplitQuestion",
    "TableQuestion",
    "TextColumn",
    "TextQuestion",
    "Unasked",
    "ValuesQuestion",
    "YesNoColumn",
    "figure_text",
]
