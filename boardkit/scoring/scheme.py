"""Which indicators a questionnaire has, in the modules that are asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from boardkit.conditions import Operand
from boardkit.formulas import operands, reads_position
from boardkit.methodology import Derived, Prior
from boardkit.questionnaire import Questionnaire
from boardkit.questions import MultipleQuestion, Question, Score
from boardkit.scoring.aggregation import Structure
from boardkit.scoring.normalisation import Goalposts


@dataclass(frozen=True)
class Indicator:
    """A scored question, or a scored derived value."""

    id: str
    title: str
    question: Question
    derived: Derived | None
    score: Score
    goalposts: Goalposts
    prior: Prior

    @property
    def counts_options(self) -> bool:
        """Whether its raw value is how many options were chosen."""
        return self.derived is None and isinstance(self.question, MultipleQuestion)


@dataclass(frozen=True)
class Scheme:
    """The indicators in the order of their draws' questions, and how they are aggregated."""

    questionnaire: Questionnaire
    modules: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    structure: Structure

    def row(self, indicator_id: str) -> int:
        """Where an indicator stands in the arrays."""
        return next(i for i, one in enumerate(self.indicators) if one.id == indicator_id)


@lru_cache(maxsize=64)
def scheme_of(questionnaire: Questionnaire, modules: tuple[str, ...]) -> Scheme:
    """The scheme of a questionnaire in some of its modules; built once and kept."""
    indicators = tuple(
        indicator
        for question in questionnaire.questions
        if question.module in modules
        for indicator in _indicators_of(questionnaire, question)
    )
    dimensions = [d.id for d in questionnaire.methodology.dimensions]
    members = {
        dimension: tuple(i for i, one in enumerate(indicators) if one.score.dimension == dimension)
        for dimension in dimensions
    }
    # An indicator that replaces another adds nothing to the nominal weight: it takes its place.
    nominal = np.array(
        [0.0 if one.score.replaces else one.score.weight for one in indicators],
        dtype=float,
    )
    structure = Structure(questionnaire.methodology, members, nominal)
    return Scheme(questionnaire, modules, indicators, structure)


def _indicators_of(questionnaire: Questionnaire, question: Question) -> list[Indicator]:
    found = []
    if question.score is not None:
        posts = question.score.goalposts or question.own_goalposts(question.score.of)
        found.append(
            _indicator(
                questionnaire,
                question.id,
                question.short,
                question,
                None,
                question.score,
                posts,
            )
        )
    for derived in questionnaire.derived:
        if derived.score is not None and derived.shown_with == question.id:
            found.append(
                _indicator(
                    questionnaire, derived.id, derived.title, question, derived, derived.score,
                    derived.score.goalposts,
                )
            )  # fmt: skip
    return found


def _indicator(
    questionnaire: Questionnaire,
    indicator_id: str,
    title: str,
    question: Question,
    derived: Derived | None,
    score: Score,
    goalposts: Goalposts | None,
) -> Indicator:
    method = questionnaire.methodology
    assert goalposts is not None, f"{indicator_id} has no goalposts"
    prior = method.prior(method.dimension(score.dimension).prior)
    return Indicator(indicator_id, title, question, derived, score, goalposts, prior)


def questions_read(questionnaire: Questionnaire, derived: Derived) -> tuple[Operand, ...]:
    """Every answer that a derived value rests on, through other derived values too."""
    found: list[Operand] = []
    for operand in operands(derived.formula):
        if operand.derived is not None:
            inner = questionnaire.derived_value(operand.derived)
            found.extend(questions_read(questionnaire, inner))
        elif operand.question is not None:
            found.append(operand)
    position = questionnaire.roles.position
    if position is not None and reads_position(derived.formula):
        found.append(Operand(question=position.table))
    return tuple(found)
