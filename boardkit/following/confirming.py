"""Answers that were carried over: which are still to be confirmed, and in which order to look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardkit.assessment import Answer
from boardkit.following.ageing import aged_answer, rests_on_proof
from boardkit.reading import Reading


@dataclass(frozen=True, slots=True)
class Confirming:
    """What is left to confirm of an assessment that follows another."""

    waiting: tuple[str, ...]  # questions to be confirmed: those with old evidence first
    aged: frozenset[str]  # … whose evidence is older than they allow
    facts: tuple[str, ...]  # … that rest on proof that is not old: may be confirmed together
    asked: int

    @classmethod
    def of(cls, reading: Reading, on: date) -> Confirming:
        """What is left to confirm on that day, of the questions that are asked."""
        asked = [question.id for question in reading.asked()]
        waiting = [one for one in asked if _is_waiting(reading.answer(one))]
        aged = frozenset(one for one in waiting if _is_aged(reading, one, on))
        return cls(
            waiting=tuple(sorted(waiting, key=lambda one: one not in aged)),
            aged=aged,
            facts=tuple(one for one in waiting if one not in aged and _is_fact(reading, one)),
            asked=len(asked),
        )

    @property
    def share(self) -> float:
        """The part of the questions asked that is still to be confirmed, 0–1."""
        return len(self.waiting) / self.asked if self.asked else 0.0


def confirmed(answer: Answer) -> Answer:
    """The same answer, said again: whoever keeps it becomes its author, and now its time."""
    return answer.model_copy(update={"to_confirm": False, "author": "", "at": None})


def still_to_confirm(before: Answer | None, answer: Answer) -> Answer:
    """The answer, to be confirmed if it was: a note or a file beside it does not say it again."""
    if before is None or not before.to_confirm:
        return answer
    return answer.model_copy(update={"to_confirm": True, "author": before.author, "at": before.at})


def _is_waiting(answer: Answer | None) -> bool:
    return answer is not None and answer.to_confirm


def _is_aged(reading: Reading, question_id: str, on: date) -> bool:
    return aged_answer(reading, reading.questionnaire.question(question_id), on) is not None


def _is_fact(reading: Reading, question_id: str) -> bool:
    """Whether the answer rests on proof: a judgement is confirmed by itself, or not at all."""
    answer = reading.answer(question_id)
    return answer is not None and rests_on_proof(reading.questionnaire.methodology, answer)
