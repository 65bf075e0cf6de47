"""What can be compared with what: every state and company within reach, as it is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from boardkit.assessment import Assessment
from boardkit.comparison.sides import Kind
from boardkit.examples import shipped_examples
from boardkit.formats import Formats
from boardkit.library import Library, Milestone
from boardkit.library.entries import Entry, Kept, Place
from boardkit.questionnaire import Questionnaire
from boardkit.references import references_for
from ui.searching import folded

if TYPE_CHECKING:
    from ui.reach import Reach

NOW = "Now"
CHAIN = 12  # assessments that are followed back
THIS, FILE, OTHERS = "This assessment", "This file", "Other assessments"
Day = Callable[[date], str]
PLACES: tuple[Place, ...] = ("live", "archived")


class Key(NamedTuple):
    """Names one thing that can be compared."""

    kind: Kind
    id: str = ""
    of: str = ""  # the assessment of the library whose milestone it is, unless it is the open one


WORKING, VIEWED = Key("working"), Key("file")


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
        return self._by_key.get(key) if key is not None else None

    def make_ready(self) -> None:
        """Work out now, rather than when somebody looks, what each can be found by."""
        _ = self.words, self._by_key

    @cached_property
    def words(self) -> dict[Key, str]:
        """What each can be found by."""
        return {one.key: one.words for one in self.all}

    @cached_property
    def _by_key(self) -> dict[Key, Choice]:
        return {one.key: one for one in self.all}


def choices(
    reach: Reach, assessment: Assessment, questionnaire: Questionnaire, formats: Formats,
    looked_at: Milestone | None = None,
) -> Choices:  # fmt: skip
    """What there is beside an open assessment, beside a milestone of it, or beside a file."""
    kept, viewing = reach.own.milestones(assessment.id), reach.file is not None
    period = assessment.details.period
    own = Choice(WORKING, THIS, NOW, period)
    if viewing and looked_at is not None:
        own = Choice(VIEWED, FILE, looked_at.name, period)
    after = own.key if viewing or looked_at is None else Key("milestone", looked_at.id)
    offered = (
        own,
        *(_milestone(one, own.group, formats) for one in reversed(kept)),
        *_assessments(reach, assessment, questionnaire, formats),
        *_companies(questionnaire),
        *_examples(questionnaire),
    )
    earlier = [Key("assessment", one) for one in _followed(reach.library, assessment)]
    marks = [(one.seq, Key("milestone", one.id)) for one in kept]
    since = [key for seq, key in marks if looked_at is None or seq < looked_at.seq]
    here = [Key("assessment", assessment.id)] if viewing else []  # what the library has of it
    there = {one.key for one in offered}
    before = next((k for k in (*here, *since[::-1], *earlier[::-1]) if k in there), None)
    return Choices(offered, before, after, (*earlier, *(key for _, key in marks), own.key))


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


def _milestone(one: Milestone, group: str, formats: Formats) -> Choice:
    day = formats.day(one.at.astimezone())
    return Choice(Key("milestone", one.id), group, one.name, f"milestone of {day}")


def _assessments(
    reach: Reach, open_one: Assessment, questionnaire: Questionnaire, formats: Formats
) -> Iterator[Choice]:
    """Those of the library with their milestones, the ones of the same company first."""
    found = [
        (place, entry)
        for place in PLACES
        for entry in reach.library.list(place)
        if entry.questionnaire_id == questionnaire.id
        and (entry.id != open_one.id or reach.file is not None)
    ]
    marks: dict[str, list[Kept]] = {}
    for place in PLACES:
        for one in reach.library.kept(place):
            marks.setdefault(one.assessment, []).append(one)
    day = cache(formats.day)  # of ten thousand assessments many have the same
    company = open_one.details.company
    own = company.casefold().split()
    is_own = [entry.company.casefold().split() == own for _, entry in found]
    for named, group in ((False, company), (True, OTHERS)):
        for (place, entry), mine in zip(found, is_own, strict=True):
            if mine == named:
                continue
            yield _assessment(entry, group, place, day, named=named)
            for one in reversed(marks.get(entry.id, ())):
                yield _kept(one, entry, group, day, named=named)


def _assessment(entry: Entry, group: str, place: Place, day: Day, *, named: bool) -> Choice:
    board = f"board of {day(entry.board_date)}" if entry.board_date else ""
    title = entry.company if named else entry.period or "No period"
    aside = "archived" if place == "archived" else ""
    parts = (entry.period if named else "", board, f"{entry.answered} answered", aside)
    note = ", ".join(part for part in parts if part)
    return Choice(Key("assessment", entry.id), group, title, note)


def _kept(one: Kept, entry: Entry, group: str, day: Day, *, named: bool) -> Choice:
    title = f"{entry.company}: {one.name}" if named else one.name
    kept = f"milestone of {day(one.at.astimezone().date())}"
    note = ", ".join(part for part in (entry.period, kept) if part)
    return Choice(Key("milestone", one.id, entry.id), group, title, note)


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
