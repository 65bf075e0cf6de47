"""Taking a file into the library, also when its assessment is there already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from boardkit.assessment import Assessment
from boardkit.errors import BoardkitError
from boardkit.exchange import Opened
from ui.desk import Desk
from ui.dialogs.base import PlainDialog
from ui.dialogs.error import tell
from ui.shelving import short_name
from ui.widgets.labels import label


def take_in(desk: Desk, path: Path, parent: QWidget | None = None) -> str | None:
    """The id of the file's assessment in the library; None when it cannot be had, or is not wanted.

    One that is there already is asked about, unless both say the same.
    """
    from boardkit.exchange import open_file

    try:
        opened = open_file(path)
        if opened.assessment.id in desk.library:
            return _take_again(desk, opened, parent)
        return _add(desk, opened)
    except BoardkitError as fault:
        tell(parent, fault)
        return None


def _take_again(desk: Desk, opened: Opened, parent: QWidget | None) -> str | None:
    here = desk.library.assessment(opened.assessment.id)
    if here != opened.assessment:
        dialog = OpeningDialog(opened.assessment, here, parent)
        dialog.exec()
        if dialog.choice == OpeningDialog.BOTH:
            return _add(desk, opened, new_id=True)
        if dialog.choice == OpeningDialog.NEITHER:
            return None
        if dialog.choice == OpeningDialog.THEIRS:
            _replace(desk, opened)
    if here.id in {entry.id for entry in desk.library.list("deleted")}:
        desk.library.restore(here.id)
    return here.id


def _replace(desk: Desk, opened: Opened) -> None:
    """Make the one in the library what the file says; a milestone keeps what it was."""
    from boardkit.library_files import keep_evidence

    library, key = desk.library, opened.assessment.id
    library.keep_milestone(key, f"Before {opened.source.name} took its place"[:400])
    keep_evidence(library, opened)
    library.bring_to(opened.assessment, opened.questionnaire)


def _add(desk: Desk, opened: Opened, *, new_id: bool = False) -> str:
    from boardkit.library_files import take_into

    library = desk.library
    added = take_into(library, opened, new_id=new_id)
    if new_id:
        period = f"{added.details.period[:380]} (from a file)".strip()
        library.revise(added.id, added.details.model_copy(update={"period": period}))
    return added.id


CHOICES = (
    "Open the one in the library, and leave the file alone. Or replace it with what the file says: a "
    "milestone keeps what it was. Or keep both, one beside the other."
)


class OpeningDialog(PlainDialog):
    """The file's assessment is in the library, and the two differ: which one is wanted?"""

    MINE, THEIRS, BOTH, NEITHER = "mine", "theirs", "both", ""

    def __init__(self, theirs: Assessment, mine: Assessment, parent: QWidget | None = None) -> None:
        super().__init__("Open a file", parent, width=520)
        self.choice = self.NEITHER
        name = short_name(mine.details.company, mine.details.period)
        self.body.addWidget(label("This assessment is in the library already", "heading"))
        self.body.addWidget(label(f"The file {_difference(theirs, mine, name)}"))
        self.body.addWidget(label(CHOICES, "muted"))
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        both = self.add_button("Keep both", tip="The file comes in beside the one in the library")
        both.clicked.connect(self._keep_both)
        replace = self.add_button(
            "Replace", tip="The one in the library becomes what the file says"
        )
        replace.clicked.connect(self._take_theirs)
        self.add_button("Open the one in the library", "main").clicked.connect(self._open_mine)

    def _keep_both(self) -> None:
        self.choice = self.BOTH
        self.accept()

    def _take_theirs(self) -> None:
        self.choice = self.THEIRS
        self.accept()

    def _open_mine(self) -> None:
        self.choice = self.MINE
        self.accept()


def _difference(theirs: Assessment, mine: Assessment, name: str) -> str:
    """In how many answers two states of an assessment differ."""
    questions = theirs.answers.keys() | mine.answers.keys()
    number = sum(theirs.answers.get(q) != mine.answers.get(q) for q in questions)
    if not number:
        return f"holds the same answers as “{name}”, with other details."
    noun = "one answer" if number == 1 else f"{number} answers"
    return f"differs from “{name}” in {noun}."
