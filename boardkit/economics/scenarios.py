"""The scenarios that a forecast can be made under: those of the questionnaire, and a company's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pydantic import Field

from boardkit.assessment import Assessment, OwnScenario
from boardkit.assumptions import SCALE, Economics, Scenario
from boardkit.errors import ForecastError
from boardkit.faults import suggestion
from boardkit.frozen import Frozen
from boardkit.questionnaire import Questionnaire


class ScenarioChoice(Frozen):
    """One scenario to choose; values are by symbol, scaled ones for a company of this ARR."""

    id: str
    title: str
    about: str = ""
    values: dict[str, float] = Field({})
    own: bool = False
    owner: str = ""
    decided: date | None = None
    expires: date | None = None


def economics_of(questionnaire: Questionnaire) -> Economics:
    """What the questionnaire assumes; raises ForecastError when it has no forecast."""
    if questionnaire.economics is None:
        raise ForecastError(f"The questionnaire “{questionnaire.title}” has no forecast.")
    return questionnaire.economics


def scenarios_of(
    questionnaire: Questionnaire, assessment: Assessment, scale: float = 1.0
) -> tuple[ScenarioChoice, ...]:
    """Every scenario, the usual one first, a company's own last.

    ``scale`` is the company's ARR over the one that the priors are meant for.
    """
    economics = economics_of(questionnaire)
    shipped = (_shipped(economics, scenario, scale) for scenario in economics.scenarios)
    own = (_own(scenario) for scenario in assessment.details.forecast.scenarios)
    return (*shipped, *own)


def scenario_of(
    questionnaire: Questionnaire, assessment: Assessment, name: str | None, scale: float = 1.0
) -> ScenarioChoice:
    """The scenario of that id or title; without a name, the one that the assessment shows.

    Raises ForecastError when there is none, or when one of its own does not fit the questionnaire.
    """
    choices = scenarios_of(questionnaire, assessment, scale)
    if name is None:
        shown = assessment.details.forecast.scenario
        return _sound(questionnaire, _named(choices, shown) or choices[0])
    found = _named(choices, name)
    if found is None:
        ids = [choice.id for choice in choices]
        remedy = suggestion(name, ids, f"Choose one of: {', '.join(ids)}.")
        raise ForecastError(f"There is no scenario “{name}”. {remedy}")
    return _sound(questionnaire, found)


def own_scenario_faults(economics: Economics, own: OwnScenario) -> tuple[str, ...]:
    """What keeps a scenario of a company's own from being used, a sentence each."""
    faults = []
    if any(own.id == shipped.id for shipped in economics.scenarios):
        faults.append(f"“{own.id}” is a scenario that comes with Boardkit. Choose another name.")
    return (*faults, *value_faults(economics, own.values))


def value_faults(economics: Economics, values: Mapping[str, float]) -> tuple[str, ...]:
    """What is wrong with values by symbol, a sentence each."""
    faults = []
    for symbol, value in values.items():
        parameter = economics.parameters.get(symbol)
        if parameter is None:
            remedy = suggestion(symbol, economics.parameters, "Remove it.")
            faults.append(f"The forecast has no input “{symbol}”. {remedy}")
        elif not parameter.admits(value):
            least, most = f"{parameter.minimum:g}", f"{parameter.maximum:g}"
            faults.append(f"{parameter.title} ({symbol}) is {value:g}, not {least} to {most}.")
    return tuple(faults)


def _shipped(economics: Economics, scenario: Scenario, scale: float) -> ScenarioChoice:
    values = {
        symbol: value * scale if economics.parameters[symbol].scaled and symbol != SCALE else value
        for symbol, value in scenario.values.items()
    }
    return ScenarioChoice(
        id=scenario.id, title=scenario.title, about=scenario.about, values=values
    )  # fmt: skip


def _own(own: OwnScenario) -> ScenarioChoice:
    return ScenarioChoice(
        id=own.id, title=own.title, about=own.about, values=own.values, own=True,
        owner=own.owner, decided=own.decided, expires=own.expires,
    )  # fmt: skip


def _named(choices: tuple[ScenarioChoice, ...], name: str) -> ScenarioChoice | None:
    wanted = name.casefold()
    by_id = (choice for choice in choices if choice.id.casefold() == wanted)
    by_title = (choice for choice in choices if choice.title.casefold() == wanted)
    return next(by_id, None) or next(by_title, None)


def _sound(questionnaire: Questionnaire, choice: ScenarioChoice) -> ScenarioChoice:
    faults = value_faults(economics_of(questionnaire), choice.values) if choice.own else ()
    if faults:
        raise ForecastError(f"Scenario “{choice.title}” cannot be used. {' '.join(faults)}")
    return choice
