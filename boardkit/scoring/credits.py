"""From answers to credits: what each indicator stands at, how sure it is, and what it weighs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from boardkit.assessment import Answer
from boardkit.conditions import Operand
from boardkit.methodology import Basis, Methodology
from boardkit.questions import MultipleQuestion
from boardkit.reading import Reading, Standing
from boardkit.scoring.distributions import Certain, Distribution, Pert, Range, Unknown
from boardkit.scoring.normalisation import credit
from boardkit.scoring.scheme import Indicator, Scheme, questions_read


@dataclass(frozen=True, slots=True)
class Credit:
    """One indicator in one assessment."""

    standing: Standing
    weight: float  # in its dimension; 0 where it does not apply or was skipped
    distribution: Distribution
    raw: float | None = None
    point: float | None = None  # credit of the answer as given, before any doubt
    basis: Basis | None = None
    proven_mean: float = 0.0

    @property
    def mean(self) -> float:
        """Expected credit."""
        return self.distribution.mean


def credits_of(scheme: Scheme, reading: Reading) -> tuple[Credit, ...]:
    """Every indicator's credit, in the scheme's order; one that is replaced weighs nothing."""
    method = scheme.questionnaire.methodology
    credits = {one.id: _credit(one, method, reading) for one in scheme.indicators}
    for one in scheme.indicators:
        if one.score.replaces not in credits:
            continue
        own, other = credits[one.id], credits[one.score.replaces]
        if own.standing is Standing.ANSWERED:
            credits[one.id] = _reweighed(own, other.weight)
            credits[one.score.replaces] = _reweighed(other, 0.0)
        else:
            credits[one.id] = _reweighed(own, 0.0)
    return tuple(credits.values())


def _reweighed(old: Credit, weight: float) -> Credit:
    return Credit(
        old.standing,
        weight,
        old.distribution,
        old.raw,
        old.point,
        old.basis,
        old.proven_mean,
    )


def _credit(indicator: Indicator, method: Methodology, reading: Reading) -> Credit:
    standing = reading.standing(indicator.question.id)
    if standing is Standing.HIDDEN:
        return _hidden(indicator)
    if standing is Standing.NOT_APPLICABLE:
        return _unknown(indicator, standing, 0.0)
    raw = _raw(indicator, reading)
    if raw is None:
        # An answer of several values may leave out the very one that is scored.
        left = Standing.DONT_KNOW if standing is Standing.ANSWERED else standing
        counts = method.unknowns.treat_as == "prior"
        return _unknown(indicator, left, indicator.score.weight if counts else 0.0)
    return _answered(indicator, method, reading, raw)


def _hidden(indicator: Indicator) -> Credit:
    weight = indicator.score.weight
    if indicator.question.unasked == "worst":
        worst = min(points for _, points in indicator.goalposts)
        return Credit(Standing.HIDDEN, weight, Certain(worst), proven_mean=worst)
    if indicator.question.unasked == "unknown":
        return _unknown(indicator, Standing.HIDDEN, weight)
    return _unknown(indicator, Standing.HIDDEN, 0.0)


def _unknown(indicator: Indicator, standing: Standing, weight: float) -> Credit:
    prior = Unknown(indicator.prior.alpha, indicator.prior.beta)
    return Credit(standing, weight, prior, proven_mean=prior.mean)


def _answered(indicator: Indicator, method: Methodology, reading: Reading, raw: Any) -> Credit:
    score = indicator.score
    basis = _basis(indicator, method, reading)
    likely = float(raw["likely"]) if isinstance(raw, Mapping) else float(raw)
    point = float(credit(likely, indicator.goalposts, score.scale))
    distribution: Distribution
    if isinstance(raw, Mapping) and raw["low"] < raw["high"]:
        distribution = Range(
            raw["low"],
            likely,
            raw["high"],
            indicator.goalposts,
            score.scale,
            method.pert_lambda,
        )
    elif basis.half_width == 0:
        distribution = Certain(point)
    else:
        distribution = Pert.around(point, basis.half_width, method.pert_lambda)
    mean = distribution.mean
    # An honest bad answer is not an excuse: doubt only ever lowers what is proven.
    proven = mean if basis.proves else min(mean, indicator.prior.mean)
    return Credit(Standing.ANSWERED, score.weight, distribution, likely, point, basis, proven)


def _raw(indicator: Indicator, reading: Reading) -> Any:
    """The raw value: a number, or an object with low, likely and high; None when there is none."""
    if indicator.derived is not None:
        return reading.derived(indicator.derived.id)
    operand = Operand(question=indicator.question.id, part=indicator.score.of)
    value = reading.read(operand)
    if isinstance(indicator.question, MultipleQuestion):
        return indicator.question.count(value) if isinstance(value, list) else None
    if isinstance(value, Mapping | int | float):
        return value
    return None


def _basis(indicator: Indicator, method: Methodology, reading: Reading) -> Basis:
    """The answer's basis; a derived value is as sure as the weakest answer that it reads."""
    if indicator.derived is None:
        answer = reading.answer(indicator.question.id)
        assert answer is not None
        return method.basis_of(answer.basis_of(indicator.score.of))
    read = questions_read(reading.questionnaire, indicator.derived)
    found = [basis for operand in read for basis in _bases(operand, reading)]
    return min(
        (method.basis_of(basis) for basis in found),
        key=method.basis.index,
        default=method.basis[0],
    )


def _bases(operand: Operand, reading: Reading) -> Iterable[str | None]:
    assert operand.question is not None
    answer: Answer | None = reading.answer(operand.question)
    if answer is None:
        return ()
    if isinstance(answer.value, list) and answer.bases:
        return [answer.bases.get(str(row), answer.basis) for row in range(len(answer.value))]
    return (answer.basis_of(operand.part),)
