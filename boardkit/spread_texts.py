"""How sure a score is, in the words that the screen and the pages share."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.formats import Formats
from boardkit.methodology import Methodology
from boardkit.scoring.result import BandResult, CompositeResult, VerdictResult
from boardkit.scoring.spreads import Interval, Spread, WaysOut
from boardkit.scoring.verdicts import in_direction


def chance_text(chance: float, formats: Formats) -> str:
    """“91% of draws”; never 0% or 100% for what is only nearly so."""
    if chance <= 0 or chance >= 1:
        return "all draws" if chance >= 1 else "no draw"
    if chance < 0.005:
        return f"under {formats.percent(1)} of draws"
    if chance >= 0.995:
        return f"over {formats.percent(99)} of draws"
    return f"{formats.percent(100 * chance, 0)} of draws"


@dataclass(frozen=True)
class SpreadTexts:
    """Sentences about spreads, for one questionnaire's method and one reader."""

    method: Methodology
    formats: Formats

    def score(self, score: float) -> str:
        """A score on the method's own scale."""
        display = self.method.display
        return self.formats.number(score * display.scale / 100, display.decimals, exact=True)

    def ends(self, interval: Interval) -> tuple[str, str]:
        """P10 and P90 as printed: a digit less than the score itself, as they are known less well."""
        display = self.method.display
        decimals = max(display.decimals - 1, 0)
        low, high = (
            self.formats.number(end * display.scale / 100, decimals, exact=True)
            for end in (interval.p10, interval.p90)
        )
        return low, high

    def interval(self, interval: Interval, name: str = "the score") -> str:
        """Where a score lies in eight draws of ten."""
        low, high = self.ends(interval)
        lies = f"stays at {low}" if low == high else f"lies between {low} and {high}"
        return (
            f"If the answers are as uncertain as their bases say, {name} {lies} eight times out of "
            "ten."
        )

    def band(self, band: BandResult, spread: Spread) -> str:
        """How likely the band is that the score falls into."""
        return f"{band.title} in {chance_text(spread.chance(band.id), self.formats)}"

    def verdict(self, verdict: VerdictResult, ways_out: WaysOut) -> str:
        """The verdict, never without its chance."""
        phrase = verdict.phrase[:1].upper() + verdict.phrase[1:]
        chance = chance_text(ways_out.stated, self.formats)
        return f"{phrase}. That is the verdict in {chance}."

    def cap(self, composite: CompositeResult) -> str:
        """What holds a score down; nothing when nothing does."""
        lowering = [gate for gate in composite.gates if gate.lowers]
        if not lowering:
            return ""
        gate = min(lowering, key=lambda one: one.cap)
        at = in_direction(composite.shown, gate.cap)
        figure = self.formats.number(at * self.method.display.scale / 100)
        return f"Capped at {figure}: {gate.because}"
