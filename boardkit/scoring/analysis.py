"""Everything that follows a result: how sure it is, what drives it, what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from boardkit.scoring.concentration import Concentration, concentration
from boardkit.scoring.drivers import Drivers, drivers
from boardkit.scoring.engine import Scoring
from boardkit.scoring.firm_up import FirmUp, firm_up
from boardkit.scoring.method_sensitivity import Constant, method_sensitivity
from boardkit.scoring.moves import Moves, Option, options, smallest_moves
from boardkit.scoring.spreads import Intervals
from boardkit.scoring.turns import Turns, turns
from boardkit.scoring.uncertainty import intervals

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Analysis:
    """One assessment, looked into from every side."""

    intervals: Intervals
    drivers: Drivers | None
    method_sensitivity: tuple[Constant, ...]
    firm_up: FirmUp | None
    moves: Moves
    options: tuple[Option, ...]
    concentration: Concentration | None
    turns: Turns


def analyse(scoring: Scoring, check: Callable[[], object] = lambda: None) -> Analysis:
    """All of it, one after the other; each part has a function of its own for who wants just that.

    ``check`` is called before each part, and may raise to say that the rest is no longer wanted.
    """

    def part(work: Callable[[Scoring], Part]) -> Part:
        check()
        return work(scoring)

    return Analysis(
        intervals=part(intervals),
        drivers=part(drivers),
        method_sensitivity=part(method_sensitivity),
        firm_up=part(firm_up),
        moves=part(smallest_moves),
        options=part(options),
        concentration=part(concentration),
        turns=part(turns),
    )
