"""A forecast as JSON, under the names that docs/forecast.md lists."""

from __future__ import annotations

from typing import Any

from boardkit.assessment import Assessment
from boardkit.economics.result import Forecast
from boardkit.economics.scenarios import scenarios_of
from boardkit.plain_data import plain
from boardkit.questionnaire import Questionnaire


def forecast_json(
    questionnaire: Questionnaire, assessment: Assessment, forecast: Forecast
) -> dict[str, Any]:
    """Plain data: money in whole units of the currency, shares and rates as fractions."""
    told: dict[str, Any] = plain(forecast)
    told["scenario"]["values"] = dict(told["scenario"]["values"])
    return {
        "assessment": assessment.id,
        "questionnaire": questionnaire.id,
        "questionnaire_version": questionnaire.version,
        "questionnaire_digest": questionnaire.digest,
        "currency": assessment.details.currency,
        "scenarios": [one.id for one in scenarios_of(questionnaire, assessment)],
        **told,
    }
