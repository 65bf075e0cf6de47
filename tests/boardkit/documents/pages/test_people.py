"""Who answered, and what was changed once the result had been seen."""

from __future__ import annotations

from boardkit.documents.material import gathered
from boardkit.documents.pages.people import PeoplePage, people_page
from boardkit.examples import shipped_example
from tests.support.made_up_answers import assessment_of

EXAMPLE = shipped_example("paperclip-2026-q3")


def page(*revised: str) -> PeoplePage:
    found = people_page(gathered(EXAMPLE.questionnaire, EXAMPLE.assessment, revised=revised))
    assert found is not None
    return found


def test_each_answer_is_counted_once_under_its_author() -> None:
    found = page()
    assert found.title == "Six people or teams answered"
    assert sum(int(row.answers) for row in found.people) == len(
        [q for row in found.people for q in row.questions.split(", ")]
    )
    legal = next(row for row in found.people if row.name == "Legal")
    by_legal = [id_ for id_, one in EXAMPLE.assessment.answers.items() if one.author == "Legal"]
    assert sorted(legal.questions.split(", ")) == sorted(by_legal)
    assert (legal.days, legal.revised) == ("12 Nov 2026", "")
    assert found.none_revised == "No such change is on record."


def test_what_changed_after_the_result_was_seen_stands_with_who_changed_it() -> None:
    found = page("A01", "B07")
    assert found.title == (
        "Six people or teams answered; two answers changed after the result was seen"
    )
    assert [row.question for row in found.revised] == ["A01", "B07"]
    assert found.revised[0].now == ("$200m a year",)
    assert found.revised[1].by == "Legal, 12 November 2026"
    assert {row.name: row.revised for row in found.people if row.revised} == {
        "Finance": "A01", "Legal": "B07",
    }  # fmt: skip
    assert found.none_revised == ""


def test_without_answers_there_is_no_page() -> None:
    questionnaire = EXAMPLE.questionnaire
    assert people_page(gathered(questionnaire, assessment_of(questionnaire, {}))) is None
