"""Scores, chances and small numbers as they are printed, on the method's own scale."""

from __future__ import annotations

from boardkit.formats import Formats
from boardkit.methodology import Display
from boardkit.scoring.spreads import Interval

_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


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
        """“57%”, “under 1%”, “over 99%”: what is not certain is never printed as if it were."""
        if 0 < share < 0.005:
            return f"under {self.formats.percent(1, 0)}"
        if 0.995 <= share < 1:
            return f"over {self.formats.percent(99, 0)}"
        return self.formats.percent(100 * share, 0)

    def draws(self, chance: float) -> str:
        """“in 57% of draws”, “in every draw”, “in no draw”."""
        if chance >= 1:
            return "in every draw"
        return f"in {self.percent(chance)} of draws" if chance > 0 else "in no draw"


def in_words(number: int) -> str:
    """“two”, “twelve”, “13”."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)


def counted(number: int, noun: str) -> str:
    """“two changes”, “one step”, “14 steps”."""
    return f"{in_words(number)} {noun}" if number == 1 else f"{in_words(number)} {noun}s"


def sentence(text: str) -> str:
    """With a capital at its start."""
    return text[:1].upper() + text[1:]
