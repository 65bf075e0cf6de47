"""What a person does to the library from its list; each step can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ui.desk import Desk

if TYPE_CHECKING:
    from boardkit.assessment import Details

LONGEST = 90  # characters of a name in a sentence


class Done(NamedTuple):
    """Something done to the library."""

    sentence: str
    take_back: Callable[[], object]
    about: str | None  # the assessment to mark once it is taken back


class Shelving:
    """Changes the library, and remembers how to undo that. Raises what the library raises."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done: list[Done] = []

    @property
    def sentence(self) -> str:
        """What was done last and can be undone; nothing when there is nothing."""
        return self._done[-1].sentence if self._done else ""

    def rename(self, assessment_id: str, before: Details, after: Details) -> None:
        """Another company or period."""
        library = self._desk.library
        library.revise(assessment_id, after)
        take_back = partial(library.revise, assessment_id, before)
        self._remember(f"Renamed to {_name(after)}.", take_back, assessment_id)

    def duplicate(self, assessment_id: str) -> str:
        """A second one with the same answers; its id."""
        library = self._desk.library
        copy = library.duplicate(assessment_id, copied(library.assessment(assessment_id).details))
        self._remember(f"Made {_name(copy.details)}.", partial(library.delete, copy.id), None)
        return copy.id

    def archive(self, assessment_id: str) -> None:
        """Put an assessment aside: out of the list of those in use."""
        library = self._desk.library
        self._move("Archived", assessment_id, library.archive, library.unarchive)

    def unarchive(self, assessment_id: str) -> None:
        """Put an archived assessment back among those in use."""
        library = self._desk.library
        self._move("Back in use:", assessment_id, library.unarchive, library.archive)

    def delete(self, assessment_id: str) -> None:
        """Take an assessment off the list; it can be restored."""
        library = self._desk.library
        self._move("Deleted", assessment_id, library.delete, library.restore)

    def restore(self, assessment_id: str) -> None:
        """Put a deleted assessment back where it was."""
        library = self._desk.library
        self._move("Restored", assessment_id, library.restore, library.delete)

    def undo(self) -> str | None:
        """Take back what was done last; the assessment that it was about, if it is still there."""
        if not self._done:
            return None
        last = self._done.pop()
        last.take_back()
        return last.about

    def forget(self) -> None:
        """From here on nothing can be undone."""
        self._done.clear()

    def _move(
        self, what: str, assessment_id: str,
        move: Callable[[str], object], back: Callable[[str], object],
    ) -> None:  # fmt: skip
        details = self._desk.library.assessment(assessment_id).details
        move(assessment_id)
        self._remember(f"{what} {_name(details)}.", partial(back, assessment_id), assessment_id)

    def _remember(self, sentence: str, take_back: Callable[[], object], about: str | None) -> None:
        self._done.append(Done(sentence, take_back, about))


def copied(details: Details) -> Details:
    """The details of a copy, told apart by its period."""
    period = f"{details.period[:390]} (copy)".strip()
    return details.model_copy(update={"period": period})


def _name(details: Details) -> str:
    return short_name(details.company, details.period)


def short_name(company: str, period: str) -> str:
    """“Paperclip, Q3 2026”, cut where it is very long."""
    name = ", ".join(part for part in (" ".join(company.split()), " ".join(period.split())) if part)
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
