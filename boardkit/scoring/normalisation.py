"""From raw value to credit: straight lines between fixed goalposts, held at the ends."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Goalposts = tuple[tuple[float, float], ...]

TINY = np.finfo(float).tiny


def credit(raw: ArrayLike, goalposts: Goalposts, scale: str = "linear") -> Floats:
    """Credit, 0–100, of raw values of any shape.

    x = 100 · clip((g(r) − g(l)) / (g(u) − g(l)), 0, 1) for two goalposts; more make it piecewise
    linear in g, which is the identity or the natural logarithm.
    """
    posts = np.array(goalposts, dtype=float)
    values: Any = np.asarray(raw, dtype=float)
    points = posts[:, 0]
    if scale == "log":
        # Nought and below lie under every goalpost, so they are held at the first one.
        values, points = np.log(np.maximum(values, TINY)), np.log(points)
    return np.asarray(np.interp(values, points, posts[:, 1]))
