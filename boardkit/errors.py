"""Everything that Boardkit raises on purpose.

BoardkitError
├── ContentError        a questionnaire, or a file beside it, cannot be used
├── AnswerError         a value does not fit its question
├── FileError           a file cannot be read, or cannot be written
│   └── NewerFileError  … because a newer Boardkit wrote it
├── ForecastError       a forecast cannot be made of what is there
├── ComparisonError     two assessments cannot be compared
├── LibraryError        the library of assessments cannot do what was asked
│   └── NotFoundError   … because no such assessment is in it
├── PrintingError       a document could not be printed
└── RenderingError      a document could not be made
    └── CancelledRendering  … because it was no longer wanted

The text of each is a sentence, or a few, that a person who writes no programs can act upon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boardkit.english import sentence

if TYPE_CHECKING:
    from boardkit.formats import Formats

DECIMALS = 9  # of a figure that is refused: enough to see why


class BoardkitError(Exception):
    """The root of the family: catch it where any failure is told to the user."""


class ContentError(BoardkitError):
    """A questionnaire, a fact file or a reference profile cannot be used as it stands.

    ``file`` and ``line`` say where, when it is one line's fault; the text starts with them.
    """

    def __init__(self, problem: str, *, file: str = "", line: int = 0) -> None:
        super().__init__(problem)
        self.problem = problem
        self.file = file
        self.line = line

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.problem}" if self.file else self.problem


class AnswerError(BoardkitError):
    """A value does not fit its question; the text says what to type instead.

    ``places`` lead from the whole answer to the part at fault, and the text starts with them:
    “Row 1, “Share”: type a number, such as 12.5.” ``remedy`` has a {} for each of ``figures``.
    """

    def __init__(self, remedy: str, *places: str, figures: tuple[float, ...] = ()) -> None:
        super().__init__(remedy, *places)
        self.remedy = remedy
        self.places = places
        self.figures = figures

    def inside(self, place: str) -> AnswerError:
        """The same fault, of a part of something larger."""
        return AnswerError(self.remedy, place, *self.places, figures=self.figures)

    def told(self, formats: Formats) -> str:
        """The text, with its figures as this person writes them."""
        remedy = self.remedy
        if self.figures:
            remedy = remedy.format(*(formats.number(one, DECIMALS) for one in self.figures))
        if not self.places:
            return remedy
        text = f"{', '.join(self.places)}: {remedy[:1].lower()}{remedy[1:]}"
        return sentence(text)

    def __str__(self) -> str:
        from boardkit.formats import Formats  # which imports Babel

        return self.told(Formats())


class FileError(BoardkitError):
    """A file cannot be read or written; nothing was changed."""


class NewerFileError(FileError):
    """The file was written by a newer Boardkit than this one."""


class ForecastError(BoardkitError):
    """A forecast cannot be made: ARR is missing, or a scenario does not fit."""


class ComparisonError(BoardkitError):
    """Two assessments cannot be compared: they answer different questionnaires."""


class LibraryError(BoardkitError):
    """The library of assessments cannot do what was asked; nothing was lost."""


class NotFoundError(LibraryError):
    """No assessment of that name or id is in the library."""


class PrintingError(BoardkitError):
    """The printer did not take a document, or not all of it."""


class RenderingError(BoardkitError):
    """A document could not be made."""


class CancelledRendering(RenderingError):
    """The document was cancelled while it was being made."""
