"""Things that depend on themselves."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from boardkit.conditions import Operand
from boardkit.faults import Fault
from boardkit.linting.walking import (
    Read,
    classes_used,
    conditions,
    formulas,
    reads_of_condition,
    reads_of_formula,
    scores,
    shared_conditions_used,
)
from boardkit.questionnaire import Questionnaire
from boardkit.sources import Loc

Node = tuple[str, str]  # the kind of a thing, and its id
Graph = dict[Node, dict[Node, Loc]]  # what each thing needs, and where it says so


def cycles(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Questions, conditions, derived values, composites and indicators that need themselves."""
    remedy = "Take one step out of the circle."
    for path, loc in _circles(_needs(questionnaire)):
        yield Fault(f"{_chain(path)}: the answer to each depends on the next.", remedy, loc)
    for path, loc in _circles(_memberships(questionnaire)):
        yield Fault(f"{_chain(path)}: each composite is part of the one before.", remedy, loc)
    for path, loc in _circles(_replacements(questionnaire)):
        yield Fault(f"{_chain(path)}: each indicator replaces the next.", remedy, loc)


def _chain(path: tuple[Node, ...]) -> str:
    names = [name for _, name in (*path, path[0])]
    return " → ".join(names)


def _needs(q: Questionnaire) -> Graph:
    """What must be known first: to ask a question, test a condition, compute a value."""
    graph: Graph = {}
    for stated in conditions(q):
        _add(graph, _owner(q, stated.loc), _needed(reads_of_condition(stated)))
    for computed in formulas(q):
        _add(graph, _owner(q, computed.loc), _needed(reads_of_formula(computed)))
    for loc, name, stated in shared_conditions_used(q):
        _add(graph, _owner(q, stated.loc), {("condition", name): loc})
    if q.roles.position is not None:
        table = ("question", q.roles.position.table)
        for loc, _, _ in classes_used(q):
            _add(graph, _owner(q, loc), {table: loc})
    return graph


def _owner(q: Questionnaire, loc: Loc) -> Node:
    """Whose condition or formula stands at a location."""
    if loc[0] == "sections":
        return ("question", q.sections[int(loc[1])].questions[int(loc[3])].id)
    if loc[0] == "derived":
        return ("derived", q.derived[int(loc[1])].id)
    if loc[0] == "conditions":
        return ("condition", str(loc[1]))
    return ("nothing needs it", str(loc))


def _needed(reads: Iterator[Read]) -> dict[Node, Loc]:
    return {node: read.loc for read in reads for node in _nodes(read.operand)}


def _nodes(operand: Operand) -> Iterator[Node]:
    if operand.question is not None:
        yield ("question", operand.question)
    if operand.derived is not None:
        yield ("derived", operand.derived)


def _memberships(q: Questionnaire) -> Graph:
    graph: Graph = {}
    for i, composite in enumerate(q.methodology.composites):
        for j, member in enumerate(composite.members):
            loc: Loc = ("methodology", "composites", i, "members", j, "of")
            _add(graph, ("composite", composite.id), {("composite", member.of): loc})
    return graph


def _replacements(q: Questionnaire) -> Graph:
    graph: Graph = {}
    for loc, name, score in scores(q):
        if score.replaces is not None:
            _add(graph, ("score", name), {("score", score.replaces): (*loc, "replaces")})
    return graph


def _add(graph: Graph, node: Node, needs: Mapping[Node, Loc]) -> None:
    there = graph.setdefault(node, {})
    for needed, loc in needs.items():
        there.setdefault(needed, loc)


def _circles(graph: Graph) -> Iterator[tuple[tuple[Node, ...], Loc]]:
    """One shortest circle for each knot of circles, with where its first step is stated."""
    told: set[Node] = set()
    for node in graph:
        if node in told:
            continue
        path = _way_back(graph, node)
        if path:
            told.update(path)
            yield path, graph[node][path[1] if len(path) > 1 else node]


def _way_back(graph: Graph, start: Node) -> tuple[Node, ...]:
    """The shortest path from a node to itself, or nothing."""
    queue: deque[tuple[Node, ...]] = deque([(start,)])
    seen: set[Node] = set()
    while queue:
        path = queue.popleft()
        for needed in graph.get(path[-1], {}):
            if needed == start:
                return path
            if needed not in seen:
                seen.add(needed)
                queue.append((*path, needed))
    return ()
