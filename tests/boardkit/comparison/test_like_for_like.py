"""Two versions of a questionnaire: only what can be compared is, and the rest is told."""

from __future__ import annotations

import pytest

from boardkit.comparison import Comparison, Side, compare
from boardkit.comparison.like_for_like import made_alike, without
from boardkit.comparison.wording import ComparisonWords
from boardkit.content import shipped_questionnaire
from boardkit.formats import Formats
from boardkit.migration import migrate
from boardkit.scoring import score
from tests.support.comparisons import example, said
from tests.support.random_assessments import RandomAssessments
from tests.support.second_edition import second_edition

FIRST, SECOND = shipped_questionnaire(), second_edition()


def carried(side: Side, **changed: object) -> Side:
    assessment, _ = migrate(side.assessment, FIRST, SECOND)
    for name, answer in changed.items():
        assessment = assessment.with_answer(name, answer)  # type: ignore[arg-type]
    return Side("Later", SECOND, assessment)


def summed(found: Comparison) -> float:
    return sum(part.amount for part in found.parts)


def test_the_same_answers_under_another_version_changed_by_its_method_alone() -> None:
    side = example("paperclip-2026-q3")
    found = compare(side, carried(side))
    assert [part.tag for part in found.parts] == ["method"]
    assert found.answers == ()
    old, new = score(FIRST, side.assessment), score(SECOND, carried(side).assessment)
    assert old.headline.claimed is not None
    assert new.headline.claimed is not None
    assert summed(found) == pytest.approx(new.headline.claimed - old.headline.claimed, abs=1e-9)
    assert found.headline.difference is not None
    assert (found.headline.difference.lower, found.headline.difference.higher) == (0, 0)
    title = ComparisonWords(found, Formats()).title()
    assert title.endswith("only because the questionnaire changed")


def test_what_cannot_be_compared_is_listed_and_moves_nothing_but_the_method() -> None:
    side = example("paperclip-2026-q3")
    plain = compare(side, carried(side))
    new = carried(side, J11=said(4, "contract"), B10=said(4, "contract"), E21=said(0, "export"))
    found = compare(side, new)
    assert [part.tag for part in found.parts] == ["method"]
    assert found.answers == ()
    assert found.headline.method != pytest.approx(plain.headline.method)
    assert found.versions is not None
    told = {(one.question, one.kind) for one in found.versions.left_out}
    assert told == {
        ("B10", "reworded"), ("E21, E22", "split"), ("G12", "merged"), ("J09", "retired"),
        ("J11", "new"),
    }  # fmt: skip
    assert found.versions.compared == len(FIRST.questions) - 5


def test_what_can_be_compared_is_scored_by_the_newer_method_on_both_sides() -> None:
    side = example("paperclip-2026-q3")
    found = compare(side, carried(side, J03=said(4, "contract")))
    tags = {part.tag: part for part in found.parts}
    assert set(tags) == {"done", "method"}
    assert tags["done"].question == "J03"
    assert summed(found) == pytest.approx(found.headline.change, abs=1e-9)
    alike = made_alike(side, carried(side, J03=said(4, "contract")))
    assert alike.before.questionnaire is alike.after.questionnaire
    like = (alike.after.claimed.headline or 0) - (alike.before.claimed.headline or 0)
    assert tags["done"].amount == pytest.approx(like, abs=1e-9)


@pytest.mark.parametrize("backwards", [False, True])
def test_parts_sum_across_versions_for_any_answers(backwards: bool) -> None:
    first, second = RandomAssessments(FIRST, seed=5), RandomAssessments(SECOND, seed=6)
    for _ in range(12):
        sides = Side("A", FIRST, first.any()), Side("B", SECOND, second.any())
        found = compare(*(sides[::-1] if backwards else sides))
        assert summed(found) == pytest.approx(found.headline.change, abs=1e-9)
        for one in found.composites:
            inside = sum(dict(part.composites)[one.id] for part in found.parts)
            assert inside == pytest.approx(one.change or 0.0, abs=1e-9)


def test_a_gate_that_reads_what_cannot_be_compared_holds_on_neither_side() -> None:
    assert any(g.id == "measured" for c in FIRST.methodology.composites for g in c.gates)
    narrowed = without(FIRST, frozenset({"D03"}))
    assert not any(g.id == "measured" for c in narrowed.methodology.composites for g in c.gates)
    assert narrowed.question("D03").score is None
    assert without(FIRST, frozenset()) is FIRST


def test_what_is_derived_from_what_cannot_be_compared_is_not_scored() -> None:
    derived = next(
        one for one in FIRST.derived if one.score is not None and one.shown_with == "C09"
    )
    assert without(FIRST, frozenset({"C09"})).derived_value(derived.id).score is None
