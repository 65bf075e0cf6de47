"""Intervals and chances: against formulas, against plain Monte Carlo, and against common sense."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy import stats

from boardkit.assessment import Answer, Assessment
from boardkit.content import shipped_questionnaire
from boardkit.examples import shipped_example
from boardkit.questions import LevelQuestion
from boardkit.references import shipped_references
from boardkit.scoring import score
from boardkit.scoring.engine import Scoring
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.sampling import sample
from boardkit.scoring.spreads import Intervals, Spread
from boardkit.scoring.uncertainty import TENTHS, intervals, quantiles
from tests.support.made_up_answers import any_answers, assessment_of, level_everywhere
from tests.support.made_up_indices import answered, composite, index, number

QUESTIONNAIRE = shipped_questionnaire()
slow = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def intervals_of(assessment: Assessment) -> Intervals:
    return intervals(Scoring(QUESTIONNAIRE, assessment))


def of_answers(answers: Mapping[str, Answer]) -> Intervals:
    return intervals_of(assessment_of(QUESTIONNAIRE, dict(answers)))


def ends(spread: Spread | None) -> tuple[float, float, float]:
    assert spread is not None
    assert spread.interval is not None
    return spread.interval.p10, spread.interval.p50, spread.interval.p90


def width(spread: Spread | None) -> float:
    return ends(spread)[2] - ends(spread)[0]


# Against formulas


def test_quantiles_are_those_of_draws_in_the_middle_of_their_shares() -> None:
    values = np.random.default_rng(3).permutation(np.arange(101.0))
    expected = np.quantile(values, TENTHS, method="hazen")
    assert quantiles(values, TENTHS) == pytest.approx(tuple(expected))


def scoring_of_means(count: int, **method: Any) -> Scoring:
    """The mean of so many unknowns."""
    questions = [number(f"q{i}", i, "d") for i in range(1, count + 1)]
    questionnaire = index(questions, [composite("all", ["d"])], **method)
    return Scoring(questionnaire, answered(questionnaire, {}))


def mean_of(count: int, **method: Any) -> Intervals:
    return intervals(scoring_of_means(count, **method))


def test_two_independent_unknowns_have_a_triangular_mean() -> None:
    found = ends(mean_of(2).headline.claimed)
    assert found == pytest.approx(tuple(100 * stats.triang(0.5).ppf(TENTHS)), abs=0.15)


def test_with_no_doubt_shared_the_interval_is_as_narrow_as_the_root_of_the_number() -> None:
    normal = 2 * stats.norm.ppf(0.9) * 100 / np.sqrt(12 * 16)
    assert width(mean_of(16).headline.claimed) == pytest.approx(normal, rel=0.01)


def test_shared_optimism_widens_as_the_correlation_of_the_copula_says() -> None:
    rho = 0.3
    rank = 6 / np.pi * np.arcsin(rho / 2)  # Pearson's r of two uniforms under a Gaussian copula
    variance = 100**2 / 12 * (1 + 15 * rank) / 16
    heads = sample(scoring_of_means(16, correlation=rho)).scores.headline
    assert heads is not None
    assert heads.var() == pytest.approx(variance, rel=0.01)


def test_chances_of_bands_are_those_of_the_distribution() -> None:
    bands = [{"id": "low", "below": 30}, {"id": "middle", "below": 70}, {"id": "high"}]
    spread = mean_of(2, bands=bands).headline.claimed
    assert spread is not None
    triangle = stats.triang(0.5)
    expected = np.diff([0, triangle.cdf(0.3), triangle.cdf(0.7), 1])
    assert [band.chance for band in spread.bands] == pytest.approx(expected, abs=0.003)
    assert spread.chance("middle") == spread.bands[1].chance
    assert spread.chance("nowhere") == 0


# Against plain Monte Carlo, written out for the shipped questionnaire


def by_monte_carlo(scoring: Scoring, draws: int = 40_000) -> dict[str, Floats]:
    random = np.random.default_rng(20)
    shared = random.standard_normal(draws)
    x = [
        credit.claimed.quantiles(
            stats.norm.cdf(np.sqrt(0.3) * shared + np.sqrt(0.7) * random.standard_normal(draws))
        )
        for credit in scoring.credits
    ]
    weights = np.array(scoring.weights)
    d = {
        key: np.average([x[row] for row in rows], axis=0, weights=weights[list(rows)])
        for key, rows in scoring.structure.members.items()
    }
    g = 0.5 * d["X1"] + 0.3 * d["X2"] + 0.2 * d["X3"]
    lifted = [1 + 0.99 * d[f"R{i}"] for i in range(1, 7)]
    r = (stats.gmean(lifted, axis=0) - 1) / 0.99
    f = np.mean([d[f"L{i}"] for i in range(1, 6)], axis=0)
    r, f = (np.minimum(s, scoring.caps.get(key, 100)) for key, s in (("R", r), ("F", f)))
    n = (100 - g) * (1 - (r / 100) ** 2) * (1 - (f / 100) ** 2)
    return {"N": n, "G": 100 - g, "R": r, "F": f, "X2": 100 - d["X2"], "L3": d["L3"]}


@pytest.mark.parametrize("name", ["paperclip-2026-q3", "dustjacket-2026-q3", "switchback-2026-q3"])
def test_intervals_agree_with_plain_monte_carlo(name: str) -> None:
    example = shipped_example(name)
    scoring = Scoring(example.questionnaire, example.assessment)
    oracle, found = by_monte_carlo(scoring), intervals(scoring)
    scores = {"N": found.headline, **{c.id: c for c in found.composites}}
    scores |= {d.id: d for d in found.dimensions}
    for key, draws in oracle.items():
        assert ends(scores[key].claimed) == pytest.approx(np.quantile(draws, TENTHS), abs=0.35), key
    claimed = found.headline.claimed
    assert claimed is not None
    limits = [0, 15, 35, 60, 101]
    expected = np.histogram(oracle["N"], limits)[0] / len(oracle["N"])
    assert [band.chance for band in claimed.bands] == pytest.approx(expected, abs=0.01)
    assert found.ways_out is not None
    better = float(np.mean(oracle["F"] > oracle["R"]))
    assert found.ways_out.ahead[0].chance == pytest.approx(better, abs=0.01)
    kinds = verdicts_by_hand(oracle)
    for one in found.ways_out.verdicts:
        expected_chance = kinds.get((one.kind, one.ways), 0.0)
        assert one.chance == pytest.approx(expected_chance, abs=0.01), one.title


def verdicts_by_hand(draws: Mapping[str, Floats]) -> dict[tuple[str, tuple[str, ...]], float]:
    """How often each verdict is right, from the rules as they are written."""
    found: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for gross, first, resale in zip(draws["G"], draws["F"], draws["R"], strict=True):
        if gross < 15:
            found["none_needed", ()] += 1
        elif first > 60 and resale > 60:
            found["all_open", ("F", "R")] += 1
        elif first > 60 or resale > 60:
            found["one_open", ("F",) if first > 60 else ("R",)] += 1
        else:
            found["near" if max(first, resale) >= 40 else "none", ()] += 1
    return {kind: count / found.total() for kind, count in found.items()}


# Gates


def test_a_bound_gate_is_told_as_capped_and_never_as_an_interval_of_no_width() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 4, "management")
    answers["E03"] = Answer(value=0, basis="contract")
    spread = of_answers(answers).composite("R").claimed
    assert spread is not None
    assert spread.interval is None
    assert spread.held is not None
    assert (spread.held.gate, spread.held.at, spread.held.chance) == ("rights", 40, 1.0)


def test_a_gate_that_holds_some_draws_caps_only_those() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 2, "judgement")
    answers["D06"] = Answer(value=0, basis="contract")
    spread = of_answers(answers).composite("F").claimed
    assert spread is not None
    assert spread.held is not None
    assert spread.held.gate == "price"
    assert 0 < spread.held.chance < 0.5
    assert ends(spread)[2] <= 55
    assert width(spread) > 0


def test_a_gate_that_never_bites_is_not_told() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 0, "contract")
    spread = of_answers(answers).composite("R").claimed
    assert spread is not None
    assert spread.held is None
    assert spread.interval is not None


def test_exact_answers_leave_no_doubt() -> None:
    found = of_answers(level_everywhere(QUESTIONNAIRE, 2, "exact"))
    claimed = score(
        QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, level_everywhere(QUESTIONNAIRE, 2, "exact"))
    ).headline.claimed
    assert ends(found.headline.claimed) == pytest.approx((claimed,) * 3)
    assert found.ways_out is not None
    assert found.ways_out.stated == 1


# Face validity


def test_nothing_answered_says_nearly_nothing() -> None:
    for modules in (("core",), ("core", "money", "full")):
        found = intervals_of(assessment_of(QUESTIONNAIRE, {}, modules=modules))
        assert width(found.headline.claimed) > 40
        assert found.headline.claimed == found.headline.proven


PROFILES = {r.name: intervals_of(r.assessment) for r in shipped_references()}


@pytest.mark.parametrize("company", ["Datadog", "Twilio"])
def test_companies_that_gain_from_volume_are_ahead_by_the_first_derivative(company: str) -> None:
    ways_out = PROFILES[company].ways_out
    assert ways_out is not None
    assert ways_out.ahead[0].id == "F"
    assert ways_out.ahead[0].chance >= 0.75


@pytest.mark.parametrize("company", ["Salesforce", "SAP", "Okta"])
def test_companies_that_do_not_are_not_said_to_be(company: str) -> None:
    ways_out = PROFILES[company].ways_out
    assert ways_out is not None
    assert ways_out.ahead[0].chance < 0.75


@pytest.mark.parametrize("company", sorted(PROFILES))
def test_profiles_from_public_facts_alone_are_unsure(company: str) -> None:
    assert width(PROFILES[company].headline.claimed) > 30


@pytest.mark.parametrize("level", range(5))
def test_a_firmer_basis_never_widens_the_headline(level: int) -> None:
    widths = [
        width(of_answers(level_everywhere(QUESTIONNAIRE, level, basis)).headline.claimed)
        for basis in ("judgement", "management", "export", "contract")
    ]
    assert widths == sorted(widths, reverse=True)


def test_judgement_proves_little_so_what_is_proven_is_less_sure() -> None:
    found = of_answers(level_everywhere(QUESTIONNAIRE, 4, "judgement")).composite("F")
    assert ends(found.proven)[2] < ends(found.claimed)[0]
    assert width(found.proven) > width(found.claimed)


LEVELS = [q for q in QUESTIONNAIRE.questions if isinstance(q, LevelQuestion) and q.score]


@slow
@given(any_answers(QUESTIONNAIRE), st.sampled_from(LEVELS), st.data())
def test_unknown_never_narrows_its_indicators_interval(
    answers: dict[str, Answer], question: LevelQuestion, data: st.DataObject
) -> None:
    level = data.draw(st.integers(0, len(question.levels) - 1))
    basis = data.draw(st.sampled_from([b.id for b in QUESTIONNAIRE.methodology.basis]))
    known = {**answers, question.id: Answer(value=level, basis=basis)}
    unknown = {**answers, question.id: Answer(state="dont_know")}
    found = []
    for given_ in (known, unknown):
        scoring = Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, given_))
        credit = scoring.credits[scoring.scheme.rows[question.id]]
        low, high = credit.claimed.quantiles(np.array([0.1, 0.9]))
        found.append(high - low)
    assert found[1] >= found[0] - 1e-9


# Laws


@slow
@given(any_answers(QUESTIONNAIRE))
def test_chances_keep_their_laws_whatever_is_answered(answers: dict[str, Answer]) -> None:
    assessment = assessment_of(QUESTIONNAIRE, answers)
    found, result = intervals_of(assessment), score(QUESTIONNAIRE, assessment)
    every = [found.headline, *found.composites, *found.dimensions]
    for one in every:
        for spread in (one.claimed, one.proven):
            if spread is None:
                assert one.id in result.unscored_dimensions
                continue
            assert sum(band.chance for band in spread.bands) == pytest.approx(1)
            if spread.interval is None:
                assert spread.held is not None
                assert spread.held.chance > 0.8
            else:
                assert 0 <= spread.interval.p10 <= spread.interval.p50 <= spread.interval.p90 <= 100
    ways_out = found.ways_out
    assert ways_out is not None
    assert sum(one.chance for one in ways_out.verdicts) == pytest.approx(1)
    assert sum(one.chance for one in ways_out.ahead) == pytest.approx(1)
    assert sum(one.chance for one in ways_out.ahead_proven) == pytest.approx(1)
    if result.verdict is not None and result.verdict.kind != "none_needed":
        kinds = {(v.kind, v.ways): v for v in ways_out.verdicts}
        stated = kinds[result.verdict.kind, result.verdict.ways]
        assert stated.chance == ways_out.stated
        assert stated.title == result.verdict.title


@slow
@given(any_answers(QUESTIONNAIRE))
def test_bounds_contain_the_score_when_parts_do_not_apply(answers: dict[str, Answer]) -> None:
    result = score(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    head = result.headline
    pairs = [(head.bounds, head.claimed), *((c.bounds, c.claimed) for c in result.composites)]
    for bounds, claimed in pairs:
        if bounds is not None and claimed is not None:
            assert bounds.low <= claimed <= bounds.high


def test_bounds_contain_the_score_of_a_dimension_that_would_come_back() -> None:
    questions = [number("a", 1, "x"), number("b", 2, "x", may_not_apply=True),
                 number("c", 3, "x", may_not_apply=True), number("e", 4, "y")]  # fmt: skip
    questionnaire = index(questions, [composite("all", ["x", "y"])], unknowns="left_out")
    away = Answer(state="not_applicable", reason="We have none.")
    values = {"a": Answer(value=100, basis="exact"), "b": away, "c": away,
              "e": Answer(value=10, basis="exact")}  # fmt: skip
    headline = score(questionnaire, assessment_of(questionnaire, values)).headline
    assert headline.claimed == 10
    assert headline.bounds is not None
    assert headline.bounds.low <= 10 <= headline.bounds.high
