"""What a document says, by case: reviewed as text, and written again with --update-golden."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boardkit.documents.decision_rows import decision_rows
from boardkit.documents.material import gathered
from boardkit.documents.pages.drives import would_change
from boardkit.documents.pages.summary import summary_page
from boardkit.documents.wording import Wording
from boardkit.formats import Formats
from boardkit.scoring import Scoring, result_of
from boardkit.scoring.uncertainty import intervals
from tests.support.telling_cases import TOLD_CASES

HERE = Path(__file__).parent / "wording"


@pytest.mark.parametrize("name", TOLD_CASES)
def test_every_sentence_of_a_case(name: str, golden: Callable[[Path, str], None]) -> None:
    material = gathered(*TOLD_CASES[name]())
    say = material.wording
    page = summary_page(material)
    lines = [
        f"Conclusion: {say.conclusion()}",
        f"Its name:   {say.conclusion_with_chances()}",
        f"Standing:   {say.standing()}",
        f"Ask:        {say.ask()}",
        f"Money:      {say.money_sentence()}",
        f"Answer:     {say.answer()}",
        *(f"Reason:     {title} {text}" for title, text in say.reasons),
        f"In short:   {page.would_change}",
        *(f"Change:     {line}" for line in would_change(material)),
        *(
            f"Decision:   {row.decision} {row.because} {row.ask}."
            for row in decision_rows(material)
        ),
        *(f"Noted:      {line}" for line in (page.decisions_note,) if line),
        *(f"Disagree:   {line}" for line in page.disagreements),
        f"Bridge:     {say.bridge_title()}",
        f"Dimensions: {say.dimensions_title()}",
        f"Answers:    {say.answers_title()}",
    ]
    golden(HERE / f"{name}.txt", "\n".join(line.rstrip() for line in lines) + "\n")


@pytest.mark.parametrize("name", TOLD_CASES)
def test_the_answer_fits_its_box(name: str) -> None:
    questionnaire, assessment = TOLD_CASES[name]()
    scoring = Scoring(questionnaire, assessment)
    say = Wording(
        result_of(scoring), questionnaire.methodology, assessment.details, Formats(),
        intervals(scoring),
    )  # fmt: skip
    assert len(say.answer().split()) <= 60
    assert len(say.conclusion()) <= 110
