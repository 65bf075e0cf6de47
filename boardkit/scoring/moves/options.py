"""The options considered: what each part of the headline would have to give by itself."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.scoring.engine import Scoring
from boardkit.scoring.moves.smallest import Moves, smallest_moves


@dataclass(frozen=True, slots=True)
class Option:
    """The smallest set of moves inside one composite."""

    composite: str
    title: str
    moves: Moves


def options(scoring: Scoring) -> tuple[Option, ...]:
    """What is at risk made smaller, or one way out opened further; none where there is no next band.

    The smallest set of all may take moves from several of them, and is never larger than any of these.
    """
    head = scoring.method.headline
    if not head.covered_by:
        return ()
    found = tuple(
        Option(one, scoring.method.composite(one).title, smallest_moves(scoring, one))
        for one in (head.composite, *head.covered_by)
    )
    return found if all(one.moves.target is not None for one in found) else ()
