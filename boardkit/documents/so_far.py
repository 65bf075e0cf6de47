"""How far the answers have come, in words: what there is when nothing is known, and what would be enough."""

from __future__ import annotations

from boardkit.scoring.result import Result


def nothing_known(result: Result) -> str:
    """That no score rests on any answer, and why, as the start of a sentence; nothing where one does."""
    if result.headline.coverage.answered:
        return ""
    counts = result.counts
    if counts.answered:
        return "Nothing that is scored is answered yet"
    if not counts.dont_know:
        return "Nothing is answered yet"
    return "No answer is known yet" if counts.open else "Every answer is “don’t know”"


def only_assumed(result: Result) -> str:
    """What a page shows then, as its title; nothing where a score rests on some answer."""
    why = nothing_known(result)
    return f"{why}, so this shows only what is assumed" if why else ""


def more_answers(result: Result, number: str) -> str:
    """What would name a band: “22 more answers”; where nothing is left open, others in their place."""
    more = result.headline.coverage.needed - result.headline.coverage.answered
    noun = "answer" if more == 1 else "answers"
    if result.counts.open or not result.counts.dont_know:
        return f"{number} more {noun}"
    return f"{number} {noun} in place of “don’t know”"
