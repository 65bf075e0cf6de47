"""What each indicator weighs in a composite, and how much of what was asked is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from boardkit.reading import Standing
from boardkit.scoring.aggregation import Structure, is_scored
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.result import Coverage


def effective_shares(structure: Structure, weights: Floats) -> Mapping[str, Floats]:
    """Each composite → the share (0–1) of every indicator in it, for the given weights.

    The product of the shares on the way up: indicator in dimension, dimension in composite. For a
    mean that is not arithmetic it is the share at equal scores.
    """
    shares: dict[str, Floats] = {}
    for dimension in structure.methodology.dimensions:
        rows = list(structure.members.get(dimension.id, ()))
        if is_scored(structure, weights, dimension.id):
            own = np.zeros(len(weights))
            own[rows] = weights[rows] / weights[rows].sum()
            shares[dimension.id] = own
    composites: dict[str, Floats] = {}
    for composite in structure.composites_inner_first():
        there = [m for m in composite.members if m.of in shares and m.weight > 0]
        total = sum(member.weight for member in there)
        parts = [member.weight / total * shares[member.of] for member in there]
        composites[composite.id] = np.sum(parts, axis=0) if parts else np.zeros(len(weights))
        if there:
            shares[composite.id] = composites[composite.id]
    return composites


def coverage_of(shares: Floats, standings: Sequence[Standing], minimum: float) -> Coverage:
    """How much of a composite is answered, given its indicators' shares among what was asked."""
    asked = [
        (float(w), s is Standing.ANSWERED) for w, s in zip(shares, standings, strict=True) if w > 0
    ]
    total = sum(weight for weight, _ in asked)
    answered = sum(weight for weight, given in asked if given)
    count = sum(given for _, given in asked)
    share = answered / total if total > 0 else 1.0
    needed, reached = count, answered
    for weight in sorted((w for w, given in asked if not given), reverse=True):
        if total <= 0 or reached / total >= minimum - 1e-12:
            break
        reached += weight
        needed += 1
    return Coverage(count, len(asked), needed, share, share >= minimum - 1e-12)


def joined(parts: Sequence[Coverage]) -> Coverage:
    """The coverage of several composites together: enough when each of them has enough."""
    return Coverage(
        answered=sum(part.answered for part in parts),
        asked=sum(part.asked for part in parts),
        needed=sum(part.needed for part in parts),
        share=min(part.share for part in parts),
        enough=all(part.enough for part in parts),
    )
