"""Assessments by the thousand: answers drawn at random from a pool that fits each question."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from boardkit.assessment import Answer, Assessment
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Question
from tests.support.made_up_answers import assessment_of
from tests.support.made_up_values import RandomChance, made_up_value

POOL = 12  # answers of each question


class RandomAssessments:
    """A source of assessments with answers in any state, and of others that are like them."""

    def __init__(self, questionnaire: Questionnaire, seed: int = 1) -> None:
        self.questionnaire = questionnaire
        self.random = np.random.default_rng(seed)
        self.blank = assessment_of(questionnaire, {})
        pool = {q.id: list(self._answers(q)) for q in questionnaire.questions}
        self.pool = {
            key: [assessment_of(questionnaire, {key: one}).answers[key] for one in answers]
            for key, answers in pool.items()
        }

    def any(self) -> Assessment:
        """Any answers at all, in any choice of modules."""
        chosen = {key: self._pick(key) for key in self.pool if self.random.random() < 0.85}
        return self._with(chosen).model_copy(update={"details": self._details()})

    def like(self, assessment: Assessment, share: float = 0.2) -> Assessment:
        """The same assessment with some answers drawn again."""
        again = {key: self._pick(key) for key in self.pool if self.random.random() < share}
        return assessment.model_copy(update={"answers": {**assessment.answers, **again}})

    def _pick(self, key: str) -> Answer:
        return self.pool[key][self.random.integers(len(self.pool[key]))]

    def _with(self, answers: dict[str, Answer]) -> Assessment:
        return self.blank.model_copy(update={"answers": answers})

    def _details(self) -> object:
        modules = [m.id for m in self.questionnaire.modules if self.random.random() < 0.8]
        return self.blank.details.model_copy(update={"modules": tuple(modules)})

    def _answers(self, question: Question) -> Iterator[Answer]:
        bases = [basis.id for basis in self.questionnaire.methodology.basis]
        chance = RandomChance(self.random)
        for _ in range(POOL):
            basis = bases[self.random.integers(len(bases))]
            yield Answer(value=made_up_value(question, chance), basis=basis)
        yield Answer(state="dont_know")
        for _ in range(POOL // 4 if question.may_not_apply else 0):
            yield Answer(state="not_applicable", reason="We have none.")
