"""The examples say what their stories tell, and hold together as a careful director would check."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from boardkit.assessment import Answer
from boardkit.content import shipped_folder
from boardkit.errors import ContentError
from boardkit.examples import Example, shipped_example, shipped_examples
from boardkit.formulas import evaluate
from boardkit.reading import Reading, Standing
from boardkit.scoring import Result, score

PAPERCLIP = "paperclip-2026-q3"
HALF_DONE = "half-timbered-2026-q3"
STORIES = {  # band, verdict, the ways out that are open
    "paperclip-2026-q2": ("exposed", "near", ()),
    PAPERCLIP: ("exposed", "near", ()),
    "lanternfish-2026-q3": ("insulated", "one_open", ("F",)),
    "switchback-2026-q3": ("manageable", "one_open", ("R",)),
    "dustjacket-2026-q3": ("critical", "none", ()),
}
FILLED = sorted(STORIES)
NAMES = sorted((*STORIES, HALF_DONE))
DISAGREEMENTS = {"paperclip-2026-q2": {"meters-match-lines"}, PAPERCLIP: {"meters-match-lines"}}

# The base parameters of the inference P&L; money in whole units.
BASE = {
    "A0": 200e6, "s": 0.70, "u": 0.20, "g_s": 0.06, "g_u": 0.10, "g_o": 0.03, "rho": 0.50,
    "delta": 0.15, "kappa": 0.25, "beta": 0.40, "beta_prior": 0.1, "d": 0.10, "c0": 0.10,
    "c_star": 0.30, "q": 0.10, "phi": 0.50, "c1": 0.15, "I0": 60e6, "w": 0.06, "y": 0.70,
    "mu": 0.05, "b": 0.02, "principal": 1, "gm_p": 0.52, "l": 0.03, "gm_s": 0.80, "gm_u": 0.76,
    "gm_o": 0.78, "e0": 0.02, "pi": 0.15, "K_r": 3e6, "K_f": 4e6, "r": 0.12,
}  # fmt: skip


def result_of(name: str) -> Result:
    example = shipped_example(name)
    return score(example.questionnaire, example.assessment)


def reading_of(name: str) -> Reading:
    example = shipped_example(name)
    return Reading(example.questionnaire, example.assessment)


def answers_of(name: str) -> dict[str, Answer]:
    return shipped_example(name).assessment.answers


def test_six_examples_ship_each_named_as_its_file() -> None:
    assert [example.name for example in shipped_examples()] == NAMES
    folder = shipped_folder() / "inference-exposure" / "examples"
    assert sorted(file.stem for file in folder.glob("*.yaml")) == NAMES


def test_an_example_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(ContentError, match=r"no example “teapot”.*paperclip-2026-q3"):
        shipped_example("teapot")


@pytest.mark.parametrize("example", shipped_examples(), ids=lambda example: example.name)
def test_examples_are_plainly_fictional(example: Example) -> None:
    assert example.details.fictional
    assert example.details.story
    assert example.details.board_date is not None
    assert example.details.period


# Where they land


@pytest.mark.parametrize("name", FILLED)
def test_an_example_lands_where_its_story_says(name: str) -> None:
    band, verdict, ways = STORIES[name]
    result = result_of(name)
    assert result.headline.band is not None
    assert result.verdict is not None
    assert result.headline.band.id == band
    assert result.verdict.kind == verdict
    assert result.verdict.ways == ways


def test_half_the_answers_are_too_early_to_say() -> None:
    result = result_of(HALF_DONE)
    assert result.headline.too_early
    assert result.headline.band is None
    assert result.verdict is None
    assert result.counts.answered == pytest.approx(result.counts.asked / 2, abs=2)


def test_the_examples_show_every_band_and_a_verdict_of_each_kind_but_the_best() -> None:
    assert {band for band, _, _ in STORIES.values()} == {
        "insulated", "manageable", "exposed", "critical"
    }  # fmt: skip
    assert {verdict for _, verdict, _ in STORIES.values()} == {"near", "one_open", "none"}


def test_claims_that_rest_on_judgement_show() -> None:
    headline = result_of(PAPERCLIP).headline
    assert headline.claimed is not None
    assert headline.proven is not None
    assert headline.proven > headline.claimed + 3


def test_an_example_shows_a_gate() -> None:
    gates = {gate.id for gate in result_of("dustjacket-2026-q3").composite("R").gates}
    assert gates == {"rights", "margin"}


# What they are made of


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_answered_that_is_not_asked(name: str) -> None:
    reading = reading_of(name)
    not_asked = (Standing.HIDDEN, Standing.OUT)
    assert [key for key in answers_of(name) if reading.standing(key) in not_asked] == []


@pytest.mark.parametrize("name", FILLED)
def test_a_filled_example_leaves_nothing_open(name: str) -> None:
    counts = result_of(name).counts
    assert counts.open == 0
    assert counts.dont_know + counts.not_applicable <= 5


@pytest.mark.parametrize("name", NAMES)
def test_answers_disagree_only_where_the_story_wants_it(name: str) -> None:
    found = {check.id for check in reading_of(name).disagreements()}
    assert found == DISAGREEMENTS.get(name, set())


@pytest.mark.parametrize("example", shipped_examples(), ids=lambda example: example.name)
def test_every_answer_says_who_gave_it_and_when(example: Example) -> None:
    roles = {"Chief executive", "Finance", "Product", "Technology", "Sales", "Legal"}
    meeting = example.details.board_date
    assert meeting is not None
    for key, answer in example.assessment.answers.items():
        assert answer.author in roles, key
        assert answer.at is not None, key
        assert date(2026, 7, 1) < answer.at.date() < meeting, key
        assert not answer.is_answered or answer.basis, key


@pytest.mark.parametrize("name", FILLED)
def test_bases_are_mixed_and_notes_and_evidence_stand_beside_answers(name: str) -> None:
    answers = answers_of(name).values()
    bases = Counter(answer.basis for answer in answers if answer.is_answered)
    assert set(bases) == {"judgement", "management", "export", "contract"}
    assert sum(bool(answer.note) for answer in answers) >= len(answers) / 5
    assert sum(bool(answer.evidence) for answer in answers) >= 5
    assert all(not evidence.link for answer in answers for evidence in answer.evidence)


# Paperclip & Sons, the sample behind the inference P&L


def test_the_sample_holds_the_base_parameters_of_the_inference_p_and_l() -> None:
    example = shipped_example(PAPERCLIP)
    reading = Reading(example.questionnaire, example.assessment)
    formulas = example.questionnaire.roles.forecast
    found = {symbol: evaluate(formula, reading) for symbol, formula in formulas.items()}
    assert found.pop("a") == pytest.approx(0.20, abs=0.005)
    assert found == pytest.approx(BASE, rel=1e-9)


def test_the_sample_says_its_position_in_money() -> None:
    money = result_of(PAPERCLIP).money
    assert money is not None
    assert money.total == 200e6
    parts = {part.text: part.amount for part in money.parts}
    assert parts == pytest.approx({"is seats": 140e6, "moves with customers’ inference": 8e6})


def test_the_sample_has_gaps_such_as_boards_see() -> None:
    example = shipped_example(PAPERCLIP)
    states = {
        question.id: example.assessment.answers[question.id].state
        for question in example.questionnaire.asked_in(("core",))
        if question.id in example.assessment.answers
    }
    assert list(states.values()).count("dont_know") >= 2
    assert [key for key, state in states.items() if state == "not_applicable"] == ["B09"]


def test_the_sample_agrees_with_itself_in_money() -> None:
    values: dict[str, Any] = {key: answer.value for key, answer in answers_of(PAPERCLIP).items()}
    top_ten = sum(row["arr"] for row in values["D09"])
    assert top_ten == pytest.approx(values["A01"] * values["H01"]["top_ten"] / 100)
    ai_lines = sum(row["share"] for row in values["A08"] if row["t2"] or row["t3"])
    assert values["A06"] == pytest.approx(values["A01"] * ai_lines / 100)
    bundled = values["A05"] * values["F03"] / 100
    sold = values["A06"] * (1 - values["F02"] / 100)
    assert sold + bundled == pytest.approx(values["A05"], rel=0.02)


def test_the_quarter_before_differs_in_every_way_that_a_comparison_tells_apart() -> None:
    before, after = answers_of("paperclip-2026-q2"), answers_of(PAPERCLIP)
    assert set(before) == set(after)
    kinds = {key: _kind(before[key], after[key]) for key in after}
    found = Counter(kind for kind in kinds.values() if kind)
    assert 8 <= found.total() <= 14
    assert set(found) == {
        "done", "restated", "better known", "newly answered", "no longer applicable"
    }  # fmt: skip
    earlier, later = result_of("paperclip-2026-q2").headline, result_of(PAPERCLIP).headline
    assert earlier.claimed is not None
    assert later.claimed is not None
    assert later.claimed < earlier.claimed - 2


def _kind(before: Answer, after: Answer) -> str:
    methodology = shipped_example(PAPERCLIP).questionnaire.methodology
    strength = [basis.id for basis in methodology.basis].index
    if before.state != after.state:
        return {"answered": "newly answered", "not_applicable": "no longer applicable"}[after.state]
    if before.value != after.value:
        assert before.basis is not None
        assert after.basis is not None
        return "done" if strength(after.basis) >= strength(before.basis) else "restated"
    return "" if (before.basis, before.bases) == (after.basis, after.bases) else "better known"
