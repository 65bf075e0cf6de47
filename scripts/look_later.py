"""Makes the dialogs about earlier states: milestones, the next version, what was verified, what to compare."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtWidgets import QDialog

from boardkit.comparison import side_of
from boardkit.comparison.comparing import compare
from boardkit.comparison.forecasts import forecasts
from boardkit.documents.comparison_report import ComparisonReport
from boardkit.examples import shipped_example
from boardkit.migration import migrate
from boardkit.scoring.engine import Scoring
from boardkit.scoring.headline_note import headline_note
from boardkit.scoring.uncertainty import intervals
from boardkit.verification import verify
from tests.support.second_edition import second_edition
from tests.support.tampering import with_text
from ui.desk import Desk
from ui.dialogs.choose_side import ChooseSideDialog
from ui.dialogs.last_time import LastTimeDialog
from ui.dialogs.milestones import MilestonesDialog
from ui.dialogs.moving import MovingDialog
from ui.dialogs.naming import KEEPING, NamingDialog, usual_name
from ui.dialogs.opening import WhichDialog
from ui.dialogs.verification import VerificationDialog
from ui.main_window import MainWindow
from ui.milestones import add_next
from ui.reach import Reach
from ui.session import Session
from ui.sides import choices

EARLIER, LATER = "paperclip-2026-q2", "paperclip-2026-q3"


def later_dialogs(
    window: MainWindow, desk: Desk, session: Session
) -> Iterator[tuple[str, Callable[[], QDialog]]]:
    """The name of each, and what makes it anew."""
    library, newer = desk.library, second_edition()
    scoring = Scoring(session.questionnaire, session.assessment)
    display = session.questionnaire.methodology.display
    note = headline_note(session.result, intervals(scoring), display)
    library.keep_milestone(session.assessment.id, "Q3 2026 board", note)
    _, report = migrate(session.assessment, session.questionnaire, newer)
    sides = tuple(side_of(shipped_example(name), "example") for name in (EARLIER, LATER))
    pair = forecasts(sides[0], sides[1])
    printed = ComparisonReport(compare(sides[0], sides[1]), pair).pdf()
    right = verify(printed, "Paperclip what changed.pdf")
    wrong = verify(with_text(printed, 0, "42.0", "24.0"), "Paperclip what changed.pdf")
    offered = choices(
        Reach(library), session.assessment, session.questionnaire, session.formats, None
    )
    following = add_next(library, session.assessment.id, None, "Q1 2027", date(2027, 3, 30))
    quarter = Session(library, following, locale=desk.locale, jobs=desk.jobs)
    name = usual_name(session.details, "15 December 2026")
    yield (
        "milestones",
        lambda: MilestonesDialog(library, session.assessment.id, session.formats, window),
    )
    yield (
        "keep-milestone",
        lambda: NamingDialog("Keep a milestone", name, "Keep", KEEPING, window),
    )
    yield "moving", lambda: MovingDialog(report, session.questionnaire, newer, window)
    yield "verified-right", lambda: VerificationDialog(right, window)
    yield "verified-wrong", lambda: VerificationDialog(wrong, window)
    yield (
        "choose-side",
        lambda: ChooseSideDialog("Compare with what?", offered, offered.before, window),
    )
    yield "which-of-two", lambda: WhichDialog((sides[0], sides[1]), window)
    yield "last-time", lambda: LastTimeDialog(quarter, window)
