"""The way from an assessment to its scores: everything that results are made from, computed once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from boardkit.assessment import Assessment
from boardkit.methodology import Gate, Methodology
from boardkit.questionnaire import Questionnaire
from boardkit.reading import Reading, Standing
from boardkit.scoring.aggregation import Aggregate, Plan, Structure, aggregate, plan_of
from boardkit.scoring.coverage import asked_weights, coverage_of, joined
from boardkit.scoring.credits import Credit, credits_of
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.result import Coverage
from boardkit.scoring.scheme import Scheme, scheme_of
from boardkit.scoring.scores import Scores, scenario


class SupposedReading(Reading):
    """The answers on path, with some derived values taken as given."""

    def __init__(
        self, questionnaire: Questionnaire, assessment: Assessment, given: Mapping[str, float]
    ) -> None:
        super().__init__(questionnaire, assessment)
        self._derived.update(given)


@dataclass(frozen=True, eq=False)
class Scoring:
    """One assessment, read and scored; drivers, moves and the rest start from it."""

    questionnaire: Questionnaire
    assessment: Assessment
    given: Mapping[str, float] = field(default_factory=dict)  # derived values not to compute
    lifted: frozenset[str] = frozenset()  # ids of gates that are taken not to hold

    @cached_property
    def method(self) -> Methodology:
        """The method of the questionnaire."""
        return self.questionnaire.methodology

    @cached_property
    def reading(self) -> Reading:
        """The answers on path."""
        return SupposedReading(self.questionnaire, self.assessment, self.given)

    @cached_property
    def scheme(self) -> Scheme:
        """The indicators of the chosen modules."""
        return scheme_of(self.questionnaire, self.assessment.modules_of(self.questionnaire))

    @property
    def structure(self) -> Structure:
        """How the indicators are aggregated."""
        return self.scheme.structure

    @cached_property
    def credits(self) -> tuple[Credit, ...]:
        """Every indicator's credit."""
        return credits_of(self.scheme, self.reading)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """Weight of each indicator in its dimension."""
        return tuple(credit.weight for credit in self.credits)

    @cached_property
    def plan(self) -> Plan:
        """The means to take."""
        return plan_of(self.structure, self.weights)

    @cached_property
    def shares(self) -> tuple[float, ...]:
        """Each indicator's share (0–1) of the composite that holds its dimension."""
        owners = self.structure.owners
        return tuple(
            float(self.plan.shares[owners[one.score.dimension].id][row])
            if one.score.dimension in owners else 0.0
            for row, one in enumerate(self.scheme.indicators)
        )  # fmt: skip

    @cached_property
    def gates(self) -> Mapping[str, tuple[Gate, ...]]:
        """The gates that are bound, by composite. “Don't know” binds none."""
        return {
            composite.id: tuple(
                gate
                for gate in composite.gates
                if gate.id not in self.lifted and gate.when.truth(self.reading)
            )
            for composite in self.method.composites
        }

    @cached_property
    def caps(self) -> dict[str, float]:
        """The lowest cap of each composite that has one."""
        return {c: min(gate.cap for gate in bound) for c, bound in self.gates.items() if bound}

    @property
    def is_exposure(self) -> bool:
        """Whether a high headline is bad."""
        return self.method.composite(self.method.headline.composite).shown == "exposure"

    # Scores of expected credits

    @cached_property
    def means(self) -> Floats:
        """Expected credit, shape (indicators,)."""
        return np.array([credit.claimed.mean for credit in self.credits], dtype=float)

    @cached_property
    def _scenarios(self) -> Aggregate:
        """Claimed, proven, and claimed with each indicator at its best, one scenario a column."""
        count = len(self.means)
        rows = np.empty((count, count + 2))
        rows[:] = self.means[:, None]
        rows[:, 1] = [credit.proven.mean for credit in self.credits]
        rows[np.arange(count), np.arange(count) + 2] = 100.0
        return aggregate(self.plan, rows, self.caps)

    @cached_property
    def claimed(self) -> Scores:
        """Scores of the answers as given."""
        return scenario(self._scenarios, 0)

    @cached_property
    def proven(self) -> Scores:
        """Scores with judgement set back to unknown where that lowers credit."""
        return scenario(self._scenarios, 1)

    @cached_property
    def at_stake(self) -> Sequence[float | None]:
        """How far the headline would improve with each indicator at 100, one at a time."""
        heads = self._scenarios.headline
        if heads is None:
            return [None] * len(self.credits)
        better = heads[2:] - heads[0]
        return [float(x) for x in (-better if self.is_exposure else better)]

    @cached_property
    def bounds(self) -> tuple[Scores, Scores] | None:
        """Scores with every “not applicable” at its worst and at its best; None without any."""
        missing = [credit.standing is Standing.NOT_APPLICABLE for credit in self.credits]
        if not any(missing):
            return None
        nominal = self.structure.nominal
        weights = tuple(
            nominal[row] if absent else self.weights[row] for row, absent in enumerate(missing)
        )
        ends = np.where(np.array(missing)[:, None], [[0.0, 100.0]], self.means[:, None])
        scores = aggregate(plan_of(self.structure, weights), ends, self.caps)
        return scenario(scores, 0), scenario(scores, 1)

    # What was asked and answered

    @cached_property
    def asked_weights(self) -> tuple[float, ...]:
        """Weight of each indicator that was asked."""
        return asked_weights(self.scheme, self.credits)

    @cached_property
    def coverage(self) -> Mapping[str, Coverage]:
        """How much of each composite's asked weight is answered."""
        # Whatever was asked counts, also in a dimension of which too little applies to be scored.
        asked = plan_of(self.structure, self.asked_weights, lenient=True)
        least = self.method.answered_minimum
        return {
            composite.id: coverage_of(asked.shares[composite.id], self.credits, least)
            for composite in self.method.composites
        }

    @cached_property
    def headline_coverage(self) -> Coverage:
        """The same of everything that the headline is made from."""
        head = self.method.headline
        return joined([self.coverage[key] for key in (head.composite, *head.covered_by)])

    @property
    def too_early(self) -> bool:
        """Whether too little is answered to name a band."""
        return self.claimed.headline is None or not self.headline_coverage.enough
