"""Edits that can be undone, also those of an earlier day: the history of an assessment has them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pydantic import JsonValue

from boardkit.assessment import Answer, Assessment, Details
from boardkit.library import CONTENT, Change, fold

RECALLED = 50  # edits of earlier days that can be undone

Subject = tuple[str, str]  # a change's kind and its subject


@dataclass(frozen=True)
class Step:
    """One edit that can be undone."""

    subject: str  # a question's id, or "" for the details
    before: Answer | Details | None
    after: Answer | Details | None


@dataclass(frozen=True)
class Leap:
    """Many edits at once, which are undone together."""

    name: str  # completes “Undo …”
    before: Assessment
    after: Assessment


@dataclass(frozen=True)
class _Edit:
    """What was written in one go: by subject, what stood there before and afterwards."""

    first: int  # the number of its first change
    last: int
    author: str
    said: dict[Subject, tuple[JsonValue, JsonValue]]

    @property
    def is_step(self) -> bool:
        return len(self.said) == 1 and next(iter(self.said))[0] != "content"

    @property
    def makes(self) -> bool:
        """Whether it makes the assessment: before it there is nothing to go back to."""
        return any(kind != "answer" and old is None for (kind, _), (old, _) in self.said.items())

    def takes_back(self, other: _Edit) -> bool:
        """Whether it says again, everywhere, what stood before another."""
        return self.said.keys() == other.said.keys() and all(
            _unsigned(self.said[key][1]) == _unsigned(other.said[key][0]) for key in self.said
        )


def recalled(
    assessment_id: str, history: Sequence[Change], author: str, locked: frozenset[str]
) -> list[Step | Leap]:
    """The last edits of an author that can still be undone, oldest first.

    What somebody else has said since stands, and so do locked answers. An edit that was undone is
    gone, and its undoing with it.
    """
    done: list[_Edit] = []
    for edit in _edits(history):
        if edit.makes or any(subject in locked for _, subject in edit.said):
            done.clear()
        elif edit.author != author:
            done = _beside(done, edit)
        elif done and edit.takes_back(done[-1]):
            done.pop()
        else:
            done.append(edit)
    return [_recalled(assessment_id, history, edit) for edit in done[-RECALLED:]]


def _edits(history: Sequence[Change]) -> Iterator[_Edit]:
    """What was written, transaction by transaction; those have one author and one time."""
    now: dict[Subject, JsonValue] = {}
    content = (change for change in history if change.kind in CONTENT)
    for (author, _), changes in groupby(content, key=lambda change: (change.author, change.at)):
        together = list(changes)
        said: dict[Subject, tuple[JsonValue, JsonValue]] = {}
        for change in together:
            key: Subject = change.kind, change.subject
            old = said[key][0] if key in said else now.get(key)
            now[key] = change.payload
            said[key] = old, change.payload
        said = {key: (a, b) for key, (a, b) in said.items() if _unsigned(a) != _unsigned(b)}
        if said:
            yield _Edit(together[0].seq, together[-1].seq, author, said)


def _beside(done: list[_Edit], other: _Edit) -> list[_Edit]:
    """The edits that another author's edit leaves to be undone.

    To take back many answers at once would take back those of the other too.
    """
    after = next((i + 1 for i in reversed(range(len(done))) if not done[i].is_step), 0)
    return [edit for edit in done[after:] if not (edit.said.keys() & other.said.keys())]


def _unsigned(payload: JsonValue) -> JsonValue:
    """What was said, whoever said it and when."""
    if not isinstance(payload, dict):
        return payload
    return {key: value for key, value in payload.items() if key not in ("author", "at")}


def _recalled(assessment_id: str, history: Sequence[Change], edit: _Edit) -> Step | Leap:
    if not edit.is_step:
        before = fold(assessment_id, (one for one in history if one.seq < edit.first))
        after = fold(assessment_id, (one for one in history if one.seq <= edit.last))
        return Leap(f"{len(edit.said)} changes made at once", before, after)
    ((kind, subject), (old, new)) = next(iter(edit.said.items()))
    model = Answer if kind == "answer" else Details
    before_, after_ = (
        None if payload is None else model.model_validate(payload) for payload in (old, new)
    )
    return Step(subject, before_, after_)
