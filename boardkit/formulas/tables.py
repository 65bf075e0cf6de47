"""What is read from the rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from boardkit.formulas.figures import Figures
from boardkit.frozen import Frozen

if TYPE_CHECKING:
    from boardkit.formulas import Formula


class WeightedMean(Frozen):
    """The mean of one column of a table, weighted by another; levels count with their points."""

    weighted_mean: str = Field(description="The id of a column.")
    by: str = Field(description="The id of the column of weights.")
    table: str = Field(description="The id of a table question.")

    def value(self, figures: Figures) -> float | None:
        """None when no row has both, or the weights sum to nought."""
        total = weights = 0.0
        for row in figures.rows(self.table):
            weight = row.get(self.by)
            credit = figures.level_credit(
                self.table, self.weighted_mean, row.get(self.weighted_mean)
            )
            if weight is None or credit is None:
                continue
            total += weight * credit
            weights += weight
        return total / weights if weights > 0 else None

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside: none."""
        return ()


class ClassShare(Frozen):
    """The share (percent) of revenue that the product lines in some classes hold."""

    class_share: tuple[str, ...] = Field(min_length=1, description="Ids of position classes.")

    def value(self, figures: Figures) -> float | None:
        """None when there is no table of product lines."""
        return figures.class_share(self.class_share)

    def members(self) -> tuple[Formula, ...]:
        """The formulas inside: none."""
        return ()
