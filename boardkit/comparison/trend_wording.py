"""The sentences about a trend."""

from __future__ import annotations

from boardkit.comparison.trend import Trend
from boardkit.comparison.wording import ComparisonWords
from boardkit.formats import Formats

_COUNTS = {3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight"}


class TrendWords:
    """Of one trend, for one reader."""

    def __init__(self, trend: Trend, formats: Formats) -> None:
        self.trend = trend
        self.steps = tuple(ComparisonWords(step, formats) for step in trend.steps)

    def title(self) -> str:
        """Where the headline went over all states, without a full stop."""
        line, say = self.trend.lines[0], self.steps[-1]
        count = len(self.trend.states)
        number = _COUNTS.get(count, count)
        over, after = f"over {number} states", f"after {number} states"
        scores = [point.score for point in line.points]
        first, last = scores[0], scores[-1]
        if first is None or last is None:
            return f"{line.title} {over}"
        start, end = say.score(first), say.score(last)
        if start == end:
            return f"{line.title} is back at {end} {after}" if self._moved() else (
                f"{line.title} stayed at {end} {over}"
            )  # fmt: skip
        verb = "fell" if last < first else "rose"
        return f"{line.title} {verb} from {start} to {end} {over}"

    def _moved(self) -> bool:
        say = self.steps[-1]
        return len({say.score(point.score) for point in self.trend.lines[0].points}) > 1

    def straight(self) -> str:
        """Whether it went one way all along."""
        changes = [step.printed.change for step in self.steps if step.printed is not None]
        moved = [change for change in changes if change]
        if len(changes) < len(self.steps) or len(moved) < 2:
            return ""
        if all(change < 0 for change in moved) or all(change > 0 for change in moved):
            return "It went the same way at every step."
        return "It went both up and down on the way."

    def names(self, step: int) -> str:
        """“Q2 board → Q3 board”."""
        return " → ".join(self.steps[step].names())
