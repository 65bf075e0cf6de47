"""Everything that follows a result: how sure it is, what drives it, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.scoring.concentration import Concentration, concentration
from boardkit.scoring.drivers import Drivers, drivers
from boardkit.scoring.engine import Scoring
from boardkit.scoring.firm_up import FirmUp, firm_up
from boardkit.scoring.method_sensitivity import Constant, method_sensitivity
from boardkit.scoring.moves import Moves, smallest_moves
from boardkit.scoring.spreads import Intervals
from boardkit.scoring.uncertainty import intervals


@dataclass(frozen=True, slots=True)
class Analysis:
    """One assessment, looked into from every side."""

    intervals: Intervals
    drivers: Drivers | None
    method_sensitivity: tuple[Constant, ...]
    firm_up: FirmUp | None
    moves: Moves
    concentration: Concentration | None


def analyse(scoring: Scoring) -> Analysis:
    """All of it, one after the other; each part has a function of its own for who wants just that."""
    return Analysis(
        intervals=intervals(scoring),
        drivers=drivers(scoring),
        method_sensitivity=method_sensitivity(scoring),
        firm_up=firm_up(scoring),
        moves=smallest_moves(scoring),
        concentration=concentration(scoring),
    )
