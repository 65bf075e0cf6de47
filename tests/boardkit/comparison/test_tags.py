"""Which kind of change an answer is."""

import pytest

from boardkit.assessment import Answer
from boardkit.comparison.comparing import compare
from boardkit.comparison.sides import Side
from boardkit.content import shipped_questionnaire
from tests.support.made_up_answers import assessment_of, level_everywhere

QUESTIONNAIRE = shipped_questionnaire()
NA = Answer(state="not_applicable", reason="None.")
UNKNOWN = Answer(state="dont_know")


def said(value: int, basis: str | None) -> Answer:
    return Answer(value=value, basis=basis)


def side(name: str, answer: Answer | None, company: str = "Made-up Company") -> Side:
    answers = level_everywhere(QUESTIONNAIRE, 2, "management")
    if answer is not None:
        answers["B10"] = answer
    else:
        del answers["B10"]
    assessment = assessment_of(QUESTIONNAIRE, answers)
    details = assessment.details.model_copy(update={"company": company})
    return Side(name, QUESTIONNAIRE, assessment.model_copy(update={"details": details}))


@pytest.mark.parametrize(
    ("before", "after", "tag"),
    [
        (said(1, "management"), said(2, "management"), "done"),
        (said(1, "judgement"), said(2, "contract"), "done"),
        (said(3, "management"), said(2, "export"), "done"),
        (said(1, "export"), said(2, "management"), "restated"),
        (said(1, "judgement"), said(2, "judgement"), "restated"),
        (said(1, "judgement"), said(1, "export"), "better_known"),
        (said(1, "contract"), said(1, "management"), "less_known"),
        (UNKNOWN, said(2, "management"), "better_known"),
        (None, said(2, "judgement"), "restated"),
        (said(2, "management"), UNKNOWN, "less_known"),
        (said(2, "management"), None, "less_known"),
    ],
)
def test_the_kind_follows_from_the_value_and_the_basis(
    before: Answer | None, after: Answer | None, tag: str
) -> None:
    found = compare(side("Q2", before), side("Q3", after))
    assert [(part.id, part.tag) for part in found.parts] == [("B10", tag)]
    assert [(one.question, one.tag) for one in found.answers] == [("B10", tag)]
    assert sum(part.amount for part in found.parts) == pytest.approx(
        found.headline.change, abs=1e-9
    )


@pytest.mark.parametrize(("before", "after"), [(UNKNOWN, None), (UNKNOWN, UNKNOWN)])
def test_what_is_still_unknown_has_not_changed(before: Answer, after: Answer | None) -> None:
    found = compare(side("Q2", before), side("Q3", after))
    assert (found.parts, found.answers, found.headline.change) == ((), (), 0)


def test_two_companies_do_nothing_and_know_nothing_better_they_differ() -> None:
    found = compare(side("Q3", said(1, "judgement"), "One"), side("Q3", said(3, "contract"), "Two"))
    assert {part.tag for part in found.parts} == {"differs"}
    assert not found.same_company


def test_what_begins_or_ceases_to_apply_says_so() -> None:
    question = next(q for q in QUESTIONNAIRE.questions if q.may_not_apply and q.score is not None)
    answers = level_everywhere(QUESTIONNAIRE, 2, "management")
    first = assessment_of(QUESTIONNAIRE, answers)
    second = assessment_of(QUESTIONNAIRE, {**answers, question.id: NA})
    sides = Side("Q2", QUESTIONNAIRE, first), Side("Q3", QUESTIONNAIRE, second)
    tags = {part.id: part.tag for part in compare(*sides).parts}
    assert tags[question.id] == "no_longer_applicable"
    tags = {part.id: part.tag for part in compare(*sides[::-1]).parts}
    assert tags[question.id] == "newly_applicable"
