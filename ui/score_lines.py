"""What the pane beside a question says of the scores, as plain values that a widget has to paint."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.formats import Formats
from boardkit.methodology import Display, Methodology
from boardkit.scoring import Result
from boardkit.scoring.result import CompositeResult, HeadlineResult
from boardkit.scoring.spreads import Interval, Intervals, ScoreSpread, Spread
from boardkit.spread_texts import SpreadTexts

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
        self._before: Result | None = None
        self._shown: Result | None = None

    def lines(
        self, result: Result, intervals: Intervals | None, formats: Formats
    ) -> tuple[ScoreLine, ...]:
        """The headline, then each way out; those without a score are left out."""
        if result is not self._shown:
            self._before, self._shown = self._shown, result
        texts = SpreadTexts(self._method, formats)
        found = [self._headline(result, intervals, texts)]
        for place, way in enumerate(self._method.headline.covered_by):
            score = result.composite(way)
            spread = intervals.composite(way) if intervals is not None else None
            color = COLORS[place] if place < len(COLORS) else "plain"
            found.append(self._line(score, spread, texts.cap(score), color, texts))
        return tuple(line for line in found if line is not None)

    def _headline(
        self, result: Result, intervals: Intervals | None, texts: SpreadTexts
    ) -> ScoreLine | None:
        head = result.headline
        spread = intervals.headline if intervals is not None else None
        note = ""
        if head.band is not None and spread is not None and spread.claimed is not None:
            note = texts.band(head.band, spread.claimed)
        color = "exposure" if head.shown == "exposure" else "plain"
        return self._line(head, spread, note, color, texts)

    def _line(
        self, score: HeadlineResult | CompositeResult, spread: ScoreSpread | None, note: str,
        color: str, texts: SpreadTexts,
    ) -> ScoreLine | None:  # fmt: skip
        if score.claimed is None:
            return None
        figure = texts.score(score.claimed)
        first = Mark(score.claimed, _interval(spread.claimed if spread is not None else None))
        said = [f"{score.title} {figure}{_between(first, texts)}"]
        second = None
        if score.proven is not None and texts.score(score.proven) != figure:
            second = Mark(score.proven, _interval(spread.proven if spread is not None else None))
            said.append(f"proven {texts.score(score.proven)}{_between(second, texts)}")
        said += [note] if note else []
        moved = self._moved(score.id, score.claimed, texts.formats)
        return ScoreLine(score.title, figure, moved, first, second, note, ", ".join(said), color)

    def _moved(self, key: str, claimed: float, formats: Formats) -> str:
        before = _score(self._before, key)
        display: Display = self._method.display
        change = (claimed - (claimed if before is None else before)) * display.scale / 100
        if abs(change) < 0.5 * 10.0**-display.decimals:
            return ""
        arrow = "▲" if change > 0 else "▼"
        return f"{arrow}\u2009{formats.number(abs(change), display.decimals, exact=True)}"


def _score(result: Result | None, key: str) -> float | None:
    if result is None:
        return None
    return result.headline.claimed if key == result.headline.id else result.composite(key).claimed


def _interval(spread: Spread | None) -> Interval | None:
    return spread.interval if spread is not None else None


def _between(mark: Mark, texts: SpreadTexts) -> str:
    return "" if mark.interval is None else ", between {} and {}".format(*texts.ends(mark.interval))
