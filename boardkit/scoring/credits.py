"""From answers to credits: what each indicator stands at, how sure it is, and what it weighs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from boardkit.assessment import Answer
from boardkit.conditions import Operand
from boardkit.goalposts import credit_of
from boardkit.methodology import Basis
from boardkit.questions import MultipleQuestion
from boardkit.reading import Reading, Standing
from boardkit.scoring.distributions import Certain, Distribution, Pert, Range
from boardkit.scoring.scheme import Indicator, Scheme


@dataclass(frozen=True, slots=True)
class Credit:
    """One indicator in one assessment."""

    standing: Standing
    weight: float  # in its dimension; 0 where it does not apply or was skipped
    claimed: Distribution  # the answer as given
    proven: Distribution  # the same, or its prior where judgement alone would raise it
    raw: float | None = None
    point: float | None = None  # credit of the answer as given, before any doubt
    basis: Basis | None = None


def credits_of(scheme: Scheme, reading: Reading) -> tuple[Credit, ...]:
    """Every indicator's credit, in the scheme's order; one that is replaced weighs nothing."""
    found = [_kept_credit(row, scheme, reading) for row in range(len(scheme.indicators))]
    for row, other in scheme.replacing.items():
        stands = found[row].standing is Standing.ANSWERED
        taken = scheme.indicators[other].score.weight
        found[row] = replace(found[row], weight=taken if stands else 0.0)
        if stands:
            found[other] = replace(found[other], weight=0.0)
    return tuple(found)


def _kept_credit(row: int, scheme: Scheme, reading: Reading) -> Credit:
    """One indicator's credit; that of an answer that stands as it stood is not worked out again."""
    indicator = scheme.indicators[row]
    if indicator.derived is not None:
        return credit_in(indicator, scheme, reading)
    asked = indicator.question.id
    standing, answer = reading.standing(asked), reading.assessment.answers.get(asked)
    last = scheme.last.get(row)
    if last is None or last[0] is not standing or last[1] is not answer:
        last = scheme.last[row] = standing, answer, credit_in(indicator, scheme, reading)
    return last[2]


def credit_in(indicator: Indicator, scheme: Scheme, reading: Reading) -> Credit:
    """One indicator's credit, whether or not another replaces it."""
    standing = reading.standing(indicator.question.id)
    if standing is Standing.HIDDEN:
        return _hidden(indicator)
    if standing is Standing.NOT_APPLICABLE:
        return _unknown(indicator, standing, 0.0)
    raw = _raw(indicator, reading)
    if raw is None:
        # An answer of several values may leave out the very one that is scored.
        left = Standing.DONT_KNOW if standing is Standing.ANSWERED else standing
        counts = scheme.method.unknowns.treat_as == "prior"
        return _unknown(indicator, left, indicator.score.weight if counts else 0.0)
    return _answered(indicator, scheme, reading, raw)


def _hidden(indicator: Indicator) -> Credit:
    weight = indicator.score.weight
    if indicator.question.unasked == "worst":
        worst = Certain(indicator.worst)
        return Credit(Standing.HIDDEN, weight, worst, worst)
    unknown = indicator.question.unasked == "unknown"
    return _unknown(indicator, Standing.HIDDEN, weight if unknown else 0.0)


def _unknown(indicator: Indicator, standing: Standing, weight: float) -> Credit:
    return Credit(standing, weight, indicator.prior, indicator.prior)


def _answered(indicator: Indicator, scheme: Scheme, reading: Reading, raw: Any) -> Credit:
    basis = _basis(indicator, scheme, reading)
    likely = float(raw["likely"] if isinstance(raw, dict) else raw)
    point = credit_of(likely, indicator.goalposts, indicator.score.scale)
    claimed = _distribution(indicator, scheme.method.pert_lambda, raw, point, basis)
    # An honest bad answer is not an excuse: doubt only ever lowers what is proven.
    unproven = not basis.proves and indicator.prior.mean < claimed.mean
    proven = indicator.prior if unproven else claimed
    weight = indicator.score.weight
    return Credit(Standing.ANSWERED, weight, claimed, proven, likely, point, basis)


def _distribution(
    indicator: Indicator, weight: float, raw: Any, point: float, basis: Basis
) -> Distribution:
    """Around a range as given, or around a point as wide as the basis is weak."""
    if isinstance(raw, dict) and raw["low"] < raw["high"]:
        low, likely, high = (float(raw[key]) for key in ("low", "likely", "high"))
        return Range(low, likely, high, indicator.goalposts, indicator.score.scale, weight)
    if basis.half_width == 0:
        return Certain(point)
    return Pert.around(point, basis.half_width, weight)


def _raw(indicator: Indicator, reading: Reading) -> Any:
    """The raw value: a number, or an object with low, likely and high; None when there is none."""
    if indicator.derived is not None:
        return reading.derived(indicator.derived.id)
    value = reading.read(indicator.operand)
    if isinstance(indicator.question, MultipleQuestion):
        return indicator.question.count(value) if isinstance(value, list) else None
    return value if isinstance(value, int | float | dict) else None


def _basis(indicator: Indicator, scheme: Scheme, reading: Reading) -> Basis:
    """The answer's basis; a derived value is as sure as the weakest answer that it reads."""
    if indicator.derived is None:
        answer = reading.answer(indicator.question.id)
        assert answer is not None
        return scheme.basis(answer.basis_of(indicator.score.of))[1]
    found = [scheme.basis(one) for read in indicator.reads for one in _bases(read, reading)]
    return min(found, key=lambda ranked: ranked[0], default=scheme.basis(None))[1]


def _bases(operand: Operand, reading: Reading) -> Iterable[str | None]:
    assert operand.question is not None
    answer: Answer | None = reading.answer(operand.question)
    if answer is None:
        return ()
    if isinstance(answer.value, list) and answer.bases:
        return [answer.bases.get(str(row), answer.basis) for row in range(len(answer.value))]
    return (answer.basis_of(operand.part),)
