"""Milestones: marks in the history of an assessment, each with a name."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import AwareDatetime, JsonValue

from boardkit.assessment import Pin
from boardkit.frozen import Frozen
from boardkit.library.changes import Change, Mark
from boardkit.lines import Line


class Milestone(Frozen):
    """A state of an assessment that was given a name: everything up to its place in the history."""

    id: str
    seq: int  # of the change that set the mark: ``Library.at`` gives the state there
    name: Line
    author: Line  # who kept it
    at: AwareDatetime
    questionnaire: Pin  # which it was pinned to then
    headline: JsonValue = None  # as it was then, in whatever form the caller gave it


def milestones_in(history: Iterable[Change]) -> tuple[Milestone, ...]:
    """The milestones that were kept and not removed, oldest first, by the names they have now."""
    pin = Pin(id="", version="", digest="")
    first: dict[str, tuple[Change, Pin]] = {}
    marks: dict[str, Mark | None] = {}
    for change in history:
        if change.kind == "content":
            pin = Pin.model_validate(change.payload)
        elif change.kind == "milestone":
            first.setdefault(change.subject, (change, pin))
            marks[change.subject] = change.mark
    return tuple(
        Milestone(
            id=key, seq=change.seq, name=mark.name, author=change.author, at=change.at,
            questionnaire=then, headline=mark.headline,
        )
        for key, (change, then) in first.items()
        if (mark := marks[key]) is not None
    )  # fmt: skip
