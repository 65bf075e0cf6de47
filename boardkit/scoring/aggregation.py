"""From indicators to dimensions, composites and the headline.

Credits come as rows, one an indicator: arrays of one shape, whatever it is, so that one scenario and
ten thousand draws take the same path.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from boardkit.methodology import Averaged, Composite, Methodology
from boardkit.scoring.means import Form, weighted_sum
from boardkit.scoring.normalisation import Floats

SLACK = 1e-12  # for a share that rounding leaves just under its threshold


@dataclass(frozen=True, eq=False)
class Structure:
    """Which indicators make which dimensions, and which dimensions make which composites."""

    methodology: Methodology
    members: Mapping[str, tuple[int, ...]]  # dimension id → rows of its indicators
    nominal: tuple[float, ...]  # the weight of each row in its dimension if everything applied

    @cached_property
    def composites_inner_first(self) -> tuple[Composite, ...]:
        """Composites in an order in which each comes after those inside it."""
        by_id = {composite.id: composite for composite in self.methodology.composites}
        done: dict[str, Composite] = {}

        def visit(composite: Composite) -> None:
            for member in composite.members:
                if member.of in by_id and member.of not in done:
                    visit(by_id[member.of])
            done[composite.id] = composite

        for composite in self.methodology.composites:
            if composite.id not in done:
                visit(composite)
        return tuple(done.values())

    @cached_property
    def owners(self) -> Mapping[str, Composite]:
        """Each dimension that is in a composite → the first composite that it is in."""
        composites = reversed(self.methodology.composites)
        return {member.of: composite for composite in composites for member in composite.members}

    @cached_property
    def directions(self) -> Mapping[str, str]:
        """Each dimension and composite → “credit” or “exposure”, as it is shown."""
        alone = {dimension.id: "credit" for dimension in self.methodology.dimensions}
        inside = {dimension: owner.shown for dimension, owner in self.owners.items()}
        return alone | inside | {c.id: c.shown for c in self.methodology.composites}


@dataclass(frozen=True, slots=True)
class Node:
    """One power mean: a dimension over rows, or a composite over dimensions and composites."""

    id: str
    inputs: tuple[int | str, ...]  # rows, or ids of scores
    shares: tuple[float, ...]  # of the inputs, 0–1
    form: Form


@dataclass(frozen=True, eq=False)
class Plan:
    """The means to take for one pattern of weights; what has no score is left out of it."""

    method: Methodology
    rows: int
    dimensions: tuple[Node, ...]
    composites: tuple[Node, ...]  # inner ones first

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All of them, each after those that it reads."""
        return self.dimensions + self.composites

    @cached_property
    def shares(self) -> Mapping[str, Floats]:
        """Each dimension and composite → the share (0–1) of every indicator in it.

        The product of the shares on the way up. For a mean that is not arithmetic it is the share
        at equal scores. Composites without a score have noughts.
        """
        found: dict[str, Floats] = {}
        for node in self.dimensions:
            own = np.zeros(self.rows)
            own[[int(row) for row in node.inputs]] = node.shares
            found[node.id] = own
        for node in self.composites:
            found[node.id] = weighted_sum([found[str(i)] for i in node.inputs], node.shares)
        nothing = np.zeros(self.rows)
        return {c.id: nothing for c in self.method.composites} | found


@lru_cache(maxsize=1024)
def plan_of(structure: Structure, weights: tuple[float, ...], lenient: bool = False) -> Plan:
    """``make_plan``, kept for the other assessments that weigh the same."""
    return make_plan(structure, weights, lenient)


def make_plan(structure: Structure, weights: tuple[float, ...], lenient: bool = False) -> Plan:
    """The plan for the weight of each row in its dimension.

    A dimension or composite of which less is there than its method wants has no score, and hands its
    weight to the others of its composite; when ``lenient``, anything that is there is enough.
    """
    method = structure.methodology
    dimensions = []
    for dimension in method.dimensions:
        rows = tuple(r for r in structure.members.get(dimension.id, ()) if weights[r] > 0)
        total = sum(weights[r] for r in rows)
        nominal = sum(structure.nominal[r] for r in structure.members.get(dimension.id, ()))
        least = method.applicable_minimum
        if not rows or not (lenient or _enough(dimension, len(rows), total, nominal, least)):
            continue
        shares = tuple(weights[r] / total for r in rows)
        dimensions.append(Node(dimension.id, rows, shares, Form.of(dimension)))
    there = {node.id for node in dimensions}
    composites = []
    for composite in structure.composites_inner_first:
        members = [m for m in composite.members if m.of in there and m.weight > 0]
        total = sum(member.weight for member in members)
        nominal = sum(member.weight for member in composite.members)
        if not members or not (lenient or _enough(composite, len(members), total, nominal, 0.0)):
            continue
        inputs = tuple(member.of for member in members)
        shares = tuple(member.weight / total for member in members)
        composites.append(Node(composite.id, inputs, shares, Form.of(composite)))
        there.add(composite.id)
    return Plan(method, len(weights), tuple(dimensions), tuple(composites))


