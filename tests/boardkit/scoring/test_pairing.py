"""Two assessments in the same draws."""

from typing import Any

import numpy as np
import pytest

from boardkit.assessment import Answer, Assessment
from boardkit.content import shipped_questionnaire
from boardkit.scoring.engine import Scoring
from boardkit.scoring.pairing import Difference, difference, paired
from boardkit.scoring.sampling import sample
from tests.support.made_up_answers import assessment_of, level_everywhere
from tests.support.made_up_indices import JUDGED, composite, index, number

QUESTIONNAIRE = shipped_questionnaire()


def shipped(**changed: Any) -> Scoring:
    answers = level_everywhere(QUESTIONNAIRE, 2, "judgement")
    answers |= {key: Answer(value=value, basis="judgement") for key, value in changed.items()}
    return Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))


def told(before: Scoring, after: Scoring, same_company: bool = True) -> Difference:
    result = difference(paired(before, after, same_company))
    assert result is not None
    return result


def one_number(value: float, basis: str = "guess") -> Scoring:
    """An exposure that one answer on judgement decides, with half a width of 25 points."""
    questionnaire = index(
        [number("a", 1, "d"), number("b", 2, "d")],
        [composite("all", ["d"], shown="exposure")],
        correlation=0.3, basis=JUDGED,
    )  # fmt: skip
    answers = {"a": Answer(value=value, basis=basis), "b": Answer(value=50, basis="guess")}
    return Scoring(questionnaire, assessment_of(questionnaire, answers))


@pytest.mark.parametrize(("start", "step", "lower"), [(37.5, 25, 0.97), (47.5, 5, 0.64)])
def test_a_step_on_judgement_lowers_exposure_in_as_many_draws_as_the_method_says(
    start: float, step: float, lower: float
) -> None:
    result = told(one_number(start), one_number(start + step))
    assert result.lower == pytest.approx(lower, abs=0.01)
    assert result.lower + result.higher == pytest.approx(1)


def test_an_unchanged_answer_keeps_its_draws() -> None:
    result = told(one_number(40), one_number(40))
    assert (result.lower, result.higher) == (0, 0)
    assert (result.interval.p10, result.interval.p90) == (0, 0)


def test_a_change_of_basis_alone_is_drawn_anew() -> None:
    result = told(one_number(50, "guess"), one_number(50, "report"))
    assert result.lower == pytest.approx(0.5, abs=0.02)
    assert result.interval.p10 < -2


def test_one_changed_answer_of_many_is_seen_through_all_the_others() -> None:
    before, after = shipped(), shipped(B10=3)
    result = told(before, after)
    assert result.lower > 0.95
    apart = (sample(s).scores.headline for s in (before, after))
    first, second = (np.sort(draws) for draws in apart if draws is not None)
    overlap = np.mean(second > np.median(first))
    assert overlap > 0.2  # side by side, the two intervals would hardly differ


def test_two_companies_share_nothing() -> None:
    pair = paired(shipped(), shipped(), same_company=False)
    assert pair.headlines is not None
    assert np.asarray(np.corrcoef(pair.headlines))[0, 1] == pytest.approx(0, abs=0.03)
    assert told(shipped(), shipped(), same_company=False).lower == pytest.approx(0.5, abs=0.02)


def test_what_was_unknown_and_still_is_keeps_its_draws() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 2, "judgement")
    del answers["B10"]
    before = assessment_of(QUESTIONNAIRE, answers)
    after: Assessment = before.with_answer("B10", Answer(state="dont_know"))
    result = told(Scoring(QUESTIONNAIRE, before), Scoring(QUESTIONNAIRE, after))
    assert (result.lower, result.higher) == (0, 0)


def test_without_a_headline_there_is_no_difference() -> None:
    questionnaire = index([number("a", 1, "d")], [composite("all", ["d"])], unknowns="left_out")
    empty = Scoring(questionnaire, assessment_of(questionnaire, {}))
    assert difference(paired(empty, empty)) is None
