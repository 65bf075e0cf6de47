"""The least that would have to change: the smallest set of moves to the next band of the headline.

Fewest questions moved, ties by fewest steps, then by least declared effort; exact up to six moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from boardkit.methodology import Gate
from boardkit.scoring import verdicts
from boardkit.scoring.engine import Scoring
from boardkit.scoring.moves.fewest import MOST, Found, fewest, furthest
from boardkit.scoring.moves.raising import Raise, raised
from boardkit.scoring.moves.worlds import worlds_of
from boardkit.scoring.result import BandResult
from boardkit.scoring.sampling import sample


@dataclass(frozen=True, slots=True)
class Move:
    """One move, and where the company stands after it and those before it."""

    question: str | None  # that is raised; None where a gate is lifted by other means
    text: str  # what to do, as an imperative sentence
    effort: int | None  # as declared, 1 to 5
    steps: int  # levels, options, or quarters of the scale
    raw_before: float | None
    raw_after: float | None
    credit_before: float | None
    credit_after: float | None
    lifts: tuple[str, ...]  # ids of the gates that no longer hold
    headline: float
    composites: tuple[tuple[str, float], ...]  # id and score, as it is shown


@dataclass(frozen=True, slots=True)
class Moves:
    """The smallest set of moves that reaches the next band, or how far six moves get."""

    state: Literal["reached", "beyond_six", "best_band", "too_early"]
    target: BandResult | None  # the next band
    moves: tuple[Move, ...]  # the one that takes off most first
    before: float | None  # the headline
    after: float | None
    band: BandResult | None  # that it comes to
    chance_before: float  # of the target band or a better one, or else of the best, as things stand
    chance: float  # and after the moves, with the doubt that is in every answer, moved ones too
    exact: bool  # False: there were too many side effects to search them all


def smallest_moves(scoring: Scoring, within: str | None = None) -> Moves:
    """The smallest set of moves to the next band of the headline; inside one composite, if one is named."""
    before = scoring.claimed.headline
    if scoring.too_early or before is None:
        return Moves("too_early", None, (), before, None, None, 0.0, 0.0, True)
    target = _Target.of(scoring, before)
    if target is None:
        band = verdicts.band(scoring.method, before)
        chance = _chance_of_best(scoring)
        return Moves("best_band", None, (), before, before, band, chance, chance, True)
    worlds = worlds_of(scoring, MOST, within)
    found = fewest(worlds, target.is_met)
    state: Literal["reached", "beyond_six"] = "reached" if found is not None else "beyond_six"
    steps = found if found is not None else furthest(worlds)
    after = raised(scoring, steps.raises, steps.lifted)
    assert after.claimed.headline is not None
    return Moves(
        state=state,
        target=target.band,
        moves=_in_order(scoring, steps),
        before=before,
        after=after.claimed.headline,
        band=verdicts.band(scoring.method, after.claimed.headline),
        chance_before=target.chance(scoring),
        chance=target.chance(after),
        exact=worlds.complete,
    )


@dataclass(frozen=True, slots=True)
class _Target:
    """The next band: the side of a limit on which the headline has to be."""

    band: BandResult
    limit: float
    below: bool  # or at it and above

    @classmethod
    def of(cls, scoring: Scoring, headline: float) -> _Target | None:
        """The next better band; None in the best one."""
        bands = scoring.method.headline.bands
        now = next(i for i, b in enumerate(bands) if b.ends is None or headline < b.ends)
        below = scoring.is_exposure
        place = now - 1 if below else now + 1
        if not 0 <= place < len(bands):
            return None
        limit = bands[place if below else now].ends
        assert limit is not None
        found = bands[place]
        return cls(BandResult(found.id, found.title, found.phrase), limit, below)

    def is_met(self, headline: float) -> bool:
        """Whether a headline is in the band or in a better one."""
        return (headline < self.limit) == self.below

    def chance(self, scoring: Scoring) -> float:
        """The share of draws in which it is met."""
        draws = sample(scoring).scores.headline
        if draws is None:
            return 0.0
        met = draws < self.limit if self.below else draws >= self.limit
        return float(np.mean(met))


def _chance_of_best(scoring: Scoring) -> float:
    """How surely the headline is in the best band, where it is."""
    bands = scoring.method.headline.bands
    if len(bands) == 1:
        return 1.0
    best = bands[0] if scoring.is_exposure else bands[-1]
    limit = bands[0].ends if scoring.is_exposure else bands[-2].ends
    assert limit is not None
    band = BandResult(best.id, best.title, best.phrase)
    return _Target(band, limit, scoring.is_exposure).chance(scoring)


# The list


def _in_order(scoring: Scoring, found: Found) -> tuple[Move, ...]:
    """The moves, each time the one that improves the headline most."""
    sign = -1 if scoring.is_exposure else 1
    todo: list[Raise | Gate] = [*found.raises, *found.gates]
    done: list[Raise | Gate] = []
    standing, moves = scoring, []
    while todo:
        after = [_with(scoring, [*done, one]) for one in todo]
        best = max(range(len(todo)), key=lambda i: sign * (after[i].claimed.headline or 0.0))
        done.append(todo.pop(best))
        moves.append(_move(scoring, standing, after[best], done[-1]))
        standing = after[best]
    return tuple(moves)


def _with(scoring: Scoring, steps: Sequence[Raise | Gate]) -> Scoring:
    raises = [one for one in steps if isinstance(one, Raise)]
    return raised(scoring, raises, [one.id for one in steps if isinstance(one, Gate)])


def _move(start: Scoring, before: Scoring, after: Scoring, step: Raise | Gate) -> Move:
    still = {gate.id for gates in after.gates.values() for gate in gates}
    lifts = tuple(
        gate.id for gates in before.gates.values() for gate in gates if gate.id not in still
    )
    method = start.method
    credits = after.claimed.composites
    scores = tuple(
        (composite.id, verdicts.in_direction(composite.shown, credits[composite.id]))
        for composite in method.composites
        if composite.id in credits
    )
    headline = after.claimed.headline
    assert headline is not None
    if isinstance(step, Gate):
        return Move(
            None, step.move, None, 1, None, None, None, None, lifts, headline, scores
        )  # fmt: skip
    move = start.questionnaire.question(step.question).move
    assert move is not None
    old, new = start.credits[step.row], after.credits[step.row]
    return Move(
        step.question, move.text, move.effort, step.steps, old.raw, new.raw, old.point, new.point,
        lifts, headline, scores,
    )  # fmt: skip
