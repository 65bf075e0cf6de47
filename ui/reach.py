"""Where what can be compared is kept, and the way to load one of it."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.assessment import Assessment
from boardkit.comparison.finding import library_side
from boardkit.comparison.sides import Side, reference_side, side_of
from boardkit.errors import LibraryError
from boardkit.examples import shipped_example
from boardkit.library import Library
from boardkit.references import references_for
from ui.sides import NOW, Key


@dataclass(frozen=True)
class Reach:
    """One's library and, while a file is only looked at, the one that the file has to itself."""

    library: Library
    file: Library | None = None

    @property
    def own(self) -> Library:
        """The library of what is open."""
        return self.library if self.file is None else self.file

    def load(self, key: Key, current: Assessment, title: str = "") -> Side:
        """One thing that can be compared; ``current`` is the assessment that is open, as it stands.

        ``title`` is what it was offered as. Raises LibraryError for what is no longer there.
        """
        kind, name, of = key
        questionnaire = self.own.questionnaire(current.questionnaire.digest)
        if kind in ("working", "file"):
            return Side(title or NOW, questionnaire, current, kind)
        if kind == "milestone":
            holder = self.library if of else self.own
            return _at_milestone(holder, of or current.id, name)
        if kind == "reference":
            found = {one.assessment.id: one for one in references_for(questionnaire)}
            return reference_side(found[name])
        if kind == "example":
            return side_of(shipped_example(name), "example")
        return library_side(self.library, name)


def _at_milestone(library: Library, assessment_id: str, milestone_id: str) -> Side:
    found = [one for one in library.milestones(assessment_id) if one.id == milestone_id]
    if not found:
        raise LibraryError("The milestone is no longer on the list. Choose another one.")
    (kept,) = found
    state = library.at(assessment_id, kept.seq)
    content = library.questionnaire(state.questionnaire.digest)
    return Side(kept.name, content, state, "milestone", kept.at)
