"""Laying the path between two scorings: which means are taken on the way, and over what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boardkit.comparison.path import Ends, Input, Mean, Path
from boardkit.scoring.aggregation import Node
from boardkit.scoring.engine import Scoring
from boardkit.scoring.means import Form

Shares = Mapping[str, float]


@dataclass(frozen=True, eq=False)
class _End:
    """One side of the path, by id rather than by row: two sides may ask different modules."""

    credits: Mapping[str, float]
    weights: Mapping[str, float]
    nodes: Mapping[str, Node]
    names: tuple[str, ...]

    @classmethod
    def of(cls, scoring: Scoring) -> _End:
        names = tuple(one.id for one in scoring.scheme.indicators)
        return cls(
            credits=dict(zip(names, scoring.means.tolist(), strict=True)),
            weights=dict(zip(names, scoring.weights, strict=True)),
            nodes={node.id: node for node in scoring.plan.nodes},
            names=names,
        )

    def weighs(self, name: str) -> bool:
        return self.weights.get(name, 0.0) > 0


def lay(before: Scoring, after: Scoring, caps: Mapping[str, float]) -> Path:
    """The path from one scoring to another of the same questionnaire, under caps that hold on both
    sides."""
    ends = _End.of(before), _End.of(after)
    names = tuple(dict.fromkeys((*ends[0].names, *ends[1].names)))
    credits = {name: _credits(name, ends) for name in names}
    dimensions = _dimensions(before, after, ends, caps)
    return Path(after.method, credits, (*dimensions, *_composites(after, ends, caps)))


def _credits(name: str, ends: tuple[_End, _End]) -> Ends:
    """What applies on one side only takes its credit from there."""
    first, second = (
        end.credits[name] if end.weighs(name) else other.credits.get(name, 0.0)
        for end, other in (ends, ends[::-1])
    )
    if not (ends[0].weighs(name) or ends[1].weighs(name)):
        return 0.0, 0.0
    return first, second


def _dimensions(
    before: Scoring, after: Scoring, ends: tuple[_End, _End], caps: Mapping[str, float]
) -> list[Mean]:
    members: dict[str, dict[str, None]] = {}
    for scoring in (before, after):
        for one in scoring.scheme.indicators:
            members.setdefault(one.score.dimension, {})[one.id] = None
    found = []
    for dimension in after.method.dimensions:
        if not any(dimension.id in end.nodes for end in ends):
            continue
        inside = [name for name in members[dimension.id] if any(end.weighs(name) for end in ends)]
        weights = [_weights(inside, end, other) for end, other in (ends, ends[::-1])]
        inputs = tuple(
            Input(name, (weights[0][name], weights[1][name]), {name: 1.0}) for name in inside
        )
        found.append(Mean(dimension.id, inputs, Form.of(dimension), caps.get(dimension.id, 100)))
    return found


def _weights(inside: list[str], end: _End, other: _End) -> dict[str, float]:
    """Where nothing of a dimension applies, it comes or goes as a whole, with the other's weights."""
    own = {name: end.weights.get(name, 0.0) for name in inside}
    return own if sum(own.values()) > 0 else {name: other.weights.get(name, 0.0) for name in inside}


def _composites(after: Scoring, ends: tuple[_End, _End], caps: Mapping[str, float]) -> list[Mean]:
    below = _indicators_below(after, ends)
    found = []
    for composite in after.structure.composites_inner_first:
        if not any(composite.id in end.nodes for end in ends):
            continue
        nominal = {member.of: member.weight for member in composite.members if member.weight > 0}
        there = [
            {str(one) for one in end.nodes[composite.id].inputs}
            if composite.id in end.nodes
            else set()
            for end in ends
        ]
        kept = [there[0] or there[1], there[1] or there[0]]
        inputs = tuple(
            Input(
                of,
                (weight if of in kept[0] else 0.0, weight if of in kept[1] else 0.0),
                _owed(below[of], ends),
            )
            for of, weight in nominal.items()
            if of in kept[0] or of in kept[1]
        )
        found.append(Mean(composite.id, inputs, Form.of(composite), caps.get(composite.id, 100)))
    return found


def _indicators_below(after: Scoring, ends: tuple[_End, _End]) -> dict[str, list[str]]:
    """Every indicator under a dimension or composite."""
    found: dict[str, list[str]] = {}
    for end in ends:
        for node in end.nodes.values():
            if isinstance(node.inputs[0], int):
                names = [end.names[int(row)] for row in node.inputs]
                found[node.id] = list(dict.fromkeys((*found.get(node.id, ()), *names)))
    for composite in after.structure.composites_inner_first:
        inside = (name for member in composite.members for name in found.get(member.of, ()))
        found[composite.id] = list(dict.fromkeys(inside))
    return found


def _owed(names: list[str], ends: tuple[_End, _End]) -> Shares:
    """On whose account a whole dimension comes or goes: of those whose own weight moved."""
    moved = {
        name: abs(ends[1].weights.get(name, 0.0) - ends[0].weights.get(name, 0.0)) for name in names
    }
    if not sum(moved.values()):
        moved = dict.fromkeys(names, 1.0)
    total = sum(moved.values())
    return {name: weight / total for name, weight in moved.items() if weight}
