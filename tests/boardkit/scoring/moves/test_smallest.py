"""The smallest set of moves, against trying every set."""

import random
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardkit.assessment import Answer
from boardkit.content import shipped_questionnaire
from boardkit.examples import shipped_example
from boardkit.scoring.engine import Scoring
from boardkit.scoring.moves import Moves, smallest_moves
from boardkit.scoring.moves.fewest import fewest, furthest
from boardkit.scoring.moves.raising import Raise, raised, raises_of
from boardkit.scoring.moves.worlds import worlds_of
from boardkit.scoring.uncertainty import intervals
from tests.support.made_up_answers import assessment_of, level_everywhere
from tests.support.made_up_indices import JUDGED, composite, index, levels, number

QUESTIONNAIRE = shipped_questionnaire()
Cost = tuple[int, int, int]


def cost_of(raises: Iterable[Raise]) -> Cost:
    chosen = list(raises)
    return len(chosen), sum(one.steps for one in chosen), sum(one.effort for one in chosen)


def every_set(scoring: Scoring) -> list[tuple[Cost, float]]:
    """The cost and the headline of every set of moves, scored one by one."""
    options = [(None, *ways) for ways in raises_of(scoring).values()]
    found = []
    for choice in product(*options):
        chosen = [one for one in choice if one is not None]
        headline = raised(scoring, chosen).claimed.headline
        if headline is not None:  # raising one answer may hide all that others rest on
            found.append((cost_of(chosen), headline))
    return found


# Any small method: trees, powers, gates, branching, ways out


@st.composite
def answers_to(draw: st.DrawFn, question: Mapping[str, Any], bases: Sequence[Any]) -> Answer:
    if draw(st.integers(0, 7)) == 0:
        return Answer(state="not_applicable", reason="There is none.")
    levels = len(question.get("levels", ()))
    value = draw(st.integers(0, levels - 1) if levels else st.floats(0, 3))
    return Answer(value=value, basis=draw(st.sampled_from(bases)))


@st.composite
def methods(draw: st.DrawFn) -> Scoring:
    count = draw(st.integers(3, 5))
    names = [f"q{i}" for i in range(count)]
    dimensions = ["x", "y", "z"]
    effort = st.integers(1, 5)
    questions = []
    for i, name in enumerate(names):
        more: dict[str, Any] = {
            "move": {"text": f"Raise {name}.", "effort": draw(effort)},
            "weight": draw(st.sampled_from([0.5, 1.0, 2.0])),
            "may_not_apply": True,
        }
        if i and draw(st.booleans()):
            other = draw(st.sampled_from(names[:i]))
            more["asked_if"] = {"question": other, "below": draw(st.integers(1, 3))}
            more["unasked"] = draw(st.sampled_from(["skip", "unknown", "worst"]))
        dimension = dimensions[i] if i < len(dimensions) else draw(st.sampled_from(dimensions))
        if draw(st.booleans()):
            questions.append(levels(name, i + 1, dimension, draw(st.integers(2, 4)), **more))
        else:
            posts = draw(st.sampled_from([[[0, 0], [3, 100]], [[0, 100], [3, 0]]]))
            questions.append(number(name, i + 1, dimension, posts, **more))
    gates = [
        {
            "id": f"gate-{name}", "cap": draw(st.sampled_from([20.0, 45.0, 70.0])),
            "when": {"question": name, "below": draw(st.integers(1, 2))},
            "because": "of it",
        }
        for name in draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
    ]  # fmt: skip
    powers = st.sampled_from([1.0, 0.0, -1.0, 2.0])
    form = {
        "floor": draw(st.sampled_from([0.0, 1.0])),
        "averaged": draw(st.sampled_from(["credit", "exposure"])),
        "raised_to": draw(st.sampled_from([1.0, 1.0, 2.0])),
    }
    weights = {"x": draw(st.sampled_from([1.0, 2.0])), "y": 1.0}
    first = composite("first", weights, draw(powers), **form)
    covered = draw(st.booleans())
    if covered:
        tree = [
            {**first, "shown": "exposure"},
            composite("way", ["z"], draw(powers), gates=gates),
        ]
        headline: Any = {"composite": "first", "covered_by": ["way"]}
    else:
        tree = [first, composite("whole", {"first": 2.0, "z": 1.0}, draw(powers), gates=gates)]
        headline = "whole"
    questionnaire = index(
        questions, tree, headline=headline, answered_minimum=0.0,
        bands=[{"id": "a", "below": 25}, {"id": "b", "below": 50}, {"id": "c", "below": 75},
               {"id": "d"}],
    )  # fmt: skip
    bases = [basis["id"] for basis in JUDGED]
    answers = {
        question["id"]: draw(answers_to(question, bases))
        for question in questions
        if draw(st.integers(0, 9)) > 0
    }
    return Scoring(questionnaire, assessment_of(questionnaire, answers))


