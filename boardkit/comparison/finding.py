"""What a name stands for: a file, one of its milestones, what ships, or what the library keeps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from boardkit.comparison.sides import (
    Side,
    milestone_named,
    milestone_side,
    reference_side,
    side_of,
)
from boardkit.errors import FileError
from boardkit.examples import shipped_examples
from boardkit.exchange import open_file
from boardkit.library import Entry, Library
from boardkit.questionnaire import Questionnaire
from boardkit.references import shipped_references

MOST = 5  # ids that are named where a name fits several


Shelf = Callable[[], Library | None]  # opens the library when it is needed, if there is one


def find_side(
    name: str, questionnaire: Questionnaire | None, library: Shelf, *, library_first: bool = False
) -> Side:
    """The side of that name; raises FileError when there is none, or when it fits several.

    A plain file answers ``questionnaire``, or the one of its id that ships with Boardkit. A name with
    @ in it is that of a milestone. In the library a name is an id, a company, or “company, period”.
    Files go before everything; what ships goes before the library, or after it.
    """
    if Path(name).is_file():
        return side_of(open_file(Path(name), questionnaire))
    whole, _, milestone = name.rpartition("@")
    if whole and Path(whole).is_file():
        return milestone_side(open_file(Path(whole), questionnaire), milestone)
    ways: list[Callable[[], Side | None]] = [lambda: _shipped(name), lambda: _kept(name, library())]
    for way in reversed(ways) if library_first else ways:
        if (found := way()) is not None:
            return found
    raise FileError(
        f"There is no file “{name}”, and no example, no reference company and no assessment of the "
        "library of that name. “boardkit examples” lists the examples, “boardkit library list” "
        "what is in the library."
    )


def _shipped(name: str) -> Side | None:
    for example in shipped_examples():
        if example.name == name:
            return side_of(example, "example")
    for reference in shipped_references():
        if reference.name.casefold() == name.casefold():
            return reference_side(reference)
    return None


def _kept(name: str, library: Library | None) -> Side | None:
    if library is None:
        return None
    if (entry := _entry(name, library)) is not None:
        return library_side(library, entry.id)
    whole, _, milestone = name.rpartition("@")
    if (entry := _entry(whole, library)) is not None:
        return library_side(library, entry.id, milestone)
    return None


def library_side(library: Library, assessment_id: str, milestone: str = "") -> Side:
    """An assessment of the library, or one of its milestones by name; raises FileError without it."""
    assessment = library.assessment(assessment_id)
    if not milestone:
        questionnaire = library.questionnaire(assessment.questionnaire.digest)
        name = assessment.details.period or assessment.details.company
        return Side(name, questionnaire, assessment, "assessment")
    kept = milestone_named(library.milestones(assessment_id), milestone, assessment.details.company)
    then = library.at(assessment_id, kept.seq)
    questionnaire = library.questionnaire(then.questionnaire.digest)
    return Side(kept.name, questionnaire, then, "milestone", kept.at)


def _entry(name: str, library: Library) -> Entry | None:
    entries = (*library.list(), *library.list("archived"))
    fits = [entry for entry in entries if _is_called(entry, name)]
    if len(fits) > 1:
        ids = ", ".join(f"{one.id} ({one.period or 'no period'})" for one in fits[:MOST])
        raise FileError(f"“{name}” is the name of {len(fits)} assessments. Give an id: {ids}.")
    return fits[0] if fits else None


def _is_called(entry: Entry, name: str) -> bool:
    own = entry.company, f"{entry.company}, {entry.period}"
    return name == entry.id or (bool(name) and name.casefold() in map(str.casefold, own))
