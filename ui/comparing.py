"""Which two states are compared, and what came of it: worked out in the background, and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from boardkit.assessment import Assessment
from boardkit.comparison import Comparison, Side, compare
from boardkit.comparison.forecasts import ForecastPair, forecasts
from boardkit.comparison.trend import FEWEST, Trend, trend
from ui.desk import Desk
from ui.jobs import Progress
from ui.reach import Reach
from ui.session import Session
from ui.sides import WORKING, Choices, Key, choices
from ui.sought import Sought

MOST = 8  # states of a trend: the latest


@dataclass(frozen=True, eq=False)
class Compared:
    """One comparison, with the forecasts where both sides have one."""

    sides: tuple[Side, Side]
    comparison: Comparison
    forecasts: ForecastPair | None


class Comparing(QObject):
    """Of one open assessment: what can be compared, what is, and the trend of its states."""

    listed = Signal()  # what can be chosen is known
    found = Signal()  # a comparison or a trend has come
    failed = Signal(object)

    def __init__(self, desk: Desk, session: Session, file: Desk | None = None) -> None:
        """``file`` is the desk of a file that is only looked at, and open."""
        super().__init__(session)
        self._reach = Reach(desk.library, file.library if file is not None else None)
        self._session = session
        self.before: Key | None = None
        self.after: Key = WORKING
        self.in_report = False  # whether the report page is to print it
        self._chosen = False
        self._choices: Sought[Choices] = Sought(desk.jobs, self)
        self._compared: Sought[Compared] = Sought(desk.jobs, self)
        self._trend: Sought[Trend] = Sought(desk.jobs, self)
        session.milestones_changed.connect(self._list_again)
        self._choices.found.connect(self._take_choices)
        self._compared.found.connect(self.found)
        self._trend.found.connect(self.found)
        for failed in (self._choices.failed, self._compared.failed, self._trend.failed):
            failed.connect(self.failed)

    # What there is

    @property
    def choices(self) -> Choices | None:
        """What can be compared, once it is known."""
        return self._choices.value

    def list(self) -> None:
        """Find out what can be compared; ``listed`` says that it is known."""
        session, reach, current = self._session, self._reach, self._current()
        questionnaire, formats, at = session.questionnaire, session.formats, session.milestone

        def work(progress: Progress) -> Choices:
            found = choices(reach, current, questionnaire, formats, at)
            found.make_ready()
            return found

        self._choices.seek(object(), work)  # the library may have changed since

    def _list_again(self) -> None:
        if self.choices is not None:
            self.list()

    def _take_choices(self) -> None:
        found = self._choices.value
        assert found is not None
        gone = any(found.find(key) is None for key in (self.before, self.after) if key is not None)
        if not self._chosen or gone:
            self.before, self.after, self._chosen = found.before, found.after, False
        self.listed.emit()

    def choose(self, before: Key | None, after: Key) -> None:
        """Compare these from now on."""
        self.before, self.after, self._chosen = before, after, True

    # Two states

    @property
    def compared(self) -> Compared | None:
        """What was compared last."""
        return self._compared.value

    @property
    def is_current(self) -> bool:
        """Whether that is of what is chosen now, as it stands now."""
        return self.before is not None and self._compared.is_of(
            self._stamp(self.before, self.after)
        )

    def compare(self) -> None:
        """Compare what is chosen; ``found`` says that it is there."""
        if self.before is None:
            return
        keys, load = (self.before, self.after), self._loading()

        def work(progress: Progress) -> Compared:
            before, after = map(load, keys)
            progress.check()
            found = compare(before, after)
            progress.check()
            return Compared((before, after), found, forecasts(before, after))

        self._compared.seek(self._stamp(*keys), work)

    def names(self) -> tuple[str, str] | None:
        """What the two are called that were compared last."""
        found = self.compared
        return (
            None if found is None else (found.comparison.before.name, found.comparison.after.name)
        )

    # All of its states

    @property
    def states(self) -> tuple[Key, ...]:
        """The states of this company one after another, oldest first."""
        return self.choices.states[-MOST:] if self.choices is not None else ()

    @property
    def trend(self) -> Trend | None:
        """The trend that was worked out last."""
        return self._trend.value

    @property
    def trend_is_current(self) -> bool:
        """Whether that is of the states as they are now."""
        return self._trend.is_of(self._stamp(*self.states))

    def follow(self) -> None:
        """Work out the trend; of fewer than three states there is none."""
        keys, load = self.states, self._loading()
        if len(keys) < FEWEST:
            return

        def work(progress: Progress) -> Trend:
            sides = []
            for key in keys:
                progress.check()
                sides.append(load(key))
            return trend(sides)

        self._trend.seek(self._stamp(*keys), work)

    # Inside

    def _current(self) -> Assessment:
        """The assessment as it stands, also while a milestone of it is looked at."""
        session = self._session
        if session.read_only:
            return self._reach.own.assessment(session.assessment.id)
        return session.assessment

    def _loading(self) -> Callable[[Key], Side]:
        """What loads a side as it stands now, and may do so in the background."""
        reach, current, offered = self._reach, self._current(), self.choices

        def load(key: Key) -> Side:
            choice = offered.find(key) if offered is not None else None
            return reach.load(key, current, choice.title if choice is not None else "")

        return load

    def _stamp(self, *keys: Key) -> object:
        """The same for as long as these stay what they are."""
        return keys, self._current() if WORKING in keys else None
