"""Chances in words: of all the draws, in how many something is so."""

from __future__ import annotations

from boardkit.formats import Formats


def percent(chance: float, formats: Formats) -> str:
    """“57%”, “under 1%”, “over 99%”: what is not certain is never printed as if it were."""
    if 0 < chance <= 0.005:  # half a percent would be rounded to nought
        return f"under {formats.percent(1, 0)}"
    if 0.995 <= chance < 1:
        return f"over {formats.percent(99, 0)}"
    return formats.percent(100 * chance, 0)


def in_draws(chance: float, formats: Formats) -> str:
    """“in 57% of draws”, “in every draw”, “in no draw”."""
    if chance >= 1:
        return "in every draw"
    return f"in {percent(chance, formats)} of draws" if chance > 0 else "in no draw"


def what_a_draw_is(count: int, formats: Formats) -> str:
    """What stands near the first “draws” that a reader comes to."""
    tried = formats.number(count, 0)
    return f"A draw is one way in which the true answers could fall; {tried} were tried."
