"""Which state of before a pack is set beside: what the board is taken to have seen last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from boardkit.assessment import Assessment
from boardkit.comparison.sides import Side, milestone_side
from boardkit.exchange import Opened
from boardkit.library import Library, Milestone
from boardkit.library.milestones import milestones_in
from boardkit.questionnaire import Questionnaire

APART = timedelta(days=1)


def last_milestone(assessment: Assessment, milestones: Sequence[Milestone]) -> Milestone | None:
    """The latest milestone at least a day older than the last answer; None without any such."""
    given = [answer.at for answer in assessment.answers.values() if answer.at is not None]
    if not given:
        return None
    old = [one for one in milestones if one.at <= max(given) - APART]
    return max(old, key=lambda one: one.seq, default=None)


def last_time_in(opened: Opened) -> Side | None:
    """That milestone of an assessment from a file, where the file has one that can be given.

    Raises FileError when it was kept with a questionnaire that the file does not hold.
    """
    kept = last_milestone(opened.assessment, milestones_in(opened.history))
    side = milestone_side(opened, kept.name) if kept is not None else None
    return side if side is None or side.questionnaire.id == opened.questionnaire.id else None


def last_time(library: Library, assessment: Assessment, until: int | None = None) -> Side | None:
    """That milestone, or else the assessment that this one follows, where the library has it.

    ``until`` is the place in the history of the milestone that is printed itself. Raises
    LibraryError when the library fails.
    """
    kept = [m for m in library.milestones(assessment.id) if until is None or m.seq < until]
    milestone = last_milestone(assessment, kept)
    follows = assessment.details.follows
    if milestone is not None:
        state = library.at(assessment.id, milestone.seq)
        side = Side(milestone.name, _content(library, state), state, "milestone", milestone.at)
    elif follows is not None and follows.assessment in library:
        state = library.assessment(follows.assessment)
        side = Side(state.details.period or "Last time", _content(library, state), state)
    else:
        return None
    return side if state.questionnaire.id == assessment.questionnaire.id else None


def _content(library: Library, state: Assessment) -> Questionnaire:
    return library.questionnaire(state.questionnaire.digest)
