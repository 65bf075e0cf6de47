"""What a pack says of an assessment that follows another: what became of last time."""

from __future__ import annotations

from datetime import date

from boardkit.economics.strategies import DO_NOTHING
from boardkit.following.confirming import Confirming
from boardkit.following.keeping_score import kept_score
from boardkit.following.wording import (
    decisions_sentence,
    left_to_confirm,
    path_sentence,
    ranges_sentence,
)
from boardkit.formats import Formats
from boardkit.reading import Reading


def since_last_time(reading: Reading, on: date, formats: Formats) -> tuple[str, ...]:
    """What a pack says of an assessment that follows another; nothing of one that follows none.

    Of the forecasts, only the one of doing nothing: the board chose none of the others for certain.
    """
    follows = reading.assessment.details.follows
    if follows is None:
        return ()
    left, score = Confirming.of(reading, on), kept_score(reading, on)
    aged = len(left.aged)
    old = f"The evidence of {aged} of these is older than its question allows." if aged else ""
    unmoved = (kept for kept in score.paths if kept.path.strategy == DO_NOTHING.id)
    said = (
        left_to_confirm(left, formats),
        old,
        decisions_sentence(follows.decisions),
        ranges_sentence(score),
        *(path_sentence(kept, DO_NOTHING.title, formats) for kept in unmoved),
    )
    return tuple(sentence for sentence in said if sentence)
