"""What the board is taken to have seen last, which a pack is set beside: found in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from boardkit.comparison.last_time import last_time
from boardkit.comparison.sides import Side
from ui.desk import Desk
from ui.jobs import Progress
from ui.session import Session
from ui.sought import Sought


class _Seen(NamedTuple):
    of: object  # the state of the assessment for which it was found
    side: Side | None


class LastBoard(QObject):
    """Of one open assessment; whoever needs it shares it."""

    found = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(session)
        self._desk, self._session = desk, session
        self._turn = 0  # how often milestones have come or gone
        self._sought: Sought[_Seen] = Sought(desk.jobs, self)
        self._sought.found.connect(self.found)
        self._sought.failed.connect(self.failed)
        session.milestones_changed.connect(self._forget)

    @classmethod
    def of(cls, desk: Desk, session: Session) -> LastBoard:
        """The one of an assessment, made when it is first asked for."""
        return session.findChild(cls) or cls(desk, session)

    @property
    def side(self) -> Side | None:
        """The state of before; None where there is none, and for what is not set beside any."""
        seen = self._sought.value
        return seen.side if seen is not None and self._session.details.pack.is_pack else None

    @property
    def is_known(self) -> bool:
        """Whether that is of the assessment as it is now."""
        seen = self._sought.value
        known = seen is not None and seen.of == self._stamp
        return known or not self._session.details.pack.is_pack

    def seek(self) -> None:
        """Find it; ``found`` says that it is known."""
        self._sought.seek(self._stamp, self._looking())

    def look_again(self) -> None:
        """Find it once more, since another window may have kept a milestone; what is known stands."""
        if self._sought.value is not None:
            self._sought.seek(object(), self._looking())

    def _forget(self) -> None:
        self._turn += 1

    def _looking(self) -> Callable[[Progress], _Seen]:
        library, session, stamp = self._desk.library, self._session, self._stamp
        assessment, milestone = session.assessment, session.milestone
        until = milestone.seq if milestone is not None else None

        def work(progress: Progress) -> _Seen:
            return _Seen(stamp, last_time(library, assessment, until))

        return work

    @property
    def _stamp(self) -> object:
        """The same for as long as nothing has changed that it follows from."""
        given = [a.at for a in self._session.assessment.answers.values() if a.at is not None]
        return self._turn, max(given, default=None), self._session.details.follows
