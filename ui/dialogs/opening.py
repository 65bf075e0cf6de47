"""Taking a file into the library, also when its assessment is there already."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from boardkit.assessment import Assessment
from boardkit.comparison.sides import Side
from boardkit.errors import BoardkitError
from boardkit.exchange import Opened
from ui.desk import Desk
from ui.dialogs.base import PlainDialog
from ui.dialogs.error import tell
from ui.shelving import short_name
from ui.theme import theme
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.labels import label


def take_in(desk: Desk, path: Path, parent: QWidget | None = None) -> str | Opened | None:
    """The id of the file's assessment in the library; None when it cannot be had, or is not wanted.

    One that is there already is asked about, unless both say the same. What the file holds comes
    back by itself when it is only to be looked at.
    """
    from boardkit.exchange import open_file

    try:
        opened = _wanted(open_file(path), parent)
        if opened is None:
            return None
        if opened.assessment.id in desk.library:
            return _take_again(desk, opened, parent)
        return _add(desk, opened)
    except BoardkitError as fault:
        tell(parent, fault)
        return None


def _wanted(opened: Opened, parent: QWidget | None) -> Opened | None:
    """Which of the two that a comparison report holds; of every other file the only one."""
    from boardkit.verification.inside import sides_in

    sides = sides_in(opened.source)
    if sides is None:
        return opened
    dialog = WhichDialog(sides, parent)
    dialog.exec()
    if dialog.chosen is None:
        return None
    return Opened(dialog.chosen.assessment, dialog.chosen.questionnaire, opened.source)


def take_viewed(desk: Desk, opened: Opened, parent: QWidget | None = None) -> str | None:
    """Take in a file that is being looked at; its id in the library, or None when it is not wanted."""
    try:
        taken = _take_again(desk, opened, parent, viewed=True)
    except BoardkitError as fault:
        tell(parent, fault)
        return None
    return taken if isinstance(taken, str) else None


def _take_again(
    desk: Desk, opened: Opened, parent: QWidget | None, *, viewed: bool = False
) -> str | Opened | None:
    here = desk.library.assessment(opened.assessment.id)
    if here != opened.assessment:
        dialog = OpeningDialog(opened.assessment, here, parent, viewed=viewed)
        dialog.exec()
        if dialog.choice == OpeningDialog.VIEW:
            return opened
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


class WhichDialog(PlainDialog):
    """A comparison report holds two assessments: which one is to be opened?"""

    def __init__(self, sides: tuple[Side, Side], parent: QWidget | None = None) -> None:
        super().__init__("Open a comparison report", parent, width=480)
        self.chosen: Side | None = None
        self.body.addWidget(label("This report holds two assessments", "heading"))
        self.body.addWidget(label("Which one is to be opened? The other stays in the file."))
        self.body.addSpacing(theme().px(4))
        for side, what in zip(sides, ("What it starts from.", "What it comes to."), strict=True):
            details = side.assessment.details
            told = short_name(details.company, details.period)
            row = ChoiceRow(side.name, f"{told}. {what}")
            row.clicked.connect(partial(self._choose, side))
            self.body.addWidget(row)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)

    def _choose(self, side: Side) -> None:
        self.chosen = side
        self.accept()


class OpeningDialog(PlainDialog):
    """The file's assessment is in the library, and the two differ: which one is wanted?"""

    MINE, VIEW, THEIRS, BOTH, NEITHER = "mine", "view", "theirs", "both", ""
    CHOICES = (
        (MINE, "Open the one in the library", "The file is left alone."),
        (VIEW, "View the file", "It opens to be read and printed. Nothing in the library changes."),
        (
            THEIRS,
            "Replace the one in the library",
            "It becomes what the file says. A milestone keeps what it was.",
        ),
        (BOTH, "Keep both", "The file comes in beside the one in the library."),
    )

    def __init__(
        self,
        theirs: Assessment,
        mine: Assessment,
        parent: QWidget | None = None,
        *,
        viewed: bool = False,
    ) -> None:
        """``viewed`` when the file is being looked at already, and is to be taken in."""
        super().__init__("Open a file", parent, width=480)
        self.choice = self.NEITHER
        name = short_name(mine.details.company, mine.details.period)
        self.body.addWidget(label("This assessment is in the library already", "heading"))
        self.body.addWidget(label(f"The file {_difference(theirs, mine, name)}"))
        self.body.addSpacing(theme().px(4))
        offered = [one for one in self.CHOICES if not (viewed and one[0] == self.VIEW)]
        for choice, title, about in offered:
            row = ChoiceRow(title, about)
            row.clicked.connect(partial(self._choose, choice))
            self.body.addWidget(row)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button("Cancel").clicked.connect(self.reject)

    def _choose(self, choice: str) -> None:
        self.choice = choice
        self.accept()


def _difference(theirs: Assessment, mine: Assessment, name: str) -> str:
    """In how many answers two states of an assessment differ."""
    questions = theirs.answers.keys() | mine.answers.keys()
    number = sum(theirs.answers.get(q) != mine.answers.get(q) for q in questions)
    if not number:
        return f"holds the same answers as “{name}”, with other details."
    noun = "one answer" if number == 1 else f"{number} answers"
    return f"differs from “{name}” in {noun}."
