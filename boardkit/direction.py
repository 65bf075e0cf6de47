"""Text that runs from right to left, inside text that does not."""

from __future__ import annotations

from unicodedata import bidirectional

_FIRST_STRONG, _POP = "\u2068", "\u2069"


def runs_leftward(text: str) -> bool:
    """Whether any of it is written from right to left, as Arabic and Hebrew are."""
    return any(bidirectional(character) in ("R", "AL") for character in text)


def isolated(text: str) -> str:
    """The text so that what stands beside it keeps its place, whichever way the text runs."""
    return f"{_FIRST_STRONG}{text}{_POP}" if runs_leftward(text) else text
