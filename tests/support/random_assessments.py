"""Assessments by the thousand: answers drawn at random from a pool that fits each question."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from boardkit.assessment import Answer, Assessment
from boardkit.questionnaire import Questionnaire
from boardkit.questions import (
    ChoicePart,
    LevelColumn,
    LevelQuestion,
    MultipleQuestion,
    NumberColumn,
    Question,
    RangePart,
    RangeQuestion,
    SeriesQuestion,
    SingleQuestion,
    SplitQuestion,
    TableQuestion,
    TextColumn,
    TextQuestion,
    ValuesQuestion,
)
from tests.support.made_up_answers import assessment_of

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
        for _ in range(POOL):
            basis = bases[self.random.integers(len(bases))]
            yield Answer(value=self._value(question), basis=basis)
        yield Answer(state="dont_know")
        for _ in range(POOL // 4 if question.may_not_apply else 0):
            yield Answer(state="not_applicable", reason="We have none.")

    def _value(self, question: Question) -> object:
        pick = self.random
        if isinstance(question, LevelQuestion):
            return int(pick.integers(len(question.levels)))
        if isinstance(question, SingleQuestion):
            return question.options[pick.integers(len(question.options))].id
        if isinstance(question, MultipleQuestion):
            free = [option.id for option in question.options if not option.exclusive]
            return [one for one in free if pick.random() < 0.5] or [question.options[0].id]
        if isinstance(question, SplitQuestion):
            first = float(pick.integers(101))
            return {question.parts[0].id: first, question.parts[1].id: 100 - first}
        if isinstance(question, ValuesQuestion):
            return {part.id: self._part(part) for part in question.parts}
        if isinstance(question, RangeQuestion):
            return self._range(question)
        if isinstance(question, SeriesQuestion):
            return [self._number(question) for _ in question.periods]
        if isinstance(question, TableQuestion):
            rows = pick.integers(1, min(3, question.rows) + 1)
            return [
                {c.id: self._cell(c, question.rows) for c in question.columns} for _ in range(rows)
            ]
        return "Something" if isinstance(question, TextQuestion) else self._number(question)

    def _number(self, bounds: object) -> float:
        low = getattr(bounds, "minimum", None)
        high = getattr(bounds, "maximum", None)
        low = -100.0 if low is None else low
        return float(self.random.uniform(low, max(low, 100.0) + 1 if high is None else high))

    def _range(self, bounds: object) -> dict[str, float]:
        three = sorted(self._number(bounds) for _ in range(3))
        return dict(zip(("low", "likely", "high"), three, strict=True))

    def _part(self, part: object) -> object:
        if isinstance(part, ChoicePart):
            return part.options[self.random.integers(len(part.options))].id
        return self._range(part) if isinstance(part, RangePart) else self._number(part)

    def _cell(self, column: object, rows: int) -> object:
        if isinstance(column, TextColumn):
            return "One"
        if isinstance(column, LevelColumn):
            return int(self.random.integers(len(column.levels)))
        if isinstance(column, NumberColumn):
            return float(self.random.uniform(0, (column.total or 100) / rows))
        return bool(self.random.random() < 0.5)
