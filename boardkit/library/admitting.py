"""What may go into the library: answers that fit their questions, and text that can be stored."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, JsonValue

from boardkit.assessment import Answer, admit, admit_all
from boardkit.errors import AnswerError
from boardkit.library.changes import canonical, plain
from boardkit.questionnaire import Questionnaire


def admitted_payload(questionnaire: Questionnaire, question_id: str, answer: Answer) -> JsonValue:
    """An answer in the form that is stored; raises AnswerError when it does not fit."""
    return storable(admit(questionnaire, questionnaire.question(question_id), answer))


def admitted_answers(
    questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> dict[str, Answer]:
    """The answers in stored form; raises AnswerError with a line for each that does not fit."""
    admitted, faults = admit_all(questionnaire, answers)
    if faults:
        raise AnswerError("\n".join(faults))
    for answer in admitted.values():
        storable(answer)
    return admitted


def storable(value: BaseModel) -> JsonValue:
    """A value as plain data; raises AnswerError when its text cannot be written."""
    payload: JsonValue = plain(value)
    try:
        canonical(payload).encode()
    except UnicodeEncodeError:
        raise AnswerError(
            "The text holds half a character, which cannot be kept. Type it again."
        ) from None
    return payload
