"""The scores of one scenario, as plain numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boardkit.scoring.aggregation import Aggregate


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one scenario: credit, save for the headline, which is as it is shown."""

    dimensions: Mapping[str, float]
    composites: Mapping[str, float]
    uncapped: Mapping[str, float]
    headline: float | None


def scenario(scores: Aggregate, column: int) -> Scores:
    """One column of scores."""
    return Scores(
        {key: float(values[column]) for key, values in scores.dimensions.items()},
        {key: float(values[column]) for key, values in scores.composites.items()},
        {key: float(values[column]) for key, values in scores.uncapped.items()},
        None if scores.headline is None else float(scores.headline[column]),
    )
