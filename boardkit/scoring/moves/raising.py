"""Answers raised: what a company could change, one question at a time, and what that would score.

Only an answered question with a declared move can be raised: what is not known is found out, not
changed. A level goes up by one or more levels, a choice of several by one or more options, a number
to the next quarter of the way from 0 to 100 points. The basis stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from boardkit.assessment import Answer
from boardkit.errors import AnswerError
from boardkit.goalposts import nearest_raw
from boardkit.methodology import ROUNDING
from boardkit.questions import (
    LevelQuestion,
    MultipleQuestion,
    Question,
    SplitQuestion,
    ValuesQuestion,
)
from boardkit.reading import Standing
from boardkit.scoring.engine import Scoring
from boardkit.scoring.scheme import Indicator

QUARTER = 25.0


@dataclass(frozen=True, eq=False, slots=True)
class Raise:
    """One answer raised."""

    question: str
    row: int  # of its indicator
    steps: int  # levels, options or quarters
    effort: int  # as declared: 1, a decision, to 5, a programme of years
    raw: float  # the raw value that it comes to: a level's number, a number of options, a number
    answer: Answer | None  # None where the value is derived: then ``raw`` is taken for it

    def derived_id(self, scoring: Scoring) -> str | None:
        """The derived value that is raised, if it is one."""
        return None if self.answer is not None else scoring.scheme.indicators[self.row].id


def raised(scoring: Scoring, raises: Iterable[Raise], lifted: Iterable[str] = ()) -> Scoring:
    """The same assessment with some answers raised and some gates lifted, read and scored anew."""
    assessment, given = scoring.assessment, dict(scoring.given)
    for one in raises:
        derived = one.derived_id(scoring)
        if derived is not None:
            given[derived] = one.raw
        else:
            assessment = assessment.with_answer(one.question, one.answer)
    return Scoring(scoring.questionnaire, assessment, given, frozenset(lifted))


def raises_of(scoring: Scoring) -> Mapping[str, tuple[Raise, ...]]:
    """Each question that can be raised → the ways of doing it, fewest steps first."""
    found: dict[str, tuple[Raise, ...]] = {}
    for row, one in enumerate(scoring.scheme.indicators):
        question, credit = one.question, scoring.credits[row]
        own = question.score is None or one.derived is None
        if question.move is None or credit.standing is not Standing.ANSWERED or not own:
            continue
        if ways := tuple(_ways(scoring, row, one)):
            found.setdefault(question.id, ways)
    return found


def _ways(scoring: Scoring, row: int, one: Indicator) -> Iterator[Raise]:
    question, raw = one.question, scoring.credits[row].raw
    assert question.move is not None
    assert raw is not None
    effort = question.move.effort
    if one.derived is not None:
        target = _next_quarter(scoring, row, one)
        if target is not None:
            yield Raise(question.id, row, 1, effort, target, None)
        return
    if isinstance(question, LevelQuestion | MultipleQuestion):
        for level in range(int(raw) + 1, _levels(question)):
            changed = answer_at(scoring, row, level)
            yield Raise(question.id, row, level - int(raw), effort, level, changed)
        return
    target = _next_quarter(scoring, row, one)
    if target is None:
        return
    with suppress(AnswerError):  # a number that the question refuses cannot be reached
        yield Raise(question.id, row, 1, effort, target, answer_at(scoring, row, target))


def answer_at(scoring: Scoring, row: int, raw: float) -> Answer:
    """The answer of an answered question with another value; raises AnswerError if it is refused.

    ``raw`` is what would be scored: a level's number, a number of options, a number.
    """
    one, before = scoring.scheme.indicators[row], scoring.credits[row].raw
    question = one.question
    answer = scoring.assessment.answers[question.id]
    assert before is not None
    if isinstance(question, LevelQuestion):
        return answer.model_copy(update={"value": int(raw)})
    if isinstance(question, MultipleQuestion):
        return answer.model_copy(update={"value": _chosen(question, answer, int(raw))})
    value = _number(question, one, answer.value, before, raw)
    return answer.model_copy(update={"value": question.accept(value)})


def _levels(question: LevelQuestion | MultipleQuestion) -> int:
    if isinstance(question, LevelQuestion):
        return len(question.levels)
    return 1 + sum(not option.exclusive for option in question.options)


def _chosen(question: MultipleQuestion, answer: Answer, count: int) -> list[str]:
    """As many options as that, in the file's order: those already chosen, then more, or fewer of them."""
    assert isinstance(answer.value, list)
    free = [option.id for option in question.options if not option.exclusive]
    kept = [option for option in free if option in answer.value][:count]
    more = [option for option in free if option not in answer.value][: count - len(kept)]
    return [option for option in free if option in kept or option in more]


def _next_quarter(scoring: Scoring, row: int, one: Indicator) -> float | None:
    """The nearest raw value on the next quarter of the scale; None at the top of it."""
    credit = scoring.credits[row]
    assert credit.point is not None
    assert credit.raw is not None
    best = max(points for _, points in one.goalposts)
    stands = credit.point + ROUNDING  # what rounding leaves just under a step stands on it
    step = (int(stands // QUARTER) + 1) * QUARTER
    target = min(step, best)
    if target <= stands:
        return None
    return nearest_raw(target, credit.raw, one.goalposts, one.score.scale)


def _number(question: Question, one: Indicator, value: Any, raw: float, target: float) -> Any:
    """The stored value with the number that is scored at its target."""
    part = one.score.of
    if isinstance(question, SplitQuestion):
        assert part is not None
        return _split(value, part, target)
    if isinstance(question, ValuesQuestion):
        assert part is not None
        return {**value, part: _moved(value[part], target - raw)}
    return _moved(value, target - raw)


def _moved(value: Any, by: float) -> Any:
    """A number, or a range as a whole, moved by as much."""
    if isinstance(value, Mapping):
        return {key: number + by for key, number in value.items()}
    return value + by


def _split(value: Mapping[str, float], part: str, target: float) -> dict[str, float]:
    """The parts with one at its target, and the others in proportion, so that they sum to 100."""
    rest = {key: share for key, share in value.items() if key != part}
    total = sum(rest.values())
    scaled = {
        key: (100 - target) * (share / total if total > 0 else 1 / len(rest))
        for key, share in rest.items()
    }
    return {key: target if key == part else scaled[key] for key in value}
