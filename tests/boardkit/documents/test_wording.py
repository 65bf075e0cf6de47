"""What a document says, by case: reviewed as text, and written again with --update-golden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from boardkit.documents.board_pack import BoardPack
from boardkit.documents.decision_rows import decision_rows
from boardkit.documents.material import Material, gathered
from boardkit.documents.pages.drives import would_change
from boardkit.documents.pages.summary import summary_page
from boardkit.pack_options import PackOptions
from tests.support.telling_cases import TOLD_CASES

HERE = Path(__file__).parent / "wording"


@cache
def told(name: str) -> Material:
    """A case, for the full pack."""
    questionnaire, assessment = TOLD_CASES[name]()
    return gathered(questionnaire, assessment.with_details(pack=PackOptions(document="full")))


@pytest.mark.parametrize("name", TOLD_CASES)
def test_every_sentence_of_a_case(name: str, golden: Callable[[Path, str], None]) -> None:
    material = told(name)
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
        *_pages(material),
    ]
    golden(HERE / f"{name}.txt", "\n".join(line.rstrip() for line in lines) + "\n")


def _pages(material: Material) -> Iterator[str]:
    """What every page of the full pack has for a title, and makes of it."""
    for page in BoardPack(material).pages():
        if page.id not in ("cover", "summary"):
            yield f"Page:       {page.name}. {page.content.title}"
            yield f"So what:    {getattr(page.content, 'so_what', '')}"


@pytest.mark.parametrize("name", TOLD_CASES)
def test_every_page_says_what_follows_from_it(name: str) -> None:
    for page in BoardPack(told(name)).pages():
        if page.id not in ("cover", "summary"):  # which say nothing else
            assert getattr(page.content, "so_what", ""), page.name


@pytest.mark.parametrize("name", TOLD_CASES)
def test_the_answer_fits_its_box(name: str) -> None:
    say = told(name).wording
    assert len(say.answer().split()) <= 60
    assert len(say.conclusion()) <= 110
