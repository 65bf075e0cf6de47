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
        if dialog.choice != OpeningDialog.MINE:
            return None
    if here.id in {entry.id for entry in desk.library.list("deleted")}:
        desk.library.restore(here.id)
    return here.id


def _add(desk: Desk, opened: Opened, *, new_id: bool = False) -> str:
    library = desk.library
    added = library.add(opened.assessment, opened.questionnaire, opened.history, new_id=new_id)
    if new_id:
        period = f"{added.details.period[:380]} (from a file)".strip()
        library.revise(added.id, added.details.model_copy(update={"period": period}))
    return added.id


class OpeningDialog(PlainDialog):
    """The file's assessment is in the library, and the two differ: which one is wanted?"""

    MINE, BOTH, NEITHER = "mine", "both", ""

    def __init__(self, theirs: Assessment, mine: Assessment, parent: QWidget | None = None) -> None:
        super().__init__("Open a file", parent, width=520)
        self.choice = self.NEITHER
        name = short_name(mine.details.company, mine.details.period)
        self.body.addWidget(label("This assessment is in the library already", "heading"))
        self.body.addWidget(label(f"The file {_difference(theirs, mine, name)}"))
        self.body.addWidget(label("Nothing of either is lost, whichever you choose.", "muted"))
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.add_button("Keep both").clicked.connect(self._keep_both)
        self.add_button("Open the one in the library", "main").clicked.connect(self._open_mine)

    def _keep_both(self) -> None:
        self.choice = self.BOTH
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
