"""What scoring promises: face validity, and laws that hold for any answers."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardkit.assessment import Answer
from boardkit.content import shipped_questionnaire
from boardkit.reading import Reading, Standing
from boardkit.scoring import score
from boardkit.scoring.json import result_json
from tests.support import made_up_indices as made
from tests.support.made_up_answers import any_answers, assessment_of, level_everywhere

QUESTIONNAIRE = shipped_questionnaire()
VERDICTS = ("none_needed", "all_open", "one_open", "near", "none")
slow = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize(
    ("level", "band"),
    list(enumerate(["critical", "critical", "manageable", "insulated", "insulated"])),
)
@pytest.mark.parametrize("basis", ["exact", "management", "judgement"])
def test_one_level_everywhere_lands_where_anyone_would_put_it(
    level: int, band: str, basis: str
) -> None:
    answers = level_everywhere(QUESTIONNAIRE, level, basis)
    found = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers)).headline.band
    assert found is not None
    assert found.id == band


def test_nothing_answered_is_too_early_to_say() -> None:
    result = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, {}))
    assert result.headline.too_early
    assert result.headline.band is None
    assert result.verdict is None
    assert result.headline.coverage.answered == 0
    assert 0 < result.headline.coverage.needed < result.headline.coverage.asked


def test_unknown_is_neither_no_nor_nought() -> None:
    nothing = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, {}))
    unknown = {q.id: Answer(state="dont_know") for q in QUESTIONNAIRE.questions}
    dont_know = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, unknown))
    assert dont_know.headline.claimed == nothing.headline.claimed
    assert nothing.composite("G").claimed == pytest.approx(50)
    assert nothing.composite("F").claimed == pytest.approx(100 / 3)
    assert not any(composite.gates for composite in dont_know.composites)


def test_an_absent_cohort_is_a_fact_not_a_gap() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 3)
    answers["C08"] = Answer(value="none", basis="exact")
    result = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    hidden = {i.id: i for i in result.indicators if i.standing is Standing.HIDDEN}
    assert {"C02", "D03", "D04", "D05", "H02", "cohort_gap"} <= hidden.keys()
    assert all(hidden[key].mean == 0 for key in ("C02", "D03", "D04", "cohort_gap"))
    assert (result.composite("F").claimed or 0) < 30


def test_a_hidden_answer_is_kept_but_never_scored() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 3)
    shown = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    answers["C08"] = Answer(value="none", basis="exact")
    without = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    for key in ("C02", "D03", "D04", "D05", "D06", "D07", "D10", "H02", "H03", "H05"):
        del answers[key]
    emptied = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    assert without.headline.claimed == emptied.headline.claimed
    assert without.headline.claimed != shown.headline.claimed


@pytest.mark.parametrize(
    ("question", "value", "composite", "cap"),
    [
        ("E03", 0, "R", 40),
        ("F02", -1, "R", 30),
        ("D03", 0, "F", 50),
        ("H02", {"top_one": 31}, "F", 60),
        ("D06", 0, "F", 55),
    ],
)
def test_gates_cap_a_way_out_however_well_the_rest_scores(
    question: str, value: object, composite: str, cap: float
) -> None:
    answers = level_everywhere(QUESTIONNAIRE, 4)
    answers[question] = Answer(value=value, basis="exact")
    capped = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers)).composite(composite)
    assert capped.claimed == cap
    assert [gate.cap for gate in capped.gates if gate.lowers] == [cap]
    assert (capped.uncapped or 0) > cap
    answers[question] = Answer(state="dont_know")
    free = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers)).composite(composite)
    assert not free.gates
    assert (free.claimed or 0) > cap


def test_judgement_is_set_back_to_unknown_only_where_that_lowers_credit() -> None:
    good = score(
        QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, level_everywhere(QUESTIONNAIRE, 4, "judgement"))
    )
    assert good.composite("F").proven == pytest.approx(100 / 3)
    bad = score(
        QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, level_everywhere(QUESTIONNAIRE, 0, "judgement"))
    )
    assert bad.composite("F").proven == bad.composite("F").claimed
    firm = score(
        QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, level_everywhere(QUESTIONNAIRE, 4, "export"))
    )
    assert firm.headline.proven == firm.headline.claimed


def test_the_invoice_test_takes_the_place_of_the_doubling_test() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 2)
    before = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    rows = [{"label": "A", "arr": 3e6, "bill": 4}, {"label": "B", "arr": 1e6, "bill": 0}]
    answers["D09"] = Answer(value=rows, basis="exact")
    after = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    weights = {i.id: i.weight for i in after.indicators}
    assert weights["D01"] == 0
    assert weights["invoice_test"] == {i.id: i.weight for i in before.indicators}["D01"]
    assert next(i.credit for i in after.indicators if i.id == "invoice_test") == 75
    assert (after.composite("F").claimed or 0) > (before.composite("F").claimed or 0)


def test_what_replaces_another_takes_its_weight_even_where_that_does_not_apply() -> None:
    questions = [
        made.number("a", 1, "d", weight=2, may_not_apply=True),
        made.number("b", 2, "d", replaces="a"),
        made.number("c", 3, "d"),
    ]
    questionnaire = made.index(questions, [made.composite("all", ["d"])], unknowns="left_out")
    exact = {key: Answer(value=value, basis="exact") for key, value in {"b": 90, "c": 30}.items()}
    away = Answer(state="not_applicable", reason="We have none.")
    for rest in ({}, {"a": away}, {"a": Answer(value=0, basis="exact")}):
        result = score(questionnaire, assessment_of(questionnaire, {**exact, **rest}))
        assert result.headline.claimed == pytest.approx((2 * 90 + 30) / 3)
        assert result.headline.coverage.share == 1
    unanswered = {"a": Answer(value=60, basis="exact"), "c": exact["c"]}
    result = score(questionnaire, assessment_of(questionnaire, unanswered))
    assert result.headline.claimed == pytest.approx((2 * 60 + 30) / 3)
    assert result.headline.coverage.share == 1


def test_a_way_out_without_a_score_leaves_no_verdict() -> None:
    rules = {
        "ways_out": ["way", "other"], "open_above": 60, "near_from": 40, "none_needed_below": 0,
        "titles": dict.fromkeys(VERDICTS, "{way}"), "phrases": dict.fromkeys(VERDICTS, "{way}"),
        "caveat": "Conditional.",
    }  # fmt: skip
    questions = [made.number("a", 1, "x"), made.number("b", 2, "y"), made.number("c", 3, "z")]
    tree = [made.composite("risk", ["x"], shown="exposure"), made.composite("way", ["y"]),
            made.composite("other", ["z"])]  # fmt: skip
    questionnaire = made.index(
        questions, tree, headline={"composite": "risk", "covered_by": ["way"]},
        unknowns="left_out", verdict=rules,
    )  # fmt: skip
    some = score(questionnaire, made.answered(questionnaire, {"a": 30, "b": 70}))
    assert some.headline.claimed == pytest.approx(70 * (1 - 0.49))
    assert some.verdict is None
    every = score(questionnaire, made.answered(questionnaire, {"a": 30, "b": 70, "c": 20}))
    assert every.verdict is not None
    assert (every.verdict.kind, every.verdict.ways) == ("one_open", ("way",))


def test_questions_outside_the_chosen_modules_count_for_nothing() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 2)
    core = assessment_of(QUESTIONNAIRE, answers, modules=("core",))
    result = score(QUESTIONNAIRE, core)
    assert result.counts.questions == 45
    assert result.headline.coverage.enough
    assert "B07" not in {i.id for i in result.indicators}


def test_at_stake_is_what_a_perfect_answer_would_take_off() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 2)
    result = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    stake = next(i.at_stake for i in result.indicators if i.id == "G03")
    answers["G03"] = Answer(value=4, basis="exact")
    better = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    assert result.headline.claimed is not None
    assert better.headline.claimed is not None
    assert result.headline.claimed - better.headline.claimed == pytest.approx(stake)


@slow
@given(any_answers(QUESTIONNAIRE))
def test_scores_keep_their_laws_whatever_is_answered(answers: dict[str, Answer]) -> None:
    result = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    head = result.headline
    assert head.claimed is not None
    assert head.proven is not None
    assert 0 <= head.claimed <= head.proven + 1e-9
    assert head.proven <= 100
    assert head.bridge is not None
    left = head.bridge.start - sum(step.amount for step in head.bridge.steps)
    assert left == pytest.approx(head.claimed, abs=1e-9)
    for composite in result.composites:
        assert composite.claimed is not None
        if composite.bounds is not None:
            assert composite.bounds.low - 1e-9 <= composite.claimed <= composite.bounds.high + 1e-9
        shares = [
            i.weight
            for i in result.indicators
            if result.dimension(i.dimension).composite == composite.id
        ]
        assert sum(shares) == pytest.approx(1)


@slow
@given(any_answers(QUESTIONNAIRE), st.randoms())
def test_order_changes_nothing_and_the_same_answers_give_the_same_bytes(
    answers: dict[str, Answer], random: st.DataObject
) -> None:
    shuffled = list(answers.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    other = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, dict(shuffled)))
    assert result_json(one) == result_json(other)


@slow
@given(any_answers(QUESTIONNAIRE), st.data())
def test_a_better_level_on_the_same_path_never_worsens_the_headline(
    answers: dict[str, Answer], data: st.DataObject
) -> None:
    assessment = assessment_of(QUESTIONNAIRE, answers)
    reading = Reading(QUESTIONNAIRE, assessment)
    raisable = [
        q.id
        for q in QUESTIONNAIRE.questions
        if q.type == "level"
        and reading.standing(q.id) is Standing.ANSWERED
        and assessment.answers[q.id].value != len(q.levels) - 1
    ]
    if not raisable:
        return
    chosen = data.draw(st.sampled_from(raisable))
    old = assessment.answers[chosen]
    better = assessment.with_answer(chosen, old.model_copy(update={"value": old.value + 1}))  # type: ignore[operator]
    path = [Reading(QUESTIONNAIRE, a).asked() for a in (assessment, better)]
    if path[0] != path[1]:
        return
    before, after = (score(QUESTIONNAIRE, a).headline.claimed for a in (assessment, better))
    assert before is not None
    assert after is not None
    assert after <= before + 1e-9


def test_ways_out_are_named_with_or_without_a_short_name() -> None:
    plain = QUESTIONNAIRE.model_dump(mode="json", by_alias=True)
    for composite in plain["methodology"]["composites"]:
        composite["short"] = ""
    renamed = type(QUESTIONNAIRE).model_validate(plain)
    answers = level_everywhere(renamed, 3)
    answers["E03"] = Answer(value=0, basis="exact")
    verdict = score(renamed, assessment_of(renamed, answers)).verdict
    assert verdict is not None
    assert verdict.phrase == "one way out is open: first-derivative leverage"
