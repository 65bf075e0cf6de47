"""The “have these ready” sheet: one page, by person, nothing twice."""

from pathlib import Path

import pytest

from boardkit.content import load_questionnaire, shipped_questionnaire
from boardkit.documents.have_ready import have_ready_html, have_ready_pdf, in_columns, shares
from boardkit.documents.rendering import SHEETS
from boardkit.pack_options import Paper
from boardkit.questionnaire import Questionnaire
from tests.support.pdf_texts import page_texts

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="module")
def shipped() -> Questionnaire:
    return shipped_questionnaire()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_core_fits_on_one_page(shipped: Questionnaire, paper: Paper) -> None:
    found = page_texts(have_ready_pdf(shipped, ("core",), paper))
    assert len(found) == 1
    text = found[0].replace(" ", "")  # a line may break anywhere
    for question in shipped.asked_in(("core",)):
        assert question.id in text
        assert question.short.replace(" ", "").lower() in text.lower()
    assert "1/1" in text


def test_all_modules_take_more_than_one_page_and_hold_every_question(
    shipped: Questionnaire,
) -> None:
    found = page_texts(have_ready_pdf(shipped, ()))
    assert 1 < len(found) <= 3
    text = " ".join(found)
    assert all(question.id in text for question in shipped.questions)


def test_the_same_sheet_has_the_same_bytes(shipped: Questionnaire) -> None:
    assert have_ready_pdf(shipped, ("core",)) == have_ready_pdf(shipped, ("core",))


def test_a_module_that_is_always_asked_need_not_be_named(shipped: Questionnaire) -> None:
    assert have_ready_html(shipped, ("money",)) == have_ready_html(shipped, ("core", "money"))


def test_every_question_stands_with_the_person_who_knows(shipped: Questionnaire) -> None:
    questions = shipped.asked_in(("core",))
    found = shares(shipped, questions)
    assert [s.title for s in found] == [p.title for p in shipped.people]
    assert sum(share.questions for share in found) == len(questions)
    finance = next(share for share in found if share.title == "Finance")
    ids = [i for item in finance.items for i in item.ids]
    assert ids == [q.id for q in questions if q.knows == "finance"]


def test_questions_that_one_document_answers_stand_together(shipped: Questionnaire) -> None:
    a01, a03 = shipped.question("A01"), shipped.question("A03")
    again = a03.model_copy(update={"proof": f"  {a01.proof.upper()}. "})
    (share,) = shares(shipped, [a01, again])
    (item,) = share.items
    assert item.ids == ("A01", "A03")
    assert item.title == "ARR and ARR by what is charged for"
    assert item.proof == a01.proof


def test_a_question_that_needs_no_document_is_still_listed(shipped: Questionnaire) -> None:
    bare = [shipped.question(q).model_copy(update={"proof": ""}) for q in ("A01", "A03")]
    (share,) = shares(shipped, bare)
    assert [(item.title, item.proof) for item in share.items] == [
        ("ARR", ""),
        ("ARR by what is charged for", ""),
    ]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nobodys_list_is_torn_where_two_columns_hold_them_all(
    shipped: Questionnaire, paper: Paper
) -> None:
    found = shares(shipped, shipped.asked_in(("core",)))
    columns = in_columns(found, SHEETS[paper])
    assert len(columns) == 2
    assert sorted(s.title for column in columns for s in column) == sorted(s.title for s in found)


def test_what_does_not_fit_on_one_sheet_is_left_to_flow(shipped: Questionnaire) -> None:
    found = shares(shipped, shipped.questions)
    assert in_columns(found, SHEETS["a4"]) == (found,)


@pytest.mark.parametrize("folder", ["tiny-questionnaire", "hdi"])
def test_any_questionnaire_has_a_sheet(folder: str) -> None:
    questionnaire = load_questionnaire(FIXTURES / folder / "questionnaire.yaml")
    found = page_texts(have_ready_pdf(questionnaire, ()))
    assert questionnaire.title in found[0]


def test_texts_are_texts_and_never_markup(shipped: Questionnaire) -> None:
    hostile = shipped.model_copy(update={"title": "<img src=http://example.com/x> & more"})
    assert "&lt;img src=" in have_ready_html(hostile, ("core",))
    assert "<img" in page_texts(have_ready_pdf(hostile, ("core",)))[0]
