"""A change split into parts that sum to it: Aumann and Shapley's for answers, Shapley's for gates.

R. Aumann and L. Shapley, *Values of Non-Atomic Games*, 1974: each indicator's part is the integral of
what it moves along the straight path. For a score that is multilinear in what moved, that is the
Shapley value itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from boardkit.comparison.integrals import crossings, integral
from boardkit.comparison.laying import lay
from boardkit.comparison.path import Path
from boardkit.methodology import Gate
from boardkit.scoring.aggregation import aggregate
from boardkit.scoring.engine import Scoring
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.verdicts import in_direction

HEADLINE = ""  # no composite has this id
JUMP = 0.01  # points, beyond which what quadrature left over is no rounding


@dataclass(frozen=True, eq=False)
class Split:
    """The parts of the change of each score, as it is shown, in points."""

    change: Mapping[str, float]  # by composite, HEADLINE for the headline
    indicators: Mapping[str, Mapping[str, float]]  # indicator → score → its part
    gates: Mapping[str, Mapping[str, float]]


def split(before: Scoring, after: Scoring) -> Split:
    """The parts of a change between two scorings of one questionnaire.

    A gate that holds on both sides bends the path, and one that holds on one side only is a part
    of its own: what it makes of the change, less the change without it.
    """
    changed = _changed_gates(before, after)
    shared = {
        composite: min((g.cap for g in gates if g.id not in changed), default=100.0)
        for composite, gates in after.gates.items()
    }
    caps = {composite: cap for composite, cap in shared.items() if cap < 100}
    free = _change(before, after, set(changed))
    whole = _change(before, after, set())
    gates = _shapley(before, after, list(changed))
    path = lay(before, after, caps)
    parts = _along(path, list(free))
    return Split(whole, _reconciled(parts, free, _comings(before, after)), gates)


def _along(path: Path, scores: list[str]) -> dict[str, dict[str, float]]:
    """The integral of each indicator's rate, for each score."""
    direction = {c.id: -1.0 if c.shown == "exposure" else 1.0 for c in path.method.composites}

    def rates(times: Floats) -> Floats:
        moved = path.motions(times)
        return np.array([
            path.headline(moved) if score == HEADLINE else direction[score] * moved[score].rates
            for score in scores
        ])  # fmt: skip

    if not scores:
        return {}
    parts = integral(rates, crossings(path.above_caps))
    return {
        name: {score: float(parts[place, row]) for place, score in enumerate(scores)}
        for name, row in path.places.items()
    }


def _reconciled(
    parts: Mapping[str, Mapping[str, float]], change: Mapping[str, float], came: Mapping[str, float]
) -> dict[str, dict[str, float]]:
    """The parts with what rounding, or a jump, left over.

    A mean without a floor jumps when a nought begins to count; the jump belongs to what came or went.
    """
    found = {name: dict(values) for name, values in parts.items()}
    for score, whole in change.items():
        left = whole - sum(values[score] for values in parts.values())
        size = {name: abs(values[score]) for name, values in parts.items()}
        if abs(left) > JUMP and sum(came.values()) > 0:
            size = dict(came)
        total = sum(size.values())
        for name, own in size.items() if total > 0 else ():
            found[name][score] += left * own / total
    return found


def _comings(before: Scoring, after: Scoring) -> dict[str, float]:
    """By how much each indicator's weight moved."""
    first, second = (
        dict(zip((one.id for one in s.scheme.indicators), s.weights, strict=True))
        for s in (before, after)
    )
    return {name: abs(second.get(name, 0.0) - first.get(name, 0.0)) for name in first | second}


# Gates


def _changed_gates(before: Scoring, after: Scoring) -> dict[str, Gate]:
    """The gates that hold on one side only."""
    held = [
        {gate.id: gate for bound in s.gates.values() for gate in bound} for s in (before, after)
    ]
    return {
        name: gate
        for one, other in (held, held[::-1])
        for name, gate in one.items()
        if name not in other
    }


def _shapley(before: Scoring, after: Scoring, gates: list[str]) -> dict[str, dict[str, float]]:
    """Shapley's value of each gate in the change: the mean over every order in which gates bind."""
    orders = [frozenset(c) for size in range(len(gates) + 1) for c in combinations(gates, size)]
    worth = {held: _change(before, after, set(gates) - held) for held in orders}
    scores = list(worth[frozenset()])
    found = {gate: dict.fromkeys(scores, 0.0) for gate in gates}
    for held, value in worth.items():
        for gate in set(gates) - held:
            more = worth[held | {gate}]
            chance = 1 / (len(gates) * comb(len(gates) - 1, len(held)))
            for score in scores:
                found[gate][score] += chance * (more[score] - value[score])
    return found


def _change(before: Scoring, after: Scoring, lifted: Collection[str]) -> dict[str, float]:
    """How far every score goes that both sides have, as if these gates never held."""
    ends = [_scores(scoring, lifted) for scoring in (before, after)]
    return {score: ends[1][score] - ends[0][score] for score in ends[0] if score in ends[1]}


def _scores(scoring: Scoring, lifted: Collection[str]) -> dict[str, float]:
    caps = {
        composite: min(left)
        for composite, gates in scoring.gates.items()
        if (left := [gate.cap for gate in gates if gate.id not in lifted])
    }
    found = aggregate(scoring.plan, scoring.means[:, None], caps)
    shown = {c.id: c.shown for c in scoring.method.composites}
    scores = {key: in_direction(shown[key], float(x[0])) for key, x in found.composites.items()}
    if found.headline is not None:
        scores[HEADLINE] = float(found.headline[0])
    return scores
