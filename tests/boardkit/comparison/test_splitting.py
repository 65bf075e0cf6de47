"""Parts that sum, against sums over every order and against brute quadrature."""

from __future__ import annotations

from itertools import combinations, permutations, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardkit.assessment import Answer
from boardkit.comparison.comparing import compare
from boardkit.comparison.like_for_like import made_alike
from boardkit.comparison.sides import Side
from boardkit.comparison.splitting import HEADLINE, Split, split
from boardkit.content import shipped_questionnaire
from boardkit.questionnaire import Questionnaire
from boardkit.scoring.aggregation import aggregate, make_plan
from boardkit.scoring.engine import Scoring
from tests.support.made_up_answers import assessment_of, level_everywhere
from tests.support.made_up_indices import answered, composite, index, number
from tests.support.random_assessments import RandomAssessments
from tests.support.second_edition import second_edition

SHIPPED = shipped_questionnaire()


def left_over(parts: Split) -> float:
    """The most by which the parts of any score miss its change."""
    own = (*parts.indicators.values(), *parts.gates.values())
    assert all(np.isfinite(list(part.values())).all() for part in own)
    missed = (abs(whole - sum(p[s] for p in own)) for s, whole in parts.change.items())
    return max(missed, default=0.0)


def many(seed: int) -> list[Scoring]:
    """Scorings at random, each third one of something new and the others like the one before."""
    source = RandomAssessments(SHIPPED, seed)
    given = source.any()
    found = []
    for turn in range(32):
        given = source.like(given) if turn % 3 else source.any()
        found.append(Scoring(SHIPPED, given))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_parts_sum_for_random_answers_gates_modules_and_not_applicable(seed: int) -> None:
    gates = flips = count = 0
    for before, after in combinations(many(seed), 2):  # 496 pairs of each seed
        parts = split(before, after)
        assert left_over(parts) < 1e-9
        heads = before.claimed.headline, after.claimed.headline
        assert heads[0] is not None
        assert heads[1] is not None
        assert parts.change[HEADLINE] == pytest.approx(heads[1] - heads[0], abs=1e-12)
        count += 1
        gates += bool(parts.gates)
        flips += before.weights != after.weights
    assert count == 496
    assert gates > 100  # the cases that are meant to be there are there
    assert flips > 100


@pytest.mark.parametrize("seed", range(2))
def test_parts_sum_between_random_answers_to_two_versions(seed: int) -> None:
    """Both carried to what is comparable, as ``compare`` does it; the rest is of the method."""
    newer = second_edition()
    olds, news = RandomAssessments(SHIPPED, seed), RandomAssessments(newer, seed + 10)
    for _ in range(20):
        sides = (
            Side("before", SHIPPED, olds.any()),
            Side("after", newer, news.any()),
        )
        found = compare(*sides)
        head = found.headline
        assert head.before is not None
        assert head.after is not None
        parts = sum(one.amount for one in found.parts)
        assert parts == pytest.approx(head.after - head.before, abs=1e-9)


@pytest.mark.parametrize("seed", range(2))
def test_parts_sum_between_every_pair_of_two_versions(seed: int) -> None:
    """The comparable part of each, with gates and with what applies on one side only."""
    newer = second_edition()
    olds, news = RandomAssessments(SHIPPED, seed + 20), RandomAssessments(newer, seed + 30)
    befores = [Side("before", SHIPPED, olds.any()) for _ in range(8)]
    afters = [Side("after", newer, news.any()) for _ in range(8)]
    gates = flips = 0
    for before, after in product(befores, afters):
        for first, second in ((before, after), (after, before)):
            alike = made_alike(first, second)
            parts = split(alike.before, alike.after)
            assert left_over(parts) < 1e-9
            gates += bool(parts.gates)
            flips += alike.before.weights != alike.after.weights
    assert gates > 20
    assert flips > 20


def tree(power: float, floor: float, cover: float, gate: float = 100, **form: Any) -> Questionnaire:
    """A small index with every kind of mean, a cover and a gate that reads its own question."""
    gates = [{"id": "low", "cap": gate, "when": {"question": "d", "below": 90},
              "because": "it is so"}]  # fmt: skip
    return index(
        [number("a", 1, "one"), number("b", 2, "one", weight=2), number("c", 3, "two"),
         number("d", 4, "three"), number("e", 5, "four", may_not_apply=True)],
        [composite("risk", ["one", "two"], shown="exposure"),
         composite("way", ["three", "four"], mean=power, floor=floor, gates=gates, **form)],
        headline={"composite": "risk", "covered_by": ["way"], "cover_exponent": cover},
    )  # fmt: skip


