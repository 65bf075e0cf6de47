"""What a document says, by case: reviewed as text, and written again with --update-golden."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boardkit.documents.wording import Wording
from boardkit.formats import Formats
from boardkit.scoring import Scoring, result_of
from boardkit.scoring.uncertainty import intervals
from tests.support.telling_cases import CASES

HERE = Path(__file__).parent / "wording"


@pytest.mark.parametrize("name", CASES)
def test_every_sentence_of_a_case(name: str, golden: Callable[[Path, str], None]) -> None:
    questionnaire, assessment = CASES[name]()
    scoring = Scoring(questionnaire, assessment)
    formats = Formats("en", assessment.details.currency)
    say = Wording(
        result_of(scoring), questionnaire.methodology, assessment.details, formats,
        intervals(scoring),
    )  # fmt: skip
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
    scoring = Scoring(questionnaire, assessment)
    say = Wording(
        result_of(scoring), questionnaire.methodology, assessment.details, Formats(),
        intervals(scoring),
    )  # fmt: skip
    assert len(say.answer().split()) <= 60
    assert len(say.conclusion()) <= 110
