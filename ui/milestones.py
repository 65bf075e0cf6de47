"""Keeping milestones of the open assessment, and what starts from one: the dialogs, and the work."""

from __future__ import annotations

import uuid
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boardkit.assessment import Assessment, PastForecast
from boardkit.decisions import Decision
from boardkit.errors import BoardkitError, ForecastError
from boardkit.following import next_assessment
from boardkit.formats import Formats
from boardkit.library import Library, Milestone
from boardkit.questionnaire import Questionnaire
from ui.desk import Desk
from ui.dialogs.error import tell
from ui.dialogs.milestones import MilestonesDialog
from ui.dialogs.naming import KEEPING, NamingDialog, usual_name
from ui.dialogs.next_assessment import NextAssessmentDialog
from ui.jobs import Progress
from ui.later import Later
from ui.saving import ask_where, write_state
from ui.session import Session


class Milestones(QObject):
    """Of one window. ``looked_at`` brings a milestone to open, ``made`` a new assessment's id."""

    kept = Signal(object)
    starting = Signal()  # the next assessment is on its way, which takes a moment
    looked_at = Signal(object)
    made = Signal(object)

    def __init__(self, desk: Desk, session: Session, window: QWidget) -> None:
        super().__init__(session)
        self._desk, self._session, self._window = desk, session, window
        self._naming: NamingDialog | None = None
        self._next: NextAssessmentDialog | None = None
        self._from: Milestone | None = None

    # Keeping

    def keep(self) -> None:
        """Ask for a name, and keep the answers as they are under it."""
        session = self._session
        _ = session.intervals  # asked for now, to be there when the name is typed
        name = usual_name(session.details, session.formats.day(session.evidence_day))
        self._naming = NamingDialog("Keep a milestone", name, "Keep", KEEPING, self._window)
        self._naming.accepted.connect(self._keep)
        self._naming.open()

    def _keep(self) -> None:
        assert self._naming is not None
        try:
            kept = self._session.keep_milestone(self._naming.name)
        except BoardkitError as fault:
            tell(self._window, fault)
        else:
            self.kept.emit(kept)

    # The list

    def show(self) -> None:
        """Every milestone, and what can be done with it."""
        session = self._session
        dialog = MilestonesDialog(
            self._desk.library, session.assessment.id, session.formats, self._window
        )
        dialog.changed.connect(session.milestones_changed)
        dialog.open_wanted.connect(self.looked_at)
        dialog.restore_wanted.connect(self.go_back_to)
        dialog.next_wanted.connect(self.ask_for_next)
        dialog.export_wanted.connect(self.export)
        dialog.open()

    def go_back_to(self, milestone: Milestone) -> None:
        """Make the assessment what it was then."""
        try:
            self._session.go_back_to(milestone)
        except BoardkitError as fault:
            tell(self._window, fault)

    def export(self, milestone: Milestone) -> None:
        """Ask where, and write the milestone to a file."""
        path = ask_where(
            self._session.details, "Export a milestone", self._window, also=milestone.name
        )
        if path is not None:
            key = self._session.assessment.id
            write_state(self._desk.library, key, path, milestone, self._window)

    # The next assessment

    def ask_for_next(self, milestone: Milestone | None = None) -> None:
        """Ask for period and date, and start the next assessment from this one, or a milestone."""
        self._from = milestone or self._session.milestone
        self._next = NextAssessmentDialog(self._session.assessment, self._desk.locale, self._window)
        self._next.accepted.connect(self._start_next)
        self._next.open()

    def _start_next(self) -> None:
        assert self._next is not None
        library, key, milestone = self._desk.library, self._session.assessment.id, self._from
        period, day, locale = self._next.period, self._next.board_date, self._desk.locale

        def work(progress: Progress) -> str:
            return add_next(library, key, milestone, period, day, locale)

        self.starting.emit()
        later = Later(self._desk.jobs, work)
        later.done.connect(self.made)
        later.failed.connect(self._fail)

    def _fail(self, fault: Exception) -> None:
        if not isinstance(fault, BoardkitError):
            raise fault
        tell(self._window, fault)


def add_next(
    library: Library, assessment_id: str, milestone: Milestone | None, period: str,
    day: date | None, locale: str = "en",
) -> str:  # fmt: skip
    """Put the next assessment into the library, with what is to be looked back on; its id."""
    if milestone is None:
        previous = library.assessment(assessment_id)
    else:
        previous = library.at(assessment_id, milestone.seq)
    questionnaire = library.questionnaire(previous.questionnaire.digest)
    made = next_assessment(
        questionnaire, previous, uuid.uuid4().hex, period=period, board_date=day,
        milestone=milestone.name if milestone is not None else "",
        decisions=_decisions(questionnaire, previous, locale),
        forecast=_forecast(questionnaire, previous),
    )  # fmt: skip
    return library.add(made, questionnaire).id


def _decisions(
    questionnaire: Questionnaire, previous: Assessment, locale: str
) -> tuple[Decision, ...]:
    """What the board was asked, as the pack prints it: as written down, or as the moves suggest."""
    from boardkit.documents.deciding import decisions_of
    from boardkit.scoring import Scoring
    from boardkit.scoring.moves import smallest_moves

    details, method = previous.details, questionnaire.methodology
    moves = smallest_moves(Scoring(questionnaire, previous)) if details.decisions is None else None
    return decisions_of(details, method, moves, Formats(locale, details.currency))


def _forecast(questionnaire: Questionnaire, previous: Assessment) -> PastForecast | None:
    """What the previous assessment's forecast says of its first year, if it has one."""
    from boardkit.economics import forecast
    from boardkit.following.keeping_score import past_forecast

    try:
        found = forecast(questionnaire, previous)
    except ForecastError:
        return None
    return past_forecast(found, previous.details.board_date or date.today())
