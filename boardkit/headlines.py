"""What an assessment amounts to, in so few words that a list of thousands can show them.

Storage keeps a headline without knowing what it is. Reading one back needs neither the models nor the
scores, so that a list is there at once.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from boardkit import __version__

if TYPE_CHECKING:
    from boardkit.assessment import Assessment
    from boardkit.questionnaire import Questionnaire
    from boardkit.scoring.result import HeadlineResult

METHOD = f"boardkit {__version__}, headline 2"  # the number grows with what a headline holds

Tone = Literal["better", "plain", "exposure"]


class Headline(NamedTuple):
    """The headline score of one assessment, as far as it may be shown."""

    title: str  # “Saaspocalypse exposure”
    score: float | None  # 0–100; None while it is too early, or where nothing is scored
    low: float | None  # eight times out of ten the score lies between these
    high: float | None
    band: str  # “Exposed”; nothing while it is too early, or where there are no bands
    band_chance: float | None  # 0–1
    tone: Tone
    verdict: str
    verdict_chance: float | None
    enough: bool  # whether a band can be named
    given: int  # of the answers that a band needs
    needed: int
    done: int  # of the questions asked, those answered, unknown or not applicable
    asked: int

    def data(self) -> dict[str, Any]:
        """As plain data."""
        return self._asdict()

    @classmethod
    def read(cls, text: str | None) -> Headline | None:
        """From JSON; None for what is none, such as one kept by another edition."""
        try:
            return cls(**json.loads(text or ""))
        except (ValueError, TypeError):
            return None


def headline_of(questionnaire: Questionnaire, assessment: Assessment) -> Headline:
    """The headline of an assessment, with its interval."""
    from boardkit.scoring import Scoring, result_of

    scoring = Scoring(questionnaire, assessment)
    result = result_of(scoring)
    head, counts, coverage = result.headline, result.counts, result.headline.coverage
    shown = not head.too_early and head.claimed is not None
    interval = band_chance = verdict_chance = None
    if shown:
        from boardkit.scoring.uncertainty import intervals

        sure = intervals(scoring)
        spread = sure.headline.claimed
        interval = spread.interval if spread is not None else None
        if spread is not None and head.band is not None:
            band_chance = round(spread.chance(head.band.id), 5)
        verdict_chance = round(sure.ways_out.stated, 5) if sure.ways_out is not None else None
    return Headline(
        title=head.title,
        score=round(head.claimed, 1) if shown and head.claimed is not None else None,
        low=round(interval.p10, 1) if interval is not None else None,
        high=round(interval.p90, 1) if interval is not None else None,
        band=head.band.title if shown and head.band is not None else "",
        band_chance=band_chance,
        tone=_tone(head, [band.id for band in questionnaire.methodology.headline.bands]),
        verdict=result.verdict.title if shown and result.verdict is not None else "",
        verdict_chance=verdict_chance,
        enough=not head.too_early,
        given=coverage.answered,
        needed=coverage.needed,
        done=counts.asked - counts.open,
        asked=counts.asked,
    )


def _tone(head: HeadlineResult, bands: list[str]) -> Tone:
    """Of exposure the lowest band is good, and the upper half is not."""
    if head.band is None or head.too_early or head.shown != "exposure":
        return "plain"
    place = bands.index(head.band.id)
    if place == 0:
        return "better"
    return "exposure" if 2 * place >= len(bands) else "plain"