values = st.fixed_dictionaries(
    {key: st.floats(0, 100, allow_subnormal=False) | st.sampled_from([0, 100]) for key in "abcd"}
    | {"e": st.none() | st.floats(0, 100, allow_subnormal=False)}
)


def scoring(questionnaire: Questionnaire, given: dict[str, Any]) -> Scoring:
    said = {
        key: Answer(state="not_applicable", reason="None.") if value is None
        else Answer(value=value, basis="exact")
        for key, value in given.items()
    }  # fmt: skip
    return Scoring(questionnaire, assessment_of(questionnaire, said))


@settings(max_examples=150, deadline=None)
@given(
    values, values, st.sampled_from([-1.0, 0.0, 0.5, 1.0, 2.0]), st.sampled_from([0, 1]),
    st.sampled_from([1.0, 2.0]), st.sampled_from([100, 40]),
    st.sampled_from(["credit", "exposure"]), st.sampled_from([1.0, 2.0]),
)  # fmt: skip
def test_parts_sum_under_any_mean_floor_and_gate(
    first: Any, second: Any, power: float, floor: float, cover: float, gate: float,
    averaged: str, raised_to: float,
) -> None:  # fmt: skip
    questionnaire = tree(power, floor, cover, gate, averaged=averaged, raised_to=raised_to)
    parts = split(scoring(questionnaire, first), scoring(questionnaire, second))
    assert left_over(parts) < 1e-9
    for name in "abcd":
        if first[name] == second[name] and None not in (first["e"], second["e"]):
            assert parts.indicators[name][HEADLINE] == pytest.approx(0, abs=1e-12)


def headline_of(before: Scoring, after: Scoring, new: set[str]) -> float:
    """The headline with some answers as they are now and the others as they were."""
    mixed = [
        after.means[row] if one.id in new else before.means[row]
        for row, one in enumerate(before.scheme.indicators)
    ]
    found = aggregate(before.plan, np.array(mixed)[:, None], before.caps).headline
    assert found is not None
    return float(found[0])


@pytest.mark.parametrize("seed", range(5))
def test_where_the_score_is_multilinear_parts_are_the_mean_over_every_order(seed: int) -> None:
    questionnaire = tree(power=1, floor=0, cover=1)
    random = np.random.default_rng(seed)
    # One question of the way out stands still: a product of two of its own would not be linear.
    first, second = (dict(zip("abcd", random.uniform(0, 100, 4), strict=True)) for _ in range(2))
    before, after = (scoring(questionnaire, {**given, "e": 35}) for given in (first, second))
    shapley = dict.fromkeys("abcd", 0.0)
    for order in permutations("abcd"):
        new: set[str] = set()
        for name in order:
            old = headline_of(before, after, new)
            new.add(name)
            shapley[name] += (headline_of(before, after, new) - old) / 24
    parts = split(before, after)
    for name, value in shapley.items():
        assert parts.indicators[name][HEADLINE] == pytest.approx(value, abs=1e-11)


TURNED = {"averaged": "exposure", "raised_to": 2.0}


@pytest.mark.parametrize(
    ("power", "gate", "within", "form"),
    [(-1, 100, 2e-4, {}), (0, 100, 2e-4, {}), (2, 100, 2e-4, {}), (0, 60, 2e-2, {}),
     (0, 100, 1e-3, TURNED), (-1, 100, 5e-3, TURNED), (1, 100, 4e-4, TURNED)],
)  # a step across a kink is as wrong as it is long; elsewhere the error falls with its square  # fmt: skip
def test_other_means_agree_with_fine_quadrature(
    power: float, gate: float, within: float, form: Any
) -> None:
    questionnaire = tree(power, floor=1, cover=2, gate=gate, **form)
    before = scoring(questionnaire, {"a": 10, "b": 80, "c": 30, "d": 5, "e": None})
    after = scoring(questionnaire, {"a": 60, "b": 70, "c": 35, "d": 85, "e": 95})
    parts = split(before, after)
    found = brute(before, after, 300)
    for name, value in found.items():
        assert parts.indicators[name][HEADLINE] == pytest.approx(value, abs=within)


def brute(before: Scoring, after: Scoring, steps: int) -> dict[str, float]:
    """Each answer's and each weight's own little steps along the line, summed by their middles."""
    names = [one.id for one in after.scheme.indicators]
    absent = names.index("e")
    ends = np.array([before.means, after.means])
    ends[0, absent] = ends[1, absent]  # what did not apply takes its credit from where it does
    moved = dict.fromkeys(names, 0.0)
    for step in range(steps):
        low, high = step / steps, (step + 1) / steps
        for row, name in enumerate(names):
            heads = []
            for time in (low, high):
                own = np.full(len(names), (low + high) / 2)
                own[row] = time
                credits = ends[0] + (ends[1] - ends[0]) * own
                heads.append(_headline(after, credits, own[absent]))
            moved[name] += heads[1] - heads[0]
    return moved


