"""How long scoring takes, with all 82 questions answered; times are of one run on one machine.

Ratios are to what numpy takes, in the same run, to read, gather and write the same arrays once.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from functools import cache
from itertools import count

import numpy as np

from boardkit.assessment import Answer, Assessment
from boardkit.content import load_questionnaire
from boardkit.examples import shipped_example
from boardkit.questionnaire import Questionnaire
from boardkit.questions import LevelQuestion
from boardkit.reading import Standing
from boardkit.scoring import score
from boardkit.scoring.assembling import result_of
from boardkit.scoring.concentration import concentration
from boardkit.scoring.distributions import table_of
from boardkit.scoring.drivers import drivers
from boardkit.scoring.engine import Scoring
from boardkit.scoring.firm_up import firm_up
from boardkit.scoring.method_sensitivity import method_sensitivity
from boardkit.scoring.moves import smallest_moves
from boardkit.scoring.sampling import places_for
from boardkit.scoring.uncertainty import Drawn, drawn
from tests.support.made_up_answers import assessment_of, level_everywhere
from tests.support.made_up_indices import EXACT, answered, composite, index, number
from tests.support.places import FIXTURES
from tests.support.timing import times

EXAMPLE = shipped_example("paperclip-2026-q3")
MANY = 10_000
UNITS = 5_000


def told(name: str, taken: list[float], of: str = "") -> None:
    p99 = taken[min(len(taken) - 1, int(0.99 * len(taken)))]
    print(f"\n{name}: {statistics.median(taken):.2f} ms (least {taken[0]:.2f}, p99 {p99:.2f}){of}")


# One answer changed


def edits(assessment: Assessment) -> Iterator[Assessment]:
    """The assessment with one level changed after another, round and round."""
    reading = Scoring(EXAMPLE.questionnaire, assessment).reading
    ids = [
        question.id
        for question in EXAMPLE.questionnaire.questions
        if isinstance(question, LevelQuestion)
        and reading.standing(question.id) is Standing.ANSWERED
    ]
    for turn in count(1):
        old = assessment.answers[ids[turn % len(ids)]]
        answer = old.model_copy(update={"value": (int(str(old.value)) + 1) % 5})
        assessment = assessment.with_answer(ids[turn % len(ids)], answer)
        yield assessment


def test_one_answer_changed() -> None:
    changes = edits(EXAMPLE.assessment)
    state: list[Drawn] = [drawn(Scoring(EXAMPLE.questionnaire, EXAMPLE.assessment))]
    parts: dict[str, list[float]] = {"read and score": [], "draws and intervals": []}
    for _ in range(200):
        scoring = Scoring(EXAMPLE.questionnaire, next(changes))
        started = time.perf_counter()
        result_of(scoring)
        scored = time.perf_counter()
        state[0] = drawn(scoring, state[0])
        ended = time.perf_counter()
        parts["read and score"].append(1000 * (scored - started))
        parts["draws and intervals"].append(1000 * (ended - scored))
    for name, taken in parts.items():
        told(f"one answer changed, {name}", sorted(taken), ", frame 16.7 ms")


# Everything afresh


def with_draws(draws: int) -> Questionnaire:
    method = EXAMPLE.questionnaire.methodology.model_copy(update={"draws": draws})
    return EXAMPLE.questionnaire.model_copy(update={"methodology": method})


def test_a_full_rescore() -> None:
    questionnaire = with_draws(MANY)
    scoring = Scoring(questionnaire, EXAMPLE.assessment)
    places, credits = places_for(scoring), scoring.credits
    rows = [row for row, weight in enumerate(scoring.weights) if weight > 0]
    out = np.empty((2 * len(rows), MANY))
    tables = [
        table_of(side)[0] for row in rows for side in (credits[row].claimed, credits[row].proven)
    ]
    cells = [np.ascontiguousarray(places.cell[row]) for row in rows for _ in range(2)]

    def once() -> None:
        for line, (values, cell) in enumerate(zip(tables, cells, strict=True)):
            np.take(values, cell, out=out[line], mode="clip")

    numpy_alone = times(once)
    full = times(lambda: drawn(scoring))
    ratio = statistics.median(full) / statistics.median(numpy_alone)
    told(f"numpy: read, gather, write {out.shape[0]} × {MANY}", numpy_alone)
    told(f"full rescore, claimed and proven, {MANY} draws", full, f", ratio {ratio:.1f}")


# In the background


@cache
def worst() -> Scoring:
    """Every gate bound, so that there are as many side effects as there can be."""
    questionnaire = EXAMPLE.questionnaire
    answers = level_everywhere(questionnaire, 1, "contract")
    answers["B09"] = Answer(value=4, basis="contract")
    for key in ("D03", "E03", "D06"):
        answers[key] = Answer(value=0, basis="contract")
    answers["F02"] = Answer(value=-10, basis="contract")
    answers["H02"] = Answer(value={"top_one": 60}, basis="contract")
    return Scoring(questionnaire, assessment_of(questionnaire, answers))


def test_what_runs_in_the_background() -> None:
    questionnaire, assessment = EXAMPLE.questionnaire, EXAMPLE.assessment
    for work in (drivers, method_sensitivity, firm_up, smallest_moves, concentration):
        told(work.__name__, times(lambda w=work: w(Scoring(questionnaire, assessment)), 8))  # type: ignore[misc]
    told("smallest_moves, every gate bound", times(lambda: smallest_moves(worst()), 4))


# Thousands of units


def test_thousands_of_units() -> None:
    hdi = load_questionnaire(FIXTURES / "hdi")
    units = [
        answered(hdi, {"life": 50 + i % 30, "expected": 12, "mean": 8, "income": 500.0 + i})
        for i in range(UNITS)
    ]
    wide = index(
        [number(f"q{i}", i, f"d{i % 6}") for i in range(1, 61)],
        [composite("all", [f"d{i}" for i in range(6)], mean=0)],
        basis=EXACT,
    )
    many = [answered(wide, {f"q{i}": (i * u) % 101 for i in range(1, 61)}) for u in range(500)]
    for name, questionnaire, assessments in (("4", hdi, units), ("60", wide, many)):
        score(questionnaire, assessments[0])
        started = time.perf_counter()
        for assessment in assessments:
            score(questionnaire, assessment)
        each = 1000 * (time.perf_counter() - started) / len(assessments)
        print(f"\n{len(assessments)} units of {name} indicators: {each:.2f} ms each")