def next_band(scoring: Scoring) -> tuple[float, bool] | None:
    """The limit of the next better band, and whether better is below it."""
    headline = scoring.claimed.headline
    assert headline is not None
    limits = [limit - 1e-9 for limit in (25, 50, 75)]  # rounding decides no band
    if scoring.is_exposure:
        lower = [limit for limit in limits if limit <= headline]
        return (lower[-1], True) if lower else None
    higher = [limit for limit in limits if limit > headline]
    return (higher[0], False) if higher else None


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(methods())
def test_no_other_set_is_smaller(scoring: Scoring) -> None:
    if scoring.claimed.headline is None:
        assert smallest_moves(scoring).state == "too_early"
        return
    target = next_band(scoring)
    found = smallest_moves(scoring)
    if target is None:
        assert found.state == "best_band"
        return
    limit, below = target
    sets = every_set(scoring)
    reaching = [
        cost for cost, headline in sets if (headline < limit if below else headline >= limit)
    ]
    assert found.exact
    assert found.after is not None
    if not reaching:
        assert found.state == "beyond_six"
        best = (min if below else max)(headline for _, headline in sets)
        assert found.after == pytest.approx(best, abs=1e-6)
        return
    assert found.state == "reached"
    assert (found.after < limit) if below else (found.after >= limit)
    efforts = sum(move.effort or 0 for move in found.moves)
    cost = len(found.moves), sum(move.steps for move in found.moves), efforts
    assert cost == min(reaching)


def test_a_move_that_comes_out_on_the_limit_itself_reaches_it() -> None:
    """Two moves lead to 50, one of them a rounding below it; the one with fewer steps is found."""
    dimensions = ("x", "y", "z")
    questions = [
        number("q0", 1, "x", [[0, 0], [3, 100]], weight=0.5, move={"text": "Raise it.", "effort": 1}),
        *(
            levels(f"q{i}", i + 1, dimensions[i], 3, weight=0.5,
                   move={"text": "Raise it.", "effort": i})
            for i in (1, 2)
        ),
    ]  # fmt: skip
    tree = [composite("first", {"x": 1.0, "y": 1.0}), composite("whole", {"first": 2.0, "z": 1.0})]
    bands: Any = [{"id": "a", "below": 25}, {"id": "b", "below": 50}, {"id": "c"}]
    made = index(questions, tree, headline="whole", answered_minimum=0.0, bands=bands)
    answers = {f"q{i}": Answer(value=i - 1, basis=JUDGED[0]["id"]) for i in (1, 2)}
    scoring = Scoring(made, assessment_of(made, answers))
    found = smallest_moves(scoring)
    assert (len(found.moves), sum(move.steps for move in found.moves)) == (1, 1)
    assert found.after == pytest.approx(50, abs=1e-12)
    assert found.band is not None
    assert found.band.id == "c"


# The shipped questionnaire


def moves_of(name: str) -> tuple[Scoring, Moves]:
    example = shipped_example(name)
    scoring = Scoring(example.questionnaire, example.assessment)
    return scoring, smallest_moves(scoring)


@pytest.mark.parametrize("name", ["paperclip-2026-q3", "switchback-2026-q3"])
def test_no_one_move_and_no_pair_with_fewer_steps_does_it(name: str) -> None:
    scoring, found = moves_of(name)
    assert (found.state, len(found.moves), found.exact) == ("reached", 2, True)
    assert found.target is not None
    limit = next(b.below for b in scoring.method.headline.bands if b.id == found.target.id)
    assert limit is not None
    steps = sum(move.steps for move in found.moves)
    ways = list(raises_of(scoring).values())
    for one in ways:
        assert headline(scoring, [one[-1]]) >= limit
    pairs = [pair for a, b in combinations(ways, 2) for pair in product(a, b)]
    fewer = [pair for pair in pairs if pair[0].steps + pair[1].steps < steps]
    assert all(headline(scoring, pair) >= limit for pair in fewer[:400])


def headline(scoring: Scoring, raises: Iterable[Raise]) -> float:
    found = raised(scoring, raises).claimed.headline
    assert found is not None
    return found


