"""The headline in a few plain values, to be kept beside a state of the answers and told again later."""

from __future__ import annotations

from typing import Any

from pydantic import JsonValue

from boardkit.chances import in_draws
from boardkit.english import in_sentence
from boardkit.formats import Formats
from boardkit.methodology import Display
from boardkit.scoring.result import Result
from boardkit.scoring.spreads import Intervals


def headline_note(result: Result, intervals: Intervals | None, display: Display) -> JsonValue:
    """What the answers amount to: the score as it is printed; its interval, and its band with the
    chance of that, once they are known."""
    head = result.headline
    spread = intervals.headline.claimed if intervals is not None else None
    interval = spread.interval if spread is not None else None
    size = display.scale / 100

    def printed(score: float | None) -> float | None:
        return None if score is None else round(score * size, display.decimals)

    return {
        "title": head.title,
        "decimals": display.decimals,
        "score": None if head.too_early else printed(head.claimed),
        "band": head.band.title if head.band is not None and spread is not None else None,
        "band_chance": (
            spread.chance(head.band.id) if head.band is not None and spread is not None else None
        ),
        "p10": printed(interval.p10) if interval is not None else None,
        "p90": printed(interval.p90) if interval is not None else None,
    }


def headline_text(note: JsonValue, formats: Formats) -> str:
    """“Saaspocalypse exposure 42.0, exposed in 91% of draws; eight times out of ten between 35.1 and 50.2”."""
    if not isinstance(note, dict):
        return ""
    said: dict[str, Any] = note
    score, band, chance = said.get("score"), said.get("band"), said.get("band_chance")
    if not isinstance(score, int | float):
        return "Too early to say"
    decimals = said.get("decimals", 1)

    def figure(value: float) -> str:
        return formats.number(value, decimals, exact=True)

    text = f"{said.get('title', '')} {figure(score)}".strip()
    if isinstance(band, str) and isinstance(chance, int | float):
        text += f", {in_sentence(band)} {in_draws(chance, formats)}"
    low, high = said.get("p10"), said.get("p90")
    if isinstance(low, int | float) and isinstance(high, int | float):
        text += f"; eight times out of ten between {figure(low)} and {figure(high)}"
    return text
