"""The forecast of the open assessment as it is looked at: under which scenario, and what a hand has moved.

What is moved is kept nowhere until it is saved as a scenario of the company's own, which is an edit of
the assessment's details like any other; undoing that edit brings it back as it was moved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from boardkit.assessment import ForecastSettings, OwnScenario
from boardkit.economics import (
    Forecast,
    Inputs,
    ScenarioChoice,
    forecast_of,
    inputs_of,
    own_scenario_faults,
    scenarios_of,
)
from boardkit.economics.wording import ForecastWords
from boardkit.errors import ForecastError
from ui.session import Session

LONGEST_ID = 36  # characters, so that there is room for a number
MOST = 50  # scenarios of one's own


@dataclass(frozen=True)
class _Saving:
    """What was moved by hand when it was saved, so that undoing that brings it back."""

    before: ForecastSettings
    after: ForecastSettings
    picked: str | None
    values: dict[str, float]
    shown: str


class WhatIf(QObject):
    """One signal says that the forecast is another; a page reads it and draws."""

    moved = Signal()  # an input was set, or set back
    changed = Signal()  # another scenario, or other answers: everything may be another

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._picked: str | None = None
        self._values: dict[str, float] = {}
        self._settings = session.details.forecast
        self._savings: list[_Saving] = []
        self._known: Inputs | None = None
        self._forecast: Forecast | None = None
        session.changed.connect(self._follow)

    # What there is to read

    @property
    def scenarios(self) -> tuple[ScenarioChoice, ...]:
        """Every scenario that can be picked."""
        return scenarios_of(self._session.questionnaire, self._session.assessment)

    @property
    def scenario(self) -> ScenarioChoice:
        """The one that is looked at."""
        choices = self.scenarios
        wanted = self._picked or self._session.details.forecast.scenario
        return next((one for one in choices if one.id == wanted), choices[0])

    @property
    def is_first(self) -> bool:
        """Whether it is the one that the assessment shows first, and its pack prints."""
        choices = self.scenarios
        first = self._session.details.forecast.scenario
        shown = next((one for one in choices if one.id == first), choices[0])
        return shown.id == self.scenario.id

    @property
    def known(self) -> Inputs:
        """The inputs under the scenario, before a hand moved any; raises ForecastError."""
        if self._known is None:
            session = self._session
            self._known = inputs_of(session.questionnaire, session.assessment, self.scenario.id)
        return self._known

    @property
    def inputs(self) -> Inputs:
        """The inputs as they are moved; raises ForecastError."""
        return self.known.changed(self._values) if self._values else self.known

    @property
    def forecast(self) -> Forecast:
        """What follows from them; raises ForecastError."""
        if self._forecast is None:
            self._forecast = forecast_of(self.inputs, on=self._session.details.board_date)
        return self._forecast

    @property
    def words(self) -> ForecastWords:
        """The sentences about it."""
        return ForecastWords(self.forecast, self._session.questionnaire, self._session.formats)

    @property
    def moved_symbols(self) -> frozenset[str]:
        """The inputs that a hand has moved."""
        return frozenset(self._values)

    @property
    def read_only(self) -> bool:
        """Whether what is moved can be looked at only, and not kept."""
        return self._session.read_only

    # What a hand does

    def pick(self, scenario_id: str) -> None:
        """Look at another scenario; what was moved stays moved."""
        if scenario_id != self.scenario.id:
            self._picked = scenario_id
            self._forget()

    def move(self, symbol: str, value: float) -> None:
        """Set an input; one that is set to what it is anyway counts as not moved."""
        item = self.known[symbol]
        if not item.minimum <= value <= item.maximum:
            raise ForecastError(f"{item.title} goes from {item.minimum:g} to {item.maximum:g}.")
        values = {**self._values, symbol: value}
        if value == item.value:
            del values[symbol]
        self._set(values)

    def reset(self, symbol: str) -> None:
        """Set one input back."""
        self._set({key: value for key, value in self._values.items() if key != symbol})

    def reset_all(self) -> None:
        """Set every input back."""
        self._set({})

    def _set(self, values: dict[str, float]) -> None:
        if values != self._values:
            self._values = values
            self._forecast = None
            self.moved.emit()

    def _follow(self) -> None:
        """The assessment is another; where a saving was undone, or done again, so is what was moved."""
        was, now = self._settings, self._session.details.forecast
        self._settings = now
        for saving in reversed(self._savings):
            if (was, now) == (saving.before, saving.after):
                self._picked, self._values = saving.shown, {}
                break
            if (was, now) == (saving.after, saving.before):
                self._picked, self._values = saving.picked, {**saving.values, **self._values}
                break
        self._forget()

    def _forget(self) -> None:
        self._known = self._forecast = None
        self.changed.emit()

    # Scenarios of one's own

    def own(self, scenario_id: str) -> OwnScenario | None:
        """A scenario of the company's own, as it is kept."""
        kept = self._session.details.forecast.scenarios
        return next((one for one in kept if one.id == scenario_id), None)

    def prefer(self) -> None:
        """Let the assessment show this scenario first, and its pack print it."""
        self._revise(scenario=self.scenario.id)

    def save_as(self, title: str, about: str, owner: str, expires: date | None) -> None:
        """Keep what is looked at as a scenario of the company's own, and look at that."""
        if len(self._session.details.forecast.scenarios) >= MOST:
            raise ForecastError(f"There are {MOST} scenarios of your own. Delete one first.")
        taken = {one.id for one in self.scenarios}
        made = OwnScenario(
            id=_id_for(title, taken), title=title, about=about, owner=owner, expires=expires,
            decided=date.today(), values=self.inputs.overrides,
        )  # fmt: skip
        self._save((*self._session.details.forecast.scenarios, made), made.id)

    def revise(self, changed: OwnScenario) -> None:
        """Change a scenario's name, reason, owner or expiry; what is moved stays moved."""
        scenarios = self._with(changed)
        self._check(scenarios)
        self._revise(scenarios=scenarios)

    def save(self) -> None:
        """Keep what was moved in the scenario of one's own that is looked at."""
        own = self.own(self.scenario.id)
        assert own is not None
        update = {"values": self.inputs.overrides, "decided": date.today()}
        self._save(self._with(own.model_copy(update=update)), own.id)

    def delete(self) -> None:
        """Take the scenario of one's own that is looked at away; undo brings it back."""
        gone = self.scenario.id
        settings = self._session.details.forecast
        kept = tuple(one for one in settings.scenarios if one.id != gone)
        first = "" if settings.scenario == gone else settings.scenario
        self._picked = None
        self._revise(scenarios=kept, scenario=first)

    def _with(self, changed: OwnScenario) -> tuple[OwnScenario, ...]:
        kept = self._session.details.forecast.scenarios
        return tuple(changed if one.id == changed.id else one for one in kept)

    def _check(self, scenarios: tuple[OwnScenario, ...]) -> None:
        economics = self.known.economics
        faults = [fault for one in scenarios for fault in own_scenario_faults(economics, one)]
        if faults:
            raise ForecastError(" ".join(faults))

    def _save(self, scenarios: tuple[OwnScenario, ...], shown: str) -> None:
        """From now on what was moved is in a scenario, and that is looked at."""
        self._check(scenarios)
        before = self._session.details.forecast
        after = before.model_copy(update={"scenarios": scenarios})
        self._savings.append(_Saving(before, after, self._picked, self._values, shown))
        self._revise(scenarios=scenarios)

    def _revise(self, **changes: object) -> None:
        details = self._session.details
        settings = ForecastSettings(**{**dict(details.forecast), **changes})
        self._session.revise(details.model_copy(update={"forecast": settings}))


def _id_for(title: str, taken: set[str]) -> str:
    """An id that nobody has yet: “our-plan”, “our-plan-2”."""
    plain = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:LONGEST_ID].strip("-")
    if not plain or not plain[0].isalpha():
        plain = f"own-{plain}".rstrip("-")
    number, found = 2, plain
    while found in taken:
        found, number = f"{plain}-{number}", number + 1
    return found
