"""``boardkit forecast``: the inference P&L under four strategies."""

from __future__ import annotations

import argparse
from typing import Any

from boardkit.cli.arguments import add_assessment, add_command, add_json, opened, print_json


def add(commands: Any) -> None:
    """Describes the command."""
    forecast = add_command(
        commands, "forecast", _forecast, "forecast ARR and gross profit under four strategies"
    )
    add_assessment(forecast)
    forecast.add_argument(
        "--scenario", metavar="NAME",
        help="mild, severe, … or one of the assessment's own (default: the one it shows first)",
    )  # fmt: skip
    add_json(forecast)


def _forecast(arguments: argparse.Namespace) -> int:
    from boardkit.economics import forecast

    found = opened(arguments)
    made = forecast(found.questionnaire, found.assessment, arguments.scenario)
    if arguments.json:
        from boardkit.economics.json import forecast_json

        print_json(forecast_json(found.questionnaire, found.assessment, made))
        return 0
    from boardkit.economics.brief import brief

    print(brief(found.questionnaire, found.assessment, made))
    return 0
