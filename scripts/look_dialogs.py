"""Makes each dialog of the window, with what an executive would find in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLineEdit

from boardkit.documents.have_ready import have_ready_pdf
from boardkit.documents.viewing import PdfPages
from boardkit.examples import shipped_example
from boardkit.references import shipped_references
from ui.desk import Desk
from ui.dialogs.about import AboutDialog
from ui.dialogs.document import DocumentDialog
from ui.dialogs.error import ErrorDialog
from ui.dialogs.find import FindDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.new_assessment import NewAssessmentDialog
from ui.dialogs.next_assessment import NextAssessmentDialog
from ui.dialogs.opening import OpeningDialog
from ui.dialogs.own_scenario import OwnScenarioDialog
from ui.dialogs.reference_companies import ReferenceCompaniesDialog
from ui.dialogs.rename import RenameDialog
from ui.main_window import MainWindow
from ui.session import Session
from ui.widgets.have_ready_button import FILE_NAME, TITLE

EARLIER, LATER = "paperclip-2026-q2", "paperclip-2026-q3"


def dialogs(
    window: MainWindow, desk: Desk, session: Session
) -> Iterator[tuple[str, Callable[[], QDialog]]]:
    """The name of each, and what makes it anew: a dialog takes its sizes when it is made."""
    later = shipped_example(LATER).assessment
    earlier = shipped_example(EARLIER).assessment

    def found() -> QDialog:
        dialog = FindDialog(session, session.questionnaire.questions, window)
        words = dialog.findChild(QLineEdit)
        assert words is not None
        words.setText("renewal")
        words.textEdited.emit("renewal")
        return dialog

    def references() -> QDialog:
        dialog = ReferenceCompaniesDialog(
            session.questionnaire, shipped_references(), session.formats, window
        )
        dialog.show()  # which chooses the first
        dialog.show_company("Datadog")
        return dialog

    yield "have-ready", lambda: _have_ready(window, desk, session)
    yield "new", lambda: NewAssessmentDialog(desk, parent=window)
    yield "rename", lambda: RenameDialog(later.details, window)
    yield "next", lambda: NextAssessmentDialog(later, desk.locale, window)
    yield "opening", lambda: OpeningDialog(earlier, later, window)
    yield "own-scenario", lambda: OwnScenarioDialog(None, desk.locale, parent=window)
    yield "find", found
    yield "references", references
    yield "keys", lambda: KeysDialog(window)
    yield "about", lambda: AboutDialog(desk, parent=window)
    yield "error", lambda: ErrorDialog(OSError(28, "No space left on device"), window)


def _have_ready(window: MainWindow, desk: Desk, session: Session) -> QDialog:
    data = have_ready_pdf(session.questionnaire, ("core",))
    return DocumentDialog(desk, TITLE, Path(FILE_NAME), PdfPages(data), window)
