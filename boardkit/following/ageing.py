"""How old what backs an answer is, and whether its question still allows that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardkit.assessment import Answer
from boardkit.methodology import Methodology
from boardkit.questions import Question
from boardkit.reading import Reading


@dataclass(frozen=True, slots=True)
class Aged:
    """An answer that rests on something older than its question allows."""

    question: str
    days: int  # how old it is
    allowed: int  # how old it may be


def allowed_days(method: Methodology, question: Question) -> int | None:
    """After how many days what backs an answer is old: by question, else type, else as usual."""
    if question.evidence_days is not None:
        return question.evidence_days
    limits = method.evidence_days
    return limits.by_type.get(question.type, limits.usual)


def backed_on(answer: Answer) -> date | None:
    """When the answer was last backed: by its newest evidence, or else by who gave it."""
    added = [evidence.added for evidence in answer.evidence if evidence.added is not None]
    if added:
        return max(added)
    return answer.at.date() if answer.at is not None else None


def rests_on_proof(method: Methodology, answer: Answer) -> bool:
    """Whether the answer, and every part of it, rests on a basis that proves."""
    bases: list[str | None] = [*answer.bases.values()] or [answer.basis]
    return answer.is_answered and all(method.basis_of(basis).proves for basis in bases)


def aged_answers(reading: Reading, on: date) -> tuple[Aged, ...]:
    """Every answer on path whose evidence is too old on that day, in the order of asking.

    An answer on judgement has no evidence that could age.
    """
    found = (aged_answer(reading, question, on) for question in reading.asked())
    return tuple(aged for aged in found if aged is not None)


def aged_answer(reading: Reading, question: Question, on: date) -> Aged | None:
    """The answer to one question, if it is on path and its evidence is too old on that day."""
    method = reading.questionnaire.methodology
    answer, allowed = reading.answer(question.id), allowed_days(method, question)
    if answer is None or allowed is None or not rests_on_proof(method, answer):
        return None
    since = backed_on(answer)
    days = 0 if since is None else (on - since).days
    return Aged(question.id, days, allowed) if days > allowed else None