def test_moves_are_told_one_after_the_other_down_to_where_they_lead() -> None:
    scoring, found = moves_of("paperclip-2026-q2")
    assert found.before == scoring.claimed.headline
    on_the_way = [move.headline for move in found.moves]
    assert on_the_way == sorted(on_the_way, reverse=True)
    assert on_the_way[-1] == found.after
    assert found.band == found.target
    gains = [a - b for a, b in zip([found.before or 0, *on_the_way], on_the_way, strict=False)]
    assert gains[0] == max(gains)
    for move in found.moves:
        assert move.question is not None
        question = scoring.questionnaire.question(move.question)
        assert question.move is not None
        assert (move.text, move.effort) == (question.move.text, question.move.effort)
        assert (move.credit_after or 0) > (move.credit_before or 0)
        assert dict(move.composites).keys() == {"G", "R", "F"}


def test_the_chance_that_the_set_suffices_is_that_of_the_raised_answers() -> None:
    scoring, found = moves_of("paperclip-2026-q3")
    ways = raises_of(scoring)
    chosen = [
        next(one for one in ways[str(move.question)] if one.steps == move.steps)
        for move in found.moves
    ]
    spread = intervals(raised(scoring, chosen)).headline.claimed
    now = intervals(scoring).headline.claimed
    assert spread is not None
    assert now is not None
    assert found.chance == pytest.approx(spread.chance("manageable") + spread.chance("insulated"))
    assert found.chance_before == pytest.approx(now.chance("manageable"))
    assert found.chance > 0.5


def strong(**changed: Any) -> Scoring:
    """Everything good but exposure, and whatever is changed."""
    answers = level_everywhere(QUESTIONNAIRE, 4, "contract")
    for key in ("B01", "B04", "B07", "B09", "B10", "G03"):
        answers[key] = Answer(value=0, basis="contract")
    for key, value in changed.items():
        answers[key] = Answer(value=value, basis="contract")
    return Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))


def test_lifting_a_gate_is_a_move() -> None:
    found = smallest_moves(strong(E03=0, D03=0))
    lifts = {gate for move in found.moves for gate in move.lifts}
    assert found.state == "reached"
    assert lifts & {"rights", "measured"}
    for move in found.moves:
        if move.lifts == ("rights",):
            assert move.question == "E03"


def test_a_gate_without_a_question_that_could_be_raised_is_lifted_by_its_own_move() -> None:
    source = {"id": "q0", "module": "core", "text": "What?", "short": "q0", "minutes": 1,
              "type": "single", "options": [{"id": "none", "text": "No"}, {"id": "b", "text": "B"}]}  # fmt: skip
    gate = {"id": "gate", "cap": 30, "when": {"question": "q0", "is": "none"}, "because": "of it",
            "move": "Find a source."}  # fmt: skip
    questionnaire = index(
        [source, levels("q1", 1, "d")], [composite("all", ["d"], gates=[gate])]
    )  # fmt: skip
    answers = {"q0": Answer(value="none"), "q1": Answer(value=3, basis="exact")}
    found = smallest_moves(Scoring(questionnaire, assessment_of(questionnaire, answers)))
    assert found.state == "reached"
    (move,) = found.moves
    assert (move.question, move.text, move.effort) == (None, "Find a source.", None)
    assert move.lifts == ("gate",)
    assert found.after == 75


def ten_alike() -> Scoring:
    """Ten questions of one weight, all at the bottom: six of them make 60."""
    questions = [levels(f"q{i}", i, "d", 3) for i in range(1, 11)]
    bands: list[dict[str, Any]] = [{"id": "poor", "below": 70}, {"id": "good"}]
    questionnaire = index(questions, [composite("all", ["d"])], bands=bands)
    answers = {f"q{i}": Answer(value=0, basis="exact") for i in range(1, 11)}
    return Scoring(questionnaire, assessment_of(questionnaire, answers))


def test_more_than_six_is_said_with_how_far_six_get() -> None:
    found = smallest_moves(ten_alike())
    assert found.state == "beyond_six"
    assert (found.before, found.after) == pytest.approx((0, 60))
    assert [move.question for move in found.moves] == [f"q{i}" for i in range(1, 7)]
    assert found.band is not None
    assert found.band.id == "poor"
    assert found.chance == 0


