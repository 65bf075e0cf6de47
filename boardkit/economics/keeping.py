"""Outcomes that stand while what they were computed from stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple, cast

import numpy as np

Given = TypeVarTuple("Given")
R = TypeVar("R")


def kept(function: Callable[[*Given], R]) -> Callable[[*Given], R]:
    """A function, called by place, of arrays and whole numbers that keeps its last outcome for the very same ones.

    A moved slider is one new array among the draws of forty inputs: most of the equations read none
    but the old ones. Only arrays that nobody can write to are told apart by what they are, so whatever
    comes of others is computed each time. What is kept cannot be written to either.
    """
    last: tuple[tuple[Any, ...], R] | None = None

    @wraps(function)
    def asked(*given: *Given) -> R:
        nonlocal last
        known = last  # another thread may put its own there meanwhile
        if known is not None and all(map(_same, known[0], given)):
            return known[1]
        found = function(*given)
        if all(map(_stands, given)):
            for array in found if isinstance(found, tuple) else (found,):
                cast("np.ndarray", array).flags.writeable = False
            last = given, found
        return found

    return asked


def _same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, int) and one == other)


def _stands(given: object) -> bool:
    return not isinstance(given, np.ndarray) or not given.flags.writeable
