"""A few sentences in a person's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import JsonValue

from boardkit.errors import AnswerError
from boardkit.questions.base import QuestionBase
from boardkit.questions.domain import Domain, Kind

if TYPE_CHECKING:
    from boardkit.formats import Formats

TEXT_LIMIT = 100_000


def read_text(raw: JsonValue) -> str:
    """The text, without blanks at its ends; raises AnswerError."""
    if not isinstance(raw, str) or not raw.strip():
        raise AnswerError("Type some text.")
    if len(raw) > TEXT_LIMIT:
        raise AnswerError(f"Type at most {TEXT_LIMIT:,} characters.")
    return raw.strip()


class TextQuestion(QuestionBase):
    """A few sentences."""

    type: Literal["text"]

    def accept(self, raw: JsonValue) -> JsonValue:
        """The text, without blanks at its ends."""
        return read_text(raw)

    def lines(self, value: Any, formats: Formats) -> tuple[str, ...]:
        """The text as it was typed."""
        return (str(value),)

    def domain(self) -> Domain:
        """A text."""
        return Domain(Kind.TEXT)
