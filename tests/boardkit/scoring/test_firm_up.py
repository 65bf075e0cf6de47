"""What firming up an answer is worth: against integrals, and against common sense."""

from typing import Any

import numpy as np
import pytest
from scipy import stats

from boardkit.assessment import Answer
from boardkit.content import shipped_questionnaire
from boardkit.examples import shipped_example
from boardkit.reading import Standing
from boardkit.scoring.drivers import drivers
from boardkit.scoring.engine import Scoring
from boardkit.scoring.firm_up import LEAST_GAIN, Firming, FirmUp, firm_up
from tests.support.made_up_answers import assessment_of, level_everywhere
from tests.support.made_up_indices import answered, composite, index, number

QUESTIONNAIRE = shipped_questionnaire()


def found(scoring: Scoring) -> FirmUp:
    result = firm_up(scoring)
    assert result is not None
    return result


def two(weight: float, limit: float, values: dict[str, Any] | None = None, **more: Any) -> FirmUp:
    """Two independent unknowns x and y, and the headline (1 − w)·x + w·y with one limit; z is idle."""
    minutes = more.pop("finding_minutes", (None,) * 3)
    questions = [
        number(name, draw, f"d{name}", finding_minutes=takes, **more)
        for (draw, name), takes in zip(enumerate("xyz", 1), minutes, strict=True)
    ]
    questionnaire = index(
        questions,
        [composite("idle", ["dz"]), composite("all", {"dx": 1 - weight, "dy": weight})],
        bands=[{"id": "low", "below": limit}, {"id": "high"}],
        draws=16384,
    )
    return found(Scoring(questionnaire, answered(questionnaire, values or {})))


def by_question(listed: FirmUp) -> dict[str, Firming]:
    return {one.question: one for one in listed.answers}


def expected_gain(weight: float, limit: float) -> float:
    """E[max_b P(b | x)] − max_b P(b) for x known, by integrating over both."""
    x = (np.arange(20_000) + 0.5) / 20_000
    low = np.clip((limit / 100 - (1 - weight) * x) / weight, 0, 1)
    return float(np.mean(np.maximum(low, 1 - low)) - max(low.mean(), 1 - low.mean()))


@pytest.mark.parametrize(("weight", "limit"), [(0.3, 50), (0.5, 50), (0.3, 65), (0.45, 35)])
def test_the_gain_is_the_expected_value_of_knowing_the_answer(weight: float, limit: float) -> None:
    listed = by_question(two(weight, limit))
    assert listed["x"].gain == pytest.approx(expected_gain(weight, limit), abs=0.012)
    assert listed["y"].gain == pytest.approx(expected_gain(1 - weight, limit), abs=0.012)


def nested_gain(weights: tuple[float, float], limits: list[float], known: int) -> float:
    """The same for a geometric mean and shared optimism: for each value known, draws of all else."""
    random = np.random.default_rng(9)
    rho, shares = 0.3, np.array(weights) / sum(weights)
    z_known = stats.norm.ppf((np.arange(400) + 0.5) / 400)[:, None]
    inner = random.standard_normal((2, 400, 2000))
    optimism = np.sqrt(rho) * z_known + np.sqrt(1 - rho) * inner[0]  # of what is known of it
    z_other = np.sqrt(rho) * optimism + np.sqrt(1 - rho) * inner[1]
    logs = [np.log(100 * stats.norm.cdf(z)) for z in (z_known, z_other)]
    heads = np.exp(shares[known] * logs[0] + shares[1 - known] * logs[1])
    bands = np.stack([np.searchsorted(limits, heads) == band for band in range(len(limits) + 1)])
    return float(bands.mean(axis=2).max(axis=0).mean() - bands.mean(axis=(1, 2)).max())


@pytest.mark.parametrize("limits", [[50.0], [35.0, 65.0]])
def test_with_shared_optimism_the_gain_is_that_of_nested_monte_carlo(limits: list[float]) -> None:
    names = ("low", "middle", "high")
    bands = [{"id": name, "below": limit} for name, limit in zip(names, limits, strict=False)]
    questionnaire = index(
        [number("x", 1, "dx"), number("y", 2, "dy")], [composite("all", {"dx": 3, "dy": 1}, 0)],
        bands=[*bands, {"id": "top"}], correlation=0.3, draws=16384,
    )  # fmt: skip
    listed = by_question(found(Scoring(questionnaire, answered(questionnaire, {}))))
    for known, name in enumerate("xy"):
        expected = nested_gain((3, 1), limits, known)
        assert listed[name].gain == pytest.approx(expected, abs=0.015)
        assert expected > 0.05


def test_what_has_no_part_in_the_headline_is_worth_nothing() -> None:
    listed = by_question(two(0.4, 30))
    assert listed["z"].gain < 0.002
    assert listed["z"].variance < 0.005


def test_bins_do_not_make_up_a_gain_where_bands_are_evenly_matched() -> None:
    """Where two bands are as likely, each bin favours one by chance: most of that is taken off."""
    assert by_question(two(0.4, 50))["z"].gain < 0.01


