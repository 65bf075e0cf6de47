"""The figures of a comparison as they are printed, with their signs and chances."""

from __future__ import annotations

from dataclasses import replace

from boardkit.chances import in_draws
from boardkit.comparison.forecasts import ForecastPair
from boardkit.comparison.result import Comparison, ScoreChange
from boardkit.formats import Formats

EVEN = 0.1  # between the shares of draws in which a score that did not move is lower and higher


class FigureWords:
    """The figures of one comparison, for one reader."""

    def __init__(self, comparison: Comparison, formats: Formats) -> None:
        self.comparison = comparison
        self.formats = formats
        self.method = comparison.questionnaire.methodology

    def score(self, value: float | None) -> str:
        """A score on the method's own scale."""
        if value is None:
            return "no score"
        display = self.method.display
        return self.formats.number(value * display.scale / 100, display.decimals, exact=True)

    def amount(self, value: float) -> str:
        """A printed amount with its sign."""
        return self.formats.signed(value, self.method.display.decimals)

    def change(self, one: ScoreChange) -> str:
        """How far a score went, as the difference of the two that are printed."""
        if one.before is None or one.after is None:
            return "–"
        display = self.method.display
        ends = [round(x * display.scale / 100, display.decimals) for x in (one.before, one.after)]
        return self.amount(ends[1] - ends[0])

    def moved(self, one: ScoreChange) -> bool:
        """Whether a score went anywhere, in print."""
        return any(digit in self.change(one) for digit in "123456789")

    def draws(self, share: float) -> str:
        """“in 96% of draws”, “in every draw”."""
        return in_draws(share, self.formats)

    def odds(self, one: ScoreChange) -> str:
        """“lower in 96% of draws”, for any score; nothing where there is nothing to draw."""
        found = one.difference
        if found is None or not (found.lower or found.higher):
            return ""
        if not self.moved(one) and abs(found.lower - found.higher) < EVEN:
            return "as likely lower as higher"
        falls = found.lower >= found.higher
        share = found.lower if falls else found.higher
        return f"{'lower' if falls else 'higher'} {self.draws(share)}"

    def money(self, figures: tuple[float, float], pair: ForecastPair) -> tuple[str, str, str]:
        """A figure of both forecasts, each in its own currency, and how far it went."""
        first, second = (
            replace(self.formats, currency=currency).money(figure)
            for figure, currency in zip(figures, pair.currencies, strict=True)
        )
        if not pair.same_measure:
            return first, second, ""
        change = figures[1] - figures[0]
        sign = "+" if change > 0 else ""
        return (
            first,
            second,
            sign + replace(self.formats, currency=pair.currencies[1]).money(change),
        )
