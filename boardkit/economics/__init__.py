"""The inference P&L: ARR and gross profit over years, under four strategies and any scenario.

Pure functions from a questionnaire and an assessment to a frozen result; see docs/forecast.md.
"""

from boardkit.economics.engine import forecast, forecast_of
from boardkit.economics.gathering import inputs_of
from boardkit.economics.inputs import Input, Inputs
from boardkit.economics.result import Forecast
from boardkit.economics.scenarios import ScenarioChoice, own_scenario_faults, scenarios_of

__all__ = [
    "Forecast",
    "Input",
    "Inputs",
    "ScenarioChoice",
    "forecast",
    "forecast_of",
    "inputs_of",
    "own_scenario_faults",
    "scenarios_of",
]
