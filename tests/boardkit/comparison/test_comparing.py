"""The whole comparison: scores, how sure, parts, answers and JSON."""

from __future__ import annotations

import json

import pytest

from boardkit.comparison import Side, compare
from boardkit.comparison.forecasts import forecasts
from boardkit.comparison.json import comparison_json
from boardkit.comparison.trend import trend
from boardkit.content import shipped_questionnaire
from boardkit.errors import ComparisonError
from boardkit.scoring import Scoring
from boardkit.scoring.uncertainty import intervals
from tests.support.comparisons import PAIRS, UNKNOWN, compared, example, made_up, reference, said
from tests.support.made_up_answers import assessment_of
from tests.support.made_up_indices import JUDGED, composite, index, number
from tests.support.random_assessments import RandomAssessments

SHIPPED = shipped_questionnaire()


@pytest.mark.parametrize("name", PAIRS)
def test_parts_and_kinds_sum_to_the_change_that_each_sides_own_pack_prints(name: str) -> None:
    found = compared(name)
    before, after = (s.result.headline.claimed for s in (found.before, found.after))
    if before is None or after is None:
        assert (found.headline.change, found.parts) == (None, ())
        return
    assert found.headline.change == pytest.approx(after - before, abs=1e-12)
    for parts in (found.parts, found.tags):
        assert sum(p.amount for p in parts) == pytest.approx(after - before, abs=1e-9)
    for one in found.composites:
        inside = sum(dict(part.composites)[one.id] for part in found.parts)
        assert inside == pytest.approx(one.change or 0.0, abs=1e-9)


def test_sides_sum_for_any_two_states() -> None:
    source = RandomAssessments(SHIPPED, seed=11)
    for _ in range(12):
        first = source.any()
        sides = Side("A", SHIPPED, first), Side("B", SHIPPED, source.like(first))
        found = compare(*sides)
        assert sum(p.amount for p in found.parts) == pytest.approx(found.headline.change, abs=1e-9)


def test_each_sides_interval_is_its_own_and_the_differences_is_of_shared_draws() -> None:
    found = compared("one-quarter-on")
    side = example("paperclip-2026-q3")
    own = intervals(Scoring(side.questionnaire, side.assessment))
    assert found.after.intervals.headline == own.headline
    assert own.headline.claimed is not None
    assert own.headline.claimed.interval is not None
    assert found.headline.difference is not None
    between = found.headline.difference.interval
    width = own.headline.claimed.interval.p90 - own.headline.claimed.interval.p10
    assert between.p10 < (found.headline.change or 0) < between.p90
    assert between.p90 - between.p10 < width  # most answers are the same, so most doubt cancels


@pytest.mark.parametrize(("start", "step", "lower"), [(37.5, 25, 0.97), (47.5, 5, 0.64)])
def test_a_step_on_judgement_is_as_likely_an_improvement_as_the_method_prints(
    start: float, step: float, lower: float
) -> None:
    questionnaire = index(
        [number("a", 1, "d"), number("b", 2, "d")],
        [composite("all", ["d"], shown="exposure")], correlation=0.3, basis=JUDGED,
    )  # fmt: skip
    sides = [
        Side(name, questionnaire, assessment_of(
            questionnaire, {"a": said(value, "guess"), "b": said(50, "guess")}))
        for name, value in (("Q2", start), ("Q3", start + step))
    ]  # fmt: skip
    found = compare(*sides).headline.difference
    assert found is not None
    assert found.lower == pytest.approx(lower, abs=0.01)


def test_a_composite_shown_as_exposure_falls_where_its_credit_rises() -> None:
    found = compare(made_up("Q2"), made_up("Q3", {"B10": said(3, "export")}))
    gross = found.composite("G")
    assert gross.change is not None
    assert gross.difference is not None
    assert gross.change < 0 < gross.difference.lower
    assert gross.better
    assert dict(found.parts[0].composites)["G"] == pytest.approx(gross.change)


def test_what_only_a_note_says_otherwise_is_no_changed_answer() -> None:
    first = made_up("Q2")
    answer = first.assessment.answers["B10"].model_copy(update={"note": "We looked again."})
    second = Side("Q3", SHIPPED, first.assessment.with_answer("B10", answer))
    assert compare(first, second).answers == ()


def test_an_answer_that_no_score_reads_is_listed_last_and_moves_nothing() -> None:
    found = compare(
        made_up("Q2"), made_up("Q3", {"A01": said(9e6, "export"), "B10": UNKNOWN})
    ).answers
    assert [(one.question, one.amount is None) for one in found] == [("B10", False), ("A01", True)]


def test_a_companys_own_account_and_what_is_public_of_it_are_not_one_company() -> None:
    public = reference("Datadog")
    own = made_up("Now", company=public.company)
    assert not compare(public, own).same_company


def test_two_subjects_cannot_be_compared() -> None:
    other = index([number("a", 1, "d")], [composite("all", ["d"])])
    with pytest.raises(ComparisonError, match="Only answers to the same questionnaire"):
        compare(made_up("Q2"), Side("Index", other, assessment_of(other, {})))


def test_forecasts_stand_side_by_side_where_both_have_one() -> None:
    sides = example("paperclip-2026-q2"), example("paperclip-2026-q3")
    pair = forecasts(*sides)
    assert pair is not None
    assert pair.same_measure
    assert [one.id for one in pair.strategies] == [one.id for one in pair.after.strategies]
    both = pair.strategies[-1]
    assert both.arr[1] == pair.after.strategies[-1].arr.likely[-1]
    assert forecasts(sides[0], reference("Datadog")) is None


def test_a_trend_follows_the_headline_and_the_ways_out_through_every_state() -> None:
    sides = [made_up("Q1", level=1), made_up("Q2"), made_up("Q3", {"B10": said(3, "export")})]
    found = trend(sides)
    assert [line.id for line in found.lines] == ["N", "F", "R"]
    assert [len(line.points) for line in found.lines] == [3, 3, 3]
    heads = [point.score for point in found.lines[0].points]
    assert heads == [state.result.headline.claimed for state in found.states]
    moved = [sum(part.amount for part in step.parts) for step in found.steps]
    assert moved == pytest.approx([step.headline.change for step in found.steps], abs=1e-9)
    with pytest.raises(ComparisonError, match="3 states or more"):
        trend(sides[:2])


@pytest.mark.parametrize("name", PAIRS)
def test_json_holds_what_was_found_and_only_plain_data(name: str) -> None:
    found = compared(name)
    told = json.loads(json.dumps(comparison_json(found), allow_nan=False))
    assert len(told["parts"]) == len(found.parts)
    for side in (told["before"], told["after"]):  # no band without its chance
        assert (side["band"] is None) == (side["band_chance"] is None)
        assert side["band"] is None or 0 < side["band_chance"] <= 1
    assert len(told["answers"]) == len(found.answers)
    assert told["headline"]["change"] == (
        None if found.headline.change is None else pytest.approx(found.headline.change, abs=1e-8)
    )


def test_json_of_an_answer_has_both_of_its_sides_and_who_gave_them() -> None:
    told = comparison_json(compared("one-quarter-on"))
    first = next(one for one in told["answers"] if one["question"] == "B01")
    assert (first["before"]["value"], first["after"]["value"]) == (1, 2)
    assert first["tag"] == "done"
    assert first["after"]["basis"] == "export"
