"""A fault, and the phrases that all faults share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any, Literal

from boardkit.sources import Loc, Place

Severity = Literal["error", "warning"]

LIST_LIMIT = 14  # choices, beyond which a sentence no longer lists them


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong; ``loc`` leads to it in the data, ``place`` in a file."""

    what: str
    remedy: str
    loc: Loc = ()
    place: Place | None = None
    severity: Severity = "error"

    def at(self, place: Place) -> Fault:
        """The same fault with its place."""
        return replace(self, place=place)

    def __str__(self) -> str:
        text = f"{self.what} {self.remedy}".strip()
        if self.severity == "warning":
            text = f"warning: {text}"
        return text if self.place is None else f"{self.place}: {text}"


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults by file and line, none twice."""
    places = {fault: fault.place or Place("", 0) for fault in faults}
    return tuple(sorted(places, key=lambda fault: (places[fault].file, places[fault].line)))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` that ``word`` was probably meant to be, if any is like it."""
    wanted = _letters(word)
    best, likeness = None, 0.6
    for candidate in known:
        letters = _letters(candidate)
        if letters == wanted:
            return candidate
        ratio = SequenceMatcher(None, wanted, letters).ratio()
        if ratio > likeness:
            best, likeness = candidate, ratio
    return best


def _letters(word: str) -> str:
    """What tells one name from another: B1, b01 and B-01 are alike."""
    letters = "".join(c for c in word.lower() if c.isalnum())
    return re.sub(r"(?<!\d)0+(?=\d)", "", letters)


def suggestion(word: str, known: Iterable[str], otherwise: str) -> str:
    """“Did you mean …?”, or the choices when they are few, or else what to do instead."""
    choices = tuple(dict.fromkeys(known))
    near = nearest(word, choices)
    if near is not None:
        return f"Did you mean “{near}”?"
    if 0 < len(choices) <= LIST_LIMIT:
        if len(choices) == 1:
            return f"There is only “{choices[0]}”."
        return f"Choose one of: {', '.join(choices)}."
    return otherwise


def shown(value: Any) -> str:
    """A value from a file, as a sentence shows it."""
    if isinstance(value, str):
        return f"“{value if len(value) <= 40 else value[:39] + '…'}”"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value).removesuffix(".0")
    return "a set of keys" if isinstance(value, Mapping) else "a list"
