"""What would change the conclusion: one answer, or one gate, that alone would name another band.

Each is found by scoring the assessment anew with that answer, side effects and all. Answers are
ranked by how little their expected credit would have to change.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from math import ceil, floor, log10

import numpy as np

from boardkit.errors import AnswerError
from boardkit.goalposts import nearest_raw
from boardkit.methodology import Gate
from boardkit.questions import LevelQuestion, MultipleQuestion
from boardkit.reading import Standing
from boardkit.scoring import verdicts
from boardkit.scoring.aggregation import aggregate
from boardkit.scoring.engine import Scoring
from boardkit.scoring.moves.entangled import read_by_gate
from boardkit.scoring.moves.raising import answer_at
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.result import BandResult
from boardkit.scoring.scores import Scores, scenario

MOST = 2  # answers that are told for each side
TRIED = 8  # … of so many at the most, beside those that a gate reads
HALVINGS = 14  # of the way from a number to where it could not go on
STEPS = 20  # that a number's scale has at the least, to round to


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer that alone would name another band, and from where on."""

    indicator: str
    question: str
    title: str
    raw: float  # as it is scored today: a level's number, a number of options, a number
    at: float  # the nearest at which the band is another
    band: BandResult  # that it would be
    headline: float


@dataclass(frozen=True, slots=True)
class GateTurn:
    """One gate that alone would name another band, or open or shut a way out."""

    gate: str
    reads: tuple[str, ...]  # the questions and derived values that decide it
    because: str
    composite: str
    cap: float  # as it is shown
    bound: bool  # whether it holds today; then the rest is without it, otherwise with it
    score: float  # of the composite, as it is shown
    is_open: bool | None  # whether the way out then is; None where that does not change
    headline: float
    band: BandResult | None  # where it is another


@dataclass(frozen=True, slots=True)
class Turns:
    """Everything that alone would change the conclusion, nearest first."""

    lower: tuple[Turn, ...]  # into a band of lower scores
    higher: tuple[Turn, ...]
    gates: tuple[GateTurn, ...]


def turns(scoring: Scoring) -> Turns:
    """What would name another band; nothing while none is named."""
    now = scoring.claimed.headline
    if scoring.too_early or now is None:
        return Turns((), (), ())
    low, high = _limits(scoring, now)
    return Turns(
        () if low is None else tuple(islice(_answers(scoring, low, below=True), MOST)),
        () if high is None else tuple(islice(_answers(scoring, high, below=False), MOST)),
        tuple(_gates(scoring)),
    )


def _limits(scoring: Scoring, now: float) -> tuple[float | None, float | None]:
    """Where the band ends, below and above."""
    bands = scoring.method.headline.bands
    place = next(i for i, b in enumerate(bands) if b.ends is None or now < b.ends)
    return (bands[place - 1].ends if place else None), bands[place].ends


# Answers


@dataclass(frozen=True, slots=True)
class _Side:
    """A limit of the band, and the side of it on which the band is another."""

    limit: float
    below: bool

    def reached(self, scoring: Scoring | None) -> bool:
        """Whether an assessment is on that side."""
        head = None if scoring is None else scoring.claimed.headline
        return head is not None and (head < self.limit) == self.below


def _answers(scoring: Scoring, limit: float, *, below: bool) -> Iterator[Turn]:
    side = _Side(limit, below)
    for row in _candidates(scoring, side):
        found = _turning(scoring, row, side)
        if found is None:
            continue
        at, after = found
        one, raw, head = (
            scoring.scheme.indicators[row],
            scoring.credits[row].raw,
            after.claimed.headline,
        )
        band = verdicts.band(scoring.method, head)
        assert raw is not None
        assert head is not None
        assert band is not None
        yield Turn(one.id, one.question.id, one.title, raw, at, band, head)


def _candidates(scoring: Scoring, side: _Side) -> list[int]:
    """The answered rows that alone could reach the side, those with least change of credit first.

    Those that a gate reads come last: what they do to it is not in their own credit.
    """
    falls = scoring.is_exposure != side.below  # what credit has to do
    rows = [
        row
        for row, credit in enumerate(scoring.credits)
        if credit.standing is Standing.ANSWERED and credit.raw is not None
        and scoring.shares[row] > 0 and scoring.plan.rows
    ]  # fmt: skip
    if not rows:
        return []
    start = scoring.means[rows]
    near, far = start.copy(), np.full(len(rows), 0.0 if falls else 100.0)
    there = _beyond(scoring, rows, far, side)
    for _ in range(2 * HALVINGS):
        middle = (near + far) / 2
        beyond = _beyond(scoring, rows, middle, side)
        near, far = np.where(beyond, near, middle), np.where(beyond, middle, far)
    gaps = np.where(there, np.abs(far - start), np.inf)
    order = sorted(range(len(rows)), key=lambda i: (round(float(gaps[i]), 6), i))
    near_first = [rows[i] for i in order if np.isfinite(gaps[i])]
    gated = _read_by_gates(scoring)
    by_gate = [row for row in rows if row not in near_first and _id(scoring, row) in gated]
    return near_first[:TRIED] + by_gate


