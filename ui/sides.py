"""What can be compared with what: every state and company within reach, and the way to load one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from boardkit.assessment import Assessment, Details
from boardkit.comparison.finding import library_side
from boardkit.comparison.sides import Kind, Side, reference_side, side_of
from boardkit.errors import LibraryError
from boardkit.examples import shipped_example, shipped_examples
from boardkit.formats import Formats
from boardkit.library import Library, Milestone
from boardkit.library.entries import Entry
from boardkit.questionnaire import Questionnaire
from boardkit.references import references_for
from ui.searching import folded

NOW = "Now"
CHAIN = 12  # assessments that are followed back


class Key(NamedTuple):
    """Names one thing that can be compared."""

    kind: Kind
    id: str = ""


WORKING = Key("working")


@dataclass(frozen=True)
class Choice:
    """One thing that can be compared, as it is offered."""

    key: Key
    group: str
    title: str
    note: str = ""

    @property
    def words(self) -> str:
        """What it can be found by."""
        return folded(f"{self.title} {self.note} {self.group}")


@dataclass(frozen=True)
class Choices:
    """All of them, with what is compared unless somebody chooses otherwise."""

    all: tuple[Choice, ...]
    before: Key | None  # None: there is nothing from before
    after: Key
    states: tuple[Key, ...]  # of this company, one after another, oldest first

    def find(self, key: Key | None) -> Choice | None:
        """How something is offered; None for what has gone."""
        return next((one for one in self.all if one.key == key), None)


def choices(
    library: Library, assessment: Assessment, questionnaire: Questionnaire, formats: Formats,
    looked_at: Milestone | None = None,
) -> Choices:  # fmt: skip
    """What there is beside an assessment of the library, or beside a milestone of it."""
    kept = library.milestones(assessment.id)
    entries = [
        entry for entry in library.list()
        if entry.questionnaire_id == questionnaire.id and entry.id != assessment.id
    ]  # fmt: skip
    earlier = _followed(library, assessment)
    offered = (
        Choice(WORKING, "This assessment", NOW, assessment.details.period),
        *(_milestone(one, formats) for one in reversed(kept)),
        *_assessments(entries, assessment.details, formats),
        *_companies(questionnaire),
        *_examples(questionnaire),
    )
    after = WORKING if looked_at is None else Key("milestone", looked_at.id)
    before = [one for one in kept if looked_at is None or one.seq < looked_at.seq]
    steps = [Key("assessment", one) for one in earlier]
    steps += [Key("milestone", one.id) for one in kept]
    start = Key("assessment", earlier[-1]) if earlier else None
    if before:
        start = Key("milestone", before[-1].id)
    return Choices(offered, start, after, (*steps, WORKING))


def load(library: Library, key: Key, current: Assessment) -> Side:
    """One thing that can be compared; ``current`` is the assessment that is open, as it stands.

    Raises NotFoundError for what is no longer in the library.
    """
    kind, name = key
    questionnaire = library.questionnaire(current.questionnaire.digest)
    if kind == "working":
        return Side(NOW, questionnaire, current, "working")
    if kind == "milestone":
        return _at_milestone(library, current.id, name)
    if kind == "reference":
        found = {one.assessment.id: one for one in references_for(questionnaire)}
        return reference_side(found[name])
    if kind == "example":
        return side_of(shipped_example(name), "example")
    return library_side(library, name)


def _at_milestone(library: Library, assessment_id: str, milestone_id: str) -> Side:
    found = [one for one in library.milestones(assessment_id) if one.id == milestone_id]
    if not found:
        raise LibraryError("The milestone is no longer on the list. Choose another one.")
    (kept,) = found
    state = library.at(assessment_id, kept.seq)
    content = library.questionnaire(state.questionnaire.digest)
    return Side(kept.name, content, state, "milestone", kept.at)


def _followed(library: Library, assessment: Assessment) -> tuple[str, ...]:
    """The assessments that this one carries on from, oldest first, as far as they are at hand."""
    found: list[str] = []
    follows = assessment.details.follows
    while follows is not None and len(found) < CHAIN:
        if follows.assessment not in library or follows.assessment in (*found, assessment.id):
            break
        found.append(follows.assessment)
        follows = library.assessment(follows.assessment).details.follows
    return tuple(reversed(found))


def _milestone(one: Milestone, formats: Formats) -> Choice:
    day = formats.day(one.at.astimezone())
    return Choice(Key("milestone", one.id), "This assessment", one.name, f"milestone of {day}")


def _assessments(entries: Sequence[Entry], details: Details, formats: Formats) -> Iterator[Choice]:
    """Those of the same company first."""
    own = details.company.casefold().split()
    same = [one for one in entries if one.company.casefold().split() == own]
    others = [one for one in entries if one.company.casefold().split() != own]
    for group, found in ((details.company, same), ("Other assessments", others)):
        for one in found:
            board = f"board of {formats.day(one.board_date)}" if one.board_date else ""
            title = one.period or "No period" if found is same else one.company
            parts = ("" if found is same else one.period, board, f"{one.answered} answered")
            note = ", ".join(part for part in parts if part)
            yield Choice(Key("assessment", one.id), group, title, note)


def _companies(questionnaire: Questionnaire) -> Iterator[Choice]:
    for one in references_for(questionnaire):
        note = f"from what is public, {one.as_of}"
        yield Choice(Key("reference", one.assessment.id), "Listed companies", one.name, note)


def _examples(questionnaire: Questionnaire) -> Iterator[Choice]:
    for one in shipped_examples():
        if one.questionnaire.id == questionnaire.id:
            details = one.details
            key = Key("example", one.name)
            yield Choice(key, "Examples", details.company, f"{details.period}, made up")


def matching(offered: Iterable[Choice], words: dict[Key, str], wanted: str) -> list[Choice]:
    """Those that hold every word."""
    parts = folded(wanted).split()
    return [one for one in offered if all(part in words[one.key] for part in parts)]
