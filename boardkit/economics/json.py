"""A forecast as JSON, under the names that docs/forecast.md lists."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from boardkit.assessment import Assessment
from boardkit.economics.result import Forecast
from boardkit.economics.scenarios import scenarios_of
from boardkit.questionnaire import Questionnaire

DIGITS = 9  # enough to compare by, and the same on every machine


def forecast_json(
    questionnaire: Questionnaire, assessment: Assessment, forecast: Forecast
) -> dict[str, Any]:
    """Plain data: money in whole units of the currency, shares and rates as fractions."""
    told: dict[str, Any] = _plain(forecast)
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


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DIGITS)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