def _headline(after: Scoring, credits: Any, weight: float) -> float:
    """The headline with dimension “four” counted only in part."""
    method = after.method
    way = method.composite("way")
    members = tuple(
        one.model_copy(update={"weight": weight if one.of == "four" else 1}) for one in way.members
    )
    changed = method.model_copy(
        update={
            "composites": tuple(
                way.model_copy(update={"members": members}) if c.id == "way" else c
                for c in method.composites
            )
        }
    )
    structure = type(after.structure)(changed, after.structure.members, after.structure.nominal)
    plan = make_plan(structure, after.weights)
    found = aggregate(plan, credits[:, None], after.caps).headline
    assert found is not None
    return float(found[0])


def test_a_gate_that_lifts_is_a_part_and_the_rest_is_as_if_it_never_held() -> None:
    answers = level_everywhere(SHIPPED, 3)
    answers["E03"] = Answer(value=0, basis="exact")
    before = Scoring(SHIPPED, assessment_of(SHIPPED, answers))
    after = Scoring(
        SHIPPED, assessment_of(SHIPPED, {**answers, "E03": Answer(value=3, basis="exact")})
    )
    parts = split(before, after)
    assert set(parts.gates) == {"rights"}
    free = before.claimed.uncapped["R"]
    assert parts.gates["rights"]["R"] == pytest.approx(free - 40)
    assert parts.indicators["E03"]["R"] == pytest.approx(after.claimed.composites["R"] - free)
    assert parts.gates["rights"][HEADLINE] < 0 < -parts.indicators["E03"][HEADLINE]


def test_what_improves_under_a_gate_that_holds_on_both_sides_moves_nothing() -> None:
    questionnaire = tree(1, 0, 2, gate=40)
    before = scoring(questionnaire, {"a": 50, "b": 50, "c": 50, "d": 60, "e": 60})
    after = scoring(questionnaire, {"a": 50, "b": 50, "c": 50, "d": 80, "e": 70})
    parts = split(before, after)
    assert parts.change[HEADLINE] == 0
    assert not parts.gates
    assert all(part[HEADLINE] == 0 for part in parts.indicators.values())


def test_a_gate_that_begins_to_bite_on_the_way_bends_the_path_there() -> None:
    questionnaire = tree(1, 0, 1, gate=40)
    before = scoring(questionnaire, {"a": 50, "b": 50, "c": 50, "d": 20, "e": 20})
    after = scoring(questionnaire, {"a": 50, "b": 50, "c": 50, "d": 80, "e": 60})
    parts = split(before, after)
    # Both rise evenly until their mean is 40, in the proportion of 60 to 40.
    assert parts.indicators["d"]["way"] == pytest.approx(12, abs=1e-9)
    assert parts.indicators["e"]["way"] == pytest.approx(8, abs=1e-9)


def test_two_gates_in_one_composite_share_what_both_do() -> None:
    gates = [{"id": name, "cap": cap, "when": {"question": "d", "below": 50}, "because": "so"}
             for name, cap in (("first", 20), ("second", 20))]  # fmt: skip
    questionnaire = index(
        [number("d", 1, "one")], [composite("all", ["one"], gates=gates)], unknowns="left_out"
    )
    before, after = (Scoring(questionnaire, answered(questionnaire, {"d": x})) for x in (40, 60))
    parts = split(before, after)
    assert parts.indicators["d"][HEADLINE] == pytest.approx(20)
    assert parts.gates["first"][HEADLINE] == pytest.approx(10)
    assert parts.gates["second"][HEADLINE] == pytest.approx(10)


def test_what_no_longer_applies_moves_by_its_weight_alone() -> None:
    questionnaire = tree(1, 0, 1)
    said = {"a": 50, "b": 50, "c": 50, "d": 60}
    before, after = (scoring(questionnaire, {**said, "e": x}) for x in (20, None))
    parts = split(before, after)
    assert parts.indicators["e"]["way"] == pytest.approx(20)  # from 40 on two to 60 on one
    assert parts.indicators["d"]["way"] == pytest.approx(0, abs=1e-12)


def test_a_nought_that_begins_to_count_in_a_mean_without_a_floor_is_charged_with_the_fall() -> None:
    questionnaire = tree(0, 0, 1)
    said = {"a": 50, "b": 50, "c": 50, "d": 60}
    before, after = (scoring(questionnaire, {**said, "e": x}) for x in (None, 0))
    parts = split(before, after)
    assert left_over(parts) < 1e-9
    assert parts.indicators["e"]["way"] == pytest.approx(-60)
