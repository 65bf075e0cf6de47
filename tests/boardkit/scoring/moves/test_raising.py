"""What each answer becomes when it is raised."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from boardkit.assessment import Answer
from boardkit.content import shipped_questionnaire
from boardkit.scoring.engine import Scoring
from boardkit.scoring.moves.raising import Raise, raised, raises_of
from tests.support.made_up_answers import any_answers, assessment_of, level_everywhere
from tests.support.made_up_indices import answered, composite, index, levels, number

QUESTIONNAIRE = shipped_questionnaire()


def scoring(**changed: Any) -> Scoring:
    answers = level_everywhere(QUESTIONNAIRE, 1, "management")
    for key, value in changed.items():
        answers[key] = Answer(value=value, basis="management")
    return Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))


def ways(question: str, **changed: Any) -> tuple[Raise, ...]:
    return raises_of(scoring(**changed)).get(question, ())


def value_of(one: Raise) -> Any:
    assert one.answer is not None
    return one.answer.value


def test_a_level_rises_by_one_or_more() -> None:
    found = ways("B10", B10=2)
    assert [(value_of(one), one.steps) for one in found] == [(3, 1), (4, 2)]
    assert ways("B10", B10=4) == ()


def test_a_choice_of_several_gains_options_and_keeps_its_own() -> None:
    found = ways("E04", E04=["limits"])
    assert [value_of(one) for one in found] == [
        ["starts_it", "limits"],
        ["starts_it", "which_model", "limits"],
        ["starts_it", "which_model", "limits", "audit"],
    ]
    assert [one.steps for one in found] == [1, 2, 3]


@pytest.mark.parametrize(
    ("question", "value", "after"),
    [
        ("C02", 10, 27.5),  # 10% earns nothing, 80% everything
        ("C02", 27.4, 27.5),
        ("C02", 27.5, 45),
        ("G01", 100, 85),  # the largest provider's share: less is better
        ("F02", -60, 15.625),  # under nought, where a gate is: a quarter of the way up
        ("F02", 30, 25 + 35 / 6),
    ],
)
def test_a_number_goes_to_the_next_quarter_of_the_scale(
    question: str, value: float, after: float
) -> None:
    (found,) = ways(question, **{question: value})
    assert value_of(found) == pytest.approx(after)
    assert found.steps == 1


def test_one_part_of_several_moves_and_the_others_stay() -> None:
    (found,) = ways("H02", H02={"top_one": 40, "top_five": 70})
    assert value_of(found) == pytest.approx({"top_one": 22.5, "top_five": 70})


def test_a_split_still_sums_to_100() -> None:
    (found,) = ways("A03", A03={"seats": 80, "usage": 5, "platform": 10, "other": 5})
    value = value_of(found)
    assert value["seats"] == pytest.approx(65)
    assert sum(value.values()) == pytest.approx(100)
    assert value["platform"] == pytest.approx(2 * value["usage"])


def test_a_range_moves_as_a_whole() -> None:
    (found,) = ways("D04", D04={"low": 0.5, "likely": 1, "high": 2})
    assert value_of(found) == pytest.approx({"low": 1.5, "likely": 2, "high": 3})


def test_a_derived_value_is_raised_itself() -> None:
    start = scoring(C09={"with_ai": 12, "without_ai": 10})
    (found,) = raises_of(start)["C09"]
    assert found.answer is None
    assert found.raw == pytest.approx(5)
    after = raised(start, [found])
    row = after.scheme.rows["cohort_gap"]
    assert after.credits[row].point == pytest.approx(25)
    assert after.assessment.answers["C09"] == start.assessment.answers["C09"]


def test_what_is_not_answered_or_has_no_move_is_not_raised() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 1)
    answers["B04"] = Answer(state="dont_know")
    del answers["B10"]
    found = raises_of(Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers)))
    assert not {"B04", "B10", "J06", "A01"} & found.keys()
    for key in found:
        assert QUESTIONNAIRE.question(key).move is not None


def test_a_number_that_the_question_refuses_cannot_be_reached() -> None:
    questionnaire = index(
        [number("a", 1, "d", maximum=60), levels("b", 2, "d")], [composite("all", ["d"])]
    )
    found = raises_of(Scoring(questionnaire, answered(questionnaire, {"a": 55, "b": 0})))
    assert found.keys() == {"b"}


def test_raising_keeps_the_basis_and_everything_else() -> None:
    start = scoring(B10=1)
    one = raises_of(start)["B10"][0]
    after = raised(start, [one])
    assert after.assessment.answers["B10"].basis == "management"
    others = {key: a for key, a in after.assessment.answers.items() if key != "B10"}
    assert others == {key: a for key, a in start.assessment.answers.items() if key != "B10"}


def test_a_gate_can_be_taken_not_to_hold() -> None:
    start = scoring(E03=0)
    assert start.caps["R"] == 40
    assert "R" not in raised(start, [], ["rights"]).caps


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_answers(QUESTIONNAIRE))
def test_raising_any_answer_on_the_same_path_never_worsens_the_headline(
    answers: dict[str, Answer],
) -> None:
    start = Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    before = start.claimed.headline
    assert before is not None
    for ways in raises_of(start).values():
        after = raised(start, [ways[-1]])
        if after.reading.asked() == start.reading.asked():
            assert (after.claimed.headline or 0) <= before + 1e-9
