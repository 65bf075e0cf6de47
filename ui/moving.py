"""Offers to move the open assessment to a newer version of its questionnaire, and does it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from boardkit.errors import BoardkitError
from boardkit.questionnaire import Questionnaire
from ui.desk import Desk
from ui.dialogs.error import tell
from ui.jobs import Progress
from ui.later import Later
from ui.session import Session
from ui.widgets.notice_bar import NoticeBar

OFFER = "The questionnaire is now at version {new}; this assessment answers {old}."


class Moving(QObject):
    """Of one open assessment; ``bar`` is where the offer stands, until it is taken or dismissed."""

    def __init__(self, desk: Desk, session: Session, bar: NoticeBar, window: QWidget) -> None:
        super().__init__(session)
        self._session, self._bar, self._window = session, bar, window
        self._newer: Questionnaire | None = None
        bar.say("")
        if session.read_only:
            return
        pin = session.assessment.questionnaire

        def look(progress: Progress) -> Questionnaire | None:
            from boardkit.content import newer_edition

            return newer_edition(pin.id, pin.version)

        self._looking = Later(desk.jobs, look)
        self._looking.done.connect(self._found)
        session.replaced.connect(self._offer)

    def _found(self, newer: Questionnaire | None) -> None:
        self._newer = newer
        self._offer()

    def _offer(self) -> None:
        """Say that there is a newer version, unless it is answered already."""
        old, new = self._session.questionnaire, self._newer
        if new is None or old.digest == new.digest:
            self._bar.say("")
        else:
            self._bar.say(OFFER.format(new=new.version, old=old.version))

    def ask(self) -> None:
        """Show what the step does; it is done when that is accepted."""
        if self._newer is None:
            return
        from boardkit.migration import migrate
        from ui.dialogs.moving import MovingDialog

        session = self._session
        _, report = migrate(session.assessment, session.questionnaire, self._newer)
        dialog = MovingDialog(report, session.questionnaire, self._newer, self._window)
        dialog.accepted.connect(self._move)
        dialog.open()

    def _move(self) -> None:
        assert self._newer is not None
        try:
            self._session.move_to(self._newer)
        except BoardkitError as fault:
            tell(self._window, fault)
