"""From a scoring to the result that screens, packs and JSON are made from."""

from __future__ import annotations

from collections.abc import Callable

from boardkit.assessment import Assessment
from boardkit.formulas import evaluate
from boardkit.methodology import Composite
from boardkit.questionnaire import Questionnaire
from boardkit.reading import Standing
from boardkit.scoring import verdicts
from boardkit.scoring.engine import Scoring
from boardkit.scoring.result import (
    BoundGate,
    Bounds,
    CompositeResult,
    Counts,
    DimensionResult,
    Disagreement,
    Glance,
    HeadlineResult,
    IndicatorResult,
    LineResult,
    MoneyPartResult,
    MoneyResult,
    Result,
)
from boardkit.scoring.scores import Scores


def score(questionnaire: Questionnaire, assessment: Assessment) -> Result:
    """The result of an assessment: deterministic, S(μ) of the answers' expected credits."""
    return result_of(Scoring(questionnaire, assessment))


def glance_of(scoring: Scoring) -> Glance:
    """The scores themselves, without what they are made from."""
    method, headline = scoring.method, _headline(scoring)
    return Glance(
        headline=headline,
        verdict=verdicts.verdict(method, scoring.claimed, headline.too_early),
        composites=tuple(_composite(scoring, composite) for composite in method.composites),
    )


def result_of(scoring: Scoring, glance: Glance | None = None) -> Result:
    """All that is known without draws; ``glance`` is what was found of it already."""
    method = scoring.method
    seen = glance if glance is not None else glance_of(scoring)
    return Result(
        assessment=scoring.assessment.id,
        questionnaire=scoring.questionnaire.id,
        questionnaire_version=scoring.questionnaire.version,
        questionnaire_digest=scoring.questionnaire.digest,
        method_version=method.version,
        counts=_counts(scoring),
        headline=seen.headline,
        verdict=seen.verdict,
        composites=seen.composites,
        dimensions=tuple(_dimension(scoring, dimension.id) for dimension in method.dimensions),
        indicators=_indicators(scoring),
        money=_money(scoring),
        position=_position(scoring),
        disagreements=tuple(
            Disagreement(check.id, check.questions) for check in scoring.reading.disagreements()
        ),
        unscored_dimensions=tuple(
            d.id for d in method.dimensions if d.id not in scoring.claimed.dimensions
        ),
    )


def _headline(scoring: Scoring) -> HeadlineResult:
    method, head = scoring.method, scoring.method.headline
    claimed, proven = scoring.claimed.headline, scoring.proven.headline
    too_early = scoring.too_early
    return HeadlineResult(
        id=head.id,
        title=head.title,
        shown=method.composite(head.composite).shown,
        claimed=claimed,
        proven=proven,
        band=None if too_early else verdicts.band(method, claimed),
        proven_band=None if too_early else verdicts.band(method, proven),
        too_early=too_early,
        coverage=scoring.headline_coverage,
        bounds=_bounds(scoring, lambda scores: scores.headline),
        bridge=verdicts.bridge(method, scoring.claimed),
    )


def _composite(scoring: Scoring, composite: Composite) -> CompositeResult:
    raw = scoring.claimed.uncapped.get(composite.id)

    def printed(scores: Scores) -> float | None:
        return verdicts.shown_score(scoring.method, composite.id, scores)

    return CompositeResult(
        id=composite.id,
        title=composite.title,
        short=composite.short or composite.title,
        about=composite.about,
        shown=composite.shown,
        claimed=printed(scoring.claimed),
        proven=printed(scoring.proven),
        uncapped=None if raw is None else verdicts.in_direction(composite.shown, raw),
        gates=tuple(
            BoundGate(g.id, g.cap, g.because, g.move, raw is not None and raw > g.cap)
            for g in scoring.gates[composite.id]
        ),
        bounds=_bounds(scoring, printed),
        coverage=scoring.coverage[composite.id],
    )


def _dimension(scoring: Scoring, dimension_id: str) -> DimensionResult:
    dimension = scoring.method.dimension(dimension_id)
    owner = scoring.structure.owners.get(dimension_id)
    rows = scoring.structure.members[dimension_id]
    own = [scoring.credits[row] for row in rows if scoring.asked_weights[row] > 0]
    direction = scoring.structure.directions[dimension_id]

    def printed(scores: Scores) -> float | None:
        credit = scores.dimensions.get(dimension_id)
        return None if credit is None else verdicts.in_direction(direction, credit)

    return DimensionResult(
        id=dimension.id,
        title=dimension.title,
        about=dimension.about,
        composite=owner.id if owner else None,
        shown=direction,
        claimed=printed(scoring.claimed),
        proven=printed(scoring.proven),
        weight=float(sum(scoring.plan.shares[owner.id][row] for row in rows)) if owner else 0.0,
        answered=sum(credit.standing is Standing.ANSWERED for credit in own),
        asked=len(own),
    )


def _indicators(scoring: Scoring) -> tuple[IndicatorResult, ...]:
    return tuple(
        IndicatorResult(
            id=one.id,
            question=one.question.id,
            title=one.title,
            dimension=one.score.dimension,
            standing=credit.standing,
            basis=credit.basis.id if credit.basis else None,
            proven=credit.basis is not None and credit.basis.proves,
            raw=credit.raw,
            credit=credit.point,
            mean=mean,
            weight=weight,
            at_stake=at_stake,
        )
        for one, credit, mean, weight, at_stake in zip(
            scoring.scheme.indicators, scoring.credits, scoring.means.tolist(),
            scoring.shares, scoring.at_stake, strict=True,
        )
    )  # fmt: skip


def _counts(scoring: Scoring) -> Counts:
    reading = scoring.reading
    asked = scoring.questionnaire.asked_in(scoring.scheme.modules)
    standings = [reading.standing(question.id) for question in asked]
    given = scoring.assessment.answers
    weak = [
        question
        for question, standing in zip(asked, standings, strict=True)
        if question.score is not None
        and standing is Standing.ANSWERED
        and not scoring.scheme.basis(given[question.id].basis)[1].proves
    ]
    count = standings.count
    return Counts(
        questions=len(standings),
        asked=len(standings) - count(Standing.HIDDEN),
        answered=count(Standing.ANSWERED),
        dont_know=count(Standing.DONT_KNOW),
        not_applicable=count(Standing.NOT_APPLICABLE),
        open=count(Standing.OPEN),
        hidden=count(Standing.HIDDEN),
        on_judgement=len(weak),
    )


def _money(scoring: Scoring) -> MoneyResult | None:
    role = scoring.questionnaire.roles.money
    total = evaluate(role.total, scoring.reading) if role else None
    if role is None or total is None:
        return None
    amounts = [(evaluate(part.amount, scoring.reading), part.text) for part in role.parts]
    parts = tuple(MoneyPartResult(x, text) for x, text in amounts if x is not None)
    return MoneyResult(total, role.noun, parts)


def _position(scoring: Scoring) -> tuple[LineResult, ...]:
    return tuple(
        LineResult(
            name, share, kind.id, kind.title,
            kind.proven_if is None or kind.proven_if.truth(scoring.reading) is True,
        )
        for name, share, kind in scoring.reading.product_lines
    )  # fmt: skip


def _bounds(scoring: Scoring, read: Callable[[Scores], float | None]) -> Bounds | None:
    if scoring.bounds is None:
        return None
    # A dimension that the missing part would bring back can lift both ends past the score itself.
    ends = [read(scores) for scores in (*scoring.bounds, scoring.claimed)]
    found = [end for end in ends if end is not None]
    return Bounds(min(found), max(found)) if len(found) == len(ends) else None
