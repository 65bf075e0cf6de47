"""The numbers attached to two documents, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from math import isclose
from typing import Any

from boardkit.verification.verdict import Difference

NEAR = 1e-6  # of a number, within which another processor may have computed it

_NOTHING = object()


def apart(attached: Any, given: Any, where: str = "") -> Iterator[Difference]:
    """Every attached value that is not the one given, by its name: “result.headline.claimed”."""
    if isinstance(attached, dict) and isinstance(given, dict):
        for key in [*given, *(key for key in attached if key not in given)]:
            name = f"{where}.{key}" if where else key
            yield from apart(attached.get(key, _NOTHING), given.get(key, _NOTHING), name)
    elif isinstance(attached, list) and isinstance(given, list):
        for place, (one, other) in enumerate(zip_longest(attached, given, fillvalue=_NOTHING)):
            yield from apart(one, other, f"{where}[{place}]")
    elif not _same(attached, given):
        yield Difference("attached number", 0, where, _shown(attached), _shown(given))


def _same(one: Any, other: Any) -> bool:
    numbers = [x for x in (one, other) if isinstance(x, int | float) and not isinstance(x, bool)]
    if len(numbers) == 2:
        return isclose(one, other, rel_tol=NEAR, abs_tol=NEAR)
    return type(one) is type(other) and bool(one == other)


def _shown(value: Any) -> str:
    if value is _NOTHING or value is None:
        return "nothing"
    if isinstance(value, dict | list):
        return f"{len(value)} values"
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
