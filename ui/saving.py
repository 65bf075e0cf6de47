"""Writing an assessment, or one of its milestones, to a .boardkit file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from boardkit.assessment import Details
from boardkit.errors import BoardkitError
from boardkit.library import Library, Milestone
from ui.dialogs.error import tell

FILES = "Boardkit files (*.boardkit *.yaml *.yml);;All files (*)"
ENDING = ".boardkit"


def ask_where(details: Details, title: str, parent: QWidget, also: str = "") -> Path | None:
    """Where to write, with a name that says what it is; None when nothing was chosen."""
    name = " ".join(part for part in (details.company, also or details.period) if part)
    plain = "".join(c if c.isalnum() or c in " .,&-_" else "-" for c in name)[:80].strip()
    chosen, _ = QFileDialog.getSaveFileName(parent, title, f"{plain}{ENDING}", FILES)
    return Path(chosen) if chosen else None


def write_state(
    library: Library, assessment_id: str, path: Path, milestone: Milestone | None, parent: QWidget
) -> bool:
    """Write the present state, or that of a milestone, with what led to it; whether that could be."""
    from boardkit.library_files import write_from

    try:
        write_from(library, assessment_id, path, milestone.seq if milestone is not None else None)
    except BoardkitError as fault:
        tell(parent, fault)
        return False
    return True
