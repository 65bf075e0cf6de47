"""Companies made up for tests of the forecast: the sample, and any that has answered little."""

from __future__ import annotations

from functools import cache
from typing import Any

from boardkit.assessment import Answer, Assessment
from boardkit.content import shipped_questionnaire
from boardkit.examples import shipped_example
from boardkit.questionnaire import Questionnaire
from tests.support.made_up_answers import assessment_of


def questionnaire() -> Questionnaire:
    """The one that ships."""
    return shipped_questionnaire()


@cache
def sample() -> Assessment:
    """Paperclip & Sons, whose answers are the base parameters."""
    return shipped_example("paperclip-2026-q3").assessment


def company(answers: dict[str, Any] | None = None, **details: Any) -> Assessment:
    """A company with an ARR of 200m and whatever else it is said to have answered.

    A bare value rests on a system export; None takes an answer out.
    """
    said: dict[str, Any] = {"A01": 200e6, **(answers or {})}
    given = {
        key: value if isinstance(value, Answer) else Answer(value=value, basis="export")
        for key, value in said.items()
        if value is not None
    }
    return assessment_of(questionnaire(), given, **details)