def _id(scoring: Scoring, row: int) -> str:
    return scoring.scheme.indicators[row].id


def _read_by_gates(scoring: Scoring) -> frozenset[str]:
    gates = (gate for composite in scoring.method.composites for gate in composite.gates)
    return frozenset().union(*(read_by_gate(scoring.questionnaire, gate) for gate in gates))


def _beyond(scoring: Scoring, rows: list[int], credits: Floats, side: _Side) -> Floats:
    """Whether each row alone at its credit reaches the side."""
    wide = np.repeat(scoring.means[:, None], len(rows), axis=1)
    wide[rows, np.arange(len(rows))] = credits
    heads = aggregate(scoring.plan, wide, scoring.caps).headline
    assert heads is not None
    return np.asarray((heads < side.limit) == side.below)


def _turning(scoring: Scoring, row: int, side: _Side) -> tuple[float, Scoring] | None:
    """The nearest raw value that reaches the side, and the scores there; None when none does."""
    one, raw = scoring.scheme.indicators[row], scoring.credits[row].raw
    assert raw is not None
    up = scoring.is_exposure == side.below  # credit rises
    end = nearest_raw(100.0 if up else 0.0, raw, one.goalposts, one.score.scale)
    if end is None:
        ends = sorted(one.goalposts, key=lambda post: post[1])
        end = ends[-1 if up else 0][0]
    if isinstance(one.question, LevelQuestion | MultipleQuestion) and one.derived is None:
        way = (
            range(int(raw) + 1, int(end) + 1)
            if end > raw
            else range(int(raw) - 1, int(end) - 1, -1)
        )
        return next(
            ((at, s) for at in way if (s := _with(scoring, row, at)) and side.reached(s)), None
        )
    return _turning_number(scoring, row, side, raw, end)


def _turning_number(
    scoring: Scoring, row: int, side: _Side, raw: float, end: float
) -> tuple[float, Scoring] | None:
    there = _with(scoring, row, end)
    if there is None or not side.reached(there):
        return None
    near, far = raw, end
    for _ in range(HALVINGS):
        middle = (near + far) / 2
        found = _with(scoring, row, middle)
        if found is not None and side.reached(found):
            far, there = middle, found
        else:
            near = middle
    rounded = _rounded(far, end - raw)
    if min(raw, end) <= rounded <= max(raw, end):
        found = _with(scoring, row, rounded)
        if found is not None and side.reached(found):
            return rounded, found
    return far, there


def _rounded(value: float, way: float) -> float:
    """A rounder number, on the way and not before it."""
    step = 10.0 ** floor(log10(abs(way) / STEPS))
    steps = ceil(value / step - 1e-9) if way > 0 else floor(value / step + 1e-9)
    return round(steps * step, 12)


def _with(scoring: Scoring, row: int, raw: float) -> Scoring | None:
    """The assessment with one answer at another value; None where the question refuses it."""
    one = scoring.scheme.indicators[row]
    if one.derived is not None:
        return Scoring(scoring.questionnaire, scoring.assessment, {**scoring.given, one.id: raw})
    with suppress(AnswerError):
        answer = answer_at(scoring, row, raw)
        return Scoring(
            scoring.questionnaire,
            scoring.assessment.with_answer(one.question.id, answer),
            scoring.given,
        )
    return None


# Gates


def _gates(scoring: Scoring) -> Iterator[GateTurn]:
    for composite in scoring.method.composites:
        bound = {gate.id for gate in scoring.gates[composite.id]}
        for gate in composite.gates:
            if composite.id in scoring.claimed.composites:
                found = _gate(scoring, composite.id, gate, bound=gate.id in bound)
                if found.band is not None or found.is_open is not None:
                    yield found


def _gate(scoring: Scoring, composite: str, gate: Gate, *, bound: bool) -> GateTurn:
    """The scores with the gate, where it does not hold, or without it, where it does."""
    caps = {c: [g.cap for g in gates if g.id != gate.id] for c, gates in scoring.gates.items()}
    if not bound:
        caps[composite].append(gate.cap)
    lowest = {c: min(found) for c, found in caps.items() if found}
    then = scenario(aggregate(scoring.plan, scoring.means[:, None], lowest), 0)
    assert then.headline is not None
    band = verdicts.band(scoring.method, then.headline)
    assert band is not None
    shown = scoring.method.composite(composite).shown
    before = verdicts.band(scoring.method, scoring.claimed.headline)
    is_open = _open(scoring, composite, then)
    return GateTurn(
        gate=gate.id,
        reads=tuple(sorted(read_by_gate(scoring.questionnaire, gate))),
        because=gate.because,
        composite=composite,
        cap=verdicts.in_direction(shown, gate.cap),
        bound=bound,
        score=verdicts.in_direction(shown, then.composites[composite]),
        is_open=None if is_open == _open(scoring, composite, scoring.claimed) else is_open,
        headline=then.headline,
        band=None if before is not None and band.id == before.id else band,
    )


def _open(scoring: Scoring, composite: str, scores: Scores) -> bool:
    rules = scoring.method.verdict
    return (
        rules is not None and composite in rules.ways_out
        and scores.composites[composite] > rules.opens
    )  # fmt: skip