def test_six_moves_go_as_far_as_any_six_that_were_tried() -> None:
    answers = level_everywhere(QUESTIONNAIRE, 0, "contract")
    scoring = Scoring(QUESTIONNAIRE, assessment_of(QUESTIONNAIRE, answers))
    worlds = worlds_of(scoring, 6)
    best = headline(scoring, furthest(worlds).raises)
    ways = sorted(raises_of(scoring).items())
    chooser = random.Random(4)
    for _ in range(60):
        six = [way[-1] for _, way in chooser.sample(ways, 6)]
        assert headline(scoring, six) >= best - 1e-9
    assert fewest(worlds, lambda n: n < best - 1e-6) is None


def test_too_early_and_best_band_have_no_moves() -> None:
    assert moves_of("half-timbered-2026-q3")[1].state == "too_early"
    scoring, lantern = moves_of("lanternfish-2026-q3")
    assert lantern.state == "best_band"
    assert lantern.moves == ()
    now = intervals(scoring).headline.claimed
    assert now is not None
    assert 0.99 < lantern.chance < 1
    assert lantern.chance == lantern.chance_before == pytest.approx(now.chance("insulated"))


def test_an_answer_that_another_move_hides_is_not_counted_as_raised() -> None:
    posts = [[0, 0], [3, 100]]
    questions = [
        number("outer", 1, "d", posts),
        levels("inner", 2, "d", 2, asked_if={"question": "outer", "below": 3}, unasked="unknown"),
        number("other", 3, "e", posts),
    ]
    questionnaire = index(
        questions, [composite("all", {"d": 3, "e": 1})], answered_minimum=0.0,
        bands=[{"id": "low", "below": 95}, {"id": "high"}],
    )  # fmt: skip
    answers = {"outer": Answer(value=2.5, basis="exact"), "inner": Answer(value=0, basis="exact")}
    scoring = Scoring(questionnaire, assessment_of(questionnaire, answers))
    found = smallest_moves(scoring)
    best = max(headline for _, headline in every_set(scoring))
    assert found.after == pytest.approx(best)
    assert [one.question for one in found.moves] == ["inner"]


def test_hiding_a_question_by_raising_another_is_seen() -> None:
    """With seats up by more than 5%, what happened to shrinking customers is no longer asked."""
    scoring = strong(B01=3, B09=0)
    worlds = worlds_of(scoring, 6)
    asked = {world.scoring.credits[world.scoring.scheme.rows["B09"]].weight for world in worlds.all}
    assert asked == {0.0, 1.0}


def test_worlds_are_only_as_many_as_there_are_side_effects() -> None:
    scoring, _ = moves_of("lanternfish-2026-q3")
    free: Mapping[str, tuple[Raise, ...]] = raises_of(scoring)
    worlds = worlds_of(scoring, 6)
    assert worlds.complete
    assert len(worlds.all) <= 4
    assert len(worlds.all[0].options) == len(free)


# What is not a tree


def assert_smallest(scoring: Scoring, limit: float) -> None:
    found = smallest_moves(scoring)
    reaching = [cost for cost, headline in every_set(scoring) if headline >= limit]
    efforts = sum(move.effort or 0 for move in found.moves)
    cost = len(found.moves), sum(move.steps for move in found.moves), efforts
    assert found.exact
    assert cost == min(reaching)
    assert (found.after or 0) >= limit


def test_a_dimension_that_counts_in_two_composites() -> None:
    questions = [levels(f"q{i}", i, "xyz"[i % 3], 4) for i in range(1, 7)]
    tree = [composite("one", ["x", "y"], 0, floor=1), composite("two", ["y", "z"], 2),
            composite("whole", ["one", "two"])]  # fmt: skip
    questionnaire = index(questions, tree)
    answers = {f"q{i}": Answer(value=i % 2, basis="report") for i in range(1, 7)}
    assert_smallest(Scoring(questionnaire, assessment_of(questionnaire, answers)), 50)


def test_an_indicator_that_two_answers_feed() -> None:
    questions = [number("a", 1, "x"), number("b", 2, "y"), levels("c", 3, "y")]
    derived = {
        "id": "both", "title": "Both", "shown_with": "c",
        "formula": {"product": [{"question": "a"}, {"question": "b"}, 0.01]},
        "score": {"dimension": "x", "draw": 4, "goalposts": [[0, 0], [100, 100]]},
    }  # fmt: skip
    questionnaire = index(questions, [composite("whole", ["x", "y"])], derived=[derived])
    answers = {key: Answer(value=value, basis="exact")
               for key, value in {"a": 40, "b": 30, "c": 1}.items()}  # fmt: skip
    assert_smallest(Scoring(questionnaire, assessment_of(questionnaire, answers)), 50)
