"""One page is one page, whatever is in it."""

from __future__ import annotations

from datetime import date

import pytest

from boardkit.assessment import Assessment
from boardkit.content import load_questionnaire, shipped_questionnaire
from boardkit.decisions import Decision
from boardkit.documents.material import gathered
from boardkit.documents.one_page import one_page, one_page_pdf
from boardkit.examples import shipped_example, shipped_examples
from boardkit.pack_options import PackOptions, Paper
from boardkit.questionnaire import Questionnaire
from tests.support.made_up_answers import assessment_of
from tests.support.pdf_texts import page_texts
from tests.support.places import FIXTURES

NASTY = '<script>alert(1)</script> {{ 7 * 7 }} & "quotes" <b>bold</b> '


def pages(questionnaire: Questionnaire, assessment: Assessment, paper: Paper = "a4") -> list[str]:
    options = PackOptions(document="one_page", paper=paper)
    material = gathered(questionnaire, assessment.with_details(pack=options))
    return page_texts(one_page_pdf(material))


@pytest.mark.parametrize("name", [example.name for example in shipped_examples()])
def test_every_example_fits_and_says_what_the_pack_says(name: str) -> None:
    example = shipped_example(name)
    material = gathered(example.questionnaire, example.assessment)
    say = material.wording
    (page,) = pages(example.questionnaire, example.assessment, "letter")
    for text in (say.conclusion(), say.answer(), material.would_change.short()):
        assert text in page


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("text", ["W" * 400, NASTY * 7, "word " * 80, "漢字と" * 130, "שלום " * 80])
def test_hostile_and_endless_texts_fit_too(text: str, paper: Paper) -> None:
    example = shipped_example("paperclip-2026-q3")
    decision = Decision(
        decision=text[:400], because=text[:400], owner=text[:400], by=date(2027, 12, 31),
        cost=123_456_789_012_345.0,
    )  # fmt: skip
    assessment = example.assessment.with_details(
        company=text[:400], sponsor=text[:400], classification=text[:400], period=text[:400],
        decisions=(decision,) * 30,
    )  # fmt: skip
    (page,) = pages(example.questionnaire, assessment, paper)
    assert "Exposed, and neither way out is open yet" in page
    assert "more, in the board pack" in page


@pytest.mark.parametrize("fixture", ["hdi", "tiny-questionnaire"])
def test_any_questionnaire_and_no_answers_fit(fixture: str) -> None:
    questionnaire = load_questionnaire(FIXTURES / fixture)
    assert len(pages(questionnaire, assessment_of(questionnaire, {}))) == 1
    ours = shipped_questionnaire()
    (page,) = pages(ours, assessment_of(ours, {}))
    assert page.startswith("Too early to say")


def test_what_is_cut_off_is_counted() -> None:
    example = shipped_example("paperclip-2026-q3")
    rows = tuple(Decision(decision=f"Do {number}.") for number in range(7))
    found = one_page(
        gathered(example.questionnaire, example.assessment.with_details(decisions=rows))
    )
    assert [row.decision for row in found.decisions] == ["Do 0.", "Do 1.", "Do 2.", "Do 3."]
    assert found.more == "And 3 more, in the board pack."
