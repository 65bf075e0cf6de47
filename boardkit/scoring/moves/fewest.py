"""The fewest moves, and among those the fewest steps, and then the least effort: an exact search.

In each world the method is a tree of power means. A power mean is a sum of transformed scores, so the
best that every cost can buy is found node by node, from the indicators up to the headline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from boardkit.methodology import ROUNDING, Gate
from boardkit.reading import Standing
from boardkit.scoring.aggregation import cover, shown
from boardkit.scoring.moves.entangled import Option
from boardkit.scoring.moves.knapsack import Cost, Table, all_of, constant, one_of
from boardkit.scoring.moves.raising import Raise
from boardkit.scoring.moves.worlds import World, Worlds
from boardkit.scoring.normalisation import Floats

MOST = 6  # moves
UNDECLARED = 5  # the effort of lifting a gate that has no question of its own: nobody declared it

Reached = Callable[[float], bool]
Change = Callable[[Floats], Floats]


@dataclass(frozen=True, slots=True)
class Found:
    """A set of moves."""

    raises: tuple[Raise, ...] = ()
    gates: tuple[Gate, ...] = ()

    @property
    def lifted(self) -> tuple[str, ...]:
        """The ids of the gates."""
        return tuple(gate.id for gate in self.gates)

    def part(self, place: int) -> int:
        """One part of what it costs: moves, steps, effort."""
        costs = [_cost(one) for one in self.raises] + [_GATE for _ in self.gates]
        return sum(cost[place] for cost in costs)


_NOTHING = (0, 0, 0)
_GATE = (1, 1, UNDECLARED)


def _cost(option: Option) -> Cost:
    return _NOTHING if option is None else (1, option.steps, option.effort)


def fewest(worlds: Worlds, reached: Reached) -> Found | None:
    """The cheapest set whose headline is ``reached``; None when six moves do not get there.

    First the fewest moves are found, then with so many the fewest steps, then with so few the least
    effort: each time, what the last answer cost bounds the next search.
    """
    limits: Cost = (MOST,)
    near: Sequence[World] = worlds.all
    answer: Found | None = None
    for place in range(len(_NOTHING)):
        best: Cost | None = None
        there: list[World] = []
        for world in near:
            if world.forced > limits[0] or not world.is_scored:
                continue
            table = _Tree(worlds, world, limits).headline()
            cost = _first(table, reached)
            if cost is None or (best is not None and cost > best):
                continue
            if best is None or cost < best:
                best, there, answer = cost, [], _found(table, cost)
                limits = (cost[0], *limits[1:])
            there.append(world)
        if best is None or answer is None:
            return None
        near = there
        limits = (*best, answer.part(place + 1)) if place < 2 else limits
    return answer


def furthest(worlds: Worlds) -> Found:
    """The set of up to six moves that leaves the best headline, the cheapest of those."""
    scored = [world for world in worlds.all if world.is_scored]
    tables = [_Tree(worlds, world, (MOST,)).headline().values for world in scored]
    exposed = worlds.start.is_exposure
    ends = [float(np.nanmin(table) if exposed else np.nanmax(table)) for table in tables]
    best = min(ends) if exposed else max(ends)

    def reached(headline: float) -> bool:
        return headline <= best + ROUNDING if exposed else headline >= best - ROUNDING

    return fewest(worlds, reached) or Found()


def _first(table: Table, reached: Reached) -> Cost | None:
    """The lowest cost that reaches it: fewest moves first, then fewest steps, then least effort."""
    for cost in np.ndindex(table.values.shape):
        if not np.isnan(table.values[cost]) and reached(float(table.values[cost])):
            return cost
    return None


def _found(table: Table, cost: Cost) -> Found:
    chosen = table.chosen(cost)
    return Found(
        tuple(one for one in chosen if isinstance(one, Raise)),
        tuple(one for one in chosen if isinstance(one, Gate)),
    )


# The tree of means


class _Tree:
    """The method in one world, as tables of what each cost can buy."""

    def __init__(self, worlds: Worlds, world: World, limits: Cost) -> None:
        self._scoring = world.scoring
        self._world = world
        self._credits = worlds.credits
        self._limits = limits
        self._nodes = {node.id: node for node in world.scoring.plan.nodes}
        self._ways = {
            way[-1].row: way for way in world.options.values() if way[-1] is not None
        }  # fmt: skip
        self._chosen_here: set[int] = set()

    def headline(self) -> Table:
        """The best headline, as it is shown, for each cost."""
        method, head = self._scoring.method, self._scoring.method.headline
        first = self._node(head.composite)
        if not self._scoring.is_exposure:
            return all_of(self._limits, [first, *self._elsewhere()])
        # What is left is a product, so its logarithm is a sum; the less is left the better.
        risk = first.mapped(lambda x: -_log(shown(method, head.composite, x)))
        covers = [
            self._node(way).mapped(lambda x: -_log(1 - cover(method, x))) for way in head.covered_by
        ]
        total = all_of(self._limits, [risk, *covers, *self._elsewhere()])
        return total.mapped(lambda x: np.exp(-x))

    def _node(self, key: str) -> Table:
        """The best score of a dimension or composite."""
        node = self._nodes[key]
        there, back = node.form.as_sum()
        tables = [
            self._input(member, lambda x, s=share: s * there(x))  # type: ignore[misc]
            for member, share in zip(node.inputs, node.shares, strict=True)
        ]
        cap = self._scoring.caps.get(key, 100.0)
        return all_of(self._limits, tables).mapped(lambda x: np.minimum(back(x), cap))

    def _input(self, member: int | str, change: Change) -> Table:
        if isinstance(member, int):
            return self._row(member, change)
        return self._node(member).mapped(change)

    def _row(self, row: int, change: Change) -> Table:
        """One indicator; what raising it costs is counted apart where there is no choice of that."""
        options = self._ways.get(row, (None,))
        values = [(one, float(change(np.array(self._credit(row, one))))) for one in options]
        if len(options) == 1:
            return constant(self._limits, values[0][1])
        self._chosen_here.add(row)
        return self._one_of(values)

    def _credit(self, row: int, option: Option) -> float:
        # What is raised may be hidden by what else is: then it scores what hidden answers do.
        if option is None or self._scoring.credits[row].standing is not Standing.ANSWERED:
            return float(self._scoring.means[row])
        return self._credits[option]

    def _elsewhere(self) -> list[Table]:
        """What it costs to be in this world, where no indicator of the headline says so."""
        cut = _GATE[: len(self._limits)]
        gates = [one_of(self._limits, [(cut, 0.0, gate)]) for gate in self._world.lifted]
        ways = [way for row, way in self._ways.items() if row not in self._chosen_here]
        needed = [way for way in ways if way[0] is not None]
        return [*gates, *(self._one_of((one, 0.0) for one in way) for way in needed)]

    def _one_of(self, options: Iterable[tuple[Option, float]]) -> Table:
        parts = len(self._limits)
        return one_of(self._limits, [(_cost(one)[:parts], value, one) for one, value in options])


def _log(x: Floats) -> Floats:
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(x))
