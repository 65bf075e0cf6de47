"""Assessments that between them have every verdict, and everything that can go missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from boardkit.assessment import Answer, Assessment
from boardkit.content import load_questionnaire, shipped_questionnaire
from boardkit.examples import shipped_examples
from boardkit.exchange import open_file
from boardkit.questionnaire import Questionnaire
from tests.support.made_up_answers import assessment_of, level_everywhere
from tests.support.places import FIXTURES

OURS = shipped_questionnaire()
Case = tuple[Questionnaire, Assessment]


def levels(level: int, purpose: str = "decision", basis: str = "export", **answers: Any) -> Case:
    given = level_everywhere(OURS, level, basis)
    given.update({key: Answer(value=value, basis=basis) for key, value in answers.items()})
    return OURS, assessment_of(OURS, given, purpose=purpose)


def standing(**given: int | tuple[int, str] | Answer) -> Case:
    """The dimensions of each score at a level (X of exposure, L and R of the ways out), on a basis
    where one is named; single answers by their questions' ids."""
    answers: dict[str, Answer] = {}
    for key, value in given.items():
        if isinstance(value, Answer):
            answers[key] = value
            continue
        level, basis = value if isinstance(value, tuple) else (value, "export")
        every = level_everywhere(OURS, level, basis)
        answers |= {
            one.id: every[one.id]
            for one in OURS.questions
            if one.score is not None and one.score.dimension.startswith(key)
        }
    return OURS, assessment_of(OURS, answers)


def example(name: str) -> Case:
    found = next(one for one in shipped_examples() if one.name == name)
    return found.questionnaire, found.assessment


def hdi(**values: float) -> Case:
    index = load_questionnaire(FIXTURES / "hdi")
    return index, assessment_of(
        index, {k: Answer(value=v, basis="exact") for k, v in values.items()}
    )


def orchard() -> Case:
    """Another subject, with every type of question and no way out."""
    folder = FIXTURES / "tiny-questionnaire"
    found = open_file(folder / "answers.yaml", load_questionnaire(folder))
    return found.questionnaire, found.assessment


CASES: dict[str, Callable[[], Case]] = {
    **{one.name: lambda name=one.name: example(name) for one in shipped_examples()},  # type: ignore[misc]
    "nothing-answered": lambda: (OURS, assessment_of(OURS, {})),
    "all-unknown": lambda: (
        OURS, assessment_of(OURS, {q.id: Answer(state="dont_know") for q in OURS.questions}),
    ),
    "worst": lambda: levels(0),
    "poor-for-noting": lambda: levels(1, "noting"),
    "middling-for-discussion": lambda: levels(2, "discussion"),
    "good-both-open": lambda: levels(3),
    "best-none-needed": lambda: levels(4),
    "good-but-no-right-to-resell": lambda: levels(3, E03=0),
    "good-but-nothing-measured": lambda: levels(3, D03=0),
    "index-without-ways-out": lambda: hdi(life=80, expected=15, mean=12, income=40_000),
    "index-half-answered": lambda: hdi(life=80),
}  # fmt: skip

# Where what is said contradicts itself, or the scores stand oddly to each other.
CONTRADICTORY: dict[str, Callable[[], Case]] = {
    "at-nought": lambda: levels(4, basis="exact"),
    "at-a-hundred": lambda: levels(0, basis="exact"),
    "claimed-far-above-proven": lambda: levels(4, basis="judgement"),
    "open-only-as-claimed": lambda: standing(X=0, L=(4, "judgement"), R=1),
    "open-though-exposed": lambda: standing(X=0, L=0, R=3),
    "both-far-from-open": lambda: standing(X=2, L=0, R=1),
    "ahead-by-a-hair": lambda: standing(X=1, L=2, R=2, D01=Answer(value=3, basis="judgement")),
    "near-on-judgement": lambda: standing(X=1, L=(2, "judgement"), R=(2, "judgement")),
    "both-capped": lambda: levels(3, E03=0, D03=0),
    "every-check-fails": lambda: levels(
        2, A06=3e8, C08="few", C01=40, C02=80, C03=10, H02={"top_one": 60, "top_five": 20},
        H01={"top_one": 50, "top_ten": 30}, B05={"gross": 98, "net": 90},
    ),
    "too-early-with-the-worst-answers": lambda: standing(X=0),
    "too-early-with-the-best-answers": lambda: standing(L=4, R=4),
    "only-what-is-not-scored": lambda: (
        OURS, assessment_of(OURS, {"A01": Answer(value=4e7, basis="management")}),
    ),
    "unknown-but-for-one": lambda: (
        OURS,
        assessment_of(OURS, {
            **{q.id: Answer(state="dont_know") for q in OURS.questions},
            "D03": Answer(value=2, basis="management"),
        }),
    ),
}  # fmt: skip
TOLD_CASES = {**CASES, **CONTRADICTORY}

# Beside those: where how sure it is reads otherwise.
UNSURE_CASES: dict[str, Callable[[], Case]] = {
    **TOLD_CASES,
    "near-a-limit-on-judgement": lambda: levels(2, basis="judgement"),
    "good-on-judgement": lambda: levels(3, basis="judgement"),
    "another-subject": orchard,
}
