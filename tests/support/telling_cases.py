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

# Beside those: where how sure it is reads otherwise.
UNSURE_CASES: dict[str, Callable[[], Case]] = {
    **CASES,
    "near-a-limit-on-judgement": lambda: levels(2, basis="judgement"),
    "good-on-judgement": lambda: levels(3, basis="judgement"),
    "another-subject": orchard,
}
