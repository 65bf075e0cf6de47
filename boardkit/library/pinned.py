"""Questionnaires that are kept beside assessments, checked against the pin."""

from __future__ import annotations

import hashlib

from pydantic import ValidationError

from boardkit.errors import ContentError
from boardkit.questionnaire import Questionnaire


def pinned_questionnaire(data: bytes, digest: str) -> Questionnaire:
    """The questionnaire in canonical JSON; raises ContentError unless it has that digest."""
    if hashlib.sha256(data).hexdigest() != digest:
        raise ContentError(
            "the questionnaire that was kept is not the one that the assessment was made with"
        )
    try:
        questionnaire = Questionnaire.model_validate_json(data)
    except (ValidationError, RecursionError) as fault:
        raise ContentError("the questionnaire that was kept cannot be used") from fault
    if questionnaire.digest != digest:
        raise ContentError("the questionnaire that was kept is not in canonical form")
    return questionnaire
