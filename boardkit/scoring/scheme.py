"""Which indicators a questionnaire has, in the modules that are asked.

A scheme is built once a questionnaire and kept: thousands of assessments are scored by the same one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from boardkit.conditions import Operand
from boardkit.formulas import operands, reads_position
from boardkit.goalposts import Goalposts
from boardkit.methodology import Basis, Derived, Methodology, Prior
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Question, Score
from boardkit.scoring.aggregation import Structure
from boardkit.scoring.distributions import Unknown

if TYPE_CHECKING:
    from boardkit.assessment import Answer
    from boardkit.reading import Standing
    from boardkit.scoring.credits import Credit


@dataclass(frozen=True, eq=False)
class Indicator:
    """A scored question, or a scored derived value."""

    id: str
    title: str
    question: Question
    derived: Derived | None
    score: Score
    goalposts: Goalposts
    prior: Unknown
    operand: Operand  # what its raw value is read from, when it is not derived
    reads: tuple[Operand, ...]  # the answers that a derived value rests on

    @property
    def worst(self) -> float:
        """The least credit that any answer earns."""
        return min(points for _, points in self.goalposts)


@dataclass(frozen=True, eq=False)
class Scheme:
    """The indicators in the order in which they are asked, and how they are aggregated."""

    questionnaire: Questionnaire
    modules: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    structure: Structure
    # By row: how its question stood last, with which answer, and the credit of that. One answer changes
    # at a time, and the credits of the others are the same.
    last: dict[int, tuple[Standing, Answer | None, Credit]] = field(default_factory=dict)

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Where each indicator stands in the arrays."""
        return {one.id: row for row, one in enumerate(self.indicators)}

    @property
    def method(self) -> Methodology:
        """The questionnaire's."""
        return self.questionnaire.methodology

    @cached_property
    def draws(self) -> tuple[int, ...]:
        """The fixed number of each indicator's draws."""
        return tuple(one.score.draw for one in self.indicators)

    @cached_property
    def replacing(self) -> Mapping[int, int]:
        """The row of each indicator that replaces another → the row of that other."""
        return {
            row: self.rows[one.score.replaces]
            for row, one in enumerate(self.indicators)
            if one.score.replaces is not None and one.score.replaces in self.rows
        }

    @cached_property
    def _bases(self) -> Mapping[str | None, tuple[int, Basis]]:
        return {basis.id: (rank, basis) for rank, basis in enumerate(self.method.basis)}

    def basis(self, basis_id: str | None) -> tuple[int, Basis]:
        """A basis by its id, with its rank from the weakest; none stated counts as that one."""
        return self._bases.get(basis_id) or (0, self.method.basis[0])


@lru_cache(maxsize=64)
def scheme_of(questionnaire: Questionnaire, modules: tuple[str, ...]) -> Scheme:
    """The scheme of a questionnaire in some of its modules; built once and kept."""
    indicators = tuple(
        indicator
        for question in questionnaire.questions
        if question.module in modules
        for indicator in _indicators_of(questionnaire, question)
    )
    members = {
        dimension.id: tuple(
            row for row, one in enumerate(indicators) if one.score.dimension == dimension.id
        )
        for dimension in questionnaire.methodology.dimensions
    }
    # An indicator that replaces another adds nothing to the nominal weight: it takes its place.
    nominal = tuple(0.0 if one.score.replaces else float(one.score.weight) for one in indicators)
    structure = Structure(questionnaire.methodology, members, nominal)
    return Scheme(questionnaire, modules, indicators, structure)


def _indicators_of(questionnaire: Questionnaire, question: Question) -> list[Indicator]:
    found = []
    if question.score is not None:
        posts = question.score.goalposts or question.own_goalposts(question.score.of)
        found.append(_indicator(questionnaire, question, None, question.score, posts))
    for derived in questionnaire.derived:
        if derived.score is not None and derived.shown_with == question.id:
            posts = derived.score.goalposts
            found.append(_indicator(questionnaire, question, derived, derived.score, posts))
    return found


def _indicator(
    questionnaire: Questionnaire,
    question: Question,
    derived: Derived | None,
    score: Score,
    goalposts: Goalposts | None,
) -> Indicator:
    method = questionnaire.methodology
    own = derived if derived is not None else question
    assert goalposts is not None, f"{own.id} has no goalposts"
    prior: Prior = method.prior(method.dimension(score.dimension).prior)
    return Indicator(
        id=own.id,
        title=derived.title if derived is not None else question.short,
        question=question,
        derived=derived,
        score=score,
        goalposts=goalposts,
        prior=Unknown(prior.alpha, prior.beta),
        operand=Operand(question=question.id, part=score.of),
        reads=questions_read(questionnaire, derived) if derived is not None else (),
    )


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
