"""Reading JSON that may come from anyone."""

from __future__ import annotations

import json
from typing import Any

DEPTH_LIMIT = 100
DIGITS_LIMIT = 18


class UnsoundJsonError(ValueError):
    """The text is not JSON, or holds what no file of ours holds; says what, without a full stop."""


def read_json(data: bytes, most: int) -> Any:
    """Plain data from JSON in UTF-8; raises UnsoundJsonError.

    Refused beside what is not JSON: more than ``most`` keys and values, keys given twice, numbers
    that are not finite or too long, deep nesting, and halves of characters.
    """
    try:
        found = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_float,
            parse_constant=_constant,
        )
    except UnicodeDecodeError:
        raise UnsoundJsonError("it is not a text in UTF-8") from None
    except json.JSONDecodeError as fault:
        raise UnsoundJsonError(f"it is not JSON from line {fault.lineno} on") from None
    except RecursionError:
        raise UnsoundJsonError("it is nested too deeply") from None
    _check(found, most)
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise UnsoundJsonError(f"it gives “{twice[:40]}” twice")
    return found


def _integer(text: str) -> int:
    if len(text.lstrip("-")) > DIGITS_LIMIT:
        raise UnsoundJsonError(f"it holds a number of more than {DIGITS_LIMIT} digits")
    return int(text)


def _float(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise UnsoundJsonError("it holds a number that is too large")
    return number


def _constant(text: str) -> float:
    raise UnsoundJsonError(f"it holds {text}, which is no number")


def _check(found: Any, most: int) -> None:
    """Level by level, so that no nesting is too deep for the check itself."""
    level: list[Any] = [found]
    for _ in range(DEPTH_LIMIT):
        for text in (one for one in level if isinstance(one, str)):
            _check_text(text)
        most -= len(level)
        if most < 0:
            raise UnsoundJsonError("it holds too many values")
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return
    raise UnsoundJsonError("it is nested too deeply")


def _inside(one: Any) -> list[Any]:
    if isinstance(one, dict):
        return [*one.keys(), *one.values()]
    return one if isinstance(one, list) else []


def _check_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UnsoundJsonError("it holds half a character") from None
