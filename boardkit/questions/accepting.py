"""Reading what is made of parts, so that a fault inside says in which part it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from pydantic import JsonValue

from boardkit.errors import AnswerError

T = TypeVar("T")


def inside(place: str, accept: Callable[[JsonValue], T], raw: JsonValue) -> T:
    """What ``accept`` makes of a part; its AnswerError says in which place the fault is."""
    try:
        return accept(raw)
    except AnswerError as fault:
        raise fault.inside(place) from None


def read_object(raw: JsonValue, keys: Sequence[str]) -> Mapping[str, JsonValue]:
    """An object with no other keys than these; raises AnswerError."""
    if not isinstance(raw, Mapping):
        raise AnswerError(f"Give a value for each of: {', '.join(keys)}.")
    for key in raw:
        if key not in keys:
            raise AnswerError(f"“{key}” is not one of: {', '.join(keys)}.")
    return raw
