"""The way from an assessment to its result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from boardkit.assessment import Assessment
from boardkit.formulas import evaluate
from boardkit.methodology import Gate, Methodology
from boardkit.questionnaire import Questionnaire
from boardkit.reading import Reading, Standing, product_lines
from boardkit.scoring import verdicts
from boardkit.scoring.aggregation import Aggregate, aggregate, shown
from boardkit.scoring.coverage import coverage_of, effective_shares, joined
from boardkit.scoring.credits import Credit, credits_of
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.result import (
    BoundGate,
    Bounds,
    CompositeResult,
    Counts,
    Coverage,
    DimensionResult,
    Disagreement,
    HeadlineResult,
    IndicatorResult,
    LineResult,
    MoneyPartResult,
    MoneyResult,
    Result,
)
from boardkit.scoring.scheme import Scheme, scheme_of


def score(questionnaire: Questionnaire, assessment: Assessment) -> Result:
    """The result of an assessment: deterministic, S(μ) of the answers' expected credits."""
    return Scoring(questionnaire, assessment).result()


@dataclass(frozen=True)
class Scoring:
    """Everything that the parts of a result are computed from, each computed once."""

    questionnaire: Questionnaire
    assessment: Assessment

    @cached_property
    def method(self) -> Methodology:
        """The method of the questionnaire."""
        return self.questionnaire.methodology

    @cached_property
    def reading(self) -> Reading:
        """The answers on path."""
        return Reading(self.questionnaire, self.assessment)

    @cached_property
    def scheme(self) -> Scheme:
        """The indicators of the chosen modules."""
        return scheme_of(self.questionnaire, self.assessment.modules_of(self.questionnaire))

    @cached_property
    def credits(self) -> tuple[Credit, ...]:
        """Every indicator's credit."""
        return credits_of(self.scheme, self.reading)

    @cached_property
    def means(self) -> Floats:
        """Expected credit, shape (indicators,)."""
        return np.array([credit.mean for credit in self.credits], dtype=float)

    @cached_property
    def weights(self) -> Floats:
        """Weight of each indicator in its dimension, shape (indicators,)."""
        return np.array([credit.weight for credit in self.credits], dtype=float)

    @cached_property
    def gates(self) -> Mapping[str, tuple[Gate, ...]]:
        """The gates that are bound, by composite. “Don't know” binds none."""
        return {
            composite.id: tuple(g for g in composite.gates if g.when.truth(self.reading))
            for composite in self.method.composites
        }

    @cached_property
    def caps(self) -> dict[str, float]:
        """The lowest cap of each composite that has one."""
        return {c: min(gate.cap for gate in bound) for c, bound in self.gates.items() if bound}

    def aggregated(self, credits: Floats, weights: Floats | None = None) -> Aggregate:
        """Scores for other credits, or other weights, of the same indicators."""
        chosen = self.weights if weights is None else weights
        return aggregate(self.scheme.structure, credits, chosen, self.caps)

    @cached_property
    def claimed(self) -> Aggregate:
        """Scores of the answers as given."""
        return self.aggregated(self.means)

    @cached_property
    def proven(self) -> Aggregate:
        """Scores with judgement set back to unknown where that lowers credit."""
        return self.aggregated(np.array([credit.proven_mean for credit in self.credits]))

    @cached_property
    def shares(self) -> Mapping[str, Floats]:
        """Each composite → the share of every indicator in it, as things apply."""
        return effective_shares(self.scheme.structure, self.weights)

    def coverage(self, composite: str) -> Coverage:
        """How much of a composite's asked weight is answered."""
        # Whatever was asked counts, also in a dimension of which too little applies to be scored.
        structure = replace(self.scheme.structure, nominal=np.zeros(len(self.credits)))
        shares = effective_shares(structure, self._asked_weights)[composite]
        standings = [credit.standing for credit in self.credits]
        return coverage_of(shares, standings, self.method.answered_minimum)

    @cached_property
    def _asked_weights(self) -> Floats:
        unasked = (Standing.HIDDEN, Standing.NOT_APPLICABLE)
        asked = [credit.standing not in unasked for credit in self.credits]
        nominal = [one.score.weight for one in self.scheme.indicators]
        stands = [c.weight > 0 or c.standing is not Standing.ANSWERED for c in self.credits]
        kept = self.weights if self.method.unknowns.treat_as == "prior" else np.array(nominal)
        return np.where(np.array(asked) & np.array(stands), kept, 0.0)

    @cached_property
    def _bounds(self) -> tuple[Aggregate, Aggregate] | None:
        missing = np.array([c.standing is Standing.NOT_APPLICABLE for c in self.credits])
        if not missing.any():
            return None
        nominal = np.array([one.score.weight for one in self.scheme.indicators])
        weights = np.where(missing, nominal, self.weights)
        low = self.aggregated(np.where(missing, 0.0, self.means), weights)
        high = self.aggregated(np.where(missing, 100.0, self.means), weights)
        return low, high

    # The parts of the result

    def result(self) -> Result:
        """All of it."""
        headline = self._headline()
        return Result(
            assessment=self.assessment.id,
            questionnaire=self.questionnaire.id,
            questionnaire_version=self.questionnaire.version,
            questionnaire_digest=self.questionnaire.digest,
            method_version=self.method.version,
            counts=self._counts(),
            headline=headline,
            verdict=verdicts.verdict(self.method, self.claimed, headline.too_early),
            composites=tuple(self._composite(c.id) for c in self.method.composites),
            dimensions=tuple(self._dimension(d.id) for d in self.method.dimensions),
            indicators=self._indicators(),
            money=self._money(),
            position=self._position(),
            disagreements=tuple(
                Disagreement(check.id, check.questions) for check in self.reading.disagreements()
            ),
            unscored_dimensions=tuple(
                d.id for d in self.method.dimensions if d.id not in self.claimed.dimensions
            ),
        )

    def _headline(self) -> HeadlineResult:
        head = self.method.headline
        parts = [self.coverage(c) for c in (head.composite, *head.covered_by)]
        coverage = joined(parts)
        claimed, proven = _number(self.claimed.headline), _number(self.proven.headline)
        too_early = claimed is None or not coverage.enough
        return HeadlineResult(
            id=head.id,
            title=head.title,
            shown=self.method.composite(head.composite).shown,
            claimed=claimed,
            proven=proven,
            band=None if too_early else verdicts.band(self.method, claimed),
            proven_band=None if too_early else verdicts.band(self.method, proven),
            too_early=too_early,
            coverage=coverage,
            bounds=self._shown_bounds(lambda scores: _number(scores.headline)),
            bridge=verdicts.bridge(self.method, self.claimed),
        )

    def _composite(self, composite_id: str) -> CompositeResult:
        composite = self.method.composite(composite_id)
        uncapped = self._shown(composite_id, self.claimed.uncapped)
        claimed = self._shown(composite_id, self.claimed.composites)
        raw = _number(self.claimed.uncapped.get(composite_id))
        return CompositeResult(
            id=composite.id,
            title=composite.title,
            short=composite.short or composite.title,
            about=composite.about,
            shown=composite.shown,
            claimed=claimed,
            proven=self._shown(composite_id, self.proven.composites),
            uncapped=uncapped,
            gates=tuple(
                BoundGate(g.id, g.cap, g.because, g.move, raw is not None and raw > g.cap)
                for g in self.gates[composite_id]
            ),
            bounds=self._shown_bounds(lambda s: self._shown(composite_id, s.composites)),
            coverage=self.coverage(composite_id),
        )

    def _dimension(self, dimension_id: str) -> DimensionResult:
        dimension = self.method.dimension(dimension_id)
        owner = next(
            (c for c in self.method.composites if any(m.of == dimension_id for m in c.members)),
            None,
        )
        rows = list(self.scheme.structure.members[dimension_id])
        own = [self.credits[row] for row in rows if self._asked_weights[row] > 0]
        direction = owner.shown if owner else "credit"
        flip = direction == "exposure"
        claimed = _number(self.claimed.dimensions.get(dimension_id))
        proven = _number(self.proven.dimensions.get(dimension_id))
        return DimensionResult(
            id=dimension.id,
            title=dimension.title,
            about=dimension.about,
            composite=owner.id if owner else None,
            shown=direction,
            claimed=None if claimed is None else 100 - claimed if flip else claimed,
            proven=None if proven is None else 100 - proven if flip else proven,
            weight=float(self.shares[owner.id][rows].sum()) if owner else 0.0,
            answered=sum(credit.standing is Standing.ANSWERED for credit in own),
            asked=len(own),
        )

    def _indicators(self) -> tuple[IndicatorResult, ...]:
        total = np.sum([share for share in self.shares.values()], axis=0)
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
                mean=credit.mean,
                weight=float(total[row]),
                at_stake=at_stake,
            )
            for row, (one, credit, at_stake) in enumerate(
                zip(self.scheme.indicators, self.credits, self._at_stake(), strict=True)
            )
        )

    def _at_stake(self) -> Sequence[float | None]:
        """How far the headline would improve with each indicator at 100, one at a time."""
        count = len(self.means)
        if self.claimed.headline is None:
            return [None] * count
        lifted = np.repeat(self.means[:, None], count, axis=1)
        np.fill_diagonal(lifted, 100.0)
        heads = self.aggregated(lifted).headline
        assert heads is not None
        better = heads - self.claimed.headline
        signed = (
            -better
            if self.method.composite(self.method.headline.composite).shown == "exposure"
            else better
        )
        return [float(x) if w > 0 else 0.0 for x, w in zip(signed, self.weights, strict=True)]

    def _counts(self) -> Counts:
        modules = set(self.scheme.modules)
        standings = [
            self.reading.standing(q.id) for q in self.questionnaire.questions if q.module in modules
        ]
        weak = [
            answer
            for q in self.questionnaire.questions
            if (answer := self.reading.answer(q.id)) is not None
            and answer.is_answered
            and q.score is not None
            and not self.method.basis_of(answer.basis).proves
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

    def _money(self) -> MoneyResult | None:
        role = self.questionnaire.roles.money
        total = evaluate(role.total, self.reading) if role else None
        if role is None or total is None:
            return None
        amounts = [(evaluate(part.amount, self.reading), part.text) for part in role.parts]
        parts = tuple(MoneyPartResult(x, text) for x, text in amounts if x is not None)
        return MoneyResult(total, role.noun, parts)

    def _position(self) -> tuple[LineResult, ...]:
        role = self.questionnaire.roles.position
        if role is None:
            return ()
        return tuple(
            LineResult(
                name, share, kind.id, kind.title,
                kind.proven_if is None or kind.proven_if.truth(self.reading) is True,
            )
            for name, share, kind in product_lines(role, self.reading)
        )  # fmt: skip

    def _shown(self, composite: str, scores: Mapping[str, Floats]) -> float | None:
        if composite not in scores:
            return None
        return float(shown(self.method, composite, scores[composite]))

    def _shown_bounds(self, read: Callable[[Aggregate], float | None]) -> Bounds | None:
        if self._bounds is None:
            return None
        ends = [end for end in map(read, self._bounds) if end is not None]
        return Bounds(min(ends), max(ends)) if len(ends) == 2 else None


def _number(value: Floats | None) -> float | None:
    return None if value is None else float(value)