def _enough(declared: Averaged, count: int, total: float, nominal: float, least: float) -> bool:
    """Whether as much is there as a score needs; ``least`` is the share unless it says so itself."""
    share = least if declared.needs_share is None else declared.needs_share
    return count >= declared.needs_count and total >= share * nominal - SLACK


@dataclass(frozen=True, eq=False, slots=True)
class Score:
    """What one node comes to, and from what: enough to see that it need not be computed again."""

    node: Node
    cap: float
    inputs: tuple[Floats, ...]
    uncapped: Floats
    value: Floats


@dataclass(frozen=True, eq=False)
class Aggregate:
    """Credit of everything above the indicators; what has no score is absent."""

    method: Methodology
    scores: Mapping[str, Score]  # by the id of a dimension or composite
    headline: Floats | None  # as it is shown

    @cached_property
    def dimensions(self) -> Mapping[str, Floats]:
        """The scores of dimensions."""
        return {key: s.value for key, s in self.scores.items() if isinstance(s.node.inputs[0], int)}

    @cached_property
    def composites(self) -> Mapping[str, Floats]:
        """The scores of composites, gates and all."""
        return {key: s.value for key, s in self.scores.items() if isinstance(s.node.inputs[0], str)}

    @cached_property
    def uncapped(self) -> Mapping[str, Floats]:
        """The scores of composites as if no gate were bound."""
        return {key: self.scores[key].uncapped for key in self.composites}


def aggregate(
    plan: Plan,
    rows: Sequence[Floats] | Floats,
    caps: Mapping[str, float],
    before: Sequence[Aggregate] = (),
) -> Aggregate:
    """Scores of credits given as rows of any one shape; ``caps`` holds a composite's lowest gate.

    Whatever reads the very same arrays as in one of ``before`` is taken from there.
    """
    scores: dict[str, Score] = {}
    for node in plan.nodes:
        if isinstance(node.inputs[0], int):
            inputs = tuple(rows[int(row)] for row in node.inputs)
        else:
            inputs = tuple(scores[str(member)].value for member in node.inputs)
        cap = caps.get(node.id, 100.0)
        known = (old.scores[node.id] for old in before if node.id in old.scores)
        kept = next((old for old in known if _same(old, node, cap, inputs)), None)
        scores[node.id] = kept if kept is not None else _score(node, cap, inputs)
    values = {node.id: scores[node.id].value for node in plan.composites}
    known_headline = next((old for old in before if _same_headline(old, plan.method, values)), None)
    head = headline(plan.method, values) if known_headline is None else known_headline.headline
    return Aggregate(plan.method, scores, head)


def _score(node: Node, cap: float, inputs: tuple[Floats, ...]) -> Score:
    mean = node.form.mean(inputs, node.shares)
    return Score(node, cap, inputs, mean, np.minimum(mean, cap) if cap < 100 else mean)


def _same(old: Score, node: Node, cap: float, inputs: tuple[Floats, ...]) -> bool:
    if old.cap != cap or (old.node is not node and old.node != node):
        return False
    return all(a is b for a, b in zip(old.inputs, inputs, strict=True))


def _same_headline(old: Aggregate, method: Methodology, composites: Mapping[str, Floats]) -> bool:
    if old.method is not method or old.composites.keys() != composites.keys():
        return False
    return all(old.composites[key] is value for key, value in composites.items())


def headline(method: Methodology, composites: Mapping[str, Floats]) -> Floats | None:
    """The headline as it is shown; None when a composite that it needs has no score.

    N = S · Π (1 − c(W)) over the ways out W, with c(s) = (s/100)^exponent: a way out that is half
    built covers a quarter of what is at risk.
    """
    head = method.headline
    if head.composite not in composites or any(way not in composites for way in head.covered_by):
        return None
    left = shown(method, head.composite, composites[head.composite])
    for way in head.covered_by:
        left = left * (1 - cover(method, composites[way]))
    return left


def cover(method: Methodology, credit: Floats) -> Floats:
    """The share, 0–1, of what is at risk that a way out of this credit covers."""
    return np.asarray((credit / 100) ** method.headline.cover_exponent)


def shown(method: Methodology, composite: str, credit: Floats) -> Floats:
    """A composite's credit in the direction in which it is printed."""
    return np.asarray(100 - credit if method.composite(composite).shown == "exposure" else credit)
