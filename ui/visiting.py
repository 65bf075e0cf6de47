"""A file that is looked at without being taken in: it has a library of its own for as long as that is."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from boardkit.assessment import Assessment
from boardkit.errors import BoardkitError, FileError
from boardkit.exchange import Opened
from boardkit.library import Library, Milestone
from boardkit.library_files import take_into
from ui.desk import Desk


class Visit:
    """What was opened, and the desk at which it is looked at; raises BoardkitError when it cannot be.

    ``state`` is what the file says, told as a milestone: to be read and printed, not changed.
    """

    def __init__(self, desk: Desk, opened: Opened) -> None:
        self.opened = opened
        try:
            self._folder = TemporaryDirectory(prefix="boardkit-", ignore_cleanup_errors=True)
        except OSError as fault:
            raise FileError(
                f"There is no room to look at {opened.source.name}: {fault.strerror or fault}."
            ) from fault
        author = desk.listing.author
        self._library = Library.open(Path(self._folder.name) / "library.sqlite3", author)
        try:
            taken = take_into(self._library, opened)
        except BoardkitError:
            self.close()
            raise
        self.desk = desk.over(self._library)
        self.state = _state(self._library, taken, opened.source.name)

    @property
    def assessment_id(self) -> str:
        """Which assessment the file holds."""
        return self.opened.assessment.id

    def close(self) -> None:
        """Let go of it; nothing is left behind."""
        self._library.close()
        self._folder.cleanup()


def _state(library: Library, assessment: Assessment, name: str) -> Milestone:
    """The end of its history, which the file's name stands for; nothing is written down of it."""
    last = library.history(assessment.id)[-1]
    return Milestone(
        id="", seq=last.seq, name=name, author=last.author, at=last.at,
        questionnaire=assessment.questionnaire,
    )  # fmt: skip
