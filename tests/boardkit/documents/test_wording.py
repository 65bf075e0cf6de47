"""What a document says, by case: reviewed as text, and written again with --update-golden."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from boardkit.assessment import Answer, Assessment
from boardkit.content import load_questionnaire, shipped_questionnaire
from boardkit.documents.wording import Wording
from boardkit.examples import shipped_examples
from boardkit.formats import Formats
from boardkit.questionnaire import Questionnaire
from boardkit.scoring import score
from tests.support.made_up_answers import assessment_of, level_everywhere
from tests.support.places import FIXTURES

HERE = Path(__file__).parent / "wording"
OURS = shipped_questionnaire()
Case = tuple[Questionnaire, Assessment]


def levels(level: int, purpose: str = "decision", **answers: Any) -> Case:
    given = level_everywhere(OURS, level, "export")
    given.update({key: Answer(value=value, basis="export") for key, value in answers.items()})
    return OURS, assessment_of(OURS, given, purpose=purpose)


def example(name: str) -> Case:
    found = next(one for one in shipped_examples() if one.name == name)
    return found.questionnaire, found.assessment


def hdi(**values: float) -> Case:
    index = load_questionnaire(FIXTURES / "hdi")
    return index, assessment_of(
        index, {k: Answer(value=v, basis="exact") for k, v in values.items()}
    )


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


@pytest.mark.parametrize("name", CASES)
def test_every_sentence_of_a_case(name: str, golden: Callable[[Path, str], None]) -> None:
    questionnaire, assessment = CASES[name]()
    result = score(questionnaire, assessment)
    formats = Formats("en", assessment.details.currency)
    say = Wording(result, questionnaire.methodology, assessment.details, formats)
    stakes = ", ".join(f"{i.title} {say.stake(i)}" for i in say.largest_stakes())
    lines = [
        f"Conclusion: {say.conclusion()}",
        f"Standing:   {say.standing()}",
        f"Ask:        {say.ask()}",
        f"Money:      {say.money_sentence()}",
        f"Answer:     {say.answer()}",
        *(f"Reason:     {title} {text}" for title, text in say.reasons()),
        f"Change:     {say.would_change()}",
        f"At stake:   {stakes}",
        f"Bridge:     {say.bridge_title()}",
        f"Dimensions: {say.dimensions_title()}",
        f"Answers:    {say.answers_title()}",
    ]
    golden(HERE / f"{name}.txt", "\n".join(line.rstrip() for line in lines) + "\n")


@pytest.mark.parametrize("name", CASES)
def test_the_answer_fits_its_box(name: str) -> None:
    questionnaire, assessment = CASES[name]()
    result = score(questionnaire, assessment)
    say = Wording(result, questionnaire.methodology, assessment.details, Formats())
    assert len(say.answer().split()) <= 60
    assert len(say.conclusion()) <= 110
