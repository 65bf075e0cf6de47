"""Scores, chances and small numbers as they are printed, on the method's own scale."""

from __future__ import annotations

from collections.abc import Sequence

from boardkit import chances
from boardkit.english import listed
from boardkit.formats import Formats
from boardkit.methodology import Display
from boardkit.scoring.result import BoundGate, CompositeResult
from boardkit.scoring.spreads import Interval
from boardkit.scoring.verdicts import in_direction


class Figures:
    """How one reader sees the figures of one method."""

    def __init__(self, display: Display, formats: Formats) -> None:
        self.display, self.formats = display, formats

    @property
    def factor(self) -> float:
        """What a score of 1 in 100 is on the method's scale."""
        return self.display.scale / 100

    @property
    def top(self) -> str:
        """The best or worst that a score can be: 100."""
        return self.formats.number(self.display.scale, 0)

    def score(self, value: float | None) -> str:
        """“42.0”."""
        if value is None:
            return "no score"
        return self.formats.number(value * self.factor, self.display.decimals, exact=True)

    def ends(self, interval: Interval) -> tuple[str, str]:
        """The ends of a range, as roughly as tells them apart: “33” and “52”."""
        rough = max(self.display.decimals - 1, 0)
        for decimals in (rough, self.display.decimals):
            low, high = (
                self.formats.number(end * self.factor, decimals, exact=True)
                for end in (interval.p10, interval.p90)
            )
            if low != high:
                break
        return low, high

    def percent(self, share: float) -> str:
        """“57%”, “under 1%”, “over 99%”."""
        return chances.percent(share, self.formats)

    def draws(self, chance: float) -> str:
        """“in 57% of draws”, “in every draw”, “in no draw”."""
        return chances.in_draws(chance, self.formats)

    def draws_each(self, shares: Sequence[float]) -> str:
        """Of several things in turn: “in 91% and 95% of draws”, “in 96% of draws and in every draw”."""
        told = [self.draws(one) for one in shares]
        if len(set(told)) == 1:
            return told[0]
        if all(0 < one < 1 for one in shares):
            return f"in {listed([self.percent(one) for one in shares])} of draws"
        return listed(told)

    def capped(self, at: float, gate: BoundGate) -> str:
        """“capped at 40 because the providers' terms forbid resale”; ``at`` as it is shown."""
        return f"capped at {self.rough(at)} because {gate.because}"

    def cap(self, composite: CompositeResult) -> str:
        """What holds a score down now; nothing when nothing does."""
        lowering = [gate for gate in composite.gates if gate.lowers]
        if not lowering:
            return ""
        gate = min(lowering, key=lambda one: one.cap)
        return self.capped(in_direction(composite.shown, gate.cap), gate)

    def rough(self, value: float) -> str:
        """A round score, such as a limit or a cap: “40”."""
        return self.formats.number(value * self.factor, self.display.decimals)
