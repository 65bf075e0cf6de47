"""What the pane beside a question says of the scores, as plain values that a widget has to paint."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.documents.figures import Figures
from boardkit.documents.how_sure import HowSure
from boardkit.english import sentence
from boardkit.formats import Formats
from boardkit.methodology import Methodology
from boardkit.scoring.result import CompositeResult, HeadlineResult, Scored
from boardkit.scoring.spreads import Interval, Intervals, ScoreSpread, Spread

COLORS = ("first_derivative", "resale")  # of the ways out, in the order in which they cover


@dataclass(frozen=True)
class Mark:
    """A score from 0 to 100, and where it lies eight times out of ten once that is known."""

    at: float
    interval: Interval | None = None


@dataclass(frozen=True)
class ScoreLine:
    """One score, as claimed and, where that is another one, as proven."""

    title: str
    figure: str
    moved: str  # “▲ 4.0” since the last answer, or nothing
    claimed: Mark
    proven: Mark | None
    note: str  # its band's chance, or what caps it
    says: str  # the whole of it, for those who hear it
    color: str  # the name of a chart colour


class ScoreLines:
    """The lines of one result after another; remembers the one before to say what moved."""

    def __init__(self, method: Methodology) -> None:
        self._method = method
        self._before: Scored | None = None
        self._shown: Scored | None = None

    def lines(
        self, result: Scored, intervals: Intervals | None, formats: Formats
    ) -> tuple[ScoreLine, ...]:
        """The headline, then each way out; those without a score are left out."""
        if result is self._before:  # an answer could not be kept: nothing has moved
            self._before, self._shown = None, result
        elif result is not self._shown:
            self._before, self._shown = self._shown, result
        figures = Figures(self._method.display, formats)
        found = [self._headline(result, intervals, figures)]
        for place, way in enumerate(self._method.headline.covered_by):
            score = result.composite(way)
            spread = intervals.composite(way) if intervals is not None else None
            color = COLORS[place] if place < len(COLORS) else "plain"
            found.append(self._line(score, spread, sentence(figures.cap(score)), color, figures))
        return tuple(line for line in found if line is not None)

    def _headline(
        self, result: Scored, intervals: Intervals | None, figures: Figures
    ) -> ScoreLine | None:
        head, spread, note = result.headline, None, ""
        if intervals is not None:
            spread = intervals.headline
            note = HowSure(result, intervals, self._method, figures.formats).named()
        color = "exposure" if head.shown == "exposure" else "plain"
        return self._line(head, spread, note, color, figures)

    def _line(
        self, score: HeadlineResult | CompositeResult, spread: ScoreSpread | None, note: str,
        color: str, figures: Figures,
    ) -> ScoreLine | None:  # fmt: skip
        if score.claimed is None:
            return None
        figure = figures.score(score.claimed)
        first = Mark(score.claimed, _interval(spread.claimed if spread is not None else None))
        said = [f"{score.title} {figure}{_between(first, figures)}"]
        second = None
        if score.proven is not None and figures.score(score.proven) != figure:
            second = Mark(score.proven, _interval(spread.proven if spread is not None else None))
            said.append(f"proven {figures.score(score.proven)}{_between(second, figures)}")
        said += [note] if note else []
        moved = self._moved(score.id, score.claimed, figures)
        return ScoreLine(score.title, figure, moved, first, second, note, ", ".join(said), color)

    def _moved(self, key: str, claimed: float, figures: Figures) -> str:
        before = _score(self._before, key)
        decimals = figures.display.decimals
        change = (claimed - (claimed if before is None else before)) * figures.factor
        if abs(change) < 0.5 * 10.0**-decimals:
            return ""
        arrow = "▲" if change > 0 else "▼"
        return f"{arrow}\u2009{figures.formats.number(abs(change), decimals, exact=True)}"


def _score(result: Scored | None, key: str) -> float | None:
    if result is None:
        return None
    return result.headline.claimed if key == result.headline.id else result.composite(key).claimed


def _interval(spread: Spread | None) -> Interval | None:
    return spread.interval if spread is not None else None


def _between(mark: Mark, figures: Figures) -> str:
    return (
        "" if mark.interval is None else ", between {} and {}".format(*figures.ends(mark.interval))
    )
