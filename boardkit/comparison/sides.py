"""What can be compared: any state of any assessment, with the questionnaire that it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from boardkit.assessment import Assessment
from boardkit.content import shipped_questionnaire
from boardkit.errors import FileError
from boardkit.examples import Example
from boardkit.exchange import Opened
from boardkit.library.changes import fold
from boardkit.library.milestones import Milestone, milestones_in
from boardkit.questionnaire import Questionnaire
from boardkit.references import Reference

Kind = Literal["working", "milestone", "assessment", "reference", "example", "file"]


@dataclass(frozen=True, eq=False)
class Side:
    """One of two things that are compared."""

    name: str  # “Q3 board”, “Now”, “Datadog”: how a sentence and a column call it
    questionnaire: Questionnaire
    assessment: Assessment
    kind: Kind = "assessment"
    at: datetime | None = None  # when a milestone was kept

    @property
    def company(self) -> str:
        """Of whom it is."""
        return self.assessment.details.company

    def is_same_company(self, other: Side) -> bool:
        """Whether the other is of the same company; what is public of it is not its own account."""
        alike = self.company.casefold().split() == other.company.casefold().split()
        return alike and (self.kind == "reference") == (other.kind == "reference")


def side_of(opened: Opened | Example, kind: Kind = "file") -> Side:
    """An assessment from a file, or an example."""
    details = opened.assessment.details
    name = details.period or details.company
    return Side(name, opened.questionnaire, opened.assessment, kind)


def milestone_side(opened: Opened, name: str) -> Side:
    """A milestone from a file, by its name; raises FileError when the file cannot give it."""
    milestone = milestone_named(milestones_in(opened.history), name, opened.source.name)
    known = {one.digest: one for one in (*opened.earlier, opened.questionnaire)}
    questionnaire = known.get(milestone.questionnaire.digest)
    if questionnaire is None:
        raise FileError(
            f"The milestone “{milestone.name}” was kept with another version of the questionnaire, "
            f"which {opened.source.name} does not hold. Choose another milestone."
        )
    changes = [change for change in opened.history if change.seq <= milestone.seq]
    assessment = fold(opened.assessment.id, changes)
    return Side(milestone.name, questionnaire, assessment, "milestone", milestone.at)


def milestone_named(kept: Sequence[Milestone], name: str, holder: str) -> Milestone:
    """The milestone of that name; raises FileError with those that ``holder`` has."""
    found = [one for one in kept if one.name.casefold() == name.casefold()]
    if not found:
        there = ", ".join(f"“{one.name}”" for one in kept)
        held = f"It has: {there}." if kept else "It has none."
        raise FileError(f"{holder} has no milestone “{name}”. {held}")
    return found[-1]


def reference_side(reference: Reference) -> Side:
    """A listed company, placed from what is public."""
    questionnaire = shipped_questionnaire(reference.assessment.questionnaire.id)
    return Side(reference.name, questionnaire, reference.assessment, "reference")


def names(before: Side, after: Side) -> tuple[str, str]:
    """What to call two sides so that they can be told apart."""
    if before.is_same_company(after) and before.name != after.name:
        return before.name, after.name
    first, second = (
        side.company if side.name in ("", side.company) else f"{side.company}, {side.name}"
        for side in (before, after)
    )
    if before.company.casefold() != after.company.casefold():
        return before.company, after.company
    return (first, second) if first != second else (f"{first} (before)", f"{second} (after)")
