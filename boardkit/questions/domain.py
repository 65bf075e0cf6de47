"""What an answer, a part of one or a table's cell can hold."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boardkit.questions.choices import Option


class Kind(Enum):
    """Kinds of value, as a sentence calls them."""

    LEVEL = "a choice of levels"
    CHOICE = "a choice of one option"
    SEVERAL = "a choice of several options"
    NUMBER = "a number"
    RANGE = "a range"
    YES_NO = "yes or no"
    PARTS = "an answer of several parts"
    SERIES = "a series"
    TABLE = "a table"
    TEXT = "a text"


@dataclass(frozen=True)
class Domain:
    """The values that something can take."""

    kind: Kind
    options: tuple[Option, ...] = ()
    levels: int = 0
    minimum: float = -math.inf
    maximum: float = math.inf

    @property
    def ids(self) -> tuple[str, ...]:
        """The options, or the levels, as a lookup names them."""
        if self.kind is Kind.LEVEL:
            return tuple(str(level) for level in range(self.levels))
        return tuple(option.id for option in self.options)
