"""A fault, and the phrases that all faults share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

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
        return f"{'Choose one of: ' if len(choices) > 1 else 'There is only '}{', '.join(choices)}."
    return otherwise


def in_words(names: Iterable[str]) -> str:
    """“a, b and c”."""
    *head, last = names
    return f"{', '.join(head)} and {last}" if head else last
