"""From raw values to credit, many at a time: straight lines between fixed goalposts, held at the ends."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from boardkit.goalposts import TINY, Goalposts, lines

Floats = NDArray[np.float64]


def credit(raw: ArrayLike, goalposts: Goalposts, scale: str = "linear") -> Floats:
    """Credit, 0–100, of raw values of any shape.

    x = 100 · clip((g(r) − g(l)) / (g(u) − g(l)), 0, 1) for two goalposts; more make it piecewise
    linear in g, which is the identity or the natural logarithm.
    """
    values: Any = np.asarray(raw, dtype=float)
    if scale == "log":
        # Nought and below lie under every goalpost, so they are held at the first one.
        values = np.log(np.maximum(values, TINY))
    places, points = lines(goalposts, scale)
    return np.asarray(np.interp(values, places, points))
