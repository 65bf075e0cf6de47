"""One changed answer costs one row, and changes nothing that it should not."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardkit.assessment import Answer, Assessment
from boardkit.content import shipped_questionnaire
from boardkit.scoring.engine import Scoring
from boardkit.scoring.sampling import Sample, proven, sample
from boardkit.scoring.uncertainty import drawn, intervals
from tests.support.made_up_answers import any_answers, assessment_of, level_everywhere
from tests.support.made_up_values import value_for

QUESTIONNAIRE = shipped_questionnaire()
slow = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


def scoring(assessment: Assessment) -> Scoring:
    return Scoring(QUESTIONNAIRE, assessment)


def drawn_again(before: Sample, after: Sample) -> set[str]:
    indicators = Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, {})).scheme.indicators
    pairs = zip(indicators, before.rows, after.rows, strict=True)
    return {one.id for one, old, new in pairs if old is not new}


def test_one_changed_answer_costs_one_row_and_what_reads_it() -> None:
    whole = assessment_of(QUESTIONNAIRE, level_everywhere(QUESTIONNAIRE, 2, "management"))
    changed = whole.with_answer("G03", Answer(value=4, basis="management"))
    before = sample(scoring(whole))
    after = sample(scoring(changed), before=[before])
    assert drawn_again(before, after) == {"G03"}
    old, new = before.scores.scores, after.scores.scores
    assert {key for key in new if new[key] is not old[key]} == {"X3", "G"}


def test_nothing_is_done_again_when_nothing_changed() -> None:
    whole = assessment_of(QUESTIONNAIRE, level_everywhere(QUESTIONNAIRE, 2))
    before = drawn(scoring(whole))
    after = drawn(scoring(whole), before)
    assert drawn_again(before.claimed, after.claimed) == set()
    assert drawn_again(before.proven, after.proven) == set()
    pairs = [(after.summaries[side][key], before.summaries[side][key])
             for side in (0, 1) for key in before.summaries[side] if key]  # fmt: skip
    assert all(new is old for new, old in pairs)


@slow
@given(any_answers(QUESTIONNAIRE), st.data())
def test_going_on_from_what_was_drawn_gives_what_starting_afresh_does(
    answers: dict[str, Answer], data: st.DataObject
) -> None:
    assessment = assessment_of(QUESTIONNAIRE, answers)
    state = drawn(scoring(assessment))
    for _ in range(3):
        question = data.draw(st.sampled_from(QUESTIONNAIRE.questions))
        value = data.draw(value_for(question))
        basis = data.draw(st.sampled_from(["judgement", "contract", "exact"]))
        assessment = assessment.with_answer(question.id, Answer(value=value, basis=basis))
        state = drawn(scoring(assessment), state)
        assert state.intervals == intervals(scoring(assessment))


def test_another_choice_of_modules_starts_afresh() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 2)
    everything = drawn(scoring(assessment_of(QUESTIONNAIRE, answers)))
    core = scoring(assessment_of(QUESTIONNAIRE, answers, modules=("core",)))
    assert drawn(core, everything).intervals == intervals(core)


def test_what_weighs_nothing_is_not_drawn() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 2)
    answers["C08"] = Answer(value="none", basis="exact")
    found = scoring(assessment_of(QUESTIONNAIRE, answers))
    rows = sample(found).rows
    assert [bool(row.size) for row in rows] == [weight > 0 for weight in found.weights]


def test_proven_draws_share_the_places_of_claimed_ones() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 2, "management")
    answers["G03"] = Answer(value=4, basis="judgement")
    found = scoring(assessment_of(QUESTIONNAIRE, answers))
    assert [
        one.id
        for one, a, b in zip(found.scheme.indicators, sample(found).rows, sample(found, proven).rows,
                             strict=True)
        if not np.array_equal(a, b)
    ] == ["G03"]  # fmt: skip


def test_means_of_draws_are_the_expected_credits() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 3, "judgement")
    answers["D04"] = Answer(value={"low": 1, "likely": 2, "high": 5}, basis="management")
    found = scoring(assessment_of(QUESTIONNAIRE, answers))
    means = [float(row.mean()) for row in sample(found).rows if row.size]
    expected = [mean for mean, weight in zip(found.means, found.weights, strict=True) if weight > 0]
    assert means == pytest.approx(expected, abs=0.05)
