"""Worlds: what raising answers does besides raising them.

A world fixes every side effect: which questions are asked and which gates are bound. Within it, each
question has the options that lead to that world, and these are free of one another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice, product

from boardkit.methodology import Gate
from boardkit.reading import Standing
from boardkit.scoring.aggregation import Structure
from boardkit.scoring.credits import credit_in
from boardkit.scoring.engine import Scoring
from boardkit.scoring.moves.entangled import Class, classes_of, read_by_gate
from boardkit.scoring.moves.raising import Raise, raised, raises_of

MOST_WORLDS = 512


@dataclass(frozen=True, eq=False)
class World:
    """One pattern of side effects, and how each question may be raised in it."""

    start: Scoring
    usual: Mapping[str, Class]  # the options that have no side effect, by question
    bound: Mapping[str, Class]  # the options that lead here, by question
    lifted: tuple[Gate, ...]  # gates that no question lifts, lifted all the same

    @property
    def forced(self) -> int:
        """How many moves it takes to be in this world at all."""
        return len(self.bound) + len(self.lifted)

    @cached_property
    def scoring(self) -> Scoring:
        """The assessment in this world, with the first of the options that lead here."""
        first = [way[0] for way in self.bound.values() if way[0] is not None]
        return raised(self.start, first, [gate.id for gate in self.lifted])

    @cached_property
    def is_scored(self) -> bool:
        """Whether enough applies in this world for a headline."""
        plan = self.scoring.plan
        head = self.scoring.method.headline
        there = {node.id for node in plan.composites}
        return {head.composite, *head.covered_by} <= there

    @cached_property
    def options(self) -> Mapping[str, Class]:
        """The options of every question; what is hidden in this world stays as it is."""
        reading = self.scoring.reading
        free: dict[str, Class] = {
            question: way if reading.standing(question) is Standing.ANSWERED else (None,)
            for question, way in self.usual.items()
        }
        return {**free, **self.bound}


@dataclass(frozen=True, eq=False)
class Worlds:
    """Every world that few enough moves lead to, nearest first."""

    start: Scoring
    raises: Mapping[str, tuple[Raise, ...]]
    all: tuple[World, ...]
    complete: bool  # False: there are more of them than are looked at

    @cached_property
    def credits(self) -> Mapping[Raise, float]:
        """The expected credit that each raise comes to."""
        scheme = self.start.scheme
        return {
            one: credit_in(
                scheme.indicators[one.row], scheme, raised(self.start, [one]).reading
            ).claimed.mean
            for ways in self.raises.values()
            for one in ways
        }


def worlds_of(scoring: Scoring, most: int, within: str | None = None) -> Worlds:
    """The worlds that at most so many moves lead to, all of them inside one composite if one is named."""
    raises = raises_of(scoring)
    gates = _without_a_question(scoring, raises)
    if within is not None:
        shares = scoring.plan.shares[within]
        raises = {question: ways for question, ways in raises.items() if shares[ways[0].row] > 0}
        gates = tuple(gate for gate in gates if gate in scoring.gates[within])
    classes = classes_of(scoring, raises, shared_rows(scoring.structure))
    found = tuple(islice(_worlds(scoring, classes, gates, most), MOST_WORLDS + 1))
    return Worlds(scoring, raises, found[:MOST_WORLDS], len(found) <= MOST_WORLDS)


def _worlds(
    scoring: Scoring, classes: Mapping[str, tuple[Class, ...]], gates: tuple[Gate, ...], most: int
) -> Iterator[World]:
    usual = {question: ways[0] for question, ways in classes.items()}
    switches: list[tuple[str, tuple[Class | Gate, ...]]] = [
        (question, ways[1:]) for question, ways in classes.items() if len(ways) > 1
    ]
    switches += [("", (gate,)) for gate in gates]
    for count in range(min(most, len(switches)) + 1):
        for chosen in combinations(switches, count):
            questions = [question for question, _ in chosen]
            for ways in product(*(ways for _, ways in chosen)):
                pairs = zip(questions, ways, strict=True)
                bound = {key: way for key, way in pairs if not isinstance(way, Gate)}
                lifted = tuple(way for way in ways if isinstance(way, Gate))
                yield World(scoring, usual, bound, lifted)


def _without_a_question(
    scoring: Scoring, raises: Mapping[str, tuple[Raise, ...]]
) -> tuple[Gate, ...]:
    """The bound gates that have a move of their own and that no raised answer would lift."""
    touched = {ways[0].derived_id(scoring) or question for question, ways in raises.items()}
    return tuple(
        gate
        for bound in scoring.gates.values()
        for gate in bound
        if gate.move and not read_by_gate(scoring.questionnaire, gate) & touched
    )


def shared_rows(structure: Structure) -> frozenset[int]:
    """The indicators that reach the headline by more than one way."""
    head = structure.methodology.headline
    ways = Counter([head.composite, *head.covered_by])
    shared: set[str] = set()
    for composite in reversed(structure.composites_inner_first):
        if not ways[composite.id]:
            continue
        for member in composite.members:
            ways[member.of] += 1
            if ways[member.of] > 1 or composite.id in shared:
                shared.add(member.of)
        if ways[composite.id] > 1:
            shared |= {composite.id, *(member.of for member in composite.members)}
    return frozenset(row for key in shared for row in structure.members.get(key, ()))