def test_what_bins_make_up_is_taken_off_where_draws_are_few() -> None:
    """Of an answer without any part in the headline; uncorrected it would be 0.02 on average."""
    gains = []
    for first in range(1, 60, 4):
        questions = [number(name, draw, f"d{name}") for draw, name in enumerate("xyz", first)]
        questionnaire = index(
            questions, [composite("idle", ["dz"]), composite("all", {"dx": 0.6, "dy": 0.4})],
            bands=[{"id": "low", "below": 50}, {"id": "high"}], draws=1024,
        )  # fmt: skip
        listed = found(Scoring(questionnaire, answered(questionnaire, {})))
        gains.append(by_question(listed)["z"].gain)
    assert np.mean(gains) < 0.005


def test_shares_of_variance_are_those_of_a_plain_sum() -> None:
    listed = by_question(two(0.3, 50))
    assert listed["x"].variance == pytest.approx(0.49 / 0.58, abs=0.01)
    assert listed["y"].variance == pytest.approx(0.09 / 0.58, abs=0.01)


def test_what_takes_longer_must_be_worth_more() -> None:
    assert [one.question for one in two(0.4, 40).answers][:2] == ["x", "y"]
    longer = two(0.4, 40, {}, finding_minutes=(900, 30, 30))
    assert [one.question for one in longer.answers][:2] == ["y", "x"]


def test_effort_counts_once_everybody_has_said_it() -> None:
    some = two(0.4, 40, {}, finding_minutes=(900, 30, None))
    assert [one.question for one in some.answers][:2] == ["x", "y"]
    assert [one.minutes for one in some.answers][:2] == [900, 30]


def test_what_people_share_is_no_doubt_of_an_answer() -> None:
    """A firm answer tells of the optimism of all, and yet leaves little doubt itself."""
    questionnaire = index(
        [number("firm", 1, "d"), number("weak", 2, "d"), number("unknown", 3, "d")],
        [composite("all", ["d"])],
        bands=[{"id": "low", "below": 1}, {"id": "high"}], correlation=0.5, draws=16384,
        basis=[
            {"id": name, "title": name, "half_width": width}
            for name, width in (("guess", 25), ("report", 5), ("contract", 2))
        ],
    )  # fmt: skip
    scoring = Scoring(
        questionnaire,
        assessment_of(
            questionnaire,
            {
                "firm": Answer(value=50, basis="report"),
                "weak": Answer(value=50, basis="guess"),
                "unknown": Answer(state="dont_know"),
            },
        ),
    )
    listed = found(scoring)
    assert listed.by == "variance"
    assert [one.question for one in listed.answers] == ["unknown", "weak", "firm"]
    sources = drivers(scoring)
    assert sources is not None
    shares = {one.question: one.first for one in sources.indicators}
    for one in listed.answers:
        assert one.variance == pytest.approx(shares[one.question], abs=0.02)
    assert by_question(listed)["firm"].variance < 0.05


def test_when_the_band_is_certain_the_share_of_variance_decides() -> None:
    listed = two(0.4, 99)
    assert listed.by == "variance"
    assert listed.chance > 0.999
    assert [one.question for one in listed.answers] == ["x", "y", "z"]


def test_only_what_can_still_be_found_out_is_listed() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 2, "contract")
    answers["G03"] = answers["G03"].model_copy(update={"basis": "judgement"})
    answers["B04"] = answers["B04"].model_copy(update={"state": "dont_know", "value": None})
    del answers["D03"]
    answers["J02"] = answers["J02"].model_copy(update={"basis": "exact"})
    listed = by_question(found(Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))))
    standings = {key: one.standing for key, one in listed.items()}
    assert standings["G03"] is Standing.ANSWERED
    assert standings["B04"] is Standing.DONT_KNOW
    assert standings["D03"] is Standing.OPEN
    assert "J02" not in standings
    assert "E08" not in standings  # there is no firmer basis than its own


def test_a_question_that_branching_hides_cannot_be_asked() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 2, "management")
    answers["E01"] = answers["E01"].model_copy(update={"value": ["none"]})
    answers["A06"] = answers["A06"].model_copy(update={"value": 0.0})
    listed = by_question(found(Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))))
    assert "F02" not in listed  # hidden, it scores as unknown all the same


def test_a_question_is_listed_once() -> None:
    example = shipped_example("half-timbered-2026-q3")
    listed = found(Scoring(example.questionnaire, example.assessment))
    questions = [one.question for one in listed.answers]
    assert len(questions) == len(set(questions))
    assert listed.by == "band"
    assert max(listed.answers, key=lambda one: one.gain).question in ("B04", "B09")
    worth = [
        one.gain / one.minutes
        for one in listed.answers
        if one.minutes is not None and one.gain >= LEAST_GAIN
    ]
    assert len(worth) > 2
    assert worth == sorted(worth, reverse=True)


def test_without_a_headline_nothing_is_worth_firming_up() -> None:
    questionnaire = index([number("a", 1, "d")], [composite("all", ["d"])], unknowns="left_out")
    assert firm_up(Scoring(questionnaire, answered(questionnaire, {}))) is None
